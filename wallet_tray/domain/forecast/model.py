"""The expected future spending, with an upper and a lower bound."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wallet_tray.domain.forecast.backtest import PastErrors, pace_at, past_errors
from wallet_tray.domain.forecast.burn_rate import DAY, WEEK
from wallet_tray.domain.forecast.cumulative import IDLE, CumulativeSpend
from wallet_tray.domain.forecast.daily_profile import DailyProfile, daily_profile
from wallet_tray.domain.forecast.outlook import LONGEST

_DAYS_NEEDED = 4
_HALVES = 6  # days from which the later half is meaningful
_EXACT = 0.01  # of the mean: the least error assumed for a slope
_STEEPEST = 0.2  # a day
_AT_MOST = 3.0
_LARGEST = 30.0  # as a logarithm: beyond any value of interest
# A slope is significant above this many standard errors. Fewer days need more of them, as in
# Student's distribution.
_TREND_CHANCE, _CHANCE_OF_FEW = 1.4, 6.0


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
        return self._grown(self.a_day, since, hours / DAY, float(self.days))

    def at_most(self, since: float, hours: int) -> float:
        """Return the same for a trend three times as steep that never ends."""
        return self._grown(_AT_MOST * self.a_day, since, hours / DAY, math.inf)

    def _grown(self, slope: float, since: float, ahead: float, longest: float) -> float:
        growing = min(ahead, longest)
        growth = max(-_LARGEST, min(_LARGEST, slope * growing))
        spent = growing * (math.expm1(growth) / growth if abs(growth) > 1e-6 else 1.0)
        spent += (ahead - growing) * math.exp(growth)
        return math.exp(slope * since) * spent / ahead


def trend_of(line: CumulativeSpend) -> Trend:
    """Return the slope of a straight line through the daily sums, as far as it exceeds chance.

    A jump between two levels is no trend. It counts only as far as the later half of the days shows
    it.
    """
    ends = range(line.hours, DAY - 1, -DAY)
    days = [line.between(end - DAY, end) for end in reversed(ends)]
    begin, mean = 0, sum(days) / len(days) if days else 0.0
    while begin < len(days) and days[begin] < IDLE * mean:
        begin += 1
    days = days[begin:]
    if len(days) < _DAYS_NEEDED:
        return Trend()
    slope, error = _slope(days)
    chance = (_TREND_CHANCE + _CHANCE_OF_FEW / (len(days) - 2)) * error
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


FARTHEST = int(LONGEST)
"""Hours of a year: the projection's limit."""

_WEEKEND = 48

# The uncertainties of the range, as logarithms of how much faster or slower the spending may be
# than projected. They are independent, so their squares are added. Calibrated on made-up wallets.
_ALWAYS = 0.2
_EACH_DAY = 0.033  # grows with the square root of the days ahead
_CHANCE = 2.7  # standard errors of the mean of uneven hours
_GROWTH = 0.45  # for looking e − 1 times the known time ahead
_UNSEEN_NIGHT = 1.1  # while less than a day is known
_UNSEEN_WEEKEND = 0.5  # while less than a week is known
_EVEN, _UNEVEN = 0.4, 1.15  # an even wallet is less likely to have nights off, or to grow

_LITTLE = 0.35  # hours of the mean pace; relative uncertainty is meaningless below
_LATEST, _ABOUT, _EARLIEST = range(3)  # the lines, slowest first
_GRID = (*range(7), *(round(6 * 1.2**step) for step in range(1, 40)), FARTHEST)


@dataclass(frozen=True, slots=True)
class SpendingModel:
    """The spending over the hours to come, in the unit of its line.

    ``unevenness`` is the variance of the hours over the square of their mean. The slowest line has
    ``pause`` hours without spending: a free weekend not seen yet.
    """

    line: CumulativeSpend
    window: int
    rhythm: DailyProfile
    pace: float
    trend: Trend
    errors: PastErrors
    unevenness: float
    pause: int

    def spent_within(self, hours: int) -> tuple[float, float, float]:
        """Return the spending at least, about, and at most; in this order, 0 or more."""
        if hours == 0:
            return 0.0, 0.0, 0.0
        about = self.pace * self.rhythm.weight(0, hours)
        less = more = 1.0
        if self.trend.a_day:
            # The pace is the mean of the window, so it belongs to the window's middle.
            since = self.window / 2 / DAY
            expected = self.trend.expected(since, hours)
            at_most = self.trend.at_most(since, hours)
            about *= expected
            less, more = min(1.0, at_most) / expected, max(1.0, at_most) / expected
        slower, faster = self._doubts(hours)
        if self.pause:
            working = max(0, hours - self.pause)
            less *= self.rhythm.weight(0, working) / self.rhythm.weight(0, hours)
        little = _LITTLE * self.line.sums[-1] / self.line.hours
        return (
            max(0.0, (about + little) * less * math.exp(-slower) - little),
            about,
            (about + little) * more * math.exp(faster) - little,
        )

    def hours_until(self, amount: float) -> tuple[float, float, float]:
        """Return when ``amount`` is spent: earliest, about, latest; a year if not within a year.

        Results are in this order, and never earlier for a larger amount. Each is the first passage
        of a line on a fixed grid, refined to the hour.
        """
        passed: dict[int, tuple[int, int]] = {}
        for left, right in pairwise(_GRID):
            for which, spent in enumerate(self.spent_within(right)):
                if spent >= amount:
                    passed.setdefault(which, (left, right))
            if _LATEST in passed:
                break
        return (
            self._passage(_EARLIEST, amount, passed.get(_EARLIEST)),
            self._passage(_ABOUT, amount, passed.get(_ABOUT)),
            self._passage(_LATEST, amount, passed.get(_LATEST)),
        )

    def _passage(self, which: int, amount: float, between: tuple[int, int] | None) -> float:
        """Return when one of the three lines reaches ``amount``, known to happen ``between``.

        A year if ``between`` is None.
        """
        if between is None:
            return float(FARTHEST)
        left, right = between
        while right - left > 1:
            middle = (left + right) // 2
            if self.spent_within(middle)[which] >= amount:
                right = middle
            else:
                left = middle
        before, after = self.spent_within(left)[which], self.spent_within(right)[which]
        part = (amount - before) / (after - before) if after > before else 1.0
        return left + max(0.0, min(1.0, part))

    def _doubts(self, hours: int) -> tuple[float, float]:
        """Return how much slower and faster the spending may be, as logarithms of 0 or more."""
        known = self.line.known
        unseen = 0.0
        if known < DAY:
            unseen += (_UNSEEN_NIGHT * min(1.0, hours / 6) * (1 - known / DAY)) ** 2
        if known < WEEK:
            unseen += (_UNSEEN_WEEKEND * min(1.0, hours / 48) * (1 - known / WEEK)) ** 2
        share: float = (_EVEN + _UNEVEN * min(1.0, math.sqrt(self.unevenness))) ** 2
        growth = (_GROWTH * math.log1p(hours / known)) ** 2
        both = _ALWAYS**2 + _EACH_DAY**2 * hours / DAY + share * unseen
        looked_at = min(self.line.hours, max(self.window, DAY))
        chance = _CHANCE * math.sqrt(self.unevenness * (1 / looked_at + 1 / hours))
        slower, faster = self.errors.over(hours)
        return (
            math.sqrt(both + max(chance, -slower) ** 2),
            math.sqrt(both + share * growth + max(chance, faster) ** 2),
        )


def spending_model(line: CumulativeSpend, window: int) -> SpendingModel | None:
    """Return the line's course at the pace of its last ``window`` hours; None if that is 0."""
    rhythm = daily_profile(line)
    pace = pace_at(line, rhythm, line.hours, window)
    if pace <= 0:
        return None
    return SpendingModel(
        line,
        window,
        rhythm,
        pace,
        trend_of(line),
        past_errors(line, rhythm, window),
        _unevenness(line, max(window, DAY)),
        _WEEKEND if line.known < WEEK and rhythm.rests else 0,
    )


def _unevenness(line: CumulativeSpend, window: int) -> float:
    begin = max(0, line.hours - window)
    spent = [line.between(place, place + 1) for place in range(begin, line.hours)]
    mean = sum(spent) / len(spent)
    squares = sum(value * value for value in spent) / len(spent)
    return max(0.0, squares / mean**2 - 1) if mean > 0 else 0.0
