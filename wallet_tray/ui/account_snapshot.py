"""The current knowledge about one account, and the user's display preferences. No Qt."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import datetime
from decimal import Decimal

from wallet_tray.domain.account import Account
from wallet_tray.domain.account_state import (
    Loading,
    WalletState,
    known_balance,
    known_outlook,
    known_problem,
)
from wallet_tray.domain.alert import Beyond
from wallet_tray.domain.balance import Level, level_of
from wallet_tray.domain.forecast.outlook import hours_left
from wallet_tray.domain.history_values import BalanceSeries
from wallet_tray.domain.problem import ProblemKind, RetryPolicy
from wallet_tray.domain.settings import IconStyle
from wallet_tray.domain.spending_periods import Drop
from wallet_tray.text.alerts import BEYOND
from wallet_tray.text.locale import ENGLISH, Locale, translatable
from wallet_tray.text.problems import Remedy, problem_remedy, problem_short

_LEVELS = {
    Level.LOW: translatable("low"),
    Level.CRITICAL: translatable("critical"),
    Level.EMPTY: translatable("empty"),
}


@dataclass(frozen=True, slots=True)
class Wallet:
    """Everything known about one account at the moment.

    ``curve`` and ``drops`` (newest first) are the last results from the history. The curve covers
    the chosen period. They are None and empty before the first result. ``unit_price`` is the price
    of one unit of the balance in US dollars, if the service reports it. While ``paused`` there are
    no automatic refreshes.
    """

    account: Account
    state: WalletState = Loading()  # noqa: RUF009  a frozen value
    _: KW_ONLY
    refreshing: bool = False
    snoozed: bool = False
    note: str = ""  # our sentence that is not a problem: the key is kept for this run only
    from_environment: bool = False  # the credential in use comes from a variable
    curve: BalanceSeries | None = None
    drops: tuple[Drop, ...] = ()
    unit_price: Decimal | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """The user's display preferences; ``now`` is aware and in the user's zone."""

    now: datetime
    hide_amounts: bool = False
    icon: IconStyle = IconStyle.METER
    locale: Locale = ENGLISH


def level_in(wallet: Wallet) -> Level | None:
    """Return the severity of the last known balance by the account's limits; None if unknown."""
    balance = known_balance(wallet.state)
    if balance is None:
        return None
    limits = wallet.account.limits
    return level_of(balance.available, limits.low_balance, limits.critical_balance)


def is_overdrawn(wallet: Wallet) -> bool:
    """Return whether the last known balance is below zero: more than empty."""
    balance = known_balance(wallet.state)
    return balance is not None and balance.available < 0


def beyond_in(wallet: Wallet) -> tuple[Beyond, ...]:
    """Return the crossed limits besides those of the balance, from the last known values."""
    balance = known_balance(wallet.state)
    if balance is None:
        return ()
    return wallet.account.limits.beyond(balance, hours_left(known_outlook(wallet.state)))


def is_stopped(wallet: Wallet) -> bool:
    """Return whether a problem will not pass by itself; being signed out does not count."""
    problem = known_problem(wallet.state)
    if problem is None or problem.kind is ProblemKind.SIGNED_OUT:
        return False
    return problem.kind.pace is not RetryPolicy.BACK_OFF


def most_urgent_first(wallets: Sequence[Wallet]) -> list[Wallet]:
    """Sort by urgency, then by level, then in the order of the settings."""
    return sorted(wallets, key=_urgency, reverse=True)


def _urgency(wallet: Wallet) -> tuple[int, bool]:
    """Return the sort key. A signed-out account never precedes a wallet that runs dry."""
    problem, level, beyond = known_problem(wallet.state), level_in(wallet), beyond_in(wallet)
    stopped = problem is not None and problem.kind.pace is RetryPolicy.STOP
    signed_out = problem is not None and problem.kind is ProblemKind.SIGNED_OUT
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


def needs_sign_in(wallet: Wallet) -> bool:
    """Return whether signing in helps, also if the key is only in memory."""
    problem = known_problem(wallet.state)
    return (
        problem is not None
        and problem_remedy(problem) is Remedy.SIGN_IN
        and not wallet.from_environment
    )


def remarks(wallet: Wallet, options: DisplayOptions) -> list[str]:
    """Return short remarks about the figures."""
    problem = known_problem(wallet.state)
    level = level_in(wallet)
    words = []
    if is_overdrawn(wallet):
        words.append(options.locale.translate("overdrawn"))
    elif level in _LEVELS:
        words.append(options.locale.translate(_LEVELS[level]))
    words += [options.locale.translate(BEYOND[one]) for one in beyond_in(wallet)]
    if problem is not None:
        words.append(problem_short(problem, options.locale))
    if wallet.paused:
        words.append(options.locale.translate("refreshing paused"))
    if wallet.snoozed:
        words.append(options.locale.translate("alerts snoozed"))
    return words


def limits_of(wallet: Wallet) -> tuple[Decimal, ...]:
    """Return the limits that a displayed balance must not be rounded across."""
    limits = wallet.account.limits
    return limits.low_balance, limits.critical_balance
