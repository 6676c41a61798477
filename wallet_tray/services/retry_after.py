"""The Retry-After header (RFC 9110, section 10.2.3), read strictly."""

import re
from datetime import datetime, timedelta

from wallet_tray.services.http_date import http_date

LONGEST = timedelta(hours=1)

_SECONDS = re.compile(r"[0-9]{1,10}")


def retry_after_from(value: str | None, now: datetime) -> timedelta | None:
    """The wait that the header's value asks for, from 0 to an hour; ``now`` is aware.

    Seconds, or a date in the one form that may be sent today. None for everything else.
    """
    if value is None:
        return None
    if _SECONDS.fullmatch(value):
        return clamped(timedelta(seconds=int(value)))
    date = http_date(value)
    return None if date is None else clamped(date - now)


def clamped(wait: timedelta) -> timedelta:
    """The wait within 0 … 3600 s."""
    return min(max(wait, timedelta(0)), LONGEST)
