"""Entry of a credential at a hidden prompt or on standard input."""

import getpass
import sys
import warnings

from wallet_tray.cli.command_error import CommandError
from wallet_tray.cli.messages import CANNOT_HIDE
from wallet_tray.cli.output import tell

MAX_BYTES = 64 * 1024
_WRONG_USAGE = 2


def read_secret(prompt: str) -> str:
    """Return the typed text, or standard input if it is not a terminal.

    At most slightly more than 64 KiB of standard input are read, more than any credential has.
    Raises CommandError (2) for a terminal that would show the typed text.
    """
    if not sys.stdin.isatty():
        return sys.stdin.buffer.read(MAX_BYTES + 1).decode("utf-8", errors="replace")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(prompt)
    except EOFError:
        tell("")
        return ""
    except getpass.GetPassWarning:
        pass
    raise CommandError(CANNOT_HIDE, _WRONG_USAGE)
