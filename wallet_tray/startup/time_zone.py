"""The computer's time zone. Every start imports this, so it imports little itself."""

import os
import time
from datetime import datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """A time zone that queries the system for the offset of each moment.

    ``datetime.astimezone()`` uses the offset of one moment only; a week ago the offset may have
    differed. The C library knows the system's rules even without an installed zone database
    (Windows).
    """

    def fromutc(self, at: datetime) -> datetime:
        utc = at.replace(tzinfo=None) - _EPOCH
        return datetime.fromtimestamp(utc.total_seconds()).replace(tzinfo=self)  # noqa: DTZ006

    def utcoffset(self, at: datetime | None) -> timedelta | None:
        return None if at is None else at.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, at: datetime | None) -> timedelta | None:
        return None

    def tzname(self, at: datetime | None) -> str | None:
        return None if at is None else at.replace(tzinfo=None).astimezone().tzname()


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  in UTC, as tzinfo.fromutc() requires

LOCAL_ZONE = LocalZone()

_ZONES = "/usr/share/zoneinfo"
_seen: tuple[str, tuple[int, ...] | None] = "", None  # what TZ names, and the state of its file


def follow_zone() -> bool:
    """Apply the computer's current zone; return True if it has changed.

    Without TZ, the C library checks if /etc/localtime is another file. A file that TZ names may be
    replaced as well, which the library does not notice.
    """
    global _seen
    if not hasattr(time, "tzset"):  # Windows
        return False
    before = _zone_values()
    named = os.environ.get("TZ", "")
    seen = named, _state_of_zone(named) if named else None
    if named and named == _seen[0] and seen != _seen:
        os.environ["TZ"] = "UTC0"  # the C library reads the same name only once
        time.tzset()
        os.environ["TZ"] = named
    _seen = seen
    time.tzset()
    use_valid_timezone()
    return _zone_values() != before


def use_valid_timezone() -> None:
    """Use UTC in this process and its children if TZ names a zone a day or more from UTC.

    POSIX allows up to 167 hours (tzset(3)), Python's dates less than 24.
    """
    try:
        datetime.now().astimezone()
    except ValueError:
        os.environ["TZ"] = "UTC"
        if hasattr(time, "tzset"):  # Windows reads the variable each time
            time.tzset()


def _zone_values() -> tuple[object, ...]:
    now = time.localtime()
    return time.tzname, time.timezone, time.altzone, now.tm_gmtoff, now.tm_zone


def _state_of_zone(named: str) -> tuple[int, ...] | None:
    from pathlib import Path  # most computers have no TZ

    try:
        status = Path(os.environ.get("TZDIR") or _ZONES, named.removeprefix(":")).stat()
    except (OSError, ValueError):  # a rule such as "CET-1CEST" is no file
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
