"""A balance as text: lines for people, one JSON object for scripts."""

import json
from datetime import datetime
from decimal import Decimal

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance, Level, level_of
from wallet_tray.words.amounts import MINUS, NO_BREAK_SPACE, amount_with_unit
from wallet_tray.words.regional import time_text

SCHEMA = 1
_WIDTH = 12


def balance_lines(
    balance: Balance, account: Account, now: datetime, *, hidden: bool = False
) -> list[str]:
    """One line for each figure; ``hidden`` masks the amounts. ``now`` is aware.

    Blanks and the minus sign are the plain ones: what is copied from a terminal gets pasted into
    programs, and not every console has the others.
    """
    limits = (account.limits.low_balance, account.limits.critical_balance)

    def amount(number: Decimal, unit: str, limits: tuple[Decimal, ...] = ()) -> str:
        return amount_with_unit(number, unit, limits=limits, hidden=hidden)

    level = _level(balance, account)
    word = "" if level is Level.OK else f" ({level.word})"
    rows = (
        ("Available", amount(balance.available, balance.unit, limits) + word),
        ("Total", amount(balance.total, balance.unit)),
        ("Reserved", amount(balance.reserved, balance.unit)),
        (
            "Amount due",
            amount(balance.amount_due, balance.amount_due_unit, (account.limits.amount_due,)),
        ),
        ("Account ID", balance.account_id),
        ("Updated", time_text(balance.fetched_at, now.astimezone())),
    )
    return [
        f"{label:{_WIDTH}}{text}".replace(NO_BREAK_SPACE, " ").replace(MINUS, "-").rstrip()
        for label, text in rows
    ]


def balance_json(balance: Balance, account: Account, now: datetime) -> str:
    """One JSON object on one line; its numbers are exact as received. ``now`` is aware."""
    age = max(0, round((now - balance.fetched_at).total_seconds()))
    fetched_at = balance.fetched_at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    fields: dict[str, object] = {
        "schema": SCHEMA,
        "account": account.id,
        "accountId": balance.account_id,
        "totalBalance": balance.total,
        "availableBalance": balance.available,
        "reservedBalance": balance.reserved,
        "amountDue": balance.amount_due,
        "unit": balance.unit,
        "amountDueUnit": balance.amount_due_unit,
        "level": _level(balance, account).word,
        "fetchedAt": fetched_at,
        "ageSeconds": age,
        "stale": False,
        "hoursLeft": None,
    }
    # json would write a Decimal as a float or not at all; its own spelling is valid JSON.
    return (
        "{"
        + ", ".join(
            f"{json.dumps(name)}: {value if isinstance(value, Decimal) else json.dumps(value)}"
            for name, value in fields.items()
        )
        + "}"
    )


def _level(balance: Balance, account: Account) -> Level:
    limits = account.limits
    return level_of(balance.available, limits.low_balance, limits.critical_balance)
