"""The company's shares: who owns which on any day, the register, the ledger."""
