"""Whose pace says most: the last day's or the last week's, judged by how they did before."""

from wallet_tray.domain.spent_line import SpentLine

DAY = 24
WEEK = 168

_YOUNG = 2 * DAY  # so far there is but one pace: that of all that is known
_FIRST_LOOK = 11  # hours from the line's begin
_STEP = 6
_NOISE = 1e-8  # of all that was spent: what sums of floats are off
_BETTER = 0.75  # the day's errors must be so much smaller: by chance alone they often are a little


def window_of(line: SpentLine) -> int:
    """How many of the last hours to go by: 24, or up to 168.

    Both paces are carried on from moments of the past, over a day and over about a third of the
    time that is known, and compared with what was spent then.
    """
    if line.hours < _YOUNG:
        return line.hours
    week = min(WEEK, line.hours)
    by_day = by_week = 0.0
    for ahead in {DAY, max(DAY, line.hours // 3 // DAY * DAY)}:
        errors = _errors(line, week, ahead)
        by_day += errors[0]
        by_week += errors[1]
    spent_today = line.between(line.hours - DAY, line.hours) > 0
    return DAY if spent_today and by_day + _NOISE < _BETTER * by_week else week


def _errors(line: SpentLine, week: int, ahead: int) -> tuple[float, float]:
    """The mean errors an hour of the last day's and of the last ``week`` hours' pace."""
    by_day = by_week = 0.0
    sums = line.sums
    places = range(line.hours - ahead, _FIRST_LOOK - 1, -_STEP)
    for place in places:
        now = sums[place]
        spent = (sums[place + ahead] - now) / ahead
        by_day += abs(spent - (now - sums[max(0, place - DAY)]) / min(DAY, place))
        by_week += abs(spent - (now - sums[max(0, place - week)]) / min(week, place))
    return by_day / len(places), by_week / len(places)
