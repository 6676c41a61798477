"""The last drops of a wallet: stretches of spending between pauses, and what they were."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Context, Decimal
from itertools import pairwise

from wallet_tray.domain.sample import Sample
from wallet_tray.domain.transaction import Transaction

DROPS_SHOWN = 5

# An amount has at most 400 characters and lies within a double's range: so many digits hold the
# difference of any two, and the sum of any few, where the default 28 would round.
_EXACT = Context(prec=1500, Emax=999_999, Emin=-999_999)


@dataclass(frozen=True, slots=True)
class Drop:
    """The total fell by ``amount`` (more than 0) between ``begin`` and ``end`` (aware, UTC).

    ``name`` says what the most of it was where the service tells, else ""; ``more`` is how many
    further names belong to it. The name is text of the service.
    """

    begin: datetime
    end: datetime
    amount: Decimal
    name: str = ""
    more: int = 0


def last_drops(
    samples: Sequence[Sample], pause: timedelta, limit: int = DROPS_SHOWN
) -> tuple[Drop, ...]:
    """The last ``limit`` stretches in which the total fell, the newest first.

    ``samples`` are one wallet's, the oldest first. A total that held for ``pause`` or longer, or
    rose, ends a stretch. A fall while nobody looked for ``pause`` or longer is a stretch of its
    own, from when the wallet was last seen before to when it was first seen after it: nobody knows
    when in it the wallet fell. So ``pause`` must be longer than the time between two refreshes.
    What is only reserved is no drop: it lowers no total.
    """
    stretches: list[list[Sample]] = []  # what was seen before each, and at its end
    open_to_older = False
    for after, before in pairwise(reversed(samples)):
        if after.total > before.total:
            open_to_older = False
        if after.total >= before.total:
            continue
        unwatched = after.since - before.until >= pause
        held = stretches[-1][0].until - after.since if stretches else pause
        if open_to_older and not unwatched and held < pause:
            stretches[-1][0] = before
        elif len(stretches) < limit:
            stretches.append([before, after])
        else:
            break
        open_to_older = not unwatched
    return tuple(_drop(before, after) for before, after in stretches)


def _drop(before: Sample, after: Sample) -> Drop:
    begin = min(before.until, after.since)  # a clock may have been put back
    return Drop(begin, after.since, _EXACT.subtract(before.total, after.total))


def named(
    drops: Sequence[Drop], transactions: Sequence[Transaction], slack: timedelta
) -> tuple[Drop, ...]:
    """The drops with the names of the transactions that left the wallet in their time.

    ``slack`` (at least 0) is how far outside of a drop's time a transaction may lie, since the
    service's clock and its books are not ours; one that is near to several drops belongs to the
    nearest. Of several names the one that cost the most is told, and the others are counted.
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
            names[transaction.name] = _EXACT.subtract(before, transaction.amount)
    return tuple(
        replace(drop, name=max(names, key=names.__getitem__), more=len(names) - 1)
        if names
        else drop
        for drop, names in zip(drops, spent, strict=True)
    )


def _distance(drop: Drop, at: datetime) -> timedelta:
    return max(drop.begin - at, at - drop.end, timedelta(0))
