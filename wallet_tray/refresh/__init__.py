"""One refresh, and keeping it going."""
