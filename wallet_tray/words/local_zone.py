"""The zone of this computer, with its clock changes."""

from datetime import datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """Asks the system for the offset of each moment.

    ``datetime.astimezone()`` gives the offset of one moment only: a week ago the clock may have
    been another one. The system's rules are read by its C library, also where no database of zones
    is installed (Windows).
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


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  in UTC, as tzinfo.fromutc() wants it

LOCAL_ZONE = LocalZone()
