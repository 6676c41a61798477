"""Output of results to standard output and everything else to standard error."""

import contextlib
import io
import os
import sys
from collections.abc import Mapping
from decimal import Decimal
from typing import TextIO

from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.startup.process import PLAIN


class CommandError(Exception):
    """Ends a command with one sentence for the user and a documented exit code.

    The sentence is our own and never contains a credential.
    """

    def __init__(self, sentence: str, exit_code: ExitCode) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.exit_code = exit_code


class UnusableSettingsError(CommandError):
    """The settings file, or the account in it, cannot be used."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, ExitCode.USAGE)


def write_stdout(text: str = "") -> None:
    """Write ``text`` and flush.

    Raises BrokenPipeError if the reader has closed, and CommandError (FAULT) if the output fails
    for another reason, such as a full disk.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        discard(sys.stdout)
        raise
    except OSError:
        discard(sys.stdout)
        from wallet_tray.cli.messages import NOT_WRITTEN

        raise CommandError(NOT_WRITTEN, ExitCode.FAULT) from None


def require_stdout() -> None:
    """Raise CommandError (FAULT) if the program was started with its standard output closed."""
    if sys.__stdout__ is None:
        from wallet_tray.cli.messages import NOT_WRITTEN

        raise CommandError(NOT_WRITTEN, ExitCode.FAULT)


def write_stdout_exactly(text: str) -> None:
    """Write a format with fixed line ends and encoding (UTF-8), whatever the locale uses.

    A terminal gets the characters that it can show. Raises the same errors.
    """
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(newline="", encoding=encoding, errors=PLAIN)
    write_stdout(text)


def write_stderr(text: str, end: str = "\n") -> None:
    """Write a sentence to standard error; a closed reader is ignored."""
    try:
        sys.stderr.write(f"{text}{end}")
        sys.stderr.flush()
    except OSError:
        discard(sys.stderr)


def discard(stream: TextIO) -> None:
    """Close the stream to prevent Python's last flush.

    That flush would print an error and change the exit code.
    """
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


SCHEMA = 1


def json_object(fields: Mapping[str, object]) -> str:
    """Return the object on one line.

    The json module writes a Decimal as a float or not at all. A Decimal's own text is valid JSON.
    """
    import json

    return (
        "{"
        + ", ".join(
            f"{json.dumps(name)}: {value if isinstance(value, Decimal) else json.dumps(value)}"
            for name, value in fields.items()
        )
        + "}"
    )
