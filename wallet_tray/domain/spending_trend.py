"""Whether a wallet is spent faster or slower day by day, where that is plain to see."""

import math
from collections.abc import Sequence

from wallet_tray.domain.spent_line import SpentLine

_DAY = 24
_DAYS_NEEDED = 4
_IDLE = 0.05  # of the mean: days of less at the begin are those before the work began
_PLAIN = 2.0  # the slope is so many times its standard error
_EXACT = 0.01  # of the mean: no slope is told from fewer errors than this
_LASTING = 7  # days from which on the second half has to show the same
_STEEPEST = 0.2  # a day


def trend_of(line: SpentLine) -> float:
    """By which share of the mean the spending grows a day, −0.2 to 0.2; 0 unless it is plain.

    The slope of a straight line through the sums of the days. A jump between two levels is no
    trend: from a week on, the later half of the days has to go the same way.
    """
    ends = range(line.hours, _DAY - 1, -_DAY)
    days = [line.between(end - _DAY, end) for end in reversed(ends)]
    begin, mean = 0, sum(days) / len(days) if days else 0.0
    while begin < len(days) and days[begin] < _IDLE * mean:
        begin += 1
    days = days[begin:]
    if len(days) < _DAYS_NEEDED:
        return 0.0
    slope, error = _slope(days)
    if abs(slope) < _PLAIN * error:
        return 0.0
    if len(days) >= _LASTING and slope * _slope(days[-(len(days) // 2) :])[0] <= 0:
        return 0.0
    return max(-_STEEPEST, min(_STEEPEST, slope))


def grown(trend: float, days: float) -> float:
    """What ``days`` days of a trend come to, as a multiple of as many days of today's pace."""
    growth = max(-30.0, min(30.0, trend * days))
    return math.expm1(growth) / growth if abs(growth) > 1e-6 else 1.0


def _slope(days: Sequence[float]) -> tuple[float, float]:
    """The slope of the least squares and its standard error, as shares of the mean."""
    count = len(days)
    middle, mean = (count - 1) / 2, sum(days) / count
    if mean <= 0:
        return 0.0, 1.0
    spread = sum((day - middle) ** 2 for day in range(count))
    slope = sum((day - middle) * spent for day, spent in enumerate(days)) / spread
    rest = sum((spent - mean - slope * (day - middle)) ** 2 for day, spent in enumerate(days))
    error = math.sqrt(rest / (count - 2) / spread)
    return slope / mean, max(error / mean, _EXACT)
