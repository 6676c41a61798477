"""The conversion of the wallet state to the popup's plain view, without Qt."""

from dataclasses import dataclass, field
from decimal import Decimal

from wallet_tray.domain.account_snapshot import (
    Wallet,
    beyond_in,
    is_stopped,
    level_in,
    limits_in,
    unit_in,
)
from wallet_tray.domain.account_state import Fresh, known_balance, known_problem
from wallet_tray.domain.alert import Beyond
from wallet_tray.domain.balance import Level
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.money import Figure
from wallet_tray.domain.problem import Problem, Remedy, RetryPolicy, problem_remedy
from wallet_tray.text.amounts import MASK, amount_with_unit
from wallet_tray.text.locale import translatable
from wallet_tray.text.problems import environment_problem_sentence, problem_parts, problem_sentence
from wallet_tray.text.status import DisplayOptions, empty_text
from wallet_tray.ui.chart.presenter import ChartView, chart_view
from wallet_tray.ui.popup.figures import DropRow, drop_rows, figures_of, outlook_line

_BUTTONS = {
    Remedy.NONE: "",
    Remedy.SIGN_IN: translatable("Sign in…"),
    Remedy.TRY_AGAIN: translatable("Try again"),
    Remedy.SETTINGS: translatable("Settings…"),
    Remedy.RESUME: translatable("Resume refreshing"),
}


@dataclass(frozen=True, slots=True)
class Banner:
    """The reason for a problem, and the one button that helps ("" for none)."""

    text: str
    remedy: Remedy
    button: str


@dataclass(frozen=True, slots=True)
class PopupView:
    """Everything the popup shows.

    ``exact`` has every digit of the available balance, for a tooltip. ``others`` and ``wallet_id``
    are as in ``Figures``. The ID and the names of the drops are texts from the service: show them
    as plain text only.
    """

    label: str
    level: Level | None
    current: bool
    available: str
    unit: str
    exact: str
    status: str
    others: tuple[tuple[Figure, str], ...]
    wallet_id: str | None
    updated: str
    banner: Banner | None
    refreshing: bool
    can_top_up: bool
    snoozed: bool
    outlook: str = ""
    chart: ChartView = field(default_factory=ChartView)
    drops: tuple[DropRow, ...] | None = None
    notice: bool = False  # the level alone would look too good


def popup_view(
    wallet: Wallet, options: DisplayOptions, span: ChartRange | None = None
) -> PopupView:
    """Return the popup's view of one account.

    ``span`` is the time that the user chose for the chart, None for no choice.
    """
    figures = figures_of(wallet, options)
    return PopupView(
        label=wallet.account.label,
        level=level_in(wallet),
        current=isinstance(wallet.state, Fresh) and not wallet.paused,
        available=figures.available,
        unit=figures.unit,
        exact=figures.exact,
        status=_status(wallet, options),
        others=figures.others,
        wallet_id=figures.wallet_id,
        updated=figures.updated,
        banner=_banner(wallet, known_problem(wallet.state), options),
        refreshing=wallet.refreshing,
        can_top_up=bool(wallet.account.top_up_url),
        snoozed=wallet.snoozed,
        outlook=outlook_line(wallet, options),
        chart=chart_view(wallet, options, span),
        drops=drop_rows(wallet, options),
        notice=bool(beyond_in(wallet)) or is_stopped(wallet),
    )


def _status(wallet: Wallet, options: DisplayOptions) -> str:
    """Return the subdued status line below the balance."""
    translate, limits = options.locale.translate, limits_in(wallet)
    problem = known_problem(wallet.state)
    match level_in(wallet):
        case None if problem is None and not wallet.paused:
            return translate("Loading the balance…")
        case None:
            return translate("No balance yet")
        case Level.OK:
            is_judged = limits.low_balance or limits.critical_balance
            text = translate("Above your limits" if is_judged else "All is well")
            text = " · ".join(_beyond_other_limits(wallet, options)) or text
        case Level.EMPTY:
            text = empty_text(wallet, options.locale)
        case level:
            limit = limits.critical_balance if level is Level.CRITICAL else limits.low_balance
            is_critical = level is Level.CRITICAL
            text = translate("Critical: below {limit}" if is_critical else "Low: below {limit}")
            text = text.replace("{limit}", _limit(limit, unit_in(wallet), options))
    if level_in(wallet) is not Level.OK:
        text = " · ".join((text, *_beyond_other_limits(wallet, options)))
    if wallet.paused:
        return f"{text} · {translate('refreshing paused')}"
    if problem is not None:
        return f"{text} · {translate('stale')}"
    if wallet.snoozed:
        return f"{text} · {translate('alerts snoozed')}"
    return text


def _beyond_other_limits(wallet: Wallet, options: DisplayOptions) -> list[str]:
    """Return the exceeded limits other than the balance, for as long as each alert applies."""
    translate, limits = options.locale.translate, limits_in(wallet)
    balance = known_balance(wallet.state)
    due = balance.figures.get(Figure.DUE) if balance is not None else None
    due_unit = "" if due is None else due.unit
    sentences = {
        Beyond.AMOUNT_DUE: (translatable("Amount due: above {limit}"), limits.amount_due, due_unit),
        Beyond.HOURS_LEFT: (translatable("Time left: below {limit}"), limits.hours_left, "h"),
    }
    return [
        translate(sentence).replace("{limit}", _limit(limit, unit, options))
        for sentence, limit, unit in (sentences[one] for one in beyond_in(wallet))
    ]


def _banner(wallet: Wallet, problem: Problem | None, options: DisplayOptions) -> Banner | None:
    if wallet.paused and (problem is None or problem.kind.pace is RetryPolicy.BACK_OFF):
        return _pause_banner(wallet, problem, options)
    if problem is None:
        return Banner(wallet.note, Remedy.NONE, "") if wallet.note else None
    variable = wallet.environment_variable
    if variable is not None and (
        sentence := environment_problem_sentence(problem, wallet.account, variable, options.locale)
    ):
        return Banner(sentence, Remedy.NONE, "")
    remedy = problem_remedy(problem)
    return Banner(
        problem_sentence(problem, wallet.account, options.locale),
        remedy,
        options.locale.translate(_BUTTONS[remedy]) if _BUTTONS[remedy] else "",
    )


def _pause_banner(wallet: Wallet, problem: Problem | None, options: DisplayOptions) -> Banner:
    """Return the banner of a pause.

    It takes precedence over temporary problems, as nothing is retried while paused.
    """
    before = wallet.note
    if problem is not None:
        before, _ = problem_parts(problem, wallet.account, options.locale)
    paused = options.locale.translate("Refreshing is paused.")
    button = options.locale.translate(_BUTTONS[Remedy.RESUME])
    return Banner(f"{before} {paused}".lstrip(), Remedy.RESUME, button)


def _limit(limit: Decimal, unit: str, options: DisplayOptions) -> str:
    text = amount_with_unit(limit, unit, options.locale)
    text = text.replace(f"{options.locale.decimal}00\u00a0", "\u00a0")
    return MASK if options.hide_amounts else text
