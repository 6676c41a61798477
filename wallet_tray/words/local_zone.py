"""The zone of this computer, with its clock changes.

The C library reads the zone once in a process and keeps it. What makes it look again here is
``follow_zone``: the tray program calls it whenever it shows something, a watch at each look at its
files, which it takes every ten seconds.
"""

import os
import time
from datetime import datetime, timedelta, tzinfo
from pathlib import Path


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
    """Take up the zone that the computer has now; True where it is another one than before.

    Where TZ is unset the C library looks whether /etc/localtime is another file. A file that TZ
    names may be replaced as well, which it does not notice.
    """
    global _seen
    if not hasattr(time, "tzset"):  # Windows
        return False
    before = _told()
    named = os.environ.get("TZ", "")
    seen = named, _state_of_zone(named)
    if named and named == _seen[0] and seen != _seen:
        os.environ["TZ"] = "UTC0"  # the same name twice is read once
        time.tzset()
        os.environ["TZ"] = named
    _seen = seen
    time.tzset()
    use_a_possible_zone()
    return _told() != before


def use_a_possible_zone() -> None:
    """UTC in this process and its children where TZ names a zone a day or more away from UTC.

    POSIX allows up to 167 hours (tzset(3)), Python's dates less than 24.
    """
    try:
        datetime.now().astimezone()
    except ValueError:
        os.environ["TZ"] = "UTC"
        if hasattr(time, "tzset"):  # Windows reads the variable each time
            time.tzset()


def _told() -> tuple[object, ...]:
    now = time.localtime()
    return time.tzname, time.timezone, time.altzone, now.tm_gmtoff, now.tm_zone


def _state_of_zone(named: str) -> tuple[int, ...] | None:
    try:
        status = Path(os.environ.get("TZDIR") or _ZONES, named.removeprefix(":")).stat()
    except (OSError, ValueError):  # a rule such as "CET-1CEST" is no file
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
