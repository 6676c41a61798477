"""When rows were recorded, where the clock was wrong for a while.

Rows are known in the order in which they were inserted, and that order is right whatever the clock
said. A row whose time does not fit in was recorded under a wrong clock: it gets the time of its
neighbour. Nothing of that is written down. It is decided at each reading, from all rows that are
there and the clock as it is now, so that what is recorded later can show that it was otherwise.
"""

from bisect import bisect_right
from itertools import pairwise
from typing import Any

Row = tuple[Any, ...]
"""Any row that begins with since and until, in whole seconds since 1970."""

_FIRST_RELEASE = 1_767_225_600
"""2026-01-01: nothing was recorded before, but under a clock without a battery."""

_NEVER = -(1 << 62)


def is_in_order(rows: list[Row]) -> bool:
    """True where each row ends no sooner than the one that was inserted before it."""
    return all(earlier[1] <= later[1] for earlier, later in pairwise(rows))


def put_in_order(rows: list[Row], now: int) -> list[Row]:
    """The rows in their order of insertion, with times of which none is before an earlier one.

    Times that fit in stay as they are. ``now`` is the clock as it is at this moment.
    """
    if is_in_order(rows):
        return rows
    right = _right(rows, now)
    after = iter([*right, None])
    following = next(after)
    mended = []
    begin: int | None = None
    for index, row in enumerate(rows):
        since, until = row[0], row[1]
        if index == following:
            begin, following = until, next(after)
        else:
            if following is not None:
                end = rows[following][0] if begin is None else max(rows[following][0], begin)
                since, until = min(since, end), min(until, end)
            if begin is not None:
                since, until = max(since, begin), max(until, begin)
            begin = until
        mended.append((since, until, *row[2:]))
    return mended


def _right(rows: list[Row], now: int) -> list[int]:
    """The rows that were recorded under a clock that was right, by their places."""
    right: list[int] = []
    index = 0
    while index < len(rows):
        at = rows[index][1]
        if not right or at >= rows[right[-1]][1]:
            right.append(index)
            index += 1
            continue
        # The clock has gone back: it was ahead for the rows that are later than this one, or it is
        # behind from this one on, until it comes back to where it was.
        cut = bisect_right(right, at, key=lambda place: rows[place][1])
        back = _return(rows, index, rows[right[-1]][1])
        if _was_ahead(rows, right, cut, index, back, now):
            del right[cut:]
            # What did not fit in with them may fit in without them.
            for place in range(right[-1] + 1 if right else 0, index):
                if (rows[right[-1]][1] if right else _NEVER) <= rows[place][1] <= at:
                    right.append(place)
            right.append(index)
            index += 1
        else:
            index = back
    return right


def _return(rows: list[Row], index: int, latest: int) -> int:
    """The first place from ``index`` on that is no earlier than ``latest``."""
    while index < len(rows) and rows[index][1] < latest:
        index += 1
    return index


def _was_ahead(
    rows: list[Row], right: list[int], cut: int, index: int, back: int, now: int
) -> bool:
    """Whether the clock was ahead for the rows right[cut:], and not behind from index to back."""
    at, latest = rows[index][1], rows[right[-1]][1]
    returned = rows[back][1] if back < len(rows) else now
    if returned < latest:
        return True  # later rows prove it, or the clock as it is now
    if at < _FIRST_RELEASE <= latest:
        return False
    step, length = latest - at, rows[back - 1][1] - at
    # A wrong clock leaps by as much as it is wrong, once when it goes wrong and once when it is
    # set right; the other leap is that which was met.
    leapt_back = returned - rows[back - 1][1] >= step
    leapt_ahead = not cut or rows[right[cut]][1] - rows[right[cut - 1]][1] >= step
    if not (leapt_ahead and leapt_back):
        return leapt_ahead or not leapt_back
    ahead, behind = len(right) - cut, back - index
    # It has come back to where it was, as if it had only been away.
    if returned - latest <= 2 * length + step // 10:
        return ahead <= behind if cut else 3 * ahead <= behind
    return cut > 0 or ahead <= behind
