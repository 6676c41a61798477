"""Desktop notifications behind one interface."""
