"""Assignment of a change of the total to hours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from itertools import chain
from typing import Any

from wallet_tray.history.amounts import SUMS, amount_or_none, difference, text_of
from wallet_tray.history.tiers import HOUR, WATCHED_SECONDS

LONGEST_SECONDS = 30 * 86_400

_NONE = Decimal(0)
# A share is an estimate, so twelve digits are enough and keep the rows short.
_SHARE = Context(prec=12, Emax=999_999, Emin=-999_999)


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a change that belongs to one hour; ``hour`` is its first second since 1970."""

    hour: int
    spent: Decimal
    topped_up: Decimal
    seconds: int


def shares(begin: int, end: int, change: Decimal) -> Iterator[Share]:
    """Yield the hours between two records at ``begin`` and ``end`` (seconds since 1970).

    ``change`` is the increase of the total. A rise is a top-up at ``end``. After a long gap, the
    spending before a rise is unknown, so no seconds are accounted for. A fall is spread evenly, and
    its shares add up to it. Over more than 30 days nothing is assigned. If the clock was set back,
    the whole fall is in the hour of ``end``.
    """
    length = end - begin
    if length > LONGEST_SECONDS:
        if change > 0:
            yield Share(_hour(end), _NONE, change, 0)
        return
    if change > 0:
        yield Share(_hour(end), _NONE, change, 0)
        if length > WATCHED_SECONDS:
            return
    fall = -change if change < 0 else _NONE
    if length <= 0:
        if fall:
            yield Share(_hour(end), fall, _NONE, 0)
        return
    told = _NONE
    for hour in range(_hour(begin), end, HOUR):
        to = min(hour + HOUR, end)
        seconds = to - max(hour, begin)
        so_far = fall if to == end else _part(fall, to - begin, length)
        yield Share(hour, SUMS.subtract(so_far, told), _NONE, seconds)
        told = so_far


def spending_of(
    rows: Iterable[tuple[Any, ...]], begin: int, end: int
) -> list[tuple[int, str, str, int]]:
    """The hours from ``begin`` to ``end``, as they would have been written down by these rows.

    The rows (since, until, steady, total) are in order; the hours come as their table has them.
    """
    hours: dict[int, tuple[Decimal, Decimal, int]] = {}
    before: tuple[int, Decimal] | None = None
    for since, until, steady, text in rows:
        total = amount_or_none(text)
        if total is None:
            continue
        parts = [shares(since, until, _NONE)] if steady else []
        if before is not None:
            then = since if steady else until
            parts.append(shares(before[0], then, difference(total, before[1])))
        for share in chain(*parts):
            spent, topped_up, seconds = hours.get(share.hour, (_NONE, _NONE, 0))
            hours[share.hour] = (
                SUMS.add(spent, share.spent),
                SUMS.add(topped_up, share.topped_up),
                min(HOUR, seconds + share.seconds),
            )
        before = until, total
    return [
        (hour, text_of(spent), text_of(topped_up), seconds)
        for hour, (spent, topped_up, seconds) in sorted(hours.items())
        if begin <= hour <= end
    ]


def _part(fall: Decimal, seconds: int, length: int) -> Decimal:
    return _SHARE.divide(_SHARE.multiply(fall, Decimal(seconds)), Decimal(length)) if fall else fall


def _hour(at: int) -> int:
    return at - at % HOUR
