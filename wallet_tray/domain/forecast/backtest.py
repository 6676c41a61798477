"""The error of the same projection at earlier moments (backtesting)."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from wallet_tray.domain.forecast.cumulative import CumulativeSpend
from wallet_tray.domain.forecast.daily_profile import DailyProfile

_AHEAD = (1, 2, 4, 8, 16, 24, 48, 72, 120, 168)  # hours
_AT_MOST = 0.6  # of the line: the projection needs the rest as its input
_LOOKS_BACK = 12
FIRST_LOOK = 11  # hours from the line's beginning, if it is long enough
_ROUGHLY = 0.5  # hours of the mean pace: near zero, yet usable in a ratio


@dataclass(frozen=True, slots=True)
class PastErrors:
    """The worst errors of several backtests, by hours ahead.

    The errors are logarithms of actual spending over projected spending. ``slower`` is 0 or less,
    ``faster`` 0 or more.
    """

    ahead: Sequence[int]
    slower: Sequence[float]
    faster: Sequence[float]

    def over(self, hours: int) -> tuple[float, float]:
        """Return ``slower`` and ``faster`` for ``hours`` ahead, at most the longest distance."""
        if not self.ahead:
            return 0.0, 0.0
        right = bisect_left(self.ahead, hours)
        if right == 0:
            return self.slower[0], self.faster[0]
        if right == len(self.ahead):
            return self.slower[-1], self.faster[-1]
        left = right - 1
        part = math.log(hours / self.ahead[left]) / math.log(self.ahead[right] / self.ahead[left])
        return (
            self.slower[left] + part * (self.slower[right] - self.slower[left]),
            self.faster[left] + part * (self.faster[right] - self.faster[left]),
        )


def pace_at(line: CumulativeSpend, rhythm: DailyProfile, place: int, window: int) -> float:
    """Return the pace of the ``window`` hours before ``place``, without the daily rhythm."""
    begin = max(0, place - window)
    weight = rhythm.weight(begin - line.hours, place - begin)
    return line.between(begin, place) / weight


def past_errors(line: CumulativeSpend, rhythm: DailyProfile, window: int) -> PastErrors:
    """Run backtests from up to 12 moments for each distance ahead that fits into the line."""
    hours, sums = line.hours, line.sums
    little = _ROUGHLY * sums[-1] / hours
    first = max(1, min(FIRST_LOOK, hours // 2))
    ahead, slower, faster = [], [], []
    for distance in _AHEAD:
        last = hours - distance
        if distance > _AT_MOST * hours or last < first:
            break
        step = max(1, -(-(last - first) // _LOOKS_BACK))
        ratios = []
        for place in range(last, first - 1, -step):
            projected = pace_at(line, rhythm, place, window)
            projected *= rhythm.weight(place - hours, distance)
            ratios.append((sums[place + distance] - sums[place] + little) / (projected + little))
        ahead.append(distance)
        slower.append(min(0.0, math.log(min(ratios))))
        faster.append(max(0.0, math.log(max(ratios))))
    return PastErrors(ahead, slower, faster)
