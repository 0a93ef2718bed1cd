"""Options: what each council may still decide, by when, and what leaving costs."""
