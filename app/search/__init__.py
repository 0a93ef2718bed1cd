"""Search: everything that has a name, from any page."""
