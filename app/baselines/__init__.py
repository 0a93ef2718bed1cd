"""Baselines: states of the plan that were frozen when they were approved."""
