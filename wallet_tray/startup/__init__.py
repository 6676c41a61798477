"""Everything that is set up once when the tray program starts."""
