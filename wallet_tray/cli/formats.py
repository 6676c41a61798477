"""A balance as text: lines for people, one JSON object for scripts."""

from decimal import ROUND_HALF_EVEN, Context, Decimal

from wallet_tray.cli.json_text import SCHEMA, json_object
from wallet_tray.cli.report import Report, age_of
from wallet_tray.domain.alert_limits import Beyond
from wallet_tray.domain.balance import Balance, Level
from wallet_tray.domain.forecast.outlook import Projection
from wallet_tray.domain.rfc_3339 import rfc_3339
from wallet_tray.text.amounts import MINUS, NO_BREAK_SPACE, amount_with_unit, owed_with_unit
from wallet_tray.text.locale import time_text
from wallet_tray.text.times import time_left_text
from wallet_tray.words.beyond import BEYOND

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
