"""Sales and redemptions of shares that are announced before they are entered."""
