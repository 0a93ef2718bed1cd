"""The page of one date: the chain that sets it, and what hangs on it."""
