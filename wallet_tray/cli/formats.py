"""A balance as text: lines for people, one JSON object for scripts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum

from wallet_tray.cli.output import SCHEMA, json_object
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import Beyond
from wallet_tray.domain.balance import Balance, Level, level_of
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection, Projection, hours_left
from wallet_tray.domain.history_values import rfc_3339
from wallet_tray.domain.problem import Problem, ProblemKind, RetryPolicy
from wallet_tray.text.amounts import MINUS, NO_BREAK_SPACE, amount_with_unit, owed_with_unit
from wallet_tray.text.locale import time_text
from wallet_tray.text.times import time_left_text

STALE_INTERVALS = 3
STALE_AT_LEAST = timedelta(minutes=15)
CLOCK_SLACK = timedelta(seconds=60)
"""A time further in the future was recorded with another clock, so its age is unknown."""


class Mark(StrEnum):
    """The marks shown beside the level, named as the bars see them."""

    STALE = "stale"
    PROBLEM = "problem"
    SIGNED_OUT = "signed-out"


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one wallet at ``now`` (aware); ``balance`` is the last known one, or None.

    ``stale`` means that the balance is too old to be current. ``problem`` is why there is no newer
    one. ``hidden`` masks amounts wherever people see them.
    """

    account: Account
    now: datetime
    balance: Balance | None = None
    outlook: Forecast = NoProjection.NOT_ENOUGH_DATA
    stale: bool = False
    problem: Problem | None = None
    hidden: bool = False

    @property
    def level(self) -> Level | None:
        """The severity of the balance, or None if unknown."""
        if self.balance is None:
            return None
        limits = self.account.limits
        return level_of(self.balance.available, limits.low_balance, limits.critical_balance)

    @property
    def level_word(self) -> str:
        """The level in words; "" without a level."""
        if self.balance is not None and self.balance.available < 0:
            return "overdrawn"
        return self.level.word if self.level else ""

    @property
    def beyond(self) -> tuple[Beyond, ...]:
        """The crossed limits besides those of the balance."""
        if self.balance is None:
            return ()
        return self.account.limits.beyond(self.balance, hours_left(self.outlook))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks, most important last; empty if all is well."""
        if self.problem is not None and self.problem.kind is ProblemKind.SIGNED_OUT:
            return (Mark.SIGNED_OUT,)
        stale = (Mark.STALE,) if self.stale else ()
        lasts = self.problem is not None and self.problem.kind.pace is not RetryPolicy.BACK_OFF
        return (*stale, Mark.PROBLEM) if lasts or self.balance is None else stale


def age_of(balance: Balance, now: datetime) -> timedelta:
    """Return the time since the balance was fetched; 0 if the clock was set back since."""
    return max(now - balance.fetched_at, timedelta(0))


def is_within(balance: Balance, now: datetime, limit: timedelta) -> bool:
    """Return whether the balance is known to be no older than ``limit``."""
    return balance.fetched_at - now <= CLOCK_SLACK and now - balance.fetched_at <= limit


def is_stale(balance: Balance, now: datetime, interval: timedelta) -> bool:
    """Return whether several refreshes must have failed or refreshing has stopped.

    That is the case after three intervals, but not before 15 minutes.
    """
    return not is_within(balance, now, max(STALE_INTERVALS * interval, STALE_AT_LEAST))


_STALE = "stale"
_WIDTH = 12
_HUNDREDTH = Decimal("0.01")
_WIDE = Context(prec=1500, Emax=999_999, Emin=-999_999)


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
    hidden = report.hidden
    due, due_unit = balance.amount_due, balance.amount_due_unit
    due_limit = (report.account.limits.amount_due,)
    above = _in_brackets("above the limit" if Beyond.AMOUNT_DUE in report.beyond else "")
    below = _in_brackets("below the limit" if Beyond.HOURS_LEFT in report.beyond else "")
    updated = time_text(balance.fetched_at, report.now.astimezone())
    rows = [
        ("Available", _available(report, balance) + _in_brackets(_level_word(report))),
        ("Total", plain_amount(balance.total, balance.unit, hidden=hidden)),
        ("Reserved", plain_amount(balance.reserved, balance.unit, hidden=hidden)),
        (
            "Amount due",
            _plain(owed_with_unit(due, due_unit, limits=due_limit, hidden=hidden)) + above,
        ),
        ("Account ID", balance.account_id),
        ("Updated", updated + _in_brackets(_STALE if report.stale else "")),
    ]
    if isinstance(report.outlook, Projection):
        forecast = time_left_text(report.outlook, report.now, hidden=hidden)
        rows += [("Time left", forecast + below)] if forecast else []  # an empty wallet has none
    return [f"{label:{_WIDTH}}{text}".rstrip() for label, text in rows]


def balance_line(report: Report, balance: Balance) -> str:
    """Return the report's local time and available balance on one line."""
    from wallet_tray.text.alerts import BEYOND  # a watch alone prints these lines

    beyond = (BEYOND[one] for one in report.beyond)
    words = (_level_word(report), *beyond, _STALE if report.stale else "")
    at = report.now.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return f"{at}  {_available(report, balance)}{_in_brackets(*words)}"


def balance_json(report: Report, balance: Balance) -> str:
    """Return one JSON object on one line; its numbers are exactly as received."""
    return json_object(
        {
            "schema": SCHEMA,
            "account": report.account.id,
            "accountId": balance.account_id,
            "totalBalance": balance.total,
            "availableBalance": balance.available,
            "reservedBalance": balance.reserved,
            "amountDue": balance.amount_due,
            "unit": balance.unit,
            "amountDueUnit": balance.amount_due_unit,
            "level": (report.level or Level.OK).word,
            "fetchedAt": rfc_3339(balance.fetched_at),
            "ageSeconds": round(age_of(balance, report.now).total_seconds()),
            "stale": report.stale,
            "hoursLeft": _hours_left(report),
        }
    )


def _available(report: Report, balance: Balance) -> str:
    limits = (report.account.limits.low_balance, report.account.limits.critical_balance)
    return plain_amount(balance.available, balance.unit, limits, hidden=report.hidden)


def _level_word(report: Report) -> str:
    return report.level_word


def _in_brackets(*words: str) -> str:
    said = ", ".join(filter(None, words))
    return f" ({said})" if said else ""


def _hours_left(report: Report) -> Decimal | None:
    if not isinstance(report.outlook, Projection):
        return None
    hours = report.outlook.hours_at(report.now)
    return hours.quantize(_HUNDREDTH, ROUND_HALF_EVEN, _WIDE)


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
            from wallet_tray.cli.bars import bar_text

            return f"{bar_text(self.name, report, coloured=self._coloured)}\n"
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
            figures = (known.account_id, known.total, known.available, known.amount_due)
            return (figures, report.level, report.stale), text
        if self.name == "xbar":
            return text, f"{_NEXT_ITEM}{text}"
        return text, text

    def unusable_settings(self) -> str:
        """Return the bar's text if the settings are unusable and the account is unknown."""
        now = datetime.now(UTC)
        problem = Problem(ProblemKind.ACCOUNT_UNUSABLE, now)
        return self.text(Report(Account(), now, problem=problem))
