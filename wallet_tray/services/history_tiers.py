"""How a wallet's samples thin out with age: four tiers, each kept up to date by every record.

A tier of a width holds, for each stretch of that many seconds since 1970, the last amounts seen in
it. As all tiers are written at once, thinning out is nothing but deleting the old rows of one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

FULL = 1
FINE = 300
HOUR = 3_600
DAY = 86_400

WIDTHS = (FULL, FINE, HOUR, DAY)

# Days are those on which anything was recorded, besides the present one. Counting them in the
# order of insertion asks no clock: one that was wrong for a while makes no data old.
KEPT_DAYS = {FULL: 14, FINE: 14, HOUR: 400}
TOP_UP_DAYS = 40

# Who looks at least every quarter of an hour is taken to have watched in between.
WATCHED_SECONDS = 900

# A refresh lasts half a minute at most. An answer that is older than the newest one by no more
# than this was overtaken by another program's; by more, the clock was set back.
OVERTAKEN_SECONDS = 60

Amounts = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a tier; times are whole seconds since 1970, ``amounts`` total, available, due.

    ``seq`` tells the order of insertion: it is that of the newest full row at the time. A steady
    row held its amounts from ``since`` to ``until``; otherwise they were seen at ``until``, and
    others before, in the same stretch.
    """

    seq: int
    since: int
    until: int
    steady: bool
    amounts: Amounts


def next_row(last: Row | None, width: int, at: int, amounts: Amounts, seq: int) -> Row:
    """The newest row of a tier after ``amounts`` were seen at ``at``.

    It takes the place of ``last`` where it has the same ``seq``. ``seq`` is for a row to insert;
    None for ``last`` begins the tier.
    """
    if last is None:
        return Row(seq, at, at, True, amounts)
    inside = last.since // width == last.until // width == at // width
    if is_unchanged(last, at, amounts) and (last.steady or inside):
        return replace(last, until=at)
    if inside:
        since = min(last.since, at)
        return Row(last.seq, since, at, since == at, amounts)
    return Row(seq, at, at, True, amounts)


def is_unchanged(last: Row, at: int, amounts: Amounts) -> bool:
    """True where the wallet was watched since and its amounts stayed the same."""
    return last.amounts == amounts and 0 <= at - last.until <= WATCHED_SECONDS


def first_kept(newest_first: Iterable[tuple[int, int, int]], days: int) -> int | None:
    """The seq from which on rows are kept that go back over ``days`` days and the present one.

    The rows are (seq, since, until) of the tier of days. None where there are not so many yet.
    """
    counted = 0
    later: int | None = None
    for seq, since, until in newest_first:
        first, last = since // DAY, until // DAY
        counted += last - first + (0 if last == later else 1)
        if counted > days:
            return seq
        later = first
    return None
