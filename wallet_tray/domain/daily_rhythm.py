"""At which times of the day a wallet is spent: nights off are known of the nights to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from wallet_tray.domain.spent_line import SpentLine

_DAY = 24
_EVEN = 0.1  # so much of the spending is taken to be spread evenly: no hour is quite impossible

_REST = 6  # hours
_QUIET = 0.5  # of the mean pace


@dataclass(frozen=True, slots=True)
class DailyRhythm:
    """``sums[i]``: the weight of the first ``i`` hours from now on; a day's weight is 24."""

    sums: Sequence[float]

    def weight(self, begin: int, hours: int) -> float:
        """The weight of ``hours`` hours, ``begin`` hours from now; a negative one is in the past.

        So much is spent in them as in that many hours of the mean pace.
        """
        begin %= _DAY
        days, rest = divmod(begin + hours, _DAY)
        return days * _DAY + self.sums[rest] - self.sums[begin]

    @property
    def rests(self) -> bool:
        """True where some hours on end are quiet every day, as with work that people start."""
        twice = [*self.sums, *(_DAY + value for value in self.sums[1:])]
        quietest = min(twice[hour + _REST] - twice[hour] for hour in range(_DAY))
        return quietest < _QUIET * _REST


def daily_rhythm(line: SpentLine) -> DailyRhythm:
    """The mean of all days known; even where it is not a whole day yet, or nothing was spent."""
    weights = [1.0] * _DAY
    if line.hours >= _DAY:
        means = [_mean_at(line, hour) for hour in range(_DAY)]
        mean = sum(means) / _DAY
        if mean > 0:
            weights = [(1 - _EVEN) * value / mean + _EVEN for value in means]
    sums = [0.0, *accumulate(weights)]
    return DailyRhythm([value * _DAY / sums[-1] for value in sums])


def _mean_at(line: SpentLine, hour: int) -> float:
    """What was spent on average in the hour of the day that comes ``hour`` hours from now."""
    begins = range(line.hours - _DAY + hour, -1, -_DAY)
    sums = line.sums
    return sum([sums[begin + 1] - sums[begin] for begin in begins]) / len(begins)
