"""Thinning of a wallet's samples with age: four tiers, all updated by every record.

A tier divides time since 1970 into periods of its width in seconds. It keeps the last amounts of
each period. All tiers are written at once, so thinning out means only deleting old rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wallet_tray.domain.money import Figure

FULL = 1
FINE = 300
HOUR = 3_600
DAY = 86_400

EVER = 1 << 62  # more than any number of a row, and any time in seconds

WIDTHS = (FULL, FINE, HOUR, DAY)

# Only days with records count, plus the present one. They are counted in order of insertion,
# without a clock: a temporarily wrong clock makes no data old.
KEPT_DAYS = {FULL: 14, FINE: 14, HOUR: 400}
TOP_UP_DAYS = 40

# Refreshes at least every quarter of an hour count as continuous observation.
WATCHED_SECONDS = 900

# A refresh takes at most half a minute. A reply older than the newest by no more than this was
# overtaken by another program's. If it is older still, the clock was set back.
OVERTAKEN_SECONDS = 60

FIGURES = (
    Figure.TOTAL,
    Figure.RESERVED,
    Figure.DUE,
    Figure.GRANTED,
    Figure.CREDIT_LINE,
    Figure.PER_HOUR,
)
"""The figures of a sample, in the order of their columns behind ``available``."""

COLUMNS = ", ".join((Figure.AVAILABLE, *FIGURES))

THE_REST = ""
"""The stored text of what is reserved, where it is exactly the total minus the available amount."""

Amounts = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a tier: times in whole seconds since 1970, and the texts of ``COLUMNS``.

    ``seq`` is the order of insertion, taken from the newest full row at the time. A steady row had
    its amounts from ``since`` to ``until``. Otherwise the amounts were seen at ``until``, and
    others earlier in the same period.
    """

    seq: int
    since: int
    until: int
    steady: bool
    amounts: Amounts


def next_row(last: Row | None, width: int, at: int, amounts: Amounts, seq: int) -> Row:
    """Return the newest row of a tier after ``amounts`` were seen at ``at``.

    It replaces ``last`` if the ``seq`` is the same. ``seq`` is for a row to insert. None for
    ``last`` begins the tier.
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
    """Return whether the wallet was observed continuously and its amounts stayed the same."""
    return last.amounts == amounts and 0 <= at - last.until <= WATCHED_SECONDS


def first_kept(newest_first: Iterable[tuple[int, int, int]], days: int) -> int | None:
    """Return the first seq to keep for ``days`` days and the present one.

    The rows are (seq, since, until) of the tier of days. None if there are fewer days.
    """
    plural = 0
    later: int | None = None
    for seq, since, until in newest_first:
        first, last = since // DAY, until // DAY
        plural += last - first + (0 if last == later else 1)
        if plural > days:
            return seq
        later = first
    return None
