"""What the office enters of money: assumptions, and municipalities' own sums."""
