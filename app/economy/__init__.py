"""The money of the whole programme: in all, by wave, region, year, municipality."""
