"""Municipalities: the table of all, the page of each, what is reported of them."""
