"""The text that all status bars show, before each format adds its markup.

It contains nothing from the service but the figures.
"""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from wallet_tray import DISPLAY_NAME
from wallet_tray.cli.formats import FIGURES, Report, other_figures
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
from wallet_tray.domain.balance import Level
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.text.amounts import NO_BREAK_SPACE, amount_with_unit
from wallet_tray.text.locale import time_text
from wallet_tray.text.problems import problem_short
from wallet_tray.text.status import limit_words
from wallet_tray.text.times import time_left_text

# Dark enough for a light bar and light enough for a dark one: 3 : 1 against both.
_COLOURS = {Level.LOW: "#c07800", Level.CRITICAL: "#e0483e", Level.EMPTY: "#e0483e"}
_GREY = "#808080"


class BarText(NamedTuple):
    """What a bar shows; ``colour`` is "#rrggbb" if something needs attention, else None.

    ``details`` are lines; the first names the account. ``classes`` are for the user's style sheet.
    ``page`` is where the wallet is topped up, or "".
    """

    headline: str
    details: list[str]
    classes: list[str]
    colour: str | None
    page: str


def text_of(report: Report) -> BarText:
    """Return what a bar shows of a report."""
    wallet = report.wallet
    level = level_in(wallet)
    marks = (*beyond_in(wallet), *trouble_marks(wallet))
    return BarText(
        _headline(report),
        _details(report),
        [*([] if level is None else [level.word]), *(mark.value for mark in marks)],
        _colour(wallet),
        wallet.account.top_up_url,
    )


def text_without_account(kind: ProblemKind) -> BarText:
    """Return what a bar shows if no account can be read from the settings."""
    reason = problem_short(Problem(kind, datetime.now(UTC)))
    details = [DISPLAY_NAME, f"Status: {reason}"]
    return BarText(f"{DISPLAY_NAME}: {reason}", details, [Mark.PROBLEM.value], _GREY, "")


def _headline(report: Report) -> str:
    """Return the balance with its unit and any marks in words, so that no colour is needed.

    Examples: "512.00 USD", "84.10 USD, low", "84.10 USD, low, stale", "My label: not signed in".
    """
    wallet, balance = report.wallet, report.balance
    if balance is None:
        return f"{wallet.account.label}: {_reason(wallet)}"
    available, limits = balance.available.amount, limits_of(wallet)
    amount = amount_with_unit(available, balance.unit, limits=limits, hidden=report.hidden)
    words = [amount.replace(NO_BREAK_SPACE, " "), *limit_words(wallet)]
    if is_stale(wallet):
        words.append(Mark.STALE.value)
    if is_stopped(wallet):
        words.append(_reason(wallet))
    return ", ".join(words)


def _details(report: Report) -> list[str]:
    """Return one line for each further known fact; the first names the account."""
    wallet, balance = report.wallet, report.balance
    lines = [wallet.account.label]
    if balance is not None:
        updated = time_text(balance.fetched_at, report.now.astimezone())
        lines += [
            f"Available: {_headline(report)}",
            *(f"{FIGURES[one]}: {text}" for one, text in other_figures(report, balance)),
            time_left_text(known_outlook(wallet.state), report.now, hidden=report.hidden),
            f"Updated: {updated}",
        ]
    if known_problem(wallet.state) is not None or balance is None:
        lines.append(f"Status: {_reason(wallet)}")
    return [line.replace(NO_BREAK_SPACE, " ") for line in lines if line]


def _colour(wallet: Wallet) -> str | None:
    level = level_in(wallet)
    if trouble_marks(wallet):
        return _GREY
    if beyond_in(wallet) and not level:
        return _COLOURS[Level.LOW]
    return None if level is None else _COLOURS.get(level)


def _reason(wallet: Wallet) -> str:
    problem = known_problem(wallet.state)
    return NOTHING_RECORDED_SHORT if problem is None else problem_short(problem)


def waybar(shown: BarText, *, coloured: bool) -> str:
    """Return one JSON object on a line, with text and tooltip as Pango markup.

    The user's own style sheet sets the colours by class: the level, other crossed limits, problems.
    """
    return json.dumps(
        {
            "text": _pango(shown.headline),
            "alt": shown.classes[-1],
            "tooltip": _pango("\n".join(shown.details)),
            "class": shown.classes,
        }
    )


def tmux(shown: BarText, *, coloured: bool) -> str:
    """Return one line with a style whose colour works without a true-colour terminal."""
    text = shown.headline.replace("#", "##")
    painted = shown.colour if coloured else None
    return text if painted is None else f"#[fg={painted}]{text}#[fg=default]"


def polybar(shown: BarText, *, coloured: bool) -> str:
    """Return one line with a foreground colour.

    polybar has no escape: it draws "%%" as two characters, and a tag after it still counts (seen
    with 3.6.3). So a zero-width space separates the percent sign and the brace.
    """
    text = shown.headline.replace("%{", "%\u200b{")
    painted = shown.colour if coloured else None
    return text if painted is None else f"%{{F{painted}}}{text}%{{F-}}"


def xbar(shown: BarText, *, coloured: bool) -> str:
    """Return the menu bar item and, below the line, its menu; SwiftBar reads the same."""
    painted = shown.colour if coloured else None
    items = [_menu_text(shown.headline) + ("" if painted is None else f" | color={painted}")]
    items += ["---", *(_menu_text(line) for line in shown.details), "---"]
    if shown.page:
        items.append(f"Top up… | href={shown.page.replace('|', '%7C')}")
    items.append("Refresh | refresh=true")
    return "\n".join(items)


def bar_text(name: str, shown: BarText, *, coloured: bool) -> str:
    """Return the text in the format ``name``, without the last line end."""
    return _BARS[name](shown, coloured=coloured)


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
