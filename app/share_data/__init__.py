"""What entries of shares are held against: owners, the annex, the board's meetings."""
