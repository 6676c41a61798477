"""Adjusts the alert memory to the present clock, which may have been wrong when it was saved.

A clock that was ahead leaves times in the future, maybe by years. Past events cannot lie in the
future, so they count as of now. The end of a snooze moves by as much as the clock was set back. A
clock that was behind leaves times long past. A snooze is over then, and nothing else depends on
them.

So no alert is held back for longer than the user chose, whatever the clock does; a snooze may end
too soon.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from wallet_tray.domain.alert_memory import AlertMemory

LONGEST_SNOOZE = timedelta(hours=33)
"""From midnight until eight the next morning, on a day of 25 hours."""


def by_this_clock(memory: AlertMemory, now: datetime) -> AlertMemory:
    """Return the memory without times in the future and without an expired snooze."""
    seen, shown, failing_since = memory.seen, memory.shown, memory.failing_since
    known = [at for at in (seen and seen.at, shown and shown.at, failing_since) if at]
    set_back = max([at - now for at in known], default=timedelta(0))
    if set_back > timedelta(0):
        memory = replace(
            memory,
            seen=seen and replace(seen, at=min(seen.at, now)),
            shown=shown and replace(shown, at=min(shown.at, now)),
            failing_since=failing_since and min(failing_since, now),
        )
    snooze = memory.snooze
    if isinstance(snooze, datetime):
        left = snooze - now - max(set_back, timedelta(0))
        over = not timedelta(0) < left <= LONGEST_SNOOZE
        memory = replace(memory, snooze=None if over else now + left)
    return memory
