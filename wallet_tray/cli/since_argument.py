"""The start of a period: "30m", "12h", "7d", "4w", or a date."""

import argparse
import re
from datetime import UTC, datetime, timedelta

_SPAN = re.compile(r"([0-9]{1,9})([mhdw])")
_UNITS = {
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
# The common subset of ISO 8601 and RFC 3339; fromisoformat() alone also accepts "2026W011".
_DATE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?([Zz]|[+-][0-9]{2}:[0-9]{2})?)?"
)
_MUST_BE = "must be a time span such as 30m, 12h, 7d or 4w, or a date such as 2026-11-03"
_BEGINNING = datetime(1, 1, 2, tzinfo=UTC)


def since(text: str, now: datetime | None = None) -> datetime:
    """Return the start (aware, UTC), relative to ``now`` (aware; by default the current time).

    A date means its first moment in the local zone. A date with a time and no zone is local. Raises
    ArgumentTypeError.
    """
    now = datetime.now(UTC) if now is None else now
    span = _SPAN.fullmatch(text)
    try:
        if span is not None:
            return _before(now, int(span[1]), _UNITS[span[2]])
        if _DATE.fullmatch(text):
            return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError, OSError):  # no such day, or before the system's epoch
        pass
    raise argparse.ArgumentTypeError(_MUST_BE)


def _before(now: datetime, count: int, unit: timedelta) -> datetime:
    try:
        return max(now - count * unit, _BEGINNING)
    except OverflowError:  # before the first possible date: everything
        return _BEGINNING
