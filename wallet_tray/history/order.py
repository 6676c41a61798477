"""The recording times of rows, corrected for periods in which the clock was wrong.

The insertion order of rows is known, and is right even if the clock was wrong. A row whose time
does not fit that order was recorded under a wrong clock. It gets the time of its neighbour. The
correction is never stored. Each reading decides it from all existing rows and the current clock, so
later records can revise it.
"""

from bisect import bisect_right
from itertools import pairwise
from typing import Any

Row = tuple[Any, ...]
"""Any row that begins with since and until, in whole seconds since 1970."""

_FIRST_RELEASE = 1_767_225_600
"""2026-01-01: only a clock without a battery can show an earlier time."""

_NEVER = -(1 << 62)


def is_in_order(rows: list[Row]) -> bool:
    """Return True if no row ends before the row that was inserted before it."""
    return all(earlier[1] <= later[1] for earlier, later in pairwise(rows))


def put_in_order(rows: list[Row], now: int) -> list[Row]:
    """Return the rows in insertion order, with times that never go back.

    Times that fit the order stay unchanged. ``now`` is the clock's current time.
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
    """Return the indices of the rows that were recorded under a correct clock."""
    right: list[int] = []
    index = 0
    while index < len(rows):
        at = rows[index][1]
        if not right or at >= rows[right[-1]][1]:
            right.append(index)
            index += 1
            continue
        # The clock has gone back. Either it was ahead for the earlier rows with later times, or it
        # is behind from this row on, until it catches up.
        cut = bisect_right(right, at, key=lambda place: rows[place][1])
        back = _return(rows, index, rows[right[-1]][1])
        if _was_ahead(rows, right, cut, index, back, now):
            del right[cut:]
            # Rows that did not fit these may fit now.
            for place in range(right[-1] + 1 if right else 0, index):
                if (rows[right[-1]][1] if right else _NEVER) <= rows[place][1] <= at:
                    right.append(place)
            right.append(index)
            index += 1
        else:
            index = back
    return right


def _return(rows: list[Row], index: int, latest: int) -> int:
    """Return the first index from ``index`` on whose time is not earlier than ``latest``."""
    while index < len(rows) and rows[index][1] < latest:
        index += 1
    return index


def _was_ahead(
    rows: list[Row], right: list[int], cut: int, index: int, back: int, now: int
) -> bool:
    """Return True if the clock was ahead for the rows right[cut:].

    The alternative is that it was behind from index to back.
    """
    at, latest = rows[index][1], rows[right[-1]][1]
    returned = rows[back][1] if back < len(rows) else now
    if returned < latest:
        return True  # proved by later rows or by the current clock
    if at < _FIRST_RELEASE <= latest:
        return False
    step, length = latest - at, rows[back - 1][1] - at
    # A wrong clock jumps by its error twice: when it goes wrong and when it is corrected. One jump
    # is the one found here; these two lines look for the other.
    leapt_back = returned - rows[back - 1][1] >= step
    leapt_ahead = not cut or rows[right[cut]][1] - rows[right[cut - 1]][1] >= step
    if not (leapt_ahead and leapt_back):
        return leapt_ahead or not leapt_back
    ahead, behind = len(right) - cut, back - index
    # It has returned to its old time, as if it had only been away.
    if returned - latest <= 2 * length + step // 10:
        return ahead <= behind if cut else 3 * ahead <= behind
    return cut > 0 or ahead <= behind
