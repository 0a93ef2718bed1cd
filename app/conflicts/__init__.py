"""What is wrong with the plan: all conflicts, each with its explanation, accepted."""
