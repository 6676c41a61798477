"""Results go to standard output, and the command has failed where they cannot."""

import contextlib
import os
import sys

from wallet_tray.cli.command_error import CommandError

_FAULT = 70


def put_out(text: str = "") -> None:
    """Write ``text`` and whatever waits to be written.

    Raises BrokenPipeError where the reader has gone, and CommandError (70) where the output cannot
    be written for another reason, such as a full disk.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    except BrokenPipeError:
        discard_output()
        raise
    except OSError:
        discard_output()
    from wallet_tray.words.command_line import NOT_WRITTEN

    raise CommandError(NOT_WRITTEN, _FAULT)


def discard_output() -> None:
    """Python flushes once more at its end, and would complain."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
