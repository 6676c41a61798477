"""Times as scripts read them (RFC 3339)."""

from datetime import datetime


def rfc_3339(at: datetime, timespec: str = "milliseconds") -> str:
    """A time (aware, UTC) such as "2026-11-03T12:03:41.512Z"; ``timespec`` as of isoformat."""
    return at.isoformat(timespec=timespec).replace("+00:00", "Z")
