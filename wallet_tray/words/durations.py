"""How long a wallet will last, as a sentence that is no more exact than the projection is."""

from datetime import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from wallet_tray.domain.outlook import Basis, NoProjection, Outlook, Projection
from wallet_tray.domain.projection import LONGEST
from wallet_tray.words.amounts import MASK
from wallet_tray.words.regional import ENGLISH, Regional

_MINUTE = Decimal(1) / 60  # all in hours
_MONTH = Decimal("730.5")  # a twelfth of a year
# From how many hours on a unit is used, how long it is, in which steps it is told.
_UNITS = (
    (60 * 24, _MONTH, 1, "About %n month(s) left"),
    (48, Decimal(24), 1, "About %n day(s) left"),
    (2, Decimal(1), 1, "About %n hour(s) left"),
    (0, _MINUTE, 5, "About %n minute(s) left"),
)
_A_YEAR = "A year or more left"
_PACES = {
    Basis.HOUR: "at the last hour's pace",
    Basis.DAY: "at the last day's pace",
    Basis.WEEK: "at the last week's pace",
}


def time_left_text(
    outlook: Outlook, now: datetime, regional: Regional = ENGLISH, *, hidden: bool = False
) -> str:
    """The time left at ``now`` (aware), such as "About 9 days left (7 to 12) at the last week's
    pace"; "" for a wallet that does not fall or is empty already, "About ••• left" if ``hidden``.
    """
    if outlook is NoProjection.NOT_ENOUGH_DATA:
        return regional.translate("Time left: not enough data yet")
    if not isinstance(outlook, Projection) or not outlook.hours:
        return ""
    if hidden:
        return regional.translate("About {time} left").replace("{time}", MASK)
    hours = outlook.hours_at(now)
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


def left_text(hours: Decimal, regional: Regional = ENGLISH) -> str:
    """The estimate alone, such as "About 9 hours left"; rounded down, as it may be below a limit.

    ``hours`` is 0 or more.
    """
    if hours >= LONGEST:
        return regional.translate(_A_YEAR)
    unit, step, source = _unit_of(hours)
    return regional.counted(source, max(_in_steps(hours / unit, step, ROUND_FLOOR), 1))


def pace_text(basis: Basis, regional: Regional = ENGLISH) -> str:
    """Whose pace an estimate goes by, such as "at the last day's pace"."""
    return regional.translate(_PACES[basis])


def _unit_of(hours: Decimal) -> tuple[Decimal, int, str]:
    """The unit that suits, in hours, its steps, and the source sentence."""
    return next((unit, step, source) for start, unit, step, source in _UNITS if hours >= start)


def _parts(
    hours: Decimal, shortest: Decimal, longest: Decimal | None, regional: Regional
) -> tuple[str, str, str, str]:
    """The estimate, the frame that suits its range, and both ends of the range."""
    if hours >= LONGEST:
        return regional.translate(_A_YEAR), "{left} {pace}", "", ""
    unit, step, source = _unit_of(hours)
    number = max(_in_steps(hours / unit, step, ROUND_HALF_EVEN), 1)
    least = _in_steps(shortest / unit, step, ROUND_FLOOR)
    most = None if longest is None else _in_steps(longest / unit, step, ROUND_CEILING)
    if most is None:
        frame = "{left} ({shortest} or more) {pace}" if least else "{left} {pace}"
    elif least == most:
        frame = "{left} {pace}"
    else:
        frame = "{left} ({shortest} to {longest}) {pace}" if least else _UP_TO
    return regional.counted(source, number), frame, str(least), str(most)


_UP_TO = "{left} (up to {longest}) {pace}"


def _in_steps(number: Decimal, step: int, rounding: str) -> int:
    """To whole steps; below two of them every whole number is one."""
    if number < 2 * step:
        step = 1
    return int((number / step).to_integral_value(rounding)) * step
