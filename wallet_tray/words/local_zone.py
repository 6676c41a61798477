"""The time zone of this computer, with its clock changes."""

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
