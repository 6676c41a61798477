"""A balance as text: lines for people, one JSON object for scripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Decimal

from wallet_tray.cli.output import SCHEMA, json_object
from wallet_tray.domain.account_snapshot import (
    Wallet,
    age_of,
    beyond_in,
    is_stale,
    level_in,
    limits_in,
    limits_of,
)
from wallet_tray.domain.account_state import known_balance, known_outlook
from wallet_tray.domain.alert import Beyond
from wallet_tray.domain.balance import Balance, Level
from wallet_tray.domain.exact import EXACT
from wallet_tray.domain.forecast.outlook import Projection
from wallet_tray.domain.history_values import rfc_3339
from wallet_tray.domain.money import Figure
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.text.amounts import MINUS, NO_BREAK_SPACE, amount_with_unit, figure_with_unit
from wallet_tray.text.locale import time_text
from wallet_tray.text.status import level_word, limit_words
from wallet_tray.text.times import time_left_text


@dataclass(frozen=True, slots=True)
class Report:
    """What a command reports of a wallet at ``now`` (aware).

    ``hidden`` masks amounts wherever people see them.
    """

    wallet: Wallet
    now: datetime
    hidden: bool = False

    @property
    def balance(self) -> Balance | None:
        """The last known balance, or None."""
        return known_balance(self.wallet.state)


FIGURES = {
    Figure.TOTAL: "Total",
    Figure.RESERVED: "Reserved",
    Figure.DUE: "Amount due",
    Figure.GRANTED: "Granted",
    Figure.CREDIT_LINE: "Credit line",
    Figure.PER_HOUR: "Per hour",
}
"""The names of the figures beside the available one."""

_STALE = "stale"
_WIDTH = 12
_HUNDREDTH = Decimal("0.01")


def plain_amount(
    number: Decimal, unit: str, limits: tuple[Decimal, ...] = (), *, hidden: bool = False
) -> str:
    """Return the amount with plain spaces and minus signs.

    Text copied from a terminal is pasted into programs, and some consoles lack the typographic
    characters.
    """
    return _plain(amount_with_unit(number, unit, limits=limits, hidden=hidden))


def _plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ").replace(MINUS, "-")


def balance_lines(report: Report, balance: Balance) -> list[str]:
    """Return one line for each figure of the report's balance."""
    wallet, hidden = report.wallet, report.hidden
    beyond, outlook = beyond_in(wallet), known_outlook(wallet.state)
    above = _in_brackets("above the limit" if Beyond.AMOUNT_DUE in beyond else "")
    below = _in_brackets("below the limit" if Beyond.HOURS_LEFT in beyond else "")
    updated = time_text(balance.fetched_at, report.now.astimezone())
    rows = [
        ("Available", _available(report, balance) + _in_brackets(level_word(wallet))),
        *(
            (FIGURES[figure], _plain(text) + (above if figure is Figure.DUE else ""))
            for figure, text in other_figures(report, balance)
        ),
        *([("Account ID", balance.wallet_id)] if balance.wallet_id else []),
        ("Updated", updated + _in_brackets(_STALE if is_stale(wallet) else "")),
    ]
    if isinstance(outlook, Projection):
        forecast = time_left_text(outlook, report.now, hidden=hidden)
        rows += [("Time left", forecast + below)] if forecast else []  # an empty wallet has none
    return [f"{label:{_WIDTH}}{text}".rstrip() for label, text in rows]


def balance_line(report: Report, balance: Balance) -> str:
    """Return the report's local time and available balance on one line."""
    words = (*limit_words(report.wallet), _STALE if is_stale(report.wallet) else "")
    at = report.now.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return f"{at}  {_available(report, balance)}{_in_brackets(*words)}"


def balance_json(report: Report, balance: Balance) -> str:
    """Return one JSON object on one line; its numbers are exactly as received.

    What the wallet does not state is null.
    """
    account, due = report.wallet.account, balance.figures.get(Figure.DUE)
    variant = account.provider.variant(account.variant)
    # An answer with a reading of its own states an id even if it is empty.
    wallet_id = balance.wallet_id or ("" if account.provider.strategies.answer else None)
    return json_object(
        {
            "schema": SCHEMA,
            "account": account.id,
            "accountId": wallet_id,
            "totalBalance": balance.amount(Figure.TOTAL),
            "availableBalance": balance.available.amount,
            "reservedBalance": balance.amount(Figure.RESERVED),
            "amountDue": None if due is None else due.amount,
            "unit": balance.unit,
            "amountDueUnit": None if due is None else due.unit,
            "level": (level_in(report.wallet) or Level.OK).word,
            "fetchedAt": rfc_3339(balance.fetched_at),
            "ageSeconds": round(age_of(balance, report.now).total_seconds()),
            "stale": is_stale(report.wallet),
            "hoursLeft": _hours_left(report),
            "provider": account.provider.id,
            "variant": None if variant is None else variant.id,
            "grantedBalance": balance.amount(Figure.GRANTED),
            "creditLine": balance.amount(Figure.CREDIT_LINE),
            "spendPerHour": balance.amount(Figure.PER_HOUR),
            "described": account.provider.confidence,
        }
    )


def _available(report: Report, balance: Balance) -> str:
    limits = limits_of(report.wallet)
    return plain_amount(balance.available.amount, balance.unit, limits, hidden=report.hidden)


def other_figures(report: Report, balance: Balance) -> Iterator[tuple[Figure, str]]:
    """Return the figures beside the available one, as text."""
    limit = limits_in(report.wallet).amount_due
    for figure, money in balance.others:
        yield figure, figure_with_unit(figure, money, due_limit=limit, hidden=report.hidden)


def _in_brackets(*words: str) -> str:
    said = ", ".join(filter(None, words))
    return f" ({said})" if said else ""


def _hours_left(report: Report) -> Decimal | None:
    outlook = known_outlook(report.wallet.state)
    if not isinstance(outlook, Projection):
        return None
    hours = outlook.hours_at(report.now)
    return hours.quantize(_HUNDREDTH, ROUND_HALF_EVEN, EXACT)


# SwiftBar's marker for a streaming plugin to redraw its item.
_NEXT_ITEM = "~~~\n"

BARS = ("waybar", "tmux", "polybar", "xbar")
FORMATS = ("plain", "json", *BARS)


class Presentation:
    """The output in one of ``FORMATS``."""

    def __init__(self, name: str, environment: Mapping[str, str]) -> None:
        self.name = name
        self.is_bar = name in BARS
        self._coloured = not environment.get("NO_COLOR")

    def text(self, report: Report) -> str:
        """Return the report with its line end, as printed once.

        Plain and JSON formats require a balance.
        """
        if self.is_bar:
            from wallet_tray.cli.bars import bar_text, text_of

            return f"{bar_text(self.name, text_of(report), coloured=self._coloured)}\n"
        if report.balance is None:
            raise AssertionError("a report without a balance is a failure")
        if self.name == "json":
            return f"{balance_json(report, report.balance)}\n"
        return "".join(f"{line}\n" for line in balance_lines(report, report.balance))

    def change(self, report: Report) -> tuple[object, str]:
        """Return the key and the text of a report in a watch; it is printed if the key changed."""
        if self.name == "plain" and report.balance is not None:
            line = balance_line(report, report.balance)
            return line.partition("  ")[2], f"{line}\n"
        text = self.text(report)
        if self.name == "json" and report.balance is not None:
            known = report.balance
            figures = (known.wallet_id, known.available, known.others)
            return (figures, level_in(report.wallet), is_stale(report.wallet)), text
        if self.name == "xbar":
            return text, f"{_NEXT_ITEM}{text}"
        return text, text

    def unusable_settings(self) -> str:
        """Return the bar's text if the settings are unusable and the account is unknown."""
        from wallet_tray.cli.bars import bar_text, text_without_account

        shown = text_without_account(ProblemKind.ACCOUNT_UNUSABLE)
        return f"{bar_text(self.name, shown, coloured=self._coloured)}\n"
