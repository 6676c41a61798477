"""wallet-tray history: the recorded balances, as a table, JSON or CSV."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from wallet_tray.cli.account import add_account_argument, choose_account
from wallet_tray.cli.arguments import since
from wallet_tray.cli.messages import HISTORY_UNREADABLE, nothing_recorded_since_sentence
from wallet_tray.cli.output import (
    SCHEMA,
    CommandError,
    json_object,
    require_stdout,
    write_stderr,
    write_stdout,
    write_stdout_exactly,
)
from wallet_tray.domain.account import Account
from wallet_tray.domain.exact import exact_difference
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.domain.money import Figure
from wallet_tray.history.export import csv_lines, fields_of
from wallet_tray.history.history import Recorded
from wallet_tray.text.amounts import MASK, MINUS, NO_BREAK_SPACE, amount_text

if TYPE_CHECKING:
    from wallet_tray.context import AppContext


def json_lines(account: Account, rows: Iterable[Recorded]) -> Iterator[str]:
    """Yield the object's lines with line ends; its numbers are exactly as received."""
    head = json_object({"schema": SCHEMA, "account": account.id}).removesuffix("}")
    yield f'{head}, "balances": ['
    separator = "\n"
    for row in rows:
        yield separator + json_object(fields_of(account, row))
        separator = ",\n"
    yield "\n]}\n"


_COLUMNS = ("From", "Until", "Available", "Change", "Total", "Due")
_LINE = "{:16}  {:16}  {:>12}  {:>12}  {:>12}  {:>10}"


def table_lines(rows: Iterable[Recorded], now: datetime, *, hidden: bool) -> Iterator[str]:
    """Yield lines with line ends, newest last; none without rows.

    Times are local. A heading names the wallet each time it changes.
    """
    wallet: tuple[str, str, str] | None = None
    before: Decimal | None = None
    for row in rows:
        if (row.wallet_id, row.unit, row.due_unit) != wallet:
            if wallet is not None:
                yield "\n"
            wallet = (row.wallet_id, row.unit, row.due_unit)
            before = None
            yield _heading(row)
            yield f"{_LINE.format(*_COLUMNS)}\n"
        sample = row.sample
        line = _LINE.format(
            _local(sample.since),
            _local(sample.until),
            _text(sample.available, hidden=hidden),
            "" if before is None else _change(before, sample.available, hidden=hidden),
            _text(sample.figures.get(Figure.TOTAL), hidden=hidden),
            _text(sample.figures.get(Figure.DUE), hidden=hidden),
        )
        yield f"{line.rstrip()}\n"
        before = sample.available


def _change(before: Decimal, after: Decimal, *, hidden: bool) -> str:
    change = exact_difference(after, before)
    if not change:
        return ""
    text = _text(change, hidden=hidden)
    return f"+{text}" if change > 0 and not hidden else text


def _heading(row: Recorded) -> str:
    name = f"Account ID {row.wallet_id}, in " if row.wallet_id else "In "
    due = f", due in {row.due_unit}" if row.due_unit else ""
    return f"{name}{row.unit}{due}\n"


def _text(amount: Decimal | None, *, hidden: bool) -> str:
    """Return the amount; "" for a figure that the wallet did not state."""
    if amount is None:
        return ""
    if hidden:
        return MASK
    return amount_text(amount).replace(NO_BREAK_SPACE, " ").replace(MINUS, "-")


def _local(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


_LINES_AT_ONCE = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_account_argument(parser)
    parser.add_argument(
        "--since",
        type=since,
        metavar="WHEN",
        help="only what was recorded since: 30m, 12h, 7d, 4w, or a date such as 2026-11-03 "
        "(default: all)",
    )
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument("--json", action="store_true", help="print one JSON object")
    formats.add_argument("--csv", action="store_true", help="print comma-separated values")


def run(arguments: argparse.Namespace, context: "AppContext") -> ExitCode:
    """Print the recorded balances, oldest first. Raises CommandError."""
    require_stdout()
    chosen = choose_account(context.settings_store(), arguments.account)
    account = chosen.account
    history = context.open_history()
    try:
        rows = history.recorded(account, arguments.since)
        if arguments.json:
            _print(json_lines(account, rows))
        elif arguments.csv:
            _print(csv_lines(account, rows), exactly=True)
        else:
            lines = table_lines(rows, datetime.now(UTC), hidden=chosen.settings.hide_amounts)
            if not _print(lines) and not history.unreadable:
                write_stderr(
                    nothing_recorded_since_sentence(account, bounded=arguments.since is not None)
                )
        if history.unreadable:
            raise CommandError(HISTORY_UNREADABLE, ExitCode.NO_BALANCE)
    finally:
        history.close()
    return ExitCode.OK


def _print(lines: Iterator[str], *, exactly: bool = False) -> bool:
    """Write the lines as they arrive; return False if there are none."""
    put = write_stdout_exactly if exactly else write_stdout
    any_lines = False
    while some := "".join(islice(lines, _LINES_AT_ONCE)):
        put(some)
        any_lines = True
    return any_lines
