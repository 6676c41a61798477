"""From the wallet state to plain views: what tray icon, menu and popup show, without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Level, level_of
from wallet_tray.domain.problem import Pace, Problem, ProblemKind
from wallet_tray.domain.settings import IconStyle
from wallet_tray.domain.wallet_state import (
    Failed,
    Fresh,
    Loading,
    Stale,
    WalletState,
    known_balance,
    known_problem,
)
from wallet_tray.ui.icon_state import IconState, Mark, Step
from wallet_tray.words.amounts import MASK, amount_with_unit, exact_text, icon_number
from wallet_tray.words.problems import (
    Remedy,
    problem_remedy,
    problem_sentence,
    problem_short,
)
from wallet_tray.words.regional import ENGLISH, Regional, time_text

PROGRAM = "Wallet Tray"
TOOLTIP_LENGTH = 127  # of Windows, in UTF-16 units
_LABEL_LENGTH = 30
_ACCOUNTS_IN_TOOLTIP = 3
_DASH = "–"


@dataclass(frozen=True, slots=True)
class Wallet:
    """All that is known of one account at the moment."""

    account: Account
    state: WalletState = Loading()  # noqa: RUF009  a frozen value
    refreshing: bool = False
    snoozed: bool = False
    note: str = ""  # a sentence of ours that is no problem: the key is kept for this run only


@dataclass(frozen=True, slots=True)
class Manner:
    """How the user wants to see things; ``now`` is aware and in the user's zone."""

    now: datetime
    hide_amounts: bool = False
    icon: IconStyle = IconStyle.METER
    regional: Regional = ENGLISH


@dataclass(frozen=True, slots=True)
class TrayView:
    """The tray icon, its tooltip (plain text, 127 UTF-16 units at most) and the menu's figures."""

    icon: IconState
    tooltip: str
    rows: tuple[str, ...]
    signed_out: bool
    can_top_up: bool
    snoozed: bool
    hide_amounts: bool


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


def level_in(wallet: Wallet) -> Level | None:
    """How serious the last known balance is by the account's limits; None where none is known."""
    balance = known_balance(wallet.state)
    if balance is None:
        return None
    limits = wallet.account.limits
    return level_of(balance.available, limits.low_balance, limits.critical_balance)


def most_urgent_first(wallets: Sequence[Wallet]) -> list[Wallet]:
    """What needs the user first, then by level, then in the order of the settings."""
    return sorted(wallets, key=_urgency, reverse=True)


def tray_view(wallets: Sequence[Wallet], manner: Manner) -> TrayView:
    """What the tray shows; ``wallets`` may be empty where the settings hold no usable account."""
    ordered = most_urgent_first(wallets)
    first = ordered[0] if ordered else None
    return TrayView(
        icon=_icon(first, manner) if first else IconState(Step.UNKNOWN, Mark.PROBLEM),
        tooltip=_tooltip(ordered, manner),
        rows=_rows(ordered, manner),
        signed_out=first is not None and _is_signed_out(first),
        can_top_up=first is not None and bool(first.account.top_up_url),
        snoozed=any(wallet.snoozed for wallet in wallets),
        hide_amounts=manner.hide_amounts,
    )


def popup_view(wallet: Wallet, manner: Manner) -> PopupView:
    """What the popup shows of one account."""
    balance, problem = known_balance(wallet.state), known_problem(wallet.state)
    regional, limits = manner.regional, _limits(wallet)
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


def _urgency(wallet: Wallet) -> tuple[int, bool]:
    """The order of the alerts. An account that is signed out hides no wallet that runs dry."""
    problem, level = known_problem(wallet.state), level_in(wallet)
    stopped = problem is not None and problem.kind.pace is Pace.STOP
    signed_out = _is_signed_out(wallet)
    ranks = (
        signed_out,
        level is Level.LOW,
        level is Level.CRITICAL,
        stopped and not signed_out,
        level is Level.EMPTY,
    )
    rank = max((number for number, holds in enumerate(ranks, 1) if holds), default=0)
    return rank, problem is not None


def _is_signed_out(wallet: Wallet) -> bool:
    problem = known_problem(wallet.state)
    return problem is not None and problem.kind is ProblemKind.SIGNED_OUT


def _icon(wallet: Wallet, manner: Manner) -> IconState:
    match wallet.state:
        case Loading():
            return IconState(Step.UNKNOWN, Mark.LOADING)
        case Failed(problem=problem):
            signed_out = problem.kind is ProblemKind.SIGNED_OUT
            return IconState(Step.UNKNOWN, Mark.SIGNED_OUT if signed_out else Mark.PROBLEM)
        case Stale(problem=problem) if problem.kind.pace is not Pace.BACK_OFF:
            # Only the user can mend it: never the full look of a wallet that is being watched.
            return IconState(Step.UNKNOWN, Mark.PROBLEM)
        case Stale(balance=balance):
            mark = Mark.STALE
        case Fresh(balance=balance):
            mark = Mark.SNOOZED if wallet.snoozed else Mark.NONE
    level = level_in(wallet) or Level.OK
    with_number = manner.icon is IconStyle.NUMBER and not manner.hide_amounts
    return IconState(
        Step(level.word), mark, icon_number(balance.available) if with_number else None
    )


def _tooltip(ordered: Sequence[Wallet], manner: Manner) -> str:
    translate = manner.regional.translate
    if not ordered:
        return f"{PROGRAM}: {translate('no usable account in the settings')}"
    if len(ordered) == 1:
        text = f"{PROGRAM}: {_summary(ordered[0], manner)}"
    else:
        text = _tooltip_of_several(ordered, manner)
    # waybar reads markup and drops the tooltip at an "&" or "<"; Windows cuts at 127 units.
    for sign, other in (("&", "+"), ("<", "‹"), (">", "›")):
        text = text.replace(sign, other)
    while _utf16(text) > TOOLTIP_LENGTH:
        text = text[:-2] + "…"
    return text


def _tooltip_of_several(ordered: Sequence[Wallet], manner: Manner) -> str:
    """As many accounts as fit; of the first one the label gives way, never the balance."""
    shown = min(len(ordered), _ACCOUNTS_IN_TOOLTIP)
    length = _LABEL_LENGTH
    while True:
        lines = [PROGRAM] + [
            f"{_short(wallet.account.label, length)}: {_summary(wallet, manner)}"
            for wallet in ordered[:shown]
        ]
        text = _with_rest(lines, len(ordered) - shown, manner)
        if _utf16(text) <= TOOLTIP_LENGTH or (shown == 1 and length == 1):
            return text
        if shown > 1:
            shown -= 1
        else:
            length -= 1


def _with_rest(lines: Sequence[str], rest: int, manner: Manner) -> str:
    more = manner.regional.translate("and {count} more").replace("{count}", str(rest))
    return "\n".join([*lines, more] if rest else lines)


def _summary(wallet: Wallet, manner: Manner) -> str:
    """One line: the balance, its time and what is to be said of it."""
    regional = manner.regional
    balance, problem = known_balance(wallet.state), known_problem(wallet.state)
    words = _remarks(wallet, manner)
    if balance is None:
        return ", ".join(words) or regional.translate("loading")
    amount = amount_with_unit(
        balance.available, balance.unit, regional, _limits(wallet), hidden=manner.hide_amounts
    )
    at = regional.translate("at {time}").replace(
        "{time}", time_text(balance.fetched_at, manner.now, regional)
    )
    stale = [regional.translate("stale")] if problem is not None else []
    return ", ".join([f"{amount} {at}", *stale, *words])


def _remarks(wallet: Wallet, manner: Manner) -> list[str]:
    problem = known_problem(wallet.state)
    level = level_in(wallet)
    words = []
    if level is not None and level is not Level.OK:
        words.append(manner.regional.translate(level.word))
    if problem is not None:
        words.append(problem_short(problem, manner.regional))
    if wallet.snoozed:
        words.append(manner.regional.translate("alerts snoozed"))
    return words


def _rows(ordered: Sequence[Wallet], manner: Manner) -> tuple[str, ...]:
    translate = manner.regional.translate
    if not ordered:
        return (translate("No usable account in the settings"),)
    if len(ordered) > 1:
        return tuple(
            f"{_short(wallet.account.label)}: {_summary(wallet, manner)}" for wallet in ordered
        )
    wallet = ordered[0]
    balance = known_balance(wallet.state)
    if balance is None:
        return (f"{wallet.account.label}: {_summary(wallet, manner)}",)
    view = popup_view(wallet, manner)
    rows = [
        f"{translate('Available')}: {view.available}\u00a0{view.unit}",
        f"{translate('Total')}: {view.total}, {translate('reserved')}: {view.reserved}",
        f"{translate('Amount due')}: {view.amount_due}",
    ]
    remarks = _remarks(wallet, manner)
    rows.append(", ".join([view.updated, *remarks]))
    return tuple(rows)


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


def _limits(wallet: Wallet) -> tuple[Decimal, ...]:
    limits = wallet.account.limits
    return limits.low_balance, limits.critical_balance


def _short(label: str, length: int = _LABEL_LENGTH) -> str:
    return label if len(label) <= length else label[: length - 1] + "…"


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
