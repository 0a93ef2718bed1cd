"""Letters on shares that change hands: written, numbered, kept."""
