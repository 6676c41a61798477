"""The labels below a chart: full hours and midnights in the reader's zone. No Qt."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from wallet_tray.domain.curve import Span
from wallet_tray.words.regional import Regional

MOST_LABELS = 4
_HOURS = 6  # between two labels of a day
_DAYS = 2  # between two labels of a week
_WEEK = 7


def time_labels(
    span: Span, begin: datetime, end: datetime, zone: tzinfo | None, regional: Regional
) -> tuple[tuple[datetime, str], ...]:
    """Return the newest moments (aware, UTC) between ``begin`` and ``end``, with their texts.

    There are at most four. A day is labelled with hours, a week with weekdays, a month with the
    days on which weeks begin.
    """
    labels = [
        (at, text)
        for local, text in _round_times(span, begin.astimezone(zone), end, regional)
        if begin <= (at := local.astimezone(UTC)) <= end
    ]
    return tuple(labels[-MOST_LABELS:])


def _round_times(
    span: Span, first: datetime, end: datetime, regional: Regional
) -> Iterator[tuple[datetime, str]]:
    # Wall-clock times: a day with a clock change has 23 or 25 hours, but midnights stay midnights.
    day = first.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    while day.astimezone(UTC) <= end:
        if span is Span.DAY:
            for hour in range(0, 24, _HOURS):
                at = day.replace(hour=hour)
                yield at, regional.clock(at)
        elif span is Span.WEEK:
            if day.toordinal() % _DAYS == 0:
                yield day, regional.weekday(day)
        elif day.toordinal() % _WEEK == 1:  # Mondays
            yield day, regional.day_month(day)
        day += timedelta(days=1)
