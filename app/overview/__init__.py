"""The overview: where the programme stands at the status date."""
