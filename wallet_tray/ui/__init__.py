"""The user interface. Nothing here blocks: views are plain values, user requests are signals."""
