"""Limit crossings and re-arming: the table of alert_policy.

All functions are pure; a limit of 0 is off.
"""

from datetime import timedelta
from decimal import Decimal

from wallet_tray.domain.alert import Alert, AlertKind, AlertLimits
from wallet_tray.domain.alert_memory import AlertMemory, LastBalance

REARM = Decimal("1.05")
"""A condition re-arms 5 % beyond its limit, so a fluctuating balance warns only once."""

# A default limit for users who switched off both limits: 1 BYC re-arms the warning of an empty
# wallet.
USUAL_LIMIT = AlertLimits().critical_balance

BY_LIMIT = frozenset(
    {AlertKind.LOW, AlertKind.CRITICAL, AlertKind.AMOUNT_DUE, AlertKind.HOURS_LEFT}
)


def limit_of(kind: AlertKind, limits: AlertLimits) -> Decimal | None:
    """Return the limit of this condition, or None if it has none."""
    match kind:
        case AlertKind.LOW:
            return limits.low_balance
        case AlertKind.CRITICAL:
            return limits.critical_balance
        case AlertKind.AMOUNT_DUE:
            return limits.amount_due
        case AlertKind.HOURS_LEFT:
            return limits.hours_left
        case _:
            return None


def holds(kind: AlertKind, seen: LastBalance, limits: AlertLimits) -> bool:
    """Return whether the balance is on the wrong side of the limit."""
    match kind:
        case AlertKind.EMPTY:
            return seen.available <= 0
        case AlertKind.CRITICAL:
            return seen.available < limits.critical_balance and limits.critical_balance > 0
        case AlertKind.LOW:
            return seen.available < limits.low_balance and limits.low_balance > 0
        case AlertKind.AMOUNT_DUE:
            return 0 < limits.amount_due < seen.amount_due
        case AlertKind.HOURS_LEFT:
            return seen.hours_left is not None and seen.hours_left < limits.hours_left
        case _:
            return False


def rearmed(kind: AlertKind, seen: LastBalance, limits: AlertLimits) -> bool:
    """Return whether the balance is far enough on the right side to re-arm the condition."""
    match kind:
        case AlertKind.EMPTY:
            limit = limits.critical_balance or limits.low_balance or USUAL_LIMIT
            return seen.available >= limit * (REARM - 1)
        case AlertKind.CRITICAL:
            return seen.available >= limits.critical_balance * REARM or not limits.critical_balance
        case AlertKind.LOW:
            return seen.available >= limits.low_balance * REARM or not limits.low_balance
        case AlertKind.AMOUNT_DUE:
            return seen.amount_due <= limits.amount_due * (2 - REARM) or not limits.amount_due
        case AlertKind.HOURS_LEFT:
            if seen.hours_left is None:  # unknown is neither good nor bad
                return not limits.hours_left
            return seen.hours_left >= limits.hours_left * REARM
        case AlertKind.ACCESS_TOKEN_ENDS:
            return False  # time-based: alert_policy decides
        case _:
            return True  # a balance arrived, so the rejection or outage is over


DROPS_KEPT = 24
DROPS_NEEDED = 12
DROP_FACTOR = 10
DROP_SHARE = Decimal("0.1")
_SHORTEST_SPAN = timedelta(minutes=5)


def large_drop(memory: AlertMemory, seen: LastBalance, unit: str) -> Alert | None:
    """Return the alert for a balance that just fell far faster than usual, or None."""
    before = memory.seen
    if before is None or not _is_large_drop(memory.drops, before, seen):
        return None
    drop = before.available - seen.available
    return Alert(AlertKind.LARGE_DROP, seen.at, amount=drop, unit=unit, since=before.at)


def _is_large_drop(drops: tuple[Decimal, ...], before: LastBalance, seen: LastBalance) -> bool:
    speed = _speed(before, seen)
    return (
        speed is not None
        and len(drops) >= DROPS_NEEDED
        and speed > DROP_FACTOR * max(drops)
        and before.available - seen.available >= DROP_SHARE * before.available
    )


def drops_after(memory: AlertMemory, seen: LastBalance) -> tuple[Decimal, ...]:
    """Return the recent spending speeds, newest last, including the drop that led to ``seen``."""
    speed = _speed(memory.seen, seen) if memory.seen is not None else None
    return memory.drops if speed is None else (*memory.drops, speed)[-DROPS_KEPT:]


def _speed(before: LastBalance, seen: LastBalance) -> Decimal | None:
    """Return how fast the balance fell, in units an hour, or None if it did not fall.

    The drop counts as spread over at least five minutes: two refreshes within seconds give no
    usable speed. Also None if the clock was set back, as the duration is unknown then.
    """
    drop = before.available - seen.available
    if drop <= 0 or before.available <= 0 or seen.at <= before.at:
        return None
    span = max(seen.at - before.at, _SHORTEST_SPAN)
    return drop * 3600 / Decimal(span // timedelta(seconds=1))
