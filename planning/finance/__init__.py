"""What the rollout costs and gives each municipality, year by year."""
