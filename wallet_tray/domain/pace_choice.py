"""Whose pace says most: the last day's or the last week's, judged by how they did before."""

from wallet_tray.domain.spent_line import SpentLine

DAY = 24
WEEK = 168

_YOUNG = 2 * DAY  # so far there is but one pace: that of all that is known
_FIRST_LOOK = 11  # hours from the line's begin
_STEP = 6
_NOISE = 1e-6  # of all that was spent: what sums of floats are off
_BETTER = 0.75  # the day's errors must be so much smaller: by chance alone they often are a little


def window_of(line: SpentLine) -> int:
    """How many of the last hours to go by: 24, or up to 168.

    Both paces are carried on from moments of the past over about a third of the time that is
    known, and compared with what was spent then.
    """
    if line.hours < _YOUNG:
        return line.hours
    week = min(WEEK, line.hours)
    ahead = line.hours // 3
    if ahead >= DAY:
        ahead -= ahead % DAY
    by_day = by_week = 0.0
    sums = line.sums
    for place in range(line.hours - ahead, _FIRST_LOOK - 1, -_STEP):
        now = sums[place]
        spent = (sums[place + ahead] - now) / ahead
        day, week_then = min(DAY, place), min(week, place)
        by_day += abs(spent - (now - sums[place - day]) / day)
        by_week += abs(spent - (now - sums[place - week_then]) / week_then)
    spent_today = line.between(line.hours - DAY, line.hours) > 0
    return DAY if spent_today and by_day + _NOISE < _BETTER * by_week else week
