"""How long a wallet lasts if nobody tops it up, told from what it spent in the last 14 days.

**The estimate.** The mean pace of the last day or of the last week goes on: whichever would have
done better before, and all that is known while that is less than two days. It rises and falls
within each day as it did on average (nights off), and follows a trend for the most part where the
days show a plain one.

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
steady                 100%         24%     0%   100%
steady with noise       98%         37%     7%   100%
steady, seen hourly     99%         29%     3%   100%
bursts                  96%         99%    27%   100%
nights off              99%        102%    12%   100%
weekends off            96%        135%    35%   100%
top-ups                 92%         42%    14%   100%
reservations            99%         63%    14%   100%
asleep at night         94%         44%    13%   100%
asleep at random        88%         66%    27%   100%
growth                  94%         38%    17%   100%
decline                 73%         45%    22%   100%
big rare jobs           98%        228%    46%   100%
idle, then busy         99%         72%    36%    66%
all moments             94%         53%    15%    95%
=====================  ====  ==========  =====  =====

**Hard.** A change that nothing announces: the range is for work that goes on as it is known, with
its habits. A wallet that is spent a little less every day lasts longer than the range says until
the trend is plain (a week or so), and may never run dry at all. After a jump the estimate takes a
day or two to follow, in which the range is wide. A computer that is mostly asleep sees means
instead of hours, and top-ups hide what was spent while it slept. Rare big jobs are chance: the
range is then wide, and rightly so. What is reserved is not spent: jobs that run already are paid
from it, and have left ``available`` before.
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
    elif course.trend:  # it moves the estimate away from the pace that it began with
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
