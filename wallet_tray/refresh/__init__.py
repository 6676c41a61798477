"""Refreshes of balances, single and repeated."""
