"""The labels below a chart: full hours and midnights in the reader's zone. No Qt."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from math import gcd

from wallet_tray.domain.curve import Span
from wallet_tray.text.locale import Regional

MOST_LABELS = 4
_CLOCK_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360)  # minutes between two labels
_QUARTER = 15  # minutes: all zones of today differ by so much or a multiple of it
_A_DAY = timedelta(days=1)
_DAY_STEPS = ((4, 1), (8, 2))  # up to so many days: so many days between two labels
_WEEK = 7


def time_labels(
    span: Span, begin: datetime, end: datetime, zone: tzinfo | None, regional: Regional
) -> tuple[tuple[datetime, str], ...]:
    """At most four moments (aware, UTC) between ``begin`` and ``end``, the newest ones, with texts.

    Minutes and hours by the clock, a few days by their weekdays, more days as the days on which
    weeks begin. In a month a weekday says too little: there all days have their dates.
    """
    if end - begin <= _A_DAY:
        labels = list(_clock_times(begin, end, zone, regional))
    else:
        labels = [
            (at, regional.day_month(day) if span is Span.MONTH else regional.weekday(day))
            for day in _midnights(begin.astimezone(zone), end)
            if begin <= (at := day.astimezone(UTC)) <= end
        ]
    return tuple(labels[-MOST_LABELS:])


def _clock_times(
    begin: datetime, end: datetime, zone: tzinfo | None, regional: Regional
) -> Iterator[tuple[datetime, str]]:
    """Moment by moment, as a day with a clock change has no even row of clock times."""
    minutes = (end - begin) / timedelta(minutes=1)
    step = next(one for one in _CLOCK_STEPS if minutes <= MOST_LABELS * one)
    pace = timedelta(minutes=gcd(step, _QUARTER))
    at = begin.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    while at <= end:
        local = at.astimezone(zone)
        if at >= begin and (local.hour * 60 + local.minute) % step == 0:
            yield at, regional.clock(local)
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
