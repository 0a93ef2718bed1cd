"""States of the plan side by side, and what moved between any two."""
