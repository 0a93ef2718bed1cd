"""Quality: how good the plan is as a plan, check by check and over time."""
