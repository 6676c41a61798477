"""The parts of the running tray program that do things for its windows, each for one matter."""
