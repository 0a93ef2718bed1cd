"""Scenarios: what if, by small changes on top of the plan."""
