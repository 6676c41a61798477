"""Times in the format for scripts (RFC 3339)."""

from datetime import datetime


def rfc_3339(at: datetime, timespec: str = "milliseconds") -> str:
    """Format a time (aware, UTC) like "2026-11-03T12:03:41.512Z".

    ``timespec`` is as in isoformat.
    """
    return at.isoformat(timespec=timespec).replace("+00:00", "Z")
