"""What screens and commands show of one account: its state, and the rules to judge it by."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.domain.account_state import (
    Loading,
    Stale,
    WalletState,
    known_balance,
    known_outlook,
    known_problem,
)
from wallet_tray.domain.alert import AlertLimits, Beyond
from wallet_tray.domain.balance import Balance, Level, level_of
from wallet_tray.domain.forecast.outlook import hours_left
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import ProblemKind, Remedy, RetryPolicy, problem_remedy

if TYPE_CHECKING:
    from wallet_tray.domain.balance_series import BalanceSeries
    from wallet_tray.domain.spending_periods import Drop

STALE_INTERVALS = 3
STALE_AT_LEAST = timedelta(minutes=15)
CLOCK_SLACK = timedelta(seconds=60)
"""A time further in the future was recorded with another clock, so its age is unknown."""


class Mark(StrEnum):
    """The mark beside the level, named as in the icon's drawings and as the bars see it."""

    NONE = "none"
    STALE = "stale"
    PROBLEM = "problem"
    SIGNED_OUT = "signed-out"
    LOADING = "loading"
    SNOOZED = "snoozed"
    NOTICE = "notice"  # a limit is crossed that the level does not show
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Wallet:
    """Everything known about one account at the moment.

    ``curve`` and ``drops`` (newest first) are the last results from the history. The curve covers
    the chosen period. They are None and empty before the first result. ``unit_price`` is the price
    of one unit of the balance, if the service reports it. While ``paused`` there are no automatic
    refreshes. ``outdated`` is true for a recorded balance that is too old to be current.
    """

    account: Account
    state: WalletState = Loading()  # noqa: RUF009  a frozen value
    _: KW_ONLY
    refreshing: bool = False
    snoozed: bool = False
    note: str = ""  # our sentence that is not a problem: the key is kept for this run only
    environment_variable: str | None = None  # the one with the credential in use
    curve: "BalanceSeries | None" = None
    drops: "tuple[Drop, ...]" = ()
    unit_price: Money | None = None
    paused: bool = False
    outdated: bool = False


def unit_in(wallet: Wallet) -> str:
    """Return the unit of the balance; "" if only an answer names it and none has arrived."""
    balance = known_balance(wallet.state)
    return wallet.account.unit if balance is None else balance.unit


def limits_in(wallet: Wallet) -> AlertLimits:
    """Return the account's limits in the unit of its balance."""
    return wallet.account.limits_in(unit_in(wallet))


def level_in(wallet: Wallet) -> Level | None:
    """Return the severity of the last known balance by the account's limits; None if unknown."""
    balance = known_balance(wallet.state)
    if balance is None:
        return None
    return level_of(
        balance.available.amount,
        *limits_of(wallet),
        zero_is_normal=wallet.account.provider.zero_is_normal,
    )


def is_overdrawn(wallet: Wallet) -> bool:
    """Return whether the last known balance is below zero: more than empty."""
    balance = known_balance(wallet.state)
    is_below = balance is not None and balance.available.amount < 0
    return is_below and not wallet.account.provider.zero_is_normal


def beyond_in(wallet: Wallet) -> tuple[Beyond, ...]:
    """Return the crossed limits besides those of the balance, from the last known values."""
    balance = known_balance(wallet.state)
    if balance is None:
        return ()
    left = hours_left(known_outlook(wallet.state))
    return limits_in(wallet).beyond(balance, left, wallet.account.due_unit)


def limits_of(wallet: Wallet) -> tuple[Decimal, Decimal]:
    """Return the low and the critical limit: a balance must not be rounded across them."""
    limits = limits_in(wallet)
    return limits.low_balance, limits.critical_balance


def is_stale(wallet: Wallet) -> bool:
    """Return whether the last known balance may no longer be current."""
    return wallet.outdated or isinstance(wallet.state, Stale)


def is_signed_out(wallet: Wallet) -> bool:
    """Return whether there is no credential to ask for a balance with."""
    problem = known_problem(wallet.state)
    return problem is not None and problem.kind is ProblemKind.SIGNED_OUT


def is_stopped(wallet: Wallet) -> bool:
    """Return whether a problem will not pass by itself; being signed out does not count."""
    problem = known_problem(wallet.state)
    if problem is None or is_signed_out(wallet):
        return False
    return problem.kind.pace is not RetryPolicy.BACK_OFF


def trouble_marks(wallet: Wallet) -> tuple[Mark, ...]:
    """Return the marks for a missing or stale balance, most important last; () if all is well."""
    if is_signed_out(wallet):
        return (Mark.SIGNED_OUT,)
    stale = (Mark.STALE,) if is_stale(wallet) else ()
    is_missing = known_balance(wallet.state) is None
    return (*stale, Mark.PROBLEM) if is_missing or is_stopped(wallet) else stale


def needs_sign_in(wallet: Wallet) -> bool:
    """Return whether signing in helps, also if the key is only in memory."""
    problem = known_problem(wallet.state)
    return (
        problem is not None
        and problem_remedy(problem) is Remedy.SIGN_IN
        and wallet.environment_variable is None
    )


def most_urgent_first(wallets: Sequence[Wallet]) -> list[Wallet]:
    """Sort by urgency, then by level, then in the order of the settings."""
    return sorted(wallets, key=_urgency, reverse=True)


def _urgency(wallet: Wallet) -> tuple[int, bool]:
    """Return the sort key. A signed-out account never precedes a wallet that runs dry."""
    problem, level, beyond = known_problem(wallet.state), level_in(wallet), beyond_in(wallet)
    stopped = problem is not None and problem.kind.pace is RetryPolicy.STOP
    signed_out = is_signed_out(wallet)
    ranks = (
        signed_out,
        Beyond.HOURS_LEFT in beyond,
        level is Level.LOW,
        Beyond.AMOUNT_DUE in beyond,
        level is Level.CRITICAL,
        stopped and not signed_out,
        level is Level.EMPTY,
    )
    rank = max((number for number, holds in enumerate(ranks, 1) if holds), default=0)
    return rank, problem is not None


def age_of(balance: Balance, now: datetime) -> timedelta:
    """Return the time since the balance was fetched; 0 if the clock was set back since."""
    return max(now - balance.fetched_at, timedelta(0))


def is_within(balance: Balance, now: datetime, limit: timedelta) -> bool:
    """Return whether the balance is known to be no older than ``limit``."""
    return balance.fetched_at - now <= CLOCK_SLACK and now - balance.fetched_at <= limit


def is_outdated(balance: Balance, now: datetime, interval: timedelta) -> bool:
    """Return whether several refreshes must have failed or refreshing has stopped.

    That is the case after three intervals, but not before 15 minutes.
    """
    return not is_within(balance, now, max(STALE_INTERVALS * interval, STALE_AT_LEAST))
