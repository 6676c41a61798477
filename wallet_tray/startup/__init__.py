"""What is switched on once when the tray program starts."""
