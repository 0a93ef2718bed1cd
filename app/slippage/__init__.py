"""Slippage: how planned go-live dates moved from plan to plan."""
