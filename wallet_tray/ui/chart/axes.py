"""The axes of a chart: amounts in round steps, and labels of times. No Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import gcd

from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.exact import DISPLAY
from wallet_tray.text.locale import Locale

_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10", "20"))
_MOST_STEPS = 3
_LEAST_SHARE = Decimal("0.01")
_DISTINCT = Decimal("0.02")  # of the height: two pixels


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Two to four ``ticks``, evenly ``step`` apart, from the bottom to the top of the chart."""

    ticks: tuple[Decimal, ...]
    step: Decimal

    def height(self, value: Decimal) -> float:
        """Return the position: 0 at the bottom, 1 at the top, beyond them outside the axis."""
        low, high = self.ticks[0], self.ticks[-1]
        # Amounts reach from 1e-324 to 1.8e308 in both directions: a float holds them once scaled.
        return float(DISPLAY.divide(DISPLAY.subtract(value, low), DISPLAY.subtract(high, low)))

    def is_distinct_from_zero(self, value: Decimal) -> bool:
        """Return whether ``value`` is on the axis and visibly different from zero."""
        low, high = self.ticks[0], self.ticks[-1]
        least = DISPLAY.multiply(DISPLAY.subtract(high, low), _DISTINCT)
        return low <= value <= high and value.copy_abs() >= least


def value_axis(values: Iterable[Decimal], limits: Iterable[Decimal]) -> ValueAxis:
    """Return the axis for these values; at least one is required.

    Limits that are on (not 0) and zero itself are included if they are near, so that the values
    keep half of the height. Values that differ by less than a hundredth are drawn nearly level,
    not as a cliff. If a limit is within half their size of them, their axis includes zero.
    """
    values = tuple(values)
    low, high = min(values), max(values)
    size = max(low.copy_abs(), high.copy_abs())
    least = DISPLAY.multiply(size, _LEAST_SHARE) if size else Decimal(1)
    missing = DISPLAY.subtract(least, DISPLAY.subtract(high, low))
    limits = [limit for limit in limits if limit]
    if missing > 0:
        far = DISPLAY.divide(size, 2)
        near = [one for one in limits if DISPLAY.subtract(one, high).copy_abs() <= far]
        if near:
            return _in_steps(min(low, Decimal(0)), max(high, *near))
        half = DISPLAY.divide(missing, 2)
        low, high = DISPLAY.subtract(low, half), DISPLAY.add(high, half)
    if min(values) >= 0:
        low = max(low, Decimal(0))
    reach = DISPLAY.subtract(high, low)
    nearest, farthest = DISPLAY.subtract(low, reach), DISPLAY.add(high, reach)
    for limit in (Decimal(0), *limits):
        if nearest <= limit <= farthest:
            low, high = min(low, limit), max(high, limit)
    return _in_steps(low, high)


def _in_steps(low: Decimal, high: Decimal) -> ValueAxis:
    power = DISPLAY.divide(DISPLAY.subtract(high, low), _MOST_STEPS).adjusted()
    for size in _STEPS:
        step = DISPLAY.scaleb(size, power)
        first = DISPLAY.divide(low, step).to_integral_value(ROUND_FLOOR, DISPLAY)
        last = DISPLAY.divide(high, step).to_integral_value(ROUND_CEILING, DISPLAY)
        if last - first <= _MOST_STEPS:
            ticks = tuple(
                DISPLAY.multiply(first + place, step) for place in range(int(last - first) + 1)
            )
            return ValueAxis(ticks, step)
    raise AssertionError("twenty times the first digit spans everything")


MOST_LABELS = 4
_CLOCK_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360)  # minutes between two labels
_QUARTER = 15  # minutes: the offsets of all zones in use are multiples of it
_A_DAY = timedelta(days=1)
_DAY_STEPS = ((4, 1), (8, 2))  # days shown at most: days between two labels
_WEEK = 7


def time_labels(
    span: ChartRange, begin: datetime, end: datetime, zone: tzinfo | None, locale: Locale
) -> tuple[tuple[datetime, str], ...]:
    """Return at most four moments (aware, UTC) from ``begin`` to ``end`` with texts, newest kept.

    Up to a day the labels are clock times, for a few days weekdays. For more days they are the
    days on which weeks begin. In a month all labels are dates, because a weekday says too little.
    """
    if end - begin <= _A_DAY:
        labels = list(_clock_times(begin, end, zone, locale))
    else:
        labels = [
            (at, locale.day_month(day) if span is ChartRange.MONTH else locale.weekday(day))
            for day in _midnights(begin.astimezone(zone), end)
            if begin <= (at := day.astimezone(UTC)) <= end
        ]
    return tuple(labels[-MOST_LABELS:])


def _clock_times(
    begin: datetime, end: datetime, zone: tzinfo | None, locale: Locale
) -> Iterator[tuple[datetime, str]]:
    """Yield each label by itself: clock times are uneven on a day with a clock change."""
    minutes = (end - begin) / timedelta(minutes=1)
    step = next(one for one in _CLOCK_STEPS if minutes <= MOST_LABELS * one)
    pace = timedelta(minutes=gcd(step, _QUARTER))
    at = begin.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    while at <= end:
        local = at.astimezone(zone)
        if at >= begin and (local.hour * 60 + local.minute) % step == 0:
            yield at, locale.clock(local)
        at += pace


def _midnights(first: datetime, end: datetime) -> Iterator[datetime]:
    # Wall-clock times: a day with a clock change has 23 or 25 hours, but midnights stay midnights.
    day = first.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    length = end - first
    step = next((step for days, step in _DAY_STEPS if length <= days * _A_DAY), _WEEK)
    while day.astimezone(UTC) <= end:
        if day.toordinal() % step == (step == _WEEK):  # Mondays
            yield day
        day += _A_DAY
