"""How good a plan is as a plan: one check a question, and a score of them all."""
