"""What municipalities have agreed to, what councils decided, and what followed."""
