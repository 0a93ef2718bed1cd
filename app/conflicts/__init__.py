"""What is wrong with the plan, told in sentences."""
