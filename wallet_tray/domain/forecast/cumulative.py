"""The cumulative hourly spending until now, which a projection continues."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from wallet_tray.domain.exact import FORECAST
from wallet_tray.domain.forecast.burn_rate import HoursBack
from wallet_tray.domain.forecast.outlook import SECONDS_AN_HOUR

_NOTHING = 1e-15  # of all spending: float sums lose it, and its square is 0
_KNOWN = 0.25  # of an hour must be known to represent the whole hour

# A wallet has no pace before its first use, and that time says nothing about its later pace.
IDLE = 0.05  # of the mean
_IDLE_HOURS = 66


@dataclass(frozen=True, slots=True)
class CumulativeSpend:
    """The cumulative spending: ``sums[i]`` is the share spent until ``hours - i`` hours ago.

    It begins at 0, never falls, and ends now. Shares make it independent of the unit and keep
    amounts of any size within floats. ``known`` hours of ``hours`` are accounted for; unknown hours
    are filled with the mean.
    """

    sums: Sequence[float]
    known: float

    @property
    def hours(self) -> int:
        """The length of the line."""
        return len(self.sums) - 1

    def between(self, begin: int, end: int) -> float:
        """Return the spending between two places on the line."""
        return self.sums[end] - self.sums[begin]


def cumulative_spend(hours: HoursBack, left_out: int, total: Decimal) -> CumulativeSpend:
    """Return the line until now, ``left_out`` seconds into the current hour.

    ``hours`` is not empty; ``total``, more than 0, is the spending in all of them.
    """
    clock_spent, clock_known = [0.0] * (max(hours) + 2), [0.0] * (max(hours) + 2)
    order = total.adjusted()  # fits into a float in these units, and the sum is below 10
    whole_total = float(total.scaleb(-order, FORECAST))
    for back, item in hours.items():
        share = float(item.spent.scaleb(-order, FORECAST)) / whole_total
        clock_spent[back] = share if share > _NOTHING else 0.0
        clock_known[back] = min(item.seconds / SECONDS_AN_HOUR, 1.0)
    # The hours of the line end now. Each consists of the first part of one clock hour and the last
    # part of the one before. Only the first part of the current hour exists.
    into = left_out / SECONDS_AN_HOUR
    rest = 1 - into
    spent = [late * into + early * rest for late, early in pairwise(clock_spent)]
    known = [late * into + early * rest for late, early in pairwise(clock_known)]
    spent[0] += clock_spent[0] * rest
    known[0] += min(clock_known[0], into) - clock_known[0] * into
    while known and known[-1] < _KNOWN:
        spent.pop()
        known.pop()
    all_known = sum(known)
    mean = sum(spent) / all_known if all_known else 0.0
    whole = [
        mean if part < _KNOWN else share / part for share, part in zip(spent, known, strict=True)
    ]
    idle = _idle_before(whole, mean)
    if idle:
        del whole[-idle:]
        all_known = sum(known[:-idle])
    return CumulativeSpend([0.0, *accumulate(reversed(whole))], all_known)


def _idle_before(spent: Sequence[float], mean: float) -> int:
    """Return the number of initial hours with almost no spending, if that is long enough.

    ``spent`` begins with the newest hour. A free weekend is not long enough.
    """
    idle = len(spent)
    while idle and spent[idle - 1] < IDLE * mean:
        idle -= 1
    hours = len(spent) - idle
    return hours if hours >= _IDLE_HOURS and idle else 0
