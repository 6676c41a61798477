"""Limit crossings and re-arming: the table of alert_policy.

All functions are pure; a limit of 0 is off.
"""

from decimal import Decimal

from wallet_tray.domain.alert import AlertKind
from wallet_tray.domain.alert_limits import AlertLimits
from wallet_tray.domain.alert_memory import Seen

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


def holds(kind: AlertKind, seen: Seen, limits: AlertLimits) -> bool:
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


def rearmed(kind: AlertKind, seen: Seen, limits: AlertLimits) -> bool:
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
