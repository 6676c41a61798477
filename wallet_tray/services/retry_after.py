"""The Retry-After header (RFC 9110, section 10.2.3), read strictly."""

import re
from datetime import UTC, datetime, timedelta

LONGEST = timedelta(hours=1)

_SECONDS = re.compile(r"[0-9]{1,10}")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# strptime would follow the language of the computer
_IMF_FIXDATE = re.compile(
    rf"({'|'.join(_DAYS)}), ([0-9]{{2}}) ({'|'.join(_MONTHS)}) ([0-9]{{4}})"
    r" ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT"
)


def retry_after_from(value: str | None, now: datetime) -> timedelta | None:
    """The wait that the header's value asks for, from 0 to an hour; ``now`` is aware.

    Seconds, or a date in the one form that may be sent today. None for everything else.
    """
    if value is None:
        return None
    if _SECONDS.fullmatch(value):
        return clamped(timedelta(seconds=int(value)))
    match = _IMF_FIXDATE.fullmatch(value)
    if match is None:
        return None
    day_name, day, month, year, *clock = match.groups()
    hour, minute, second = map(int, clock)
    try:
        date = datetime(
            int(year), _MONTHS.index(month) + 1, int(day), hour, minute, second, tzinfo=UTC
        )
    except ValueError:
        return None
    return clamped(date - now) if _DAYS[date.weekday()] == day_name else None


def clamped(wait: timedelta) -> timedelta:
    """The wait within 0 … 3600 s."""
    return min(max(wait, timedelta(0)), LONGEST)
