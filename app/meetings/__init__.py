"""When councils meet, and the last meeting at which each can decide in time."""
