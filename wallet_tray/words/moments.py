"""Moments and periods of the last weeks, as short as possible."""

from datetime import datetime, timedelta

from wallet_tray.text.locale import ENGLISH, Regional

_DAYS_BY_NAME = 6  # a week ago the weekday has the same name as today


def moment_text(at: datetime, now: datetime, regional: Regional = ENGLISH) -> str:
    """Return a clock time for today, "Tue 14:02" for recent days, "12 Nov 14:02" for older ones.

    ``now`` is in the reader's zone.
    """
    local = at.astimezone(now.tzinfo)
    day = _day_text(local, now, regional)
    clock = regional.clock(local)
    if not day:
        return clock
    return regional.translate("{day} {time}").replace("{day}", day).replace("{time}", clock)


def stretch_text(
    begin: datetime, end: datetime, now: datetime, regional: Regional = ENGLISH
) -> str:
    """Format a period: "14:02–14:30", "Tue 14:02–15:10", "Tue 22:10 – Wed 03:00"."""
    first, last = begin.astimezone(now.tzinfo), end.astimezone(now.tzinfo)
    text = moment_text(first, now, regional)
    if first.date() != last.date():
        return f"{text} – {moment_text(last, now, regional)}"
    ends = regional.clock(last)
    return text if ends == regional.clock(first) else f"{text}–{ends}"


def _day_text(local: datetime, now: datetime, regional: Regional) -> str:
    ago = now.date() - local.date()
    if not ago:
        return ""
    by_name = timedelta(0) < ago <= timedelta(days=_DAYS_BY_NAME)
    return regional.weekday(local) if by_name else regional.day_month(local)
