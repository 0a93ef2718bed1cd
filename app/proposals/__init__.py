"""Proposals: dates that bind others, what they answered, and what is still open."""
