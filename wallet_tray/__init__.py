"""The balance of a prepaid compute wallet in the system tray."""

__version__ = "0.9.0"
