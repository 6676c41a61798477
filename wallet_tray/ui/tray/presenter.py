"""The conversion of wallet states to the plain view of icon, tooltip and menu, without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet_tray import DISPLAY_NAME
from wallet_tray.domain.account_snapshot import (
    Mark,
    Wallet,
    beyond_in,
    level_in,
    limits_of,
    most_urgent_first,
    needs_sign_in,
    trouble_marks,
)
from wallet_tray.domain.account_state import (
    Fresh,
    Loading,
    known_balance,
    known_outlook,
    known_problem,
)
from wallet_tray.domain.balance import Level
from wallet_tray.domain.forecast.outlook import Projection
from wallet_tray.domain.money import Figure
from wallet_tray.domain.settings import IconStyle
from wallet_tray.text.amounts import amount_with_unit, icon_number, isolate
from wallet_tray.text.locale import time_text, translatable
from wallet_tray.text.status import DisplayOptions, remarks
from wallet_tray.text.times import left_text
from wallet_tray.ui.popup.figures import figures_of
from wallet_tray.ui.tray.parts import IconState, Step

TOOLTIP_LENGTH = 127  # the limit of Windows, in UTF-16 units
_LABEL_LENGTH = 30
_ACCOUNTS_IN_TOOLTIP = 3


@dataclass(frozen=True, slots=True)
class TrayView:
    """The tray icon, its tooltip (plain text, 127 UTF-16 units at most) and the menu's figures."""

    icon: IconState
    tooltip: str
    rows: tuple[str, ...]
    offers_sign_in: bool
    can_top_up: bool
    snoozed: bool
    hide_amounts: bool
    paused: bool = False


def tray_view(
    wallets: Sequence[Wallet], options: DisplayOptions, *, trouble: bool = False
) -> TrayView:
    """Return what the tray shows; ``wallets`` is empty if the settings have no usable account.

    ``trouble`` says that the popup reports a problem with the settings.
    """
    ordered = most_urgent_first(wallets)
    first = ordered[0] if ordered else None
    return TrayView(
        icon=_icon(first, options) if first else IconState(Step.UNKNOWN, Mark.PROBLEM),
        tooltip=_tooltip(ordered, options),
        rows=_rows(ordered, options) + _hint(options, trouble=trouble and bool(ordered)),
        offers_sign_in=first is not None and needs_sign_in(first),
        can_top_up=first is not None and bool(first.account.top_up_url),
        snoozed=any(wallet.snoozed for wallet in wallets),
        hide_amounts=options.hide_amounts,
        paused=any(wallet.paused for wallet in wallets),
    )


def _icon(wallet: Wallet, options: DisplayOptions) -> IconState:
    if isinstance(wallet.state, Loading):
        return IconState(Step.UNKNOWN, Mark.PAUSED if wallet.paused else Mark.LOADING)
    balance, marks = known_balance(wallet.state), trouble_marks(wallet)
    if balance is None or marks not in ((), (Mark.STALE,)):
        # Only the user can fix it: never show the full icon of a monitored wallet.
        return IconState(Step.UNKNOWN, marks[-1])
    mark = Mark.SNOOZED if wallet.snoozed else Mark.NONE
    mark = Mark.NOTICE if beyond_in(wallet) else mark
    mark = marks[-1] if marks else mark
    if wallet.paused:
        mark = Mark.PAUSED
    level = level_in(wallet) or Level.OK
    with_number = options.icon is IconStyle.NUMBER and not options.hide_amounts
    return IconState(
        Step(level.word), mark, icon_number(balance.available.amount) if with_number else None
    )


def _tooltip(ordered: Sequence[Wallet], options: DisplayOptions) -> str:
    translate = options.locale.translate
    if not ordered:
        return f"{DISPLAY_NAME}: {translate('no usable account in the settings')}"
    if len(ordered) == 1:
        text = f"{DISPLAY_NAME}: {_summary(ordered[0], options)}"
        if left := _time_left(ordered[0], options):
            text += f"\n{left}"
    else:
        text = _tooltip_of_several(ordered, options)
    # waybar parses markup and drops the tooltip at an "&" or "<"; Windows truncates at 127 units.
    for sign, other in (("&", "+"), ("<", "‹"), (">", "›")):
        text = text.replace(sign, other)
    while _utf16(text) > TOOLTIP_LENGTH:
        text = text[:-2] + "…"
    return text


def _tooltip_of_several(ordered: Sequence[Wallet], options: DisplayOptions) -> str:
    """Return a tooltip with as many accounts as fit.

    For the first account the label is shortened, never the balance.
    """
    shown = min(len(ordered), _ACCOUNTS_IN_TOOLTIP)
    length = _LABEL_LENGTH
    while True:
        lines = [DISPLAY_NAME] + [
            f"{isolate(_short(wallet.account.label, length))}: {_summary(wallet, options)}"
            for wallet in ordered[:shown]
        ]
        text = _with_rest(lines, len(ordered) - shown, options)
        if _utf16(text) <= TOOLTIP_LENGTH or (shown == 1 and length == 1):
            return text
        if shown > 1:
            shown -= 1
        else:
            length -= 1


def _with_rest(lines: Sequence[str], rest: int, options: DisplayOptions) -> str:
    more = [options.locale.plural("and %n more", rest)] if rest else []
    return "\n".join([*lines, *more])


def _summary(wallet: Wallet, options: DisplayOptions) -> str:
    """Return one line: the balance, its time and any remarks."""
    locale = options.locale
    balance, problem = known_balance(wallet.state), known_problem(wallet.state)
    words = remarks(wallet, options)
    if balance is None:
        return ", ".join(words) or locale.translate("loading")
    amount = amount_with_unit(
        balance.available.amount,
        balance.unit,
        locale,
        limits_of(wallet),
        hidden=options.hide_amounts,
    )
    at = locale.translate("at {time}").replace(
        "{time}", time_text(balance.fetched_at, options.now, locale)
    )
    stale = [locale.translate("stale")] if problem is not None else []
    return ", ".join([f"{amount} {at}", *stale, *words])


def _rows(ordered: Sequence[Wallet], options: DisplayOptions) -> tuple[str, ...]:
    translate = options.locale.translate
    if not ordered:
        return (translate("No usable account in the settings"),)
    if len(ordered) > 1:
        return tuple(
            f"{isolate(_short(wallet.account.label))}: {_summary(wallet, options)}"
            for wallet in ordered
        )
    wallet = ordered[0]
    balance = known_balance(wallet.state)
    if balance is None:
        return (f"{isolate(wallet.account.label)}: {_summary(wallet, options)}",)
    view = figures_of(wallet, options)
    rows = [
        translate("Available: {amount}").replace("{amount}", f"{view.available}\u00a0{view.unit}"),
        *_rows_of_others(dict(view.others), options),
    ]
    if left := _time_left(wallet, options):
        rows.append(left)
    rows.append(", ".join([view.updated, *remarks(wallet, options)]))
    return tuple(rows)


_OTHERS = {
    Figure.TOTAL: translatable("Total: {amount}"),
    Figure.RESERVED: translatable("Reserved: {amount}"),
    Figure.DUE: translatable("Amount due: {amount}"),
    Figure.GRANTED: translatable("Granted: {amount}"),
    Figure.CREDIT_LINE: translatable("Credit line: {amount}"),
    Figure.PER_HOUR: translatable("Spending per hour: {amount}"),
}


def _rows_of_others(others: dict[Figure, str], options: DisplayOptions) -> list[str]:
    """Return the figures beside the available one; total and reserved share a row."""
    translate, rows = options.locale.translate, []
    if Figure.TOTAL in others and Figure.RESERVED in others:
        row = translate("Total: {total}, reserved: {reserved}")
        row = row.replace("{total}", others.pop(Figure.TOTAL))
        rows.append(row.replace("{reserved}", others.pop(Figure.RESERVED)))
    rows += [translate(_OTHERS[one]).replace("{amount}", text) for one, text in others.items()]
    return rows


def _time_left(wallet: Wallet, options: DisplayOptions) -> str:
    """Return the estimate alone; "" without a projection, or if the data is out of date."""
    outlook = known_outlook(wallet.state)
    if wallet.paused or not isinstance(wallet.state, Fresh) or not isinstance(outlook, Projection):
        return ""
    if options.hide_amounts or not outlook.hours:
        return ""
    return left_text(outlook.hours_at(options.now), options.locale)


def _hint(options: DisplayOptions, *, trouble: bool) -> tuple[str, ...]:
    return (options.locale.translate("The settings need a look"),) if trouble else ()


def _short(label: str, length: int = _LABEL_LENGTH) -> str:
    return label if len(label) <= length else label[: length - 1] + "…"


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
