"""The board of waves, and each wave with its dates."""
