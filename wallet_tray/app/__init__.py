"""The parts of the running tray program behind its windows, one per subject."""
