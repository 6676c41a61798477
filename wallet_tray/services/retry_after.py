"""A strict parser of the Retry-After header (RFC 9110, section 10.2.3)."""

import re
from datetime import datetime, timedelta

from wallet_tray.services.http_date import http_date

LONGEST = timedelta(hours=1)

_SECONDS = re.compile(r"[0-9]{1,10}")


def retry_after_from(value: str | None, now: datetime) -> timedelta | None:
    """Return the wait that the header requests, from 0 to an hour; ``now`` is aware.

    The value is seconds, or a date in the only form allowed today. None for anything else.
    """
    if value is None:
        return None
    if _SECONDS.fullmatch(value):
        return clamped(timedelta(seconds=int(value)))
    date = http_date(value)
    return None if date is None else clamped(date - now)


def clamped(wait: timedelta) -> timedelta:
    """Clamp the wait to 0 … 3600 s."""
    return min(max(wait, timedelta(0)), LONGEST)
