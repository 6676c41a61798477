"""How long a wallet lasts if nobody tops it up, told from what it spent in the last 14 days.

**The estimate.** The mean pace of the last day or of the last week goes on: whichever would have
done better before, and that of all that is known while this is less than two days. It rises and
falls within each day as it did on average (nights off), and where the sums of the days show a
trend that is more than chance, follows it for as long as it was seen. Three days or so of nothing
before the first spending are not looked at.

**The range.** The worst of some looks back (the same projection from up to twelve earlier
moments, over various times ahead), or 2.7 standard errors of uneven hours if that is more; with
the doubts that no look back shows: that it goes far beyond what is known, that less than a day or
a week is known, that a trend stops or goes on, and one that is always there. Where the nights are
quiet and no whole week is known, two days of a weekend off are in it.

**Enough data** is an hour, and a day or else a sixth of the time ahead. Beyond a year nothing is
projected: a wallet that lasts longer even at the fastest counts as not falling.

**The error** on made-up wallets (30 of each kind on seeds not used before, lasting from 12 hours to
5 weeks and looked at every 1, 5 or 60 minutes; tests/domain/synthetic_wallets.py): how often the
truth was in the range, the median of half its width and of the error, and how often something was
projected once two days were known.

=====================  ====  ==========  =====  =====
wallet                 held  half width  error  shown
=====================  ====  ==========  =====  =====
steady                 100%         25%     0%   100%
steady with noise       99%         34%     6%   100%
steady, seen hourly    100%         29%     2%   100%
bursts                  97%         69%    17%   100%
nights off              98%         72%    11%   100%
weekends off            95%        100%    27%   100%
top-ups                 94%         45%    12%   100%
reservations            98%         52%    10%   100%
asleep at night         95%         43%    11%   100%
asleep at random        97%         60%    14%   100%
growth                  92%         38%    23%   100%
decline                 73%         51%    47%   100%
big rare jobs           97%        176%    35%   100%
idle, then busy         98%         51%    11%    72%
all moments             95%         48%    11%    97%
=====================  ====  ==========  =====  =====

**Hard.** A change that nothing announces: the range is for work that goes on with its habits. A
wallet that is spent a little less every day lasts longer than the range says in one case of four,
until the trend is plain (a week or so), and may never run dry at all. After a jump between two
levels the estimate takes one to three days to follow, in which the range is wide. A computer that
is mostly asleep sees means instead of hours, and top-ups hide what was spent while it slept. Big
rare jobs are chance: the range is wide, and rightly so. What is reserved is not spent yet: jobs
that run already have left ``available`` before, and what they do not use comes back to it.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from wallet_tray.domain.outlook import Basis, NoProjection, Outlook, Paces, Projection
from wallet_tray.domain.pace import (
    WIDE,
    hours_back,
    pace_of,
    paces,
    seconds_into_the_hour,
    total_spent,
)
from wallet_tray.domain.pace_choice import DAY, window_of
from wallet_tray.domain.spending import HourSpending
from wallet_tray.domain.spending_course import FARTHEST, spending_course
from wallet_tray.domain.spent_line import spent_line

LONGEST = Decimal(FARTHEST)
"""A year, in hours: nothing is projected farther. An estimate or the longest of a range that
equals it means "a year or more"."""

# Enough data: an hour of it, and a day or else a sixth of the time that is projected.
_HOURS_NEEDED = 1
_TIMES_AHEAD = 6

_STEP = Decimal("0.01")  # hours are told to it; where something is left, no 0 is told
_ENDLESS = Decimal(10) ** 12  # times what was spent in two weeks: out of reach, and no infinity


def project(available: Decimal, spending: Sequence[HourSpending], now: datetime) -> Outlook:
    """The outlook at ``now`` (aware: the balance's time) for ``available`` in its unit.

    ``spending`` is in the same unit, in any order; what is older than 14 days or lies in the
    future is not looked at. An empty wallet has 0 hours left, whatever is known.
    """
    hours = hours_back(spending, now)
    known = paces(hours, now)
    if available <= 0:
        none = Decimal(0)
        return Projection(now, none, none, none, _basis(known, Basis.DAY), known)
    if known == Paces():
        return NoProjection.NOT_ENOUGH_DATA
    total = total_spent(hours.values())
    left_out = seconds_into_the_hour(now)
    line = spent_line(hours, left_out, total or Decimal(1))
    if line.known < _HOURS_NEEDED:
        return NoProjection.NOT_ENOUGH_DATA
    whole_day = line.known >= DAY
    nothing = NoProjection.NOT_FALLING if whole_day else NoProjection.NOT_ENOUGH_DATA
    if not total:
        return nothing
    window = window_of(line)
    course = spending_course(line, window)
    if course is None:
        return nothing
    shortest, estimate, longest = course.hours_until(
        float(min(WIDE.divide(available, total), _ENDLESS))
    )
    if not whole_day and estimate > _TIMES_AHEAD * line.known:
        return NoProjection.NOT_ENOUGH_DATA
    if shortest >= FARTHEST:
        return NoProjection.NOT_FALLING
    best = Basis.WEEK if window > 2 * DAY else Basis.DAY
    if line.known <= _TIMES_AHEAD:
        best = Basis.HOUR
    elif course.trend.a_day:  # it moves the estimate away from the pace that it began with
        best = min(Basis.DAY, Basis.WEEK, key=lambda basis: _off(known, basis, available, estimate))
    return Projection(
        now,
        _told(estimate),
        _told(shortest, Decimal(0)),
        _told(longest),
        _basis(known, best),
        known,
    )


def _told(hours: float, least: Decimal = _STEP) -> Decimal:
    """To a hundredth of an hour."""
    return max(least, Decimal(round(hours * 100)) * _STEP)


def _off(known: Paces, basis: Basis, available: Decimal, hours: float) -> Decimal:
    """How many times more or less than the estimate a pace alone comes to; 1 is not at all."""
    pace = pace_of(known, basis)
    if not pace:
        return Decimal("Infinity")
    times = WIDE.divide(WIDE.multiply(pace, max(_STEP, Decimal(hours))), available)
    return max(times, WIDE.divide(Decimal(1), times))


def _basis(known: Paces, best: Basis) -> Basis:
    """The best one, or else the first whose pace is known."""
    told = [basis for basis in (best, *Basis) if pace_of(known, basis) is not None]
    return told[0] if told else best
