"""How fast a wallet was spent of late: over the last hour, day and week."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Context, Decimal, localcontext

from wallet_tray.domain.outlook import Basis, Paces
from wallet_tray.domain.spending import HourSpending

LOOK_BACK_HOURS = 14 * 24
"""Older spending says too little about the days to come."""

# Amounts lie within a double's range; their sums and quotients lie well within this one.
WIDE = Context(prec=28, Emax=999_999, Emin=-999_999)

_HOUR = timedelta(hours=1)
_SECONDS_AN_HOUR = 3600
_HOURS = {Basis.HOUR: 1, Basis.DAY: 24, Basis.WEEK: 168}
_NEEDED = 4  # a pace is told where at least a quarter of its time is known

HoursBack = Mapping[int, HourSpending]
"""What is known of the hours, by their distance: 0 is the hour that ``now`` lies in."""


def hours_back(spending: Sequence[HourSpending], now: datetime) -> dict[int, HourSpending]:
    """The hours of the last 14 days of which something is known, by their distance.

    What a wrong clock has put into the future is left out; of two records of one hour the later
    in ``spending`` counts.
    """
    current = _hour_of(now)
    return {
        back: item
        for item in spending
        if item.seconds > 0 and 0 <= (back := (current - item.hour) // _HOUR) <= LOOK_BACK_HOURS
    }


def total_spent(hours: Iterable[HourSpending]) -> Decimal:
    """The sum, to 28 digits and however large."""
    with localcontext(WIDE):
        return sum((item.spent for item in hours), Decimal(0))


def seconds_into_the_hour(now: datetime) -> int:
    """The whole seconds of its hour (in UTC) that have passed at ``now``."""
    return (now - _hour_of(now)) // timedelta(seconds=1)


def paces(hours: HoursBack, now: datetime) -> Paces:
    """The paces up to ``now`` (aware)."""
    left_out = seconds_into_the_hour(now)
    return Paces(*(_pace(hours, length, left_out) for length in _HOURS.values()))


def pace_of(known: Paces, basis: Basis) -> Decimal | None:
    """The pace that ``basis`` names."""
    return {Basis.HOUR: known.hour, Basis.DAY: known.day, Basis.WEEK: known.week}[basis]


def _pace(hours: HoursBack, length: int, left_out: int) -> Decimal | None:
    """The unit an hour over the last ``length`` hours; None where too little of them is known.

    The first of them has begun ``left_out`` seconds before that time does.
    """
    within = [hours[back] for back in range(length) if back in hours]
    spent = total_spent(within)
    seconds = sum(min(item.seconds, _SECONDS_AN_HOUR) for item in within)
    if length in hours:
        first, part = hours[length], _SECONDS_AN_HOUR - left_out
        share = WIDE.divide(Decimal(part), Decimal(_SECONDS_AN_HOUR))
        spent = WIDE.add(spent, WIDE.multiply(first.spent, share))
        seconds += min(first.seconds, part)
    if seconds * _NEEDED < length * _SECONDS_AN_HOUR:
        return None
    return WIDE.divide(WIDE.multiply(spent, Decimal(_SECONDS_AN_HOUR)), Decimal(seconds))


def _hour_of(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
