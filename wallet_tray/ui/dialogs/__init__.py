"""The other windows."""
