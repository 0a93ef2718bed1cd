"""Files of other programs: the plan out, and what a file says in."""
