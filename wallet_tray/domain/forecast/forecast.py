"""How long a wallet lasts without a top-up, from its spending in the last 14 days.

**The method** is a two-stage bootstrap of whole days. Each of 201 possible futures first draws a
set of known days, then its days from that set; recent days are likelier. A day begins at the time
of day that it is now, so quiet nights stay where they are. Each future also spends faster or slower
than its days by a factor of its own. The estimate is the median time until the balance is spent,
and the range omits 3 % of the futures at each end. All futures use the same random numbers every
time, so that the answer changes only as much as the history does.

**With less than two days of data** the futures draw hours instead of days. There is a projection
from an hour on, and in the first day only up to six times the known hours ahead.

Hours without data count like the mean of the others, and the time before the first use not at all.

**Limits.** The estimate assumes that habits continue; only the range allows for new ones. After a
jump between two levels it needs two or three days to follow. Reserved amounts are not spent yet:
running jobs have already reduced ``available``, and unused amounts return to it.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal, localcontext
from itertools import accumulate, pairwise
from random import Random

from wallet_tray.domain.exact import FORECAST
from wallet_tray.domain.forecast.outlook import (
    LONGEST,
    SECONDS_AN_HOUR,
    Forecast,
    NoProjection,
    Projection,
)
from wallet_tray.domain.history_values import HourSpending

_DAY, _WEEK, _WINDOW = 24, 7 * 24, 14 * 24  # all times are in hours
_YEAR = float(LONGEST)
_BY_DAYS = 48  # two known days: fewer cannot differ
_HOURS_NEEDED, _TIMES_AHEAD = 1, 6  # less data, or more time ahead in the first day, is a guess

_PATHS, _CUT = 201, 6  # futures, an odd number; the range leaves out six at each end
_DRAWN = 28  # hours or days until a future repeats: enough for its mean to settle
_LEAST = 0.12  # half a range, as a share of the estimate: no wallet is surer than that
_FADING = 0.75  # a day's weight over that of the next: after a jump, three days outweigh the rest

# The spread of the factors, as a logarithm. Independent uncertainties: their squares are added.
_ALWAYS = 0.25  # habits that no known day shows
_AHEAD = 0.5  # looking e − 1 times the known time ahead; 1 at most
_FEW = 0.2  # one known day; less with the square root of more
_SLOWER = 0.7  # of the first and last: wallets grow more often than they calm down

_FAST, _SOON = 2, 2  # times any known day's pace, and the hours that are left at such a pace
_REST, _QUIET, _WEEKEND = 6, 0.5, 48  # hours of a nightly rest, their share of the mean; a weekend
_IDLE, _UNUSED, _LONG_WEEKEND = 0.05, 24, 66  # share of the mean; hours before the first use
_KNOWN = 0.25  # of an hour must be known to stand for all of it
_NOTHING = 1e-15  # of all spending: sums lose it
_ENDLESS = Decimal(10) ** 12  # times all spending: never spent
_STEP = Decimal("0.01")  # hours; a rest is never rounded to 0


def project(available: Decimal, spending: Sequence[HourSpending], now: datetime) -> Forecast:
    """Return the outlook for ``available`` in its unit at ``now`` (aware: the balance's time).

    ``spending`` is in the same unit, in any order. Entries older than 14 days or in the future are
    ignored. An empty wallet has 0 hours left, whatever else is known.
    """
    if available <= 0:
        return Projection(now, Decimal(0), Decimal(0), Decimal(0))
    hours, known, total = _hours(spending, now)
    if known < _HOURS_NEEDED:
        return NoProjection.NOT_ENOUGH_DATA
    if not any(hours[:_WEEK]):
        return NoProjection.NOT_FALLING if known >= _DAY else NoProjection.NOT_ENOUGH_DATA
    amount = float(min(FORECAST.divide(available, total), _ENDLESS))
    shortest, estimate, longest = _range(hours, known, amount)
    if known < _DAY and estimate > _TIMES_AHEAD * known:
        return NoProjection.NOT_ENOUGH_DATA
    if shortest >= _YEAR:
        return NoProjection.NOT_FALLING
    rounded = [Decimal(round(end * 100)) * _STEP for end in (estimate, shortest, longest)]
    return Projection(now, max(rounded[0], _STEP), rounded[1], max(rounded[2], _STEP))


def _hours(spending: Sequence[HourSpending], now: datetime) -> tuple[list[float], float, Decimal]:
    """Return the spending in each hour until ``now``, the hours known of it, and its sum.

    The last hour is first. Shares of the sum keep amounts of any size within floats. If an hour
    occurs twice, the later entry in ``spending`` counts.
    """
    current = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    found = {(current - item.hour) // timedelta(hours=1): item for item in spending if item.seconds}
    backs = sorted(back for back in found if 0 <= back <= _WINDOW)
    with localcontext(FORECAST):
        total = sum((found[back].spent for back in backs), Decimal(0)) or Decimal(1)
    clock_spent, clock_known = ([0.0] * (max(backs, default=0) + 2) for _ in range(2))
    for back in backs:
        share = float(FORECAST.divide(found[back].spent, total))
        clock_spent[back] = share if share > _NOTHING else 0.0
        clock_known[back] = min(found[back].seconds / SECONDS_AN_HOUR, 1.0)
    # The hours end now. Each consists of the first part of one clock hour and the last part of the
    # one before. Only the first part of the current clock hour exists.
    into = (now - current) // timedelta(seconds=1) / SECONDS_AN_HOUR
    spent = [late * into + early * (1 - into) for late, early in pairwise(clock_spent)]
    known = [late * into + early * (1 - into) for late, early in pairwise(clock_known)]
    spent[0] += clock_spent[0] * (1 - into)
    known[0] += min(clock_known[0], into) - clock_known[0] * into
    while known and known[-1] < _KNOWN:
        del spent[-1], known[-1]
    mean = sum(spent) / sum(known) if known else 0.0
    hours = [
        mean if part < _KNOWN else share / part for share, part in zip(spent, known, strict=True)
    ]
    used = next((i for i in range(len(hours), 0, -1) if hours[i - 1] >= _IDLE * mean), 0)
    # A full window may begin within a weekend.
    if len(hours) - used >= (_UNUSED if len(hours) < _WINDOW else _LONG_WEEKEND) and used:
        del hours[used:]
    return hours, sum(known[: len(hours)]), total


def _range(hours: list[float], known: float, amount: float) -> tuple[float, float, float]:
    """Return when ``amount`` is spent: the earliest, about, and the latest; a year at most."""
    ends = _futures(hours, known, amount)
    estimate = ends[_PATHS // 2]
    shortest = ends[_CUT] if estimate >= _YEAR else min(ends[_CUT], estimate * (1 - _LEAST))
    longest = max(ends[-1 - _CUT], estimate * (1 + _LEAST))
    if len(hours) < _WEEK and longest > _next_rest(hours):
        longest += _WEEKEND  # not seen yet, and likely where nights are quiet
    fast = amount / hours[0] if hours[0] > _fastest_before(hours) else math.inf
    if fast <= _SOON:  # soon all is gone if it goes on; it may also stop
        estimate = min(estimate, fast)
        shortest, longest = min(shortest, estimate / 2), max(longest, estimate * 2)
    return shortest, estimate, min(longest, _YEAR)


def _fastest_before(hours: list[float]) -> float:
    """Return the pace from which the last hour is something new; infinite if it is all there is.

    It is far faster than any known day, and faster than the same hour of other days.
    """
    days = [hours[begin : begin + _DAY] for begin in range(1, len(hours) - _DAY + 1, _DAY)]
    paces = [sum(day) / len(day) for day in days or [hours[1:]] if day]
    return max([_FAST * pace for pace in paces] + hours[_DAY::_DAY], default=math.inf)


def _next_rest(hours: list[float]) -> float:
    """Return the hours until the daily rest; infinite if there is none."""
    days = len(hours) // _DAY
    day = [sum(hours[_DAY - 1 - hour : days * _DAY : _DAY]) for hour in range(_DAY)] * 2
    rests = [sum(day[hour : hour + _REST]) for hour in range(_DAY)]
    quiet = _QUIET * _REST / _DAY * sum(day) / 2
    return rests.index(min(rests)) if days and min(rests) < quiet else math.inf


def _futures(hours: list[float], known: float, amount: float) -> list[float]:
    """Return when ``amount`` is spent in each possible future, in order; a year if not before."""
    length = _DAY if known >= _BY_DAYS else 1
    count = len(hours) // length
    days = [
        list(accumulate(reversed(hours[back * length : (back + 1) * length])))
        for back in range(count)
    ]
    each = [_FADING**back if length == _DAY else 1.0 for back in range(count)]
    weights = list(accumulate(each))
    size = min(round(weights[-1] ** 2 / sum(w * w for w in each)), _DRAWN)  # effective number
    doubt = _ALWAYS**2 + _FEW**2 * _DAY / known
    slower = _SLOWER * math.sqrt(doubt)
    faster = math.sqrt(doubt + min(1.0, _AHEAD * math.log1p(amount / sum(hours))) ** 2)
    ends = []
    for path in range(_PATHS):
        chance = Random(path)  # noqa: S311  the same futures every time
        order = [chance.random() for _ in range(_DRAWN)]
        pool = chance.choices(days, cum_weights=weights, k=size)
        # The logistic distribution is near a normal one. The middle future's factor is 1.
        at = math.log((path + 0.5) / (_PATHS - path - 0.5)) * math.sqrt(3) / math.pi
        left = amount * math.exp(-at * (faster if at > 0 else slower))
        ends.append(_spent_after([pool[int(part * size)] for part in order], length, left))
    return sorted(ends)


def _spent_after(days: list[list[float]], length: int, amount: float) -> float:
    """Return the hours until ``amount`` is spent on ``days``, again and again."""
    once, whole = sum(day[-1] for day in days), len(days) * length
    if amount * whole >= once * _YEAR:
        return _YEAR
    times = int(amount / once)
    left, passed = amount - times * once, float(times * whole)
    for day in days:
        if left <= day[-1]:
            hour = bisect_left(day, left)
            begin = day[hour - 1] if hour else 0.0
            return min(_YEAR, passed + hour + (left - begin) / ((day[hour] - begin) or 1.0))
        left -= day[-1]
        passed += length
    return min(_YEAR, passed)
