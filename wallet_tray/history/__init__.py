"""The recorded balances in one SQLite file."""
