"""A file of our own read back: what would change in the plan, and what can't."""
