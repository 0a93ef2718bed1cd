"""What a visitor chooses for themself: the language, the demonstration's role."""
