"""The text that all status bars show, before each format adds its markup.

It contains nothing from the service but the figures.
"""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal

from wallet_tray.cli.formats import Report
from wallet_tray.cli.messages import NOTHING_RECORDED_SHORT
from wallet_tray.domain.account_snapshot import (
    Mark,
    Wallet,
    beyond_in,
    is_stale,
    is_stopped,
    level_in,
    limits_of,
    trouble_marks,
)
from wallet_tray.domain.account_state import known_outlook, known_problem
from wallet_tray.domain.balance import Balance, Level
from wallet_tray.text.amounts import NO_BREAK_SPACE, amount_with_unit, owed_with_unit
from wallet_tray.text.locale import time_text
from wallet_tray.text.problems import problem_short
from wallet_tray.text.status import limit_words
from wallet_tray.text.times import time_left_text

# Dark enough for a light bar and light enough for a dark one: 3 : 1 against both.
_COLOURS = {Level.LOW: "#c07800", Level.CRITICAL: "#e0483e", Level.EMPTY: "#e0483e"}
_GREY = "#808080"


def headline(report: Report) -> str:
    """Return the balance with its unit and any marks in words, so that no colour is needed.

    Examples: "512.00 BYC", "84.10 BYC, low", "84.10 BYC, low, stale", "ByteNite: not signed in".
    """
    wallet, balance = report.wallet, report.balance
    if balance is None:
        return f"{wallet.account.label}: {_reason(wallet)}"
    amount = _amount(balance.available, balance.unit, report, limits_of(wallet))
    words = [amount, *limit_words(wallet)]
    if is_stale(wallet):
        words.append(Mark.STALE.value)
    if is_stopped(wallet):
        words.append(_reason(wallet))
    return ", ".join(words)


def details(report: Report) -> list[str]:
    """Return one line for each further known fact; the first names the account."""
    wallet, balance = report.wallet, report.balance
    lines = [wallet.account.label]
    if balance is not None:
        updated = time_text(balance.fetched_at, report.now.astimezone())
        lines += [
            f"Available: {headline(report)}",
            f"Total: {_amount(balance.total, balance.unit, report)}",
            f"Reserved: {_amount(balance.reserved, balance.unit, report)}",
            f"Amount due: {_owed(balance, report)}",
            time_left_text(known_outlook(wallet.state), report.now, hidden=report.hidden),
            f"Updated: {updated}",
        ]
    if known_problem(wallet.state) is not None or balance is None:
        lines.append(f"Status: {_reason(wallet)}")
    return [line.replace(NO_BREAK_SPACE, " ") for line in lines if line]


def colour(report: Report) -> str | None:
    """Return a colour as "#rrggbb" if something needs attention, else None."""
    level = level_in(report.wallet)
    if trouble_marks(report.wallet):
        return _GREY
    if beyond_in(report.wallet) and not level:
        return _COLOURS[Level.LOW]
    return None if level is None else _COLOURS.get(level)


def _reason(wallet: Wallet) -> str:
    problem = known_problem(wallet.state)
    return NOTHING_RECORDED_SHORT if problem is None else problem_short(problem)


def _owed(balance: Balance, report: Report) -> str:
    amount, unit = balance.amount_due, balance.amount_due_unit
    limits = (report.wallet.account.limits.amount_due,)
    return owed_with_unit(amount, unit, limits=limits, hidden=report.hidden)


def _amount(number: Decimal, unit: str, report: Report, limits: tuple[Decimal, ...] = ()) -> str:
    return amount_with_unit(number, unit, limits=limits, hidden=report.hidden).replace(
        NO_BREAK_SPACE, " "
    )


def waybar(report: Report, *, coloured: bool) -> str:
    """Return one JSON object on a line, with text and tooltip as Pango markup.

    The user's own style sheet sets the colours by class: the level, other crossed limits, problems.
    """
    level = level_in(report.wallet)
    levels = [] if level is None else [level.word]
    others = (*beyond_in(report.wallet), *trouble_marks(report.wallet))
    classes = [*levels, *(one.value for one in others)]
    return json.dumps(
        {
            "text": _pango(headline(report)),
            "alt": classes[-1],
            "tooltip": _pango("\n".join(details(report))),
            "class": classes,
        }
    )


def tmux(report: Report, *, coloured: bool) -> str:
    """Return one line with a style whose colour works without a true-colour terminal."""
    text = headline(report).replace("#", "##")
    painted = colour(report) if coloured else None
    return text if painted is None else f"#[fg={painted}]{text}#[fg=default]"


def polybar(report: Report, *, coloured: bool) -> str:
    """Return one line with a foreground colour.

    polybar has no escape: it draws "%%" as two characters, and a tag after it still counts (seen
    with 3.6.3). So a zero-width space separates the percent sign and the brace.
    """
    text = headline(report).replace("%{", "%\u200b{")
    painted = colour(report) if coloured else None
    return text if painted is None else f"%{{F{painted}}}{text}%{{F-}}"


def xbar(report: Report, *, coloured: bool) -> str:
    """Return the menu bar item and, below the line, its menu; SwiftBar reads the same."""
    painted = colour(report) if coloured else None
    items = [_menu_text(headline(report)) + ("" if painted is None else f" | color={painted}")]
    items += ["---", *(_menu_text(line) for line in details(report)), "---"]
    page = report.wallet.account.top_up_url
    if page:
        items.append(f"Top up… | href={page.replace('|', '%7C')}")
    items.append("Refresh | refresh=true")
    return "\n".join(items)


def bar_text(name: str, report: Report, *, coloured: bool) -> str:
    """Return the report in the format ``name``, without the last line end."""
    return _BARS[name](report, coloured=coloured)


_BARS: Mapping[str, Callable[..., str]] = {
    "waybar": waybar,
    "tmux": tmux,
    "polybar": polybar,
    "xbar": xbar,
}


def _pango(text: str) -> str:
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, entity)
    return text


def _menu_text(text: str) -> str:
    """Return a line without parameters or separators: xbar has no escape."""
    text = text.replace("|", "¦")
    return f"\u200b{text}" if text.startswith("--") else text
