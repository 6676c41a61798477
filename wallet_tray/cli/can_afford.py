"""wallet-tray can-afford: check for scripts whether the available balance covers an amount."""

import argparse
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from wallet_tray.cli.account import add_account_argument, choose_account
from wallet_tray.cli.arguments import plain_number, seconds
from wallet_tray.cli.formats import plain_amount
from wallet_tray.cli.messages import affordable_sentence
from wallet_tray.cli.output import write_stdout
from wallet_tray.cli.wallet_source import WalletSource
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.text.amounts import exact_text

if TYPE_CHECKING:
    from wallet_tray.context import AppContext


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "amount",
        type=plain_number,
        metavar="AMOUNT",
        help="what a job will cost, in the account's unit",
    )
    add_account_argument(parser)
    parser.add_argument(
        "--max-age",
        type=seconds,
        metavar="SECONDS",
        help="a recorded balance will do if it is no older; else the service is asked",
    )
    parser.epilog = (
        "The exit code is 0 where the available balance covers the amount and 1 where it does "
        "not; with any other code there is no answer."
    )


def run(arguments: argparse.Namespace, context: "AppContext") -> ExitCode:
    """Print yes or no in a sentence and return 0 or 1. Raises CommandError."""
    chosen = choose_account(context.settings_store(), arguments.account)
    source = WalletSource(chosen, context, may_prompt=arguments.max_age is None)
    try:
        balance = _balance(source, arguments.max_age)
    finally:
        source.close()
    available = balance.available.amount
    covers = available >= arguments.amount
    # Hidden amounts stay readable here: the user asked for exactly this answer.
    shown = plain_amount(available, balance.unit, (arguments.amount,))
    asked = f"{exact_text(arguments.amount)} {balance.unit}"
    write_stdout(f"{affordable_sentence(shown, asked, covers=covers)}\n")
    return ExitCode.OK if covers else ExitCode.NO


def _balance(source: WalletSource, max_age: timedelta | None) -> Balance:
    try:
        known = source.cached(max_age, datetime.now(UTC))
        if known is not None:
            return known
        balance = source.fetch()
    except WalletTrayError as error:
        raise source.failure(error.problem) from None
    source.record(balance, datetime.now(UTC))
    return balance
