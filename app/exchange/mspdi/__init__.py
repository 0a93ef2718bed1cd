"""Microsoft Project's XML (MSPDI): networks out and in, and what did not fit."""
