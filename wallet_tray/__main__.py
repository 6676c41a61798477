"""The program's entry point: the tray program without a command, else the command line."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.startup import process
from wallet_tray.startup.process import forbid_core_dumps
from wallet_tray.startup.time_zone import follow_zone

if TYPE_CHECKING:
    import argparse

    from wallet_tray.context import AppContext


def main(argv: Sequence[str] | None = None) -> int:
    """Run the arguments (``sys.argv`` by default) and return the documented exit code."""
    # No umask: programs started from here, such as a browser, would inherit it. The code that
    # writes a file creates it for its owner only.
    forbid_core_dumps()
    _open_missing_streams()
    follow_zone()
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except BrokenPipeError:  # the reader of our output closed it early
        from wallet_tray.cli.output import discard

        discard(sys.stdout)
        return ExitCode.OK
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED


def _run(argv: Sequence[str]) -> int:
    from wallet_tray.cli.arguments import parse
    from wallet_tray.cli.output import CommandError, write_stderr, write_stdout

    try:
        try:
            return _dispatch(parse(argv))
        except SystemExit as end:  # argparse, after --help, --version and wrong usage
            write_stdout()
            return end.code if isinstance(end.code, int) else ExitCode.FAULT
    except CommandError as error:
        write_stderr(error.sentence)
        return error.exit_code
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  never show a traceback; it may hold a secret
        return _report(error)


def _dispatch(arguments: "argparse.Namespace") -> int:
    if arguments.command is None:
        from wallet_tray.startup.process import exit_quietly_on_signals

        exit_quietly_on_signals()
        _require_display()
    if arguments.command == "simulate":
        return int(arguments.run(arguments))

    from wallet_tray import context as places

    context = places.demo_context() if arguments.demo else places.user_context()
    try:
        _set_up_logging(context)
        if arguments.command is not None:
            return int(arguments.run(arguments, context))
        import PySide6.QtCore  # noqa: F401  installs the hook

        from wallet_tray.startup.process import remove_import_hook

        remove_import_hook()
        from wallet_tray.app.main import run

        return run(context)
    finally:
        context.close()


def _require_display() -> None:
    from wallet_tray.desktop.display import find_no_display

    found = find_no_display(os.environ)
    if found is not None:
        from wallet_tray.cli.messages import no_display_sentence
        from wallet_tray.cli.output import CommandError

        raise CommandError(no_display_sentence(found.missing_library), ExitCode.CANNOT_RUN)


def _set_up_logging(context: "AppContext") -> None:
    from wallet_tray.domain.credential import is_key_variable
    from wallet_tray.startup.logging_setup import set_up_logging

    secrets = [text for name, text in context.environment.items() if is_key_variable(name)]
    set_up_logging(context.folders.log_file, secrets=secrets)


def _report(error: Exception) -> ExitCode:
    import logging

    from wallet_tray.cli.messages import FAULT_SENTENCE
    from wallet_tray.cli.output import write_stderr

    root = logging.getLogger()
    if not root.handlers:  # an error before the log was set up; never show a traceback
        root.addHandler(logging.NullHandler())
    logging.getLogger("wallet_tray").error("the program ended with a fault", exc_info=error)
    write_stderr(FAULT_SENTENCE)
    return ExitCode.FAULT


def _open_missing_streams() -> None:
    """Replace missing standard streams: they are None without a console or with closed descriptors.

    pythonw has no console. Opened in this order, the streams take the descriptors 0 to 2. No file
    of this program can then take these.
    """
    process.register()
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif mode == "w" and hasattr(stream, "reconfigure"):
            # A console that lacks a character must not end the program.
            stream.reconfigure(errors=process.PLAIN)


if __name__ == "__main__":
    sys.exit(main())
