"""Times as text.

How long a wallet will last is a sentence that is no more precise than the projection.
"""

from datetime import datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from wallet_tray.domain.forecast.outlook import LONGEST, Forecast, NoProjection, Projection
from wallet_tray.text.amounts import MASK
from wallet_tray.text.locale import ENGLISH, Locale, translatable

_HOUR = 60  # all in minutes, so that whole numbers stay whole
_DAY = 24 * _HOUR
_MONTH = 43830  # a twelfth of a year
# For each unit: the minutes from which it is used, its length, and its steps.
_UNITS = (
    (60 * _DAY, _MONTH, 1, translatable("About %n month(s) left")),
    (48 * _HOUR, _DAY, 1, translatable("About %n day(s) left")),
    (2 * _HOUR, _HOUR, 1, translatable("About %n hour(s) left")),
    (0, 1, 5, translatable("About %n minute(s) left")),
)
# The end of a range that has a unit of its own.
_ENDS = {
    _MONTH: translatable("%n month(s)"),
    _DAY: translatable("%n day(s)"),
    _HOUR: translatable("%n hour(s)"),
    1: translatable("%n minute(s)"),
}
_MOST = 96  # a range beyond so many is in the next unit, with the estimate if that is one or more
_A_YEAR = translatable("A year or more left")
_LEFT = translatable("{left}")
_LEFT_BETWEEN = translatable("{left} ({shortest} to {longest})")
_LEFT_UP_TO = translatable("{left} (up to {longest})")
_LEFT_OR_MORE = translatable("{left} ({shortest} or more)")


def time_left_text(
    outlook: Forecast, now: datetime, locale: Locale = ENGLISH, *, hidden: bool = False
) -> str:
    """Return the time left at ``now`` (aware), or "About ••• left" if ``hidden``.

    An example is "About 9 days left (7 to 12)". "" if the wallet does not fall or is empty, or if
    the projected time has passed without new data.
    """
    if outlook is NoProjection.NOT_ENOUGH_DATA:
        return locale.translate("Time left: not enough data yet")
    if not isinstance(outlook, Projection) or not (hours := outlook.hours_at(now)):
        return ""
    if hidden:
        return locale.translate("About {time} left").replace("{time}", MASK)
    gone = outlook.hours - hours
    left, frame, shortest, longest = _parts(
        hours,
        max(outlook.shortest - gone, Decimal(0)),
        outlook.longest - gone if outlook.longest < LONGEST else None,
        locale,
    )
    sentence = locale.translate(frame).replace("{left}", left)
    return sentence.replace("{shortest}", shortest).replace("{longest}", longest)


def left_text(hours: Decimal, locale: Locale = ENGLISH, *, below: bool = False) -> str:
    """Return the estimate alone, such as "About 9 hours left".

    ``hours`` is 0 or more. With ``below`` it is rounded down, because it is shown beside a limit
    that it must visibly be below.
    """
    if hours >= LONGEST:
        return locale.translate(_A_YEAR)
    rounding = ROUND_FLOOR if below else ROUND_HALF_EVEN
    unit, step, source = _unit_of(hours)
    return locale.plural(source, max(_in_steps(hours, unit, step, rounding), 1))


def _unit_of(hours: Decimal) -> tuple[int, int, str]:
    """Return the suitable unit in minutes, its steps, and the source sentence."""
    minutes = hours * _HOUR
    return next((unit, step, source) for start, unit, step, source in _UNITS if minutes >= start)


def _parts(
    hours: Decimal, shortest: Decimal, longest: Decimal | None, locale: Locale
) -> tuple[str, str, str, str]:
    """Return the estimate, the sentence template for its range, and both ends of the range."""
    if hours >= LONGEST:
        return locale.translate(_A_YEAR), _LEFT, "", ""
    unit, step, source = _unit_of(hours)
    larger = _unit_of(longest) if longest is not None and longest * _HOUR > _MOST * unit else None
    if larger is not None and hours * _HOUR >= larger[0]:
        unit, step, source = larger
    number, own = max(_in_steps(hours, unit, step, ROUND_HALF_EVEN), 1), unit
    if larger is not None:
        unit, step, _ = larger
    least = _in_steps(shortest, unit, step, ROUND_FLOOR)
    most = None if longest is None else _in_steps(longest, unit, step, ROUND_CEILING)
    if most is None:
        frame = _LEFT_OR_MORE if least else _LEFT
    elif least == most or (unit == own and not least and most <= number):
        frame = _LEFT
    else:
        frame = _LEFT_BETWEEN if least else _LEFT_UP_TO
    end = str(most) if unit == own else locale.plural(_ENDS[unit], most or 0)
    return locale.plural(source, number), frame, str(least), end


def _in_steps(hours: Decimal, unit: int, step: int, rounding: str) -> int:
    """Return the number of units in whole steps; below two steps every whole number is valid."""
    number = hours * _HOUR / unit
    if number < 2 * step:
        step = 1
    return int((number / step).to_integral_value(rounding)) * step


_DAYS_BY_NAME = 6  # a week ago the weekday has the same name as today


def moment_text(at: datetime, now: datetime, locale: Locale = ENGLISH) -> str:
    """Return a clock time for today, "Tue 14:02" for recent days, "12 Nov 14:02" for older ones.

    ``now`` is in the reader's zone.
    """
    local = at.astimezone(now.tzinfo)
    day = _day_text(local, now, locale)
    clock = locale.clock(local)
    if not day:
        return clock
    return locale.translate("{day} {time}").replace("{day}", day).replace("{time}", clock)


def stretch_text(begin: datetime, end: datetime, now: datetime, locale: Locale = ENGLISH) -> str:
    """Format a period: "14:02–14:30", "Tue 14:02–15:10", "Tue 22:10 – Wed 03:00"."""
    first, last = begin.astimezone(now.tzinfo), end.astimezone(now.tzinfo)
    text = moment_text(first, now, locale)
    if first.date() != last.date():
        return f"{text} – {moment_text(last, now, locale)}"
    ends = locale.clock(last)
    return text if ends == locale.clock(first) else f"{text}–{ends}"


def _day_text(local: datetime, now: datetime, locale: Locale) -> str:
    ago = now.date() - local.date()
    if not ago:
        return ""
    by_name = timedelta(0) < ago <= timedelta(days=_DAYS_BY_NAME)
    return locale.weekday(local) if by_name else locale.day_month(local)
