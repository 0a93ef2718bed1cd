"""Persistence: rows, the way from rows to a snapshot, and the one way to write."""
