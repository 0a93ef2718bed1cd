"""The planning engine: pure functions on frozen values, from snapshot to view."""
