"""wallet-tray history: the recorded balances, as a table, JSON or CSV."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from wallet_tray.cli.account import add_account_argument, choose_account
from wallet_tray.cli.command_error import CommandError
from wallet_tray.cli.history_json import json_lines
from wallet_tray.cli.history_table import table_lines
from wallet_tray.cli.messages import HISTORY_UNREADABLE, nothing_recorded_since_sentence
from wallet_tray.cli.output import put_out, put_out_exactly, tell
from wallet_tray.cli.since_argument import since
from wallet_tray.history.export import csv_lines

if TYPE_CHECKING:
    from wallet_tray.context import Surroundings

_LINES_AT_ONCE = 200
_NO_ANSWER = 6


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


def run(arguments: argparse.Namespace, surroundings: "Surroundings") -> int:
    """Print the recorded balances, oldest first. Raises CommandError."""
    chosen = choose_account(surroundings.settings_store(), arguments.account)
    account = chosen.account
    history = surroundings.open_history()
    try:
        rows = history.recorded(account, arguments.since)
        if arguments.json:
            _print(json_lines(account, rows))
        elif arguments.csv:
            _print(csv_lines(account, rows), exactly=True)
        else:
            lines = table_lines(rows, datetime.now(UTC), hidden=chosen.settings.hide_amounts)
            if not _print(lines) and not history.unreadable:
                tell(nothing_recorded_since_sentence(account, bounded=arguments.since is not None))
        if history.unreadable:
            raise CommandError(HISTORY_UNREADABLE, _NO_ANSWER)
    finally:
        history.close()
    return 0


def _print(lines: Iterator[str], *, exactly: bool = False) -> bool:
    """Write the lines as they arrive; return False if there are none."""
    put = put_out_exactly if exactly else put_out
    any_lines = False
    while some := "".join(islice(lines, _LINES_AT_ONCE)):
        put(some)
        any_lines = True
    return any_lines
