"""History: who changed what, what moved with it, and the way back."""
