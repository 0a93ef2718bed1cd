"""Timeline: all dates of the plan on one scale, row by row, and the same as a table."""
