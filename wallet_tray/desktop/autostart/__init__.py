"""Start at login on each system."""
