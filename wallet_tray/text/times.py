"""The time that a wallet will last, in a sentence no more precise than the projection."""

from datetime import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from wallet_tray.domain.forecast.forecast import LONGEST
from wallet_tray.domain.forecast.outlook import Basis, NoProjection, Outlook, Projection
from wallet_tray.text.amounts import MASK
from wallet_tray.text.locale import ENGLISH, Regional, marked

_HOUR = 60  # all in minutes, so that whole numbers stay whole
_DAY = 24 * _HOUR
_MONTH = 43830  # a twelfth of a year
# For each unit: the minutes from which it is used, its length, and its steps.
_UNITS = (
    (60 * _DAY, _MONTH, 1, marked("About %n month(s) left")),
    (48 * _HOUR, _DAY, 1, marked("About %n day(s) left")),
    (2 * _HOUR, _HOUR, 1, marked("About %n hour(s) left")),
    (0, 1, 5, marked("About %n minute(s) left")),
)
# The end of a range that has a unit of its own.
_ENDS = {
    _MONTH: marked("%n month(s)"),
    _DAY: marked("%n day(s)"),
    _HOUR: marked("%n hour(s)"),
    1: marked("%n minute(s)"),
}
_MOST = 120  # a range of more than so many has a larger unit than the estimate
_A_YEAR = marked("A year or more left")
_PACES = {
    Basis.HOUR: marked("at the last hour's pace"),
    Basis.DAY: marked("at the last day's pace"),
    Basis.WEEK: marked("at the last week's pace"),
}
_LEFT = marked("{left} {pace}")
_LEFT_BETWEEN = marked("{left} ({shortest} to {longest}) {pace}")
_LEFT_UP_TO = marked("{left} (up to {longest}) {pace}")
_LEFT_OR_MORE = marked("{left} ({shortest} or more) {pace}")


def time_left_text(
    outlook: Outlook, now: datetime, regional: Regional = ENGLISH, *, hidden: bool = False
) -> str:
    """Return the time left at ``now`` (aware), or "About ••• left" if ``hidden``.

    An example is "About 9 days left (7 to 12) at the last week's pace". "" if the wallet does not
    fall or is empty, or if the projected time has passed without new data.
    """
    if outlook is NoProjection.NOT_ENOUGH_DATA:
        return regional.translate("Time left: not enough data yet")
    if not isinstance(outlook, Projection) or not (hours := outlook.hours_at(now)):
        return ""
    if hidden:
        return regional.translate("About {time} left").replace("{time}", MASK)
    gone = outlook.hours - hours
    left, frame, shortest, longest = _parts(
        hours,
        max(outlook.shortest - gone, Decimal(0)),
        outlook.longest - gone if outlook.longest < LONGEST else None,
        regional,
    )
    sentence = regional.translate(frame).replace("{left}", left)
    sentence = sentence.replace("{shortest}", shortest).replace("{longest}", longest)
    return sentence.replace("{pace}", pace_text(outlook.basis, regional))


def left_text(hours: Decimal, regional: Regional = ENGLISH, *, below: bool = False) -> str:
    """Return the estimate alone, such as "About 9 hours left".

    ``hours`` is 0 or more. With ``below`` it is rounded down, because it is shown beside a limit
    that it must visibly be below.
    """
    if hours >= LONGEST:
        return regional.translate(_A_YEAR)
    rounding = ROUND_FLOOR if below else ROUND_HALF_EVEN
    unit, step, source = _unit_of(hours)
    return regional.counted(source, max(_in_steps(hours, unit, step, rounding), 1))


def pace_text(basis: Basis, regional: Regional = ENGLISH) -> str:
    """Return the pace that an estimate is based on, such as "at the last day's pace"."""
    return regional.translate(_PACES[basis])


def _unit_of(hours: Decimal) -> tuple[int, int, str]:
    """Return the suitable unit in minutes, its steps, and the source sentence."""
    minutes = hours * _HOUR
    return next((unit, step, source) for start, unit, step, source in _UNITS if minutes >= start)


def _parts(
    hours: Decimal, shortest: Decimal, longest: Decimal | None, regional: Regional
) -> tuple[str, str, str, str]:
    """Return the estimate, the sentence template for its range, and both ends of the range."""
    if hours >= LONGEST:
        return regional.translate(_A_YEAR), _LEFT, "", ""
    unit, step, source = _unit_of(hours)
    number, own = max(_in_steps(hours, unit, step, ROUND_HALF_EVEN), 1), unit
    if longest is not None and longest * _HOUR > _MOST * unit:
        unit, step, _ = _unit_of(longest)
    least = _in_steps(shortest, unit, step, ROUND_FLOOR)
    most = None if longest is None else _in_steps(longest, unit, step, ROUND_CEILING)
    if most is None:
        frame = _LEFT_OR_MORE if least else _LEFT
    elif least == most or (unit == own and not least and most <= number):
        frame = _LEFT
    else:
        frame = _LEFT_BETWEEN if least else _LEFT_UP_TO
    end = str(most) if unit == own else regional.counted(_ENDS[unit], most or 0)
    return regional.counted(source, number), frame, str(least), end


def _in_steps(hours: Decimal, unit: int, step: int, rounding: str) -> int:
    """Return the number of units in whole steps; below two steps every whole number is valid."""
    number = hours * _HOUR / unit
    if number < 2 * step:
        step = 1
    return int((number / step).to_integral_value(rounding)) * step
