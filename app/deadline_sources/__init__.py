"""Every date that somebody has to act by: one module per theme, and their list."""
