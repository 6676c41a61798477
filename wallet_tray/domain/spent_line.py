"""What was spent, summed up hour by hour until now: the line that a projection carries on."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from wallet_tray.domain.pace import WIDE, HoursBack

_WHOLE = 3600
_NOTHING = 1e-15  # of all that was spent: floats do not add it up, and its square is nothing
_KNOWN = 0.25  # of an hour must be known for it to say what the whole hour was like

# Before its first use a wallet was spent at no pace at all, and that says nothing of its pace.
_IDLE = 0.05  # of the mean
_IDLE_HOURS = 66


@dataclass(frozen=True, slots=True)
class SpentLine:
    """``sums[i]`` is what had been spent ``hours - i`` hours ago, as a share of all that was spent.

    It begins at 0, never falls, and ends now. Shares make it the same in every unit and keep
    amounts of any size within floats. ``known`` hours of ``hours`` are accounted for; what is not
    known is filled with the mean.
    """

    sums: Sequence[float]
    known: float

    @property
    def hours(self) -> int:
        """How long the line is."""
        return len(self.sums) - 1

    def between(self, begin: int, end: int) -> float:
        """What was spent from the one to the other; both are places on the line."""
        return self.sums[end] - self.sums[begin]


def spent_line(hours: HoursBack, left_out: int, total: Decimal) -> SpentLine:
    """The line until now, ``left_out`` seconds into the current hour.

    ``hours`` is not empty; ``total``, more than 0, is all that was spent in them.
    """
    clock_spent, clock_known = [0.0] * (max(hours) + 2), [0.0] * (max(hours) + 2)
    order = total.adjusted()  # no amount in these units is beyond a float, and a sum below 10
    whole_total = float(total.scaleb(-order, WIDE))
    for back, item in hours.items():
        share = float(item.spent.scaleb(-order, WIDE)) / whole_total
        clock_spent[back] = share if share > _NOTHING else 0.0
        clock_known[back] = item.seconds / _WHOLE if item.seconds < _WHOLE else 1.0
    # The hours of the line end now: each is the first part of one hour of the clock and the last
    # part of the one before. Of the current hour there is no more than its first part.
    into = left_out / _WHOLE
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
    return SpentLine([0.0, *accumulate(reversed(whole))], all_known)


def _idle_before(spent: Sequence[float], mean: float) -> int:
    """For how many hours next to nothing was spent before it began, if that is long enough.

    ``spent`` begins with the newest. A weekend off is not long enough.
    """
    idle = len(spent)
    while idle and spent[idle - 1] < _IDLE * mean:
        idle -= 1
    hours = len(spent) - idle
    return hours if hours >= _IDLE_HOURS and idle else 0
