"""The wallet services: the only place that knows a host, a path, a unit or a field."""

DEFAULT = "bytenite"
"""The id of the provider of a fresh installation."""
