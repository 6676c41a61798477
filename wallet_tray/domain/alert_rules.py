"""Limit crossings and re-arming: the table of alert_policy.

All functions are pure; a limit of 0 is off.
"""

from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import (
    Alert,
    AlertKind,
    AlertLimits,
    Threshold,
    is_beyond,
    is_rearmed,
)
from wallet_tray.domain.alert_memory import AlertMemory, LastBalance
from wallet_tray.domain.money import Figure, Money

BY_LIMIT = frozenset(
    {AlertKind.LOW, AlertKind.CRITICAL, AlertKind.AMOUNT_DUE, AlertKind.HOURS_LEFT}
)
_EMPTY_REARMED = Decimal("0.05")


class WalletTraits(NamedTuple):
    """What the provider says of the wallet, as far as alerts need it.

    ``due_unit`` is the unit of the limit of the amount due; "" if it is that of the stated amount.
    ``usual_limit`` re-arms the warning of an empty wallet if the user switched off both limits.
    A wallet whose zero is normal is never empty. A rise of one that ``refills`` is no top-up.
    """

    due_unit: str = ""
    usual_limit: Decimal = Decimal(0)
    zero_is_normal: bool = False
    refills: bool = False


def traits_of(account: Account, unit: str) -> WalletTraits:
    """Return the traits of an account whose balance is in this unit."""
    provider = account.provider
    usual = provider.usual_limits(unit, account.variant)
    return WalletTraits(
        due_unit=account.due_unit,
        usual_limit=usual.critical or usual.low or Decimal(0),
        zero_is_normal=provider.at_zero == "normal",  # AtZero: the domain imports no providers
        refills=provider.refills,
    )


def limit_of(kind: AlertKind, limits: AlertLimits) -> Decimal:
    """Return the limit of this condition; 0 if it is off, or has none."""
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
            return Decimal(0)


def threshold_of(
    kind: AlertKind, seen: LastBalance, limits: AlertLimits, traits: WalletTraits
) -> Threshold | None:
    """Return the threshold of this condition; None if it is off, has none, or its unit is open."""
    due_unit = traits.due_unit or (seen.due.unit if seen.due is not None else "")
    return limits.thresholds(seen.available.unit, due_unit).get(kind)


def holds(kind: AlertKind, seen: LastBalance, limits: AlertLimits, traits: WalletTraits) -> bool:
    """Return whether the balance is on the wrong side of the limit."""
    match kind:
        case AlertKind.EMPTY:
            return seen.available.amount <= 0 and not traits.zero_is_normal
        case AlertKind.HOURS_LEFT:
            hours = seen.hours_left
            return hours is not None and is_beyond(hours, limits.hours_left, below=True)
        case _:
            threshold = threshold_of(kind, seen, limits, traits)
            return threshold is not None and threshold.is_crossed(_stated(threshold.figure, seen))


def rearmed(kind: AlertKind, seen: LastBalance, limits: AlertLimits, traits: WalletTraits) -> bool:
    """Return whether the balance is far enough on the right side to re-arm the condition."""
    match kind:
        case AlertKind.EMPTY:
            limit = limits.critical_balance or limits.low_balance or traits.usual_limit
            available = seen.available.amount
            is_off_zero = available > 0 and available >= limit * _EMPTY_REARMED
            return is_off_zero or traits.zero_is_normal
        case AlertKind.HOURS_LEFT:
            hours = seen.hours_left
            if not limits.hours_left:
                return True
            return hours is not None and is_rearmed(hours, limits.hours_left, below=True)
        case AlertKind.LOW | AlertKind.CRITICAL | AlertKind.AMOUNT_DUE:
            if not limit_of(kind, limits):
                return True
            threshold = threshold_of(kind, seen, limits, traits)
            return threshold is not None and threshold.is_rearmed(_stated(threshold.figure, seen))
        case AlertKind.ACCESS_TOKEN_ENDS:
            return False  # time-based: alert_policy decides
        case _:
            return True  # a balance arrived, so the rejection or outage is over


def _stated(figure: Figure, seen: LastBalance) -> Money | None:
    return seen.due if figure is Figure.DUE else seen.available


DROPS_KEPT = 24
DROPS_NEEDED = 12
DROP_FACTOR = 10
DROP_SHARE = Decimal("0.1")
_SHORTEST_SPAN = timedelta(minutes=5)


def large_drop(memory: AlertMemory, seen: LastBalance) -> Alert | None:
    """Return the alert for a balance that just fell far faster than usual, or None."""
    before = memory.seen
    if before is None or not _is_large_drop(memory.drops, before, seen):
        return None
    drop = before.available - seen.available
    return Alert(AlertKind.LARGE_DROP, seen.at, amount=drop, since=before.at)


def _is_large_drop(drops: tuple[Decimal, ...], before: LastBalance, seen: LastBalance) -> bool:
    speed = _speed(before, seen)
    return (
        speed is not None
        and len(drops) >= DROPS_NEEDED
        and speed > DROP_FACTOR * max(drops)
        and _fall(before, seen) >= DROP_SHARE * before.available.amount
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
    drop = _fall(before, seen)
    if drop <= 0 or before.available.amount <= 0 or seen.at <= before.at:
        return None
    span = max(seen.at - before.at, _SHORTEST_SPAN)
    return drop * 3600 / Decimal(span // timedelta(seconds=1))


def _fall(before: LastBalance, seen: LastBalance) -> Decimal:
    return (before.available - seen.available).amount
