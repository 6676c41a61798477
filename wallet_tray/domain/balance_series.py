"""The curve of a balance over time, as the chart shows it."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum


class ChartRange(Enum):
    """The time that a curve covers."""

    DAY = timedelta(hours=24)
    WEEK = timedelta(days=7)
    MONTH = timedelta(days=30)


USUAL_SPAN = ChartRange.WEEK
"""Default for a wallet with more than a day of history, until the user chooses."""

_SHORTEST_GAP = timedelta(minutes=15)


def gap_after(interval: timedelta) -> timedelta:
    """Return the time without a balance that counts as a gap in the history.

    That is three missed refreshes in a row, and at least 15 minutes. ``interval`` is the time
    between two refreshes.
    """
    return max(3 * interval, _SHORTEST_GAP)


@dataclass(frozen=True, slots=True)
class Point:
    """The available balance at ``at`` (aware, UTC)."""

    at: datetime
    available: Decimal


@dataclass(frozen=True, slots=True)
class TopUp:
    """The total rose by ``amount`` between two refreshes; ``at`` (aware, UTC) is the later one."""

    at: datetime
    amount: Decimal


@dataclass(frozen=True, slots=True)
class BalanceSeries:
    """The segments with recorded balances, separated by gaps.

    Times run from ``begin`` to ``end`` (aware, UTC). A segment has one or more points in
    chronological order.
    """

    span: ChartRange
    begin: datetime
    end: datetime
    _: KW_ONLY
    segments: tuple[tuple[Point, ...], ...] = ()
    top_ups: tuple[TopUp, ...] = ()


def extreme_indexes(
    times: Sequence[float], amounts: Sequence[Decimal], slot: float
) -> tuple[int, ...]:
    """Return the indexes of the first, lowest, highest and last point of each slot, in order.

    ``times`` are ascending; ``slot`` is in their unit. Both ends of a value that held for more than
    a slot are included. One end is the last of its slot, the other the first.
    """
    kept: set[int] = set()
    begin, last = 0, len(times) - 1
    for place, at in enumerate(times):
        if place == last or times[place + 1] // slot > at // slot:
            inside = range(begin, place + 1)
            lowest, highest = (pick(inside, key=amounts.__getitem__) for pick in (min, max))
            kept |= {begin, lowest, highest, place}
            begin = place + 1
    return tuple(sorted(kept))
