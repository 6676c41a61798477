"""How numbers and times are written here. The screen hands in its own; English is the default."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _clock(at: datetime) -> str:
    return f"{at.hour:02}:{at.minute:02}"


def _date_and_clock(at: datetime) -> str:
    return f"{at.day} {_MONTHS[at.month - 1]} {at.hour:02}:{at.minute:02}"


@dataclass(frozen=True, slots=True)
class Regional:
    """Separators of numbers, and how a local time is written.

    ``clock`` and ``date_and_clock`` take an aware time in the reader's own zone. ``translate``
    turns a source sentence into the reader's language.
    """

    group: str = ","
    decimal: str = "."
    clock: Callable[[datetime], str] = _clock
    date_and_clock: Callable[[datetime], str] = _date_and_clock
    translate: Callable[[str], str] = str


ENGLISH = Regional()


def time_text(at: datetime, now: datetime, regional: Regional = ENGLISH) -> str:
    """A clock time for today, else date and time; both in the zone of ``now``."""
    local = at.astimezone(now.tzinfo)
    return regional.clock(local) if local.date() == now.date() else regional.date_and_clock(local)
