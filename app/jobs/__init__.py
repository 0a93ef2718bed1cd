"""Work that nobody waits for: what is done, and when."""
