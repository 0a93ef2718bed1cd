"""The list of deadlines, and who is reminded of them."""
