"""What was spent, summed up hour by hour until now: the line that a projection carries on."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from wallet_tray.domain.pace import WIDE, HoursBack

_WHOLE = 3600
_KNOWN = 0.25  # of an hour must be known for it to say what the whole hour was like


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
    into = left_out / _WHOLE
    spent: list[float] = []
    known: list[float] = []
    # The line's hours end now: each is the end of one hour of the clock and the begin of the next.
    later = _share_and_seconds(hours, 0, total)
    late_spent, late_known = later[0], min(later[1], into)
    for back in range(1, max(hours) + 2):
        share, seconds = _share_and_seconds(hours, back, total)
        spent.append(late_spent + share * (1 - into))
        known.append(min(1.0, late_known + seconds * (1 - into)))
        late_spent, late_known = share * into, seconds * into
    while known and known[-1] < _KNOWN:
        spent.pop()
        known.pop()
    sums = [0.0]
    all_known = sum(known)
    mean = sum(spent) / all_known if all_known else 0.0
    whole = (
        mean if part < _KNOWN else share if part > 0.999 else share / part
        for share, part in zip(reversed(spent), reversed(known), strict=True)
    )
    sums.extend(accumulate(whole))
    return SpentLine(sums, all_known)


def _share_and_seconds(hours: HoursBack, back: int, total: Decimal) -> tuple[float, float]:
    """What was spent in an hour of the clock, and how much of it is known: 0 to 1."""
    item = hours.get(back)
    if item is None:
        return 0.0, 0.0
    return float(WIDE.divide(item.spent, total)), min(item.seconds, _WHOLE) / _WHOLE
