"""Capabilities of the operating system, one per file, with null objects where they are missing."""
