"""Reports in the format of each status bar, with its markup characters escaped.

Sources of the formats: waybar-custom(5), the STYLES of tmux(1), polybar's formatting tags, and the
plugin formats of xbar and SwiftBar.
"""

import json
from collections.abc import Callable, Mapping

from wallet_tray.cli.bars import colour, details, headline
from wallet_tray.cli.report import Report


def waybar(report: Report, *, coloured: bool) -> str:
    """One JSON object on a line. Its text and tooltip are Pango markup; colours are the user's own
    style sheet's, by the classes (a level, other limits that are crossed, and what is wrong)."""
    level = [] if report.level is None else [report.level.word]
    beyond = (one.value for one in report.beyond)
    classes = [*level, *beyond, *(mark.value for mark in report.marks)]
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
    page = report.account.top_up_url
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
