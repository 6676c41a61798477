"""The popup window."""
