"""Locale formats of numbers and times. The screen passes its own; English is the default."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _clock(at: datetime) -> str:
    return f"{at.hour:02}:{at.minute:02}"


def _date_and_clock(at: datetime) -> str:
    return f"{_day_month(at)} {_clock(at)}"


def _weekday(at: datetime) -> str:
    return _WEEKDAYS[at.weekday()]


def _day_month(at: datetime) -> str:
    return f"{at.day} {_MONTHS[at.month - 1]}"


def translatable(source: str) -> str:
    """Mark a string for extraction (like gettext's N_) and return it unchanged.

    Use it for sentences in a table or constant that are translated later.
    """
    return source


def for_terminal(sentence: str) -> str:
    """Return a sentence of the command line unchanged; it is in no catalogue."""
    return sentence


def english_plural(source: str, number: int) -> str:
    """Return the English sentence for a number.

    "%n" becomes the number; "(s)" becomes the plural ending.
    """
    return source.replace("(s)", "" if number == 1 else "s").replace("%n", str(number))


@dataclass(frozen=True, slots=True)
class Locale:
    """Number separators and local time formats.

    ``clock``, ``date_and_clock``, ``weekday`` (short) and ``day_month`` take an aware time in the
    reader's zone. ``translate`` translates a source sentence into the reader's language.
    ``plural`` translates one with "%n" and "(s)", as in "%n day(s)", for a number.
    """

    group: str = ","
    decimal: str = "."
    clock: Callable[[datetime], str] = _clock
    date_and_clock: Callable[[datetime], str] = _date_and_clock
    weekday: Callable[[datetime], str] = _weekday
    day_month: Callable[[datetime], str] = _day_month
    translate: Callable[[str], str] = str
    plural: Callable[[str, int], str] = english_plural


ENGLISH = Locale()


def time_text(at: datetime, now: datetime, locale: Locale = ENGLISH) -> str:
    """Return a clock time for today, else date and time; both in the zone of ``now``."""
    local = at.astimezone(now.tzinfo)
    return locale.clock(local) if local.date() == now.date() else locale.date_and_clock(local)
