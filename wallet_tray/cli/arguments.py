"""The arguments of the command line. Only the module of the chosen command is imported."""

import argparse
import importlib
import math
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import NoReturn

from wallet_tray import PROGRAM_NAME, __version__
from wallet_tray.cli.output import write_stderr
from wallet_tray.domain.exit_code import ExitCode

_COMMANDS = {
    "balance": "print the balance",
    "can-afford": "say whether the balance covers an amount, for scripts",
    "history": "print the recorded balances",
    "sign-in": "store the API key in the keyring",
    "sign-out": "remove the API key from the keyring",
    "erase": "remove the keys, the recorded balances and the remembered alerts",
    "doctor": "examine all that the program depends on, and say what to do",
    "simulate": "run the simulated wallet service",
}

# The parts of argparse's messages that repeat the user's input.
_TYPED = r"(ignored explicit argument|invalid \w+(?: value)?:?|ambiguous option:?) .*"

# Words that are easily mistaken for commands, and the options meant.
_OPTIONS = {"demo": "--demo", "help": "--help", "version": "--version"}
_NO_COMMAND = r"argument COMMAND: invalid choice: '([^']{1,40})'"

_DEMO_HELP = "use a simulated wallet: no account, no network, none of your files"


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments with ``command`` (None for the tray program), ``demo`` and ``run``.

    Raises SystemExit with 0 after --help and --version, and with 2 after a sentence about wrong
    usage. The user's input is never repeated: it may be a misplaced key.
    """
    parser = _Parser(
        prog=PROGRAM_NAME,
        description="The balance of a prepaid compute wallet in the system tray. "
        "Without a command the tray program is started; 'wallet-tray COMMAND --help' tells the "
        "options of a command.",
        usage="wallet-tray [-h] [--version] [--demo] [COMMAND ...]",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"wallet-tray {__version__}")
    parser.add_argument("--demo", action="store_true", help=_DEMO_HELP)
    commands = parser.add_subparsers(
        dest="command",
        metavar="COMMAND",
        title="commands",
        prog=PROGRAM_NAME,
        parser_class=_Parser,
    )
    # Any other beginning may end in a list of all commands.
    typed = argv[:1] if argv and argv[0] in _COMMANDS else list(_COMMANDS)
    for name in typed:
        sentence = _COMMANDS[name]
        of_command = commands.add_parser(
            name,
            help=sentence,
            description=f"{sentence[0].upper()}{sentence[1:]}.",
            allow_abbrev=False,
        )
        # A default here would override the same option before the command.
        of_command.add_argument(
            "--demo", action="store_true", default=argparse.SUPPRESS, help=_DEMO_HELP
        )
        if name in argv:
            command = importlib.import_module(f"wallet_tray.cli.{name.replace('-', '_')}")
            command.add_arguments(of_command)
            of_command.set_defaults(run=command.run)
    return parser.parse_args(argv)


class _Parser(argparse.ArgumentParser):
    """An argument parser that reports an error in one sentence."""

    def error(self, message: str) -> NoReturn:
        write_stderr(f"{_sentence(message)} See '{self.prog} --help'.")
        sys.exit(ExitCode.USAGE)


def _sentence(message: str) -> str:
    if message.startswith("unrecognized arguments"):
        return (
            "There is an argument that this command does not have; "
            "keys and tokens are never one, 'sign-in' asks for them."
        )
    fault, choices, rest = message.partition("(choose from")
    fault = re.sub(_TYPED, r"\1", fault, flags=re.DOTALL).strip().rstrip(":")
    return f"Wrong usage, {fault}{' ' if choices else ''}{choices}{rest}.{_guess(message)}"


def _guess(message: str) -> str:
    """Return the likely intended command or option for an unknown command, or ""."""
    wrong = re.match(_NO_COMMAND, message)
    if wrong is None:
        return ""
    import difflib

    typed = wrong[1].lower()
    near = difflib.get_close_matches(typed, _COMMANDS, n=1, cutoff=0.75)
    meant = _OPTIONS.get(typed) or (near[0] if near else "")
    return f" Perhaps 'wallet-tray {meant}' is meant." if meant else ""


MAX_LENGTH = 400
"""No balance has more characters."""

# ASCII digits only: Decimal() also accepts Arabic digits, "nan", "1e400" and "1_000". Programs,
# including this one, print very large and small amounts with an exponent.
_PLAIN = r"([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?"
_LONGEST = timedelta(days=36_500)


def plain_number(text: str) -> Decimal:
    """Return a number from 0 on, exactly as typed. Raises ArgumentTypeError for anything else."""
    match = re.fullmatch(_PLAIN, text) if len(text) <= MAX_LENGTH else None
    if match is None or (match[3] and math.isinf(float(text))):  # larger than any balance
        raise argparse.ArgumentTypeError("must be a plain number from 0 on, such as 12 or 12.50")
    return Decimal(text)


def seconds(text: str) -> timedelta:
    """Return a plain number of seconds, at most a century. Raises ArgumentTypeError."""
    number = min(plain_number(text), Decimal(_LONGEST.total_seconds()))
    return timedelta(seconds=float(number))


_SPAN = r"([0-9]{1,9})([mhdw])"
_UNITS = {
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
# The common subset of ISO 8601 and RFC 3339; fromisoformat() alone also accepts "2026W011".
_DATE = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?([Zz]|[+-][0-9]{2}:[0-9]{2})?)?"
)
_MUST_BE = "must be a time span such as 30m, 12h, 7d or 4w, or a date such as 2026-11-03"
_BEGINNING = datetime(1, 1, 2, tzinfo=UTC)


def since(text: str, now: datetime | None = None) -> datetime:
    """Return the start (aware, UTC), relative to ``now`` (aware; by default the current time).

    A date means its first moment in the local zone. A date with a time and no zone is local. Raises
    ArgumentTypeError.
    """
    now = datetime.now(UTC) if now is None else now
    span = re.fullmatch(_SPAN, text)
    try:
        if span is not None:
            return _before(now, int(span[1]), _UNITS[span[2]])
        if re.fullmatch(_DATE, text):
            return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError, OSError):  # no such day, or before the system's epoch
        pass
    raise argparse.ArgumentTypeError(_MUST_BE)


def _before(now: datetime, count: int, unit: timedelta) -> datetime:
    try:
        return max(now - count * unit, _BEGINNING)
    except OverflowError:  # before the first possible date: everything
        return _BEGINNING
