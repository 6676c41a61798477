"""The expected future spending, with an upper and a lower bound."""

import math
from dataclasses import dataclass
from itertools import pairwise

from wallet_tray.domain.forecast.backtest import PastErrors, pace_at, past_errors
from wallet_tray.domain.forecast.cumulative import SpentLine
from wallet_tray.domain.forecast.daily_profile import DailyRhythm, daily_rhythm
from wallet_tray.domain.spending_trend import Trend, trend_of

FARTHEST = 8760
"""Hours of a year: the projection's limit."""

_DAY = 24
_WEEK = 168
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
class SpendingCourse:
    """The spending over the hours to come, in the unit of its line.

    ``unevenness`` is the variance of the hours over the square of their mean. The slowest line has
    ``pause`` hours without spending: a free weekend not seen yet.
    """

    line: SpentLine
    window: int
    rhythm: DailyRhythm
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
            since = self.window / 2 / _DAY
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
        if known < _DAY:
            unseen += (_UNSEEN_NIGHT * min(1.0, hours / 6) * (1 - known / _DAY)) ** 2
        if known < _WEEK:
            unseen += (_UNSEEN_WEEKEND * min(1.0, hours / 48) * (1 - known / _WEEK)) ** 2
        share: float = (_EVEN + _UNEVEN * min(1.0, math.sqrt(self.unevenness))) ** 2
        growth = (_GROWTH * math.log1p(hours / known)) ** 2
        both = _ALWAYS**2 + _EACH_DAY**2 * hours / _DAY + share * unseen
        looked_at = min(self.line.hours, max(self.window, _DAY))
        chance = _CHANCE * math.sqrt(self.unevenness * (1 / looked_at + 1 / hours))
        slower, faster = self.errors.over(hours)
        return (
            math.sqrt(both + max(chance, -slower) ** 2),
            math.sqrt(both + share * growth + max(chance, faster) ** 2),
        )


def spending_course(line: SpentLine, window: int) -> SpendingCourse | None:
    """Return the line's course at the pace of its last ``window`` hours; None if that is 0."""
    rhythm = daily_rhythm(line)
    pace = pace_at(line, rhythm, line.hours, window)
    if pace <= 0:
        return None
    return SpendingCourse(
        line,
        window,
        rhythm,
        pace,
        trend_of(line),
        past_errors(line, rhythm, window),
        _unevenness(line, max(window, _DAY)),
        _WEEKEND if line.known < _WEEK and rhythm.rests else 0,
    )


def _unevenness(line: SpentLine, window: int) -> float:
    begin = max(0, line.hours - window)
    spent = [line.between(place, place + 1) for place in range(begin, line.hours)]
    mean = sum(spent) / len(spent)
    squares = sum(value * value for value in spent) / len(spent)
    return max(0.0, squares / mean**2 - 1) if mean > 0 else 0.0
