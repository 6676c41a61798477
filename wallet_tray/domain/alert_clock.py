"""What the alerts remember, as the clock goes now: it may have been wrong when it was written down.

A clock that was ahead leaves moments behind that are still to come, maybe for years. What is known
to have happened cannot lie ahead: it counts as of now, and the end of a snooze comes nearer by as
much as the clock was set back. A clock that was behind leaves moments that are long past: a snooze
is over then, and nothing else waits for them.

So no alert is held back for longer than the user chose, whatever the clock does; a snooze may end
too soon.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from wallet_tray.domain.alert_memory import AlertMemory

LONGEST_SNOOZE = timedelta(hours=33)
"""Until tomorrow at eight, chosen at midnight, on a day that has 25 hours."""


def by_this_clock(memory: AlertMemory, now: datetime) -> AlertMemory:
    """The memory without anything that a clock which was ahead has left, and without a snooze that
    is over."""
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
