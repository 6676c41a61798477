"""Results go to standard output, everything else to standard error."""

import contextlib
import io
import os
import sys
from typing import TextIO

from wallet_tray.cli.command_error import CommandError
from wallet_tray.startup.plain_characters import PLAIN

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
        discard(sys.stdout)
        raise
    except OSError:
        discard(sys.stdout)
    from wallet_tray.words.command_line import NOT_WRITTEN

    raise CommandError(NOT_WRITTEN, _FAULT)


def put_out_exactly(text: str) -> None:
    """The same for a format whose line ends and encoding (UTF-8) are fixed, whatever is usual here.

    A terminal gets what it can show.
    """
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(newline="", encoding=encoding, errors=PLAIN)
    put_out(text)


def tell(text: str, end: str = "\n") -> None:
    """Write a sentence to standard error; that nobody reads it changes nothing."""
    try:
        sys.stderr.write(f"{text}{end}")
        sys.stderr.flush()
    except OSError:
        discard(sys.stderr)


def discard(stream: TextIO) -> None:
    """Python flushes once more at its end, would complain, and would change the exit code."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
