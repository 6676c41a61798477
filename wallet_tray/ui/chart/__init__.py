"""The balance chart."""
