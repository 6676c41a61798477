"""One outside thing per file. Everything here may block; nothing here knows Qt."""
