"""wallet-tray balance: one balance from the service or the history, or one per change."""

import argparse
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from wallet_tray.cli.account import ChosenAccount, add_account_argument, choose_account
from wallet_tray.cli.arguments import seconds
from wallet_tray.cli.formats import FORMATS, Presentation, Report
from wallet_tray.cli.messages import CACHED_OR_MAX_AGE, ONE_FORMAT
from wallet_tray.cli.output import (
    CommandError,
    UnusableSettingsError,
    require_stdout,
    write_stderr,
    write_stdout,
)
from wallet_tray.cli.wallet_source import WalletSource
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.domain.problem import WalletTrayError

if TYPE_CHECKING:
    from wallet_tray.context import AppContext


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_account_argument(parser)
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        metavar="NAME",
        help=f"how to print it: {', '.join(FORMATS)} (default: plain)",
    )
    parser.add_argument(
        "--max-age",
        type=seconds,
        metavar="SECONDS",
        help="a recorded balance will do if it is no older; else the service is asked",
    )
    parser.add_argument(
        "--cached",
        action="store_true",
        help="the balance that was recorded last, however old, without network or keyring",
    )
    parser.add_argument(
        "--watch", action="store_true", help="go on, and print a line at each change"
    )


def run(arguments: argparse.Namespace, context: "AppContext") -> ExitCode:
    """Print the balance. Raises CommandError."""
    require_stdout()
    if arguments.json and arguments.format not in (None, "json"):
        raise CommandError(ONE_FORMAT, ExitCode.USAGE)
    if arguments.cached and arguments.max_age is not None:
        raise CommandError(CACHED_OR_MAX_AGE, ExitCode.USAGE)
    name = "json" if arguments.json else arguments.format or "plain"
    presentation = Presentation(name, os.environ)  # the terminal's environment, also in a demo
    if arguments.watch:
        from wallet_tray.cli.watch import watch

        return watch(arguments, context, presentation)
    store = context.settings_store()
    try:
        chosen = choose_account(store, arguments.account)
    except UnusableSettingsError as error:
        if not presentation.is_bar:
            raise
        write_stderr(error.sentence)
        write_stdout(presentation.unusable_settings())
        return ExitCode.OK
    write_stdout(presentation.text(_report(arguments, context, presentation, chosen)))
    return ExitCode.OK


def _report(
    arguments: argparse.Namespace,
    context: "AppContext",
    presentation: Presentation,
    chosen: ChosenAccount,
) -> Report:
    may_prompt = arguments.max_age is None and not presentation.is_bar
    source = WalletSource(chosen, context, may_prompt=may_prompt)
    try:
        try:
            return _known_or_asked(arguments, source, is_bar=presentation.is_bar)
        except WalletTrayError as error:
            failure = source.failure(error.problem)
            report = source.report(source.last_known(), datetime.now(UTC), error.problem)
        except CommandError as error:
            failure = error
            report = source.report(None, datetime.now(UTC))
    finally:
        source.close()
    if not presentation.is_bar:
        raise failure
    write_stderr(failure.sentence)
    return report


def _known_or_asked(arguments: argparse.Namespace, source: WalletSource, *, is_bar: bool) -> Report:
    """Return the recorded balance, or fetch one.

    Raises WalletTrayError, and CommandError (6) if only the history may answer and cannot.
    """
    if arguments.cached:
        known = source.last_recorded()
        if known is None:
            raise source.nothing_recorded()
        return source.report(known, datetime.now(UTC))
    unattended = timedelta(0) if is_bar else None
    limit = unattended if arguments.max_age is None else arguments.max_age
    known = source.cached(limit, datetime.now(UTC))
    if known is not None:
        return source.report(known, datetime.now(UTC))
    balance = source.fetch()
    return source.record(balance, datetime.now(UTC))
