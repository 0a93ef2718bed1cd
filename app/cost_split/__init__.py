"""What the others pay when somebody declines, defers or leaves, and by which key."""
