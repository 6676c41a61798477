"""wallet-tray balance: one balance, asked for now."""

import argparse
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from wallet_tray.cli.balance_text import balance_json, balance_lines
from wallet_tray.cli.chosen_account import add_account_argument, choose_account
from wallet_tray.cli.command_error import CommandError
from wallet_tray.cli.credential_source import keeper_for, variable_in_use
from wallet_tray.cli.output import put_out
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.services.settings_store import SettingsStore
from wallet_tray.words.command_line import balance_problem_sentence

if TYPE_CHECKING:
    from wallet_tray.services.credentials import CredentialKeeper
    from wallet_tray.surroundings import Surroundings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    add_account_argument(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace, surroundings: "Surroundings") -> int:
    """Print the balance. Raises CommandError."""
    chosen = choose_account(SettingsStore(surroundings.folders.settings_file), arguments.account)
    account = chosen.account
    keeper = keeper_for(account, surroundings)
    try:
        balance = _fetch(account, keeper, chosen.settings.proxy)
    except WalletTrayError as error:
        problem = error.problem
    else:
        now = datetime.now(UTC)
        if arguments.json:
            put_out(f"{balance_json(balance, account, now)}\n")
        else:
            hidden = chosen.settings.hide_amounts
            lines = balance_lines(balance, account, now, hidden=hidden)
            put_out("".join(f"{line}\n" for line in lines))
        return 0
    variable = variable_in_use(account, keeper, surroundings.environment)
    if variable is not None:
        account = replace(account, credential=variable.kind)
    name = None if variable is None else variable.name
    sentence = balance_problem_sentence(problem, account, name)
    raise CommandError(sentence, problem.kind.exit_code)


def _fetch(account: Account, keeper: "CredentialKeeper", proxy: str) -> Balance:
    from wallet_tray.cli.keyring_wait import PatientCredentials

    credentials = PatientCredentials(keeper)
    credentials.credential(account)  # whoever is signed out need not wait for httpx

    from wallet_tray.refresh.fetcher import BalanceFetcher
    from wallet_tray.services.access_tokens import AccessTokens
    from wallet_tray.services.wallet_api import WalletApi

    api = WalletApi(proxy)
    try:
        return BalanceFetcher(account, credentials, api, AccessTokens(api)).fetch()
    finally:
        api.close()
