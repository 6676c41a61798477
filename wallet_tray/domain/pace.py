"""How fast a wallet was spent of late: over the last hour, day and week."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Context, Decimal

from wallet_tray.domain.outlook import Basis, Paces
from wallet_tray.domain.spending import HourSpending

LOOK_BACK = timedelta(days=14)
"""Older spending says too little about the days to come."""

_HOUR = timedelta(hours=1)
_SECONDS_AN_HOUR = 3600
_HOURS = {Basis.HOUR: 1, Basis.DAY: 24, Basis.WEEK: 168}
_KNOWN_SHARE = 2  # a pace is told where at least half of its time is known
# Amounts lie within a double's range and their sums and quotients well within this one.
_WIDE = Context(prec=28, Emax=999_999, Emin=-999_999)


def known_hours(spending: Sequence[HourSpending], now: datetime) -> tuple[HourSpending, ...]:
    """The hours of the last 14 days of which something is known, each one once, oldest first.

    What a clock that was wrong has put into the future is left out. The last of two records of
    one hour counts.
    """
    by_hour = {
        item.hour: item
        for item in spending
        if now - LOOK_BACK <= item.hour <= now and item.seconds > 0
    }
    return tuple(by_hour[hour] for hour in sorted(by_hour))


def paces(hours: Sequence[HourSpending], now: datetime) -> Paces:
    """The paces up to ``now`` (aware, UTC); ``hours`` as ``known_hours`` gives them."""
    by_hour = {item.hour: item for item in hours}
    return Paces(*(_pace(by_hour, now, length) for length in _HOURS.values()))


def pace_of(paces: Paces, basis: Basis) -> Decimal | None:
    """The pace that ``basis`` names."""
    return {Basis.HOUR: paces.hour, Basis.DAY: paces.day, Basis.WEEK: paces.week}[basis]


def _pace(by_hour: Mapping[datetime, HourSpending], now: datetime, length: int) -> Decimal | None:
    """The unit an hour over the last ``length`` hours; None where less than half is known."""
    begin = now - length * _HOUR
    first = begin.replace(minute=0, second=0, microsecond=0)
    spent, seconds = Decimal(0), Decimal(0)
    for number in range(length + 1):
        item = by_hour.get(first + number * _HOUR)
        if item is None:
            continue
        # Of the hour in which the time begins only the last part counts.
        share = Decimal(1)
        if number == 0:
            share -= Decimal((begin - first) // timedelta(seconds=1)) / _SECONDS_AN_HOUR
        spent = _WIDE.add(spent, _WIDE.multiply(item.spent, share))
        seconds += min(item.seconds, _SECONDS_AN_HOUR) * share
    if seconds * _KNOWN_SHARE < length * _SECONDS_AN_HOUR:
        return None
    return _WIDE.divide(_WIDE.multiply(spent, Decimal(_SECONDS_AN_HOUR)), seconds)
