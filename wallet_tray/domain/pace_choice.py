"""The choice between the last day's and the last week's pace, by their past accuracy."""

from wallet_tray.domain.forecast.cumulative import SpentLine

DAY = 24
WEEK = 168

_YOUNG = 2 * DAY  # below this age there is only one pace: that of all known hours
_FIRST_LOOK = 11  # hours from the line's beginning
_STEP = 6
_NOISE = 1e-8  # of all spending: the rounding error of float sums
_BETTER = 0.75  # required ratio of the day's errors: small advantages are often chance


def window_of(line: SpentLine) -> int:
    """Return the number of past hours to base the pace on: 24, or up to 168.

    Both paces are projected from past moments and compared with the actual spending. They look
    ahead one day and about a third of the known time.
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
    """Return the mean hourly errors of the last day's pace and of the last ``week`` hours' pace."""
    by_day = by_week = 0.0
    sums = line.sums
    places = range(line.hours - ahead, _FIRST_LOOK - 1, -_STEP)
    for place in places:
        now = sums[place]
        spent = (sums[place + ahead] - now) / ahead
        by_day += abs(spent - (now - sums[max(0, place - DAY)]) / min(DAY, place))
        by_week += abs(spent - (now - sums[max(0, place - week)]) / min(week, place))
    return by_day / len(places), by_week / len(places)
