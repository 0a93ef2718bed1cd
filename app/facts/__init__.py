"""Facts: what the plan rests on, with source and confidence."""
