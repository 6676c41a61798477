"""wallet-tray doctor: examine the program's dependencies; with --alerts, run the alert drill."""

import argparse
import shutil
import sys
from typing import TYPE_CHECKING

from wallet_tray.cli.account import add_account_argument
from wallet_tray.cli.command_error import CommandError
from wallet_tray.cli.output import put_out

if TYPE_CHECKING:
    from wallet_tray.context import Surroundings

_WRONG_USAGE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_account_argument(parser, "all of them; with --alerts the first one")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--json", action="store_true", help="print one JSON object")
    ways.add_argument(
        "--alerts",
        action="store_true",
        help="show a low, a critical and a due alert, and take them away again",
    )


def run(arguments: argparse.Namespace, surroundings: "Surroundings") -> int:
    """Run the examination or drill; return 0 if all is well, else 1. Raises CommandError."""
    if arguments.alerts:
        from wallet_tray.cli.doctor_drill import play

        return play(arguments, surroundings)

    from wallet_tray.cli.messages import unknown_account_sentence
    from wallet_tray.diagnostics.report import (
        examination_json,
        examination_lines,
        wants_color,
    )
    from wallet_tray.diagnostics.run import examine
    from wallet_tray.examination.chosen_accounts import UnknownAccountError

    try:
        examination = examine(surroundings, arguments.account)
    except UnknownAccountError as error:
        known = error.known
    else:
        if arguments.json:
            put_out(f"{examination_json(examination)}\n")
        else:
            width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
            lines = examination_lines(examination, width, colored=wants_color(sys.stdout))
            put_out("".join(f"{line}\n" for line in lines))
        return 0 if examination.healthy else 1
    raise CommandError(unknown_account_sentence(known), _WRONG_USAGE)
