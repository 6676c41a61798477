"""Recorded balances as one JSON object, one line each."""

from collections.abc import Iterable, Iterator

from wallet_tray.cli.json_text import SCHEMA, json_object
from wallet_tray.domain.account import Account
from wallet_tray.history.history import Recorded
from wallet_tray.services.history_fields import fields_of


def json_lines(account: Account, rows: Iterable[Recorded]) -> Iterator[str]:
    """Yield the object's lines with line ends; its numbers are exactly as received."""
    head = json_object({"schema": SCHEMA, "account": account.id}).removesuffix("}")
    yield f'{head}, "balances": ['
    separator = "\n"
    for row in rows:
        yield separator + json_object(fields_of(account, row))
        separator = ",\n"
    yield "\n]}\n"
