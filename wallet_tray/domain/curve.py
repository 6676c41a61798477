"""The available balance over time, as a chart draws it."""

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
