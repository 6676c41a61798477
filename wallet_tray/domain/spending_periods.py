"""The latest drops of a wallet: periods of spending between pauses, and their names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from wallet_tray.domain.exact import exact_difference
from wallet_tray.domain.history_values import Sample, Transaction, counted_change

DROPS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Drop:
    """A fall of the wallet by ``amount`` (more than 0) from ``begin`` to ``end`` (aware, UTC).

    ``name`` describes the largest part if the service reports it, else it is "". ``more`` is the
    number of further names. The name is the service's text.
    """

    begin: datetime
    end: datetime
    amount: Decimal
    name: str = ""
    more: int = 0


def last_drops(
    samples: Sequence[Sample], pause: timedelta, limit: int = DROPS_SHOWN
) -> tuple[Drop, ...]:
    """Return the last ``limit`` periods in which the total fell, newest first.

    ``samples`` are one wallet's, oldest first. A period ends when the total rises or stays the same
    for ``pause`` or longer. A fall during a gap of ``pause`` or longer without samples is its own
    drop. It lasts from the last sample before the gap to the first one after it, because the exact
    time is unknown. So ``pause`` must be longer than the refresh interval. Reserved amounts are not
    drops, as they do not lower the total.
    """
    segments: list[list[Sample]] = []  # for each drop: the samples before it and at its end
    open_to_older = False
    for after, before in pairwise(reversed(samples)):
        change = counted_change(before, after)
        if change > 0:
            open_to_older = False
        if change >= 0:
            continue
        unwatched = after.since - before.until >= pause
        held = segments[-1][0].until - after.since if segments else pause
        if open_to_older and not unwatched and held < pause:
            segments[-1][0] = before
        elif len(segments) < limit:
            segments.append([before, after])
        else:
            break
        open_to_older = not unwatched
    return tuple(_drop(before, after) for before, after in segments)


def _drop(before: Sample, after: Sample) -> Drop:
    begin = min(before.until, after.since)  # the clock may have been set back
    return Drop(begin, after.since, counted_change(before, after).copy_negate())


def named(
    drops: Sequence[Drop], transactions: Sequence[Transaction], slack: timedelta
) -> tuple[Drop, ...]:
    """Return the drops with the names of the payments made during them.

    ``slack`` (at least 0) is how far a transaction may lie outside a drop's time, because the
    service's clock and records differ from ours. A transaction near several drops belongs to the
    nearest. The most expensive name is kept and the others are counted.
    """
    spent: list[dict[str, Decimal]] = [{} for _ in drops]
    for transaction in transactions:
        if transaction.amount >= 0 or not transaction.name or not drops:
            continue
        distances = [_distance(drop, transaction.at) for drop in drops]
        nearest = min(range(len(drops)), key=distances.__getitem__)
        if distances[nearest] <= slack:
            names = spent[nearest]
            before = names.get(transaction.name, Decimal(0))
            names[transaction.name] = exact_difference(before, transaction.amount)
    return tuple(
        replace(drop, name=max(names, key=names.__getitem__), more=len(names) - 1)
        if names
        else drop
        for drop, names in zip(drops, spent, strict=True)
    )


def _distance(drop: Drop, at: datetime) -> timedelta:
    return max(drop.begin - at, at - drop.end, timedelta(0))
