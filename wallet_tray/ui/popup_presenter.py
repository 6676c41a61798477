"""From the wallet state to the popup's plain view, without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from wallet_tray.domain.balance import Level
from wallet_tray.domain.problem import Problem
from wallet_tray.domain.wallet_state import Fresh, known_balance, known_problem
from wallet_tray.ui.wallet import Manner, Wallet, level_in, limits_of
from wallet_tray.words.amounts import MASK, amount_with_unit, exact_text
from wallet_tray.words.problems import (
    Remedy,
    environment_problem_sentence,
    problem_remedy,
    problem_sentence,
)
from wallet_tray.words.regional import time_text

_DASH = "–"


@dataclass(frozen=True, slots=True)
class Banner:
    """Why something is wrong, and the one button that helps ("" for none)."""

    text: str
    remedy: Remedy
    button: str


@dataclass(frozen=True, slots=True)
class PopupView:
    """All texts of the popup. ``exact`` holds every digit of the available balance, for a hover."""

    label: str
    level: Level | None
    current: bool
    available: str
    unit: str
    exact: str
    status: str
    total: str
    reserved: str
    amount_due: str
    account_id: str
    updated: str
    banner: Banner | None
    refreshing: bool
    can_top_up: bool
    snoozed: bool


def popup_view(wallet: Wallet, manner: Manner) -> PopupView:
    """What the popup shows of one account."""
    balance, problem = known_balance(wallet.state), known_problem(wallet.state)
    regional, limits = manner.regional, limits_of(wallet)
    available = total = reserved = due = _DASH
    unit = exact = account_id = updated = ""
    if balance is not None:
        hidden = manner.hide_amounts
        unit = balance.unit
        available = _amount(balance.available, manner, limits)
        total = amount_with_unit(balance.total, unit, regional, hidden=hidden)
        reserved = amount_with_unit(balance.reserved, unit, regional, hidden=hidden)
        due = amount_with_unit(
            balance.amount_due,
            balance.amount_due_unit,
            regional,
            (wallet.account.limits.amount_due,),
            hidden=hidden,
        )
        exact = "" if hidden else f"{exact_text(balance.available)} {unit}"
        account_id = balance.account_id
        updated = regional.translate("Updated {time}").replace(
            "{time}", time_text(balance.fetched_at, manner.now, regional)
        )
    return PopupView(
        label=wallet.account.label,
        level=level_in(wallet),
        current=isinstance(wallet.state, Fresh),
        available=available,
        unit=unit,
        exact=exact,
        status=_status(wallet, manner),
        total=total,
        reserved=reserved,
        amount_due=due,
        account_id=account_id,
        updated=updated,
        banner=_banner(wallet, problem, manner),
        refreshing=wallet.refreshing,
        can_top_up=bool(wallet.account.top_up_url),
        snoozed=wallet.snoozed,
    )


def _status(wallet: Wallet, manner: Manner) -> str:
    """One quiet line below the balance."""
    translate, limits = manner.regional.translate, wallet.account.limits
    problem = known_problem(wallet.state)
    match level_in(wallet):
        case None if problem is None:
            return translate("Loading the balance…")
        case None:
            return translate("No balance yet")
        case Level.OK:
            text = translate("Above your limits")
            if not limits.low_balance and not limits.critical_balance:
                text = translate("All is well")
        case Level.EMPTY:
            text = translate("Empty: jobs stop until the wallet is topped up")
        case level:
            limit = limits.critical_balance if level is Level.CRITICAL else limits.low_balance
            source = "Critical: below {limit}" if level is Level.CRITICAL else "Low: below {limit}"
            text = translate(source).replace("{limit}", _limit(limit, wallet, manner))
    if problem is not None:
        return f"{text} · {translate('not up to date')}"
    if wallet.snoozed:
        return f"{text} · {translate('alerts snoozed')}"
    return text


def _banner(wallet: Wallet, problem: Problem | None, manner: Manner) -> Banner | None:
    if problem is None:
        return Banner(wallet.note, Remedy.NONE, "") if wallet.note else None
    if wallet.from_environment and (
        sentence := environment_problem_sentence(problem, wallet.account, manner.regional)
    ):
        return Banner(sentence, Remedy.NONE, "")
    remedy = problem_remedy(problem)
    buttons = {
        Remedy.NONE: "",
        Remedy.SIGN_IN: "Sign in…",
        Remedy.TRY_AGAIN: "Try again",
        Remedy.SETTINGS: "Settings…",
    }
    return Banner(
        problem_sentence(problem, wallet.account, manner.regional),
        remedy,
        manner.regional.translate(buttons[remedy]),
    )


def _amount(amount: Decimal, manner: Manner, limits: Sequence[Decimal]) -> str:
    """The number alone; its unit is written smaller beside it."""
    if manner.hide_amounts:
        return MASK
    return amount_with_unit(amount, "", manner.regional, limits).rstrip("\u00a0")


def _limit(limit: Decimal, wallet: Wallet, manner: Manner) -> str:
    text = amount_with_unit(limit, wallet.account.provider.unit, manner.regional)
    text = text.replace(f"{manner.regional.decimal}00\u00a0", "\u00a0")
    return MASK if manner.hide_amounts else text
