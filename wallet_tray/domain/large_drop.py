"""Detection of a single drop far outside the wallet's usual spending.

A large drop takes a tenth of the balance. It is also more than ten times as fast as any recent
drop. At least a dozen recent drops must be known.
"""

from datetime import timedelta
from decimal import Decimal

from wallet_tray.domain.alert import Alert, AlertKind
from wallet_tray.domain.alert_memory import AlertMemory, Seen

DROPS_KEPT = 24
DROPS_NEEDED = 12
DROP_FACTOR = 10
DROP_SHARE = Decimal("0.1")
_SHORTEST_SPAN = timedelta(minutes=5)


def large_drop(memory: AlertMemory, seen: Seen, unit: str) -> Alert | None:
    """Return the alert for a balance that just fell far faster than usual, or None."""
    before = memory.seen
    if before is None or not _is_large_drop(memory.drops, before, seen):
        return None
    drop = before.available - seen.available
    return Alert(AlertKind.LARGE_DROP, seen.at, amount=drop, unit=unit, since=before.at)


def _is_large_drop(drops: tuple[Decimal, ...], before: Seen, seen: Seen) -> bool:
    speed = _speed(before, seen)
    return (
        speed is not None
        and len(drops) >= DROPS_NEEDED
        and speed > DROP_FACTOR * max(drops)
        and before.available - seen.available >= DROP_SHARE * before.available
    )


def drops_after(memory: AlertMemory, seen: Seen) -> tuple[Decimal, ...]:
    """Return the recent spending speeds, newest last, including the drop that led to ``seen``."""
    speed = _speed(memory.seen, seen) if memory.seen is not None else None
    return memory.drops if speed is None else (*memory.drops, speed)[-DROPS_KEPT:]


def _speed(before: Seen, seen: Seen) -> Decimal | None:
    """How fast the balance fell, in units an hour; None where there is none.

    Counted over five minutes at least: two refreshes within seconds make no speed. After a clock
    was set back it is not known how long the fall took.
    """
    drop = before.available - seen.available
    if drop <= 0 or before.available <= 0 or seen.at <= before.at:
        return None
    span = max(seen.at - before.at, _SHORTEST_SPAN)
    return drop * 3600 / Decimal(span // timedelta(seconds=1))
