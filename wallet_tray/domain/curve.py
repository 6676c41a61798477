"""The available balance over time, as a chart draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum


class Span(Enum):
    """How far back a curve goes."""

    DAY = timedelta(hours=24)
    WEEK = timedelta(days=7)
    MONTH = timedelta(days=30)


USUAL_SPAN = Span.WEEK
"""What is shown of a wallet that was watched for longer than a day, until the user chooses."""

_SHORTEST_GAP = timedelta(minutes=15)


def gap_after(interval: timedelta) -> timedelta:
    """Nobody looked for so long: three refreshes in a row that did not come, 15 minutes at least.

    ``interval`` is the time between two refreshes.
    """
    return max(3 * interval, _SHORTEST_GAP)


@dataclass(frozen=True, slots=True)
class Point:
    """What was available at ``at`` (aware, UTC)."""

    at: datetime
    available: Decimal


@dataclass(frozen=True, slots=True)
class TopUp:
    """The total rose by ``amount`` between two refreshes; ``at`` (aware, UTC) is the later one."""

    at: datetime
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Curve:
    """The stretches in which the balance was watched; between two of them nobody looked.

    Times run from ``begin`` to ``end`` (aware, UTC). A stretch has one point or more, in the
    order of their times.
    """

    span: Span
    begin: datetime
    end: datetime
    stretches: tuple[tuple[Point, ...], ...] = ()
    top_ups: tuple[TopUp, ...] = ()


def telling_places(
    times: Sequence[float], amounts: Sequence[Decimal], slot: float
) -> tuple[int, ...]:
    """Where the first, lowest, highest and last point of each slot are, in order.

    ``times`` rise; ``slot`` is in their unit. Of a value that held over more than a slot both ends
    are among them: the one is the last of its slot, the other the first.
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
