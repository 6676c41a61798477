"""The spending of a wallet by time of day: past quiet nights predict those to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from wallet_tray.domain.forecast.burn_rate import DAY
from wallet_tray.domain.forecast.cumulative import CumulativeSpend

_EVEN = 0.1  # share of the spending assumed even, so that no hour has weight 0

_REST = 6  # hours
_QUIET = 0.5  # of the mean pace


@dataclass(frozen=True, slots=True)
class DailyProfile:
    """Weights by time of day.

    ``sums[i]`` is the weight of the first ``i`` hours from now; a day's weight is 24.
    """

    sums: Sequence[float]

    def weight(self, begin: int, hours: int) -> float:
        """Return the weight of ``hours`` hours, ``begin`` hours from now.

        A negative ``begin`` is in the past. Their spending equals that of this many hours at the
        mean pace.
        """
        begin %= DAY
        days, rest = divmod(begin + hours, DAY)
        return days * DAY + self.sums[rest] - self.sums[begin]

    @property
    def rests(self) -> bool:
        """True if several consecutive hours are quiet every day, as when people start the work."""
        twice = [*self.sums, *(DAY + value for value in self.sums[1:])]
        quietest = min(twice[hour + _REST] - twice[hour] for hour in range(DAY))
        return quietest < _QUIET * _REST


def daily_profile(line: CumulativeSpend) -> DailyProfile:
    """Return the mean of all known days.

    It is even if less than a whole day is known or nothing was spent.
    """
    weights = [1.0] * DAY
    if line.hours >= DAY:
        means = [_mean_at(line, hour) for hour in range(DAY)]
        mean = sum(means) / DAY
        if mean > 0:
            weights = [(1 - _EVEN) * value / mean + _EVEN for value in means]
    sums = [0.0, *accumulate(weights)]
    return DailyProfile([value * DAY / sums[-1] for value in sums])


def _mean_at(line: CumulativeSpend, hour: int) -> float:
    """Return the mean spending in the hour of the day that begins ``hour`` hours from now."""
    begins = range(line.hours - DAY + hour, -1, -DAY)
    sums = line.sums
    return sum([sums[begin + 1] - sums[begin] for begin in begins]) / len(begins)
