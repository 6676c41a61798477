"""Refreshes: a single one, and the schedule of all."""
