"""The spending pace of a wallet over the last hour, day and week."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal, localcontext

from wallet_tray.domain.exact import FORECAST
from wallet_tray.domain.forecast.outlook import SECONDS_AN_HOUR, Basis, BurnRates
from wallet_tray.domain.history_values import HourSpending

LOOK_BACK_HOURS = 14 * 24
"""Older spending says too little about the coming days."""

_HOUR = timedelta(hours=1)

DAY = 24
WEEK = 168
"""In hours, as all lengths of time in a forecast."""

_HOURS = {Basis.HOUR: 1, Basis.DAY: DAY, Basis.WEEK: WEEK}
_NEEDED = 4  # a pace needs data for at least a quarter of its period

HoursBack = Mapping[int, HourSpending]
"""The known hours by distance: 0 is the hour that contains ``now``."""


def hours_back(spending: Sequence[HourSpending], now: datetime) -> dict[int, HourSpending]:
    """Return the known hours of the last 14 days by distance.

    Future hours, the result of a wrong clock, are ignored. If an hour occurs twice, the later entry
    in ``spending`` counts.
    """
    current = _hour_of(now)
    return {
        back: item
        for item in spending
        if item.seconds > 0 and 0 <= (back := (current - item.hour) // _HOUR) <= LOOK_BACK_HOURS
    }


def total_spent(hours: Iterable[HourSpending]) -> Decimal:
    """Return the sum, to 28 digits and of any size."""
    with localcontext(FORECAST):
        return sum((item.spent for item in hours), Decimal(0))


def seconds_into_the_hour(now: datetime) -> int:
    """Return the whole seconds elapsed in the current hour (UTC) at ``now``."""
    return (now - _hour_of(now)) // timedelta(seconds=1)


def paces(hours: HoursBack, now: datetime) -> BurnRates:
    """Return the paces up to ``now`` (aware)."""
    left_out = seconds_into_the_hour(now)
    return BurnRates(*(_pace(hours, length, left_out) for length in _HOURS.values()))


def pace_of(known: BurnRates, basis: Basis) -> Decimal | None:
    """Return the pace that ``basis`` names."""
    return {Basis.HOUR: known.hour, Basis.DAY: known.day, Basis.WEEK: known.week}[basis]


def _pace(hours: HoursBack, length: int, left_out: int) -> Decimal | None:
    """Return the pace in the unit an hour over the last ``length`` hours.

    None if too little of them is known. The first hour began ``left_out`` seconds before the
    period.
    """
    within = [hours[back] for back in range(length) if back in hours]
    spent = total_spent(within)
    seconds = sum(min(item.seconds, SECONDS_AN_HOUR) for item in within)
    if length in hours:
        first, part = hours[length], SECONDS_AN_HOUR - left_out
        share = FORECAST.divide(Decimal(part), Decimal(SECONDS_AN_HOUR))
        spent = FORECAST.add(spent, FORECAST.multiply(first.spent, share))
        seconds += min(first.seconds, part)
    if seconds * _NEEDED < length * SECONDS_AN_HOUR:
        return None
    return FORECAST.divide(FORECAST.multiply(spent, Decimal(SECONDS_AN_HOUR)), Decimal(seconds))


def _hour_of(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
