"""The values of the history: recorded amounts, hourly spending, transactions and curves."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The amounts reported at ``until``, and at every refresh since ``since``.

    Both times are aware, in UTC and in whole seconds; amounts are finite and exact. A sample
    thinned out to one an hour or a day represents that hour or day: only ``until`` was observed.
    """

    since: datetime
    until: datetime
    total: Decimal
    available: Decimal
    amount_due: Decimal


def rfc_3339(at: datetime, timespec: str = "milliseconds") -> str:
    """Format a time (aware, UTC) like "2026-11-03T12:03:41.512Z".

    ``timespec`` is as in isoformat.
    """
    return at.isoformat(timespec=timespec).replace("+00:00", "Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class HourSpending:
    """One hour of one wallet. ``hour`` is its start (aware, UTC, a full hour).

    ``spent`` is the sum of all falls of the total in it, ``topped_up`` that of all rises. Both are
    0 or more and exclude reserved amounts. A fall over several hours without samples is spread over
    them evenly. ``seconds`` of the hour are accounted for, 0 to 3600.
    """

    hour: datetime
    spent: Decimal
    topped_up: Decimal
    seconds: int


@dataclass(frozen=True, slots=True)
class Transaction:
    """One entry of the service's transaction list. ``at`` is aware and in UTC.

    ``amount`` is in the wallet's unit and negative if it left the wallet. ``name`` describes it,
    such as a job's name; "" for none. It is the service's text without unprintable characters.
    """

    at: datetime
    amount: Decimal
    name: str


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
