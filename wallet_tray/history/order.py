"""The recording times of rows, corrected for periods in which the clock was wrong.

The insertion order of rows is known, and is right even if the clock was wrong. The right times are
the longest series that never goes back and ends no later than now (the longest non-decreasing
subsequence). Every other row was recorded under a wrong clock and gets its neighbour's time.

A single jump does not show which side of it is wrong. All rows together do, with any number of
wrong clocks, ahead or behind: most rows agree with the correct one. Between equal numbers the later
rows are right. There are two exceptions. A time before the first release is never right if any is
later. The first row has no earlier ones to confirm it. It and the rows that agree with it are only
wrong if three times as many contradict them.

The correction is never stored. Each reading decides it from all existing rows and the current
clock, so later records can revise it.
"""

from bisect import bisect_right
from itertools import pairwise
from typing import Any

Row = tuple[Any, ...]
"""Any row that begins with since and until, in whole seconds since 1970."""

_FIRST_RELEASE = 1_767_225_600
"""2026-01-01: only a clock without a battery can show an earlier time."""

_TRUST = 3
"""The rows needed to contradict each of those that agree with the first."""


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
    possible = [place for place, row in enumerate(rows) if row[1] <= now]
    if any(rows[place][1] >= _FIRST_RELEASE for place in possible):
        possible = [place for place in possible if rows[place][1] >= _FIRST_RELEASE]
    longest = _longest(rows, possible)
    if not possible or longest[0] == possible[0]:
        return longest
    first = rows[possible[0]][1]
    trusted = _longest(rows, [place for place in possible if rows[place][1] >= first])
    common = len(set(longest) & set(trusted))
    doubted, doubting = len(trusted) - common, len(longest) - common
    return trusted if _TRUST * doubted > doubting else longest


def _longest(rows: list[Row], places: list[int]) -> list[int]:
    """Return the longest part of ``places`` whose times never go back; of several, a late one."""
    ends: list[int] = []  # by length: the earliest time at which so many rows can end
    last: list[int] = []  # the place of that row
    before: dict[int, int | None] = {}
    for place in places:
        at = rows[place][1]
        length = bisect_right(ends, at)
        before[place] = last[length - 1] if length else None
        ends[length : length + 1] = [at]
        last[length : length + 1] = [place]
    chain: list[int] = []
    following = last[-1] if last else None
    while following is not None:
        chain.append(following)
        following = before[following]
    return chain[::-1]
