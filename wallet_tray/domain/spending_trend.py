"""The trend of a wallet's daily spending, if it is significant."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from wallet_tray.domain.forecast.cumulative import SpentLine

_DAY = 24
_DAYS_NEEDED = 4
_HALVES = 6  # days from which the later half is meaningful
_IDLE = 0.05  # of the mean: initial days below are before the work began
_EXACT = 0.01  # of the mean: the least error assumed for a slope
_STEEPEST = 0.2  # a day
_AT_MOST = 3.0
_LARGEST = 30.0  # as a logarithm: beyond any value of interest
# A slope is significant above this many standard errors. Fewer days need more of them, as in
# Student's distribution.
_CHANCE, _CHANCE_OF_FEW = 1.4, 6.0


@dataclass(frozen=True, slots=True)
class Trend:
    """A trend: spending grows by ``a_day``, a share of the mean, −0.2 to 0.2; 0 is no trend.

    It was seen over ``days`` days.
    """

    a_day: float = 0.0
    days: int = 0

    def expected(self, since: float, hours: int) -> float:
        """Return the spending of the next ``hours``, in hours at the pace ``since`` days ago.

        The result is relative: 1 is the spending at that pace. The trend continues for as long as
        it was seen.
        """
        return self._grown(self.a_day, since, hours / _DAY, float(self.days))

    def at_most(self, since: float, hours: int) -> float:
        """Return the same for a trend three times as steep that never ends."""
        return self._grown(_AT_MOST * self.a_day, since, hours / _DAY, math.inf)

    def _grown(self, slope: float, since: float, ahead: float, longest: float) -> float:
        growing = min(ahead, longest)
        growth = max(-_LARGEST, min(_LARGEST, slope * growing))
        spent = growing * (math.expm1(growth) / growth if abs(growth) > 1e-6 else 1.0)
        spent += (ahead - growing) * math.exp(growth)
        return math.exp(slope * since) * spent / ahead


def trend_of(line: SpentLine) -> Trend:
    """Return the slope of a straight line through the daily sums, as far as it exceeds chance.

    A jump between two levels is no trend. It counts only as far as the later half of the days shows
    it.
    """
    ends = range(line.hours, _DAY - 1, -_DAY)
    days = [line.between(end - _DAY, end) for end in reversed(ends)]
    begin, mean = 0, sum(days) / len(days) if days else 0.0
    while begin < len(days) and days[begin] < _IDLE * mean:
        begin += 1
    days = days[begin:]
    if len(days) < _DAYS_NEEDED:
        return Trend()
    slope, error = _slope(days)
    chance = (_CHANCE + _CHANCE_OF_FEW / (len(days) - 2)) * error
    if abs(slope) <= chance:
        return Trend()
    later = _slope(days[-(len(days) // 2) :])[0] if len(days) >= _HALVES else slope
    lasting = max(0.0, min(1.0, later / slope))
    # It sets in gradually: the next refresh may show slightly less of it.
    slope *= lasting * (1 - chance / abs(slope))
    return Trend(max(-_STEEPEST, min(_STEEPEST, slope)), len(days))


def _slope(days: Sequence[float]) -> tuple[float, float]:
    """Return the least-squares slope and its standard error, as shares of the mean."""
    count = len(days)
    middle, mean = (count - 1) / 2, sum(days) / count
    if mean <= 0:
        return 0.0, 1.0
    spread = sum((day - middle) ** 2 for day in range(count))
    slope = sum((day - middle) * spent for day, spent in enumerate(days)) / spread
    rest = sum((spent - mean - slope * (day - middle)) ** 2 for day, spent in enumerate(days))
    error = math.sqrt(rest / (count - 2) / spread)
    return slope / mean, max(error / mean, _EXACT)
