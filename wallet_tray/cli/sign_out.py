"""wallet-tray sign-out: remove the credential from the keyring."""

import argparse
from typing import TYPE_CHECKING

from wallet_tray.cli.chosen_account import add_account_argument, choose_account
from wallet_tray.cli.command_error import CommandError
from wallet_tray.cli.credential_source import keeper_for, variable_in_use
from wallet_tray.cli.keyring_wait import LIMIT, telling_of_a_wait
from wallet_tray.cli.output import put_out, tell
from wallet_tray.desktop.instance_message import CREDENTIALS_CHANGED, tell_running
from wallet_tray.domain.account import Account
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.services.credentials import CredentialKeeper
from wallet_tray.services.settings_store import SettingsStore
from wallet_tray.words.command_line import (
    environment_sentence,
    not_removed_sentence,
    signed_out_sentence,
)

if TYPE_CHECKING:
    from wallet_tray.surroundings import Surroundings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_account_argument(parser)


def run(arguments: argparse.Namespace, surroundings: "Surroundings") -> int:
    """Remove the credential; succeeds if there is none. Raises CommandError."""
    store = SettingsStore(surroundings.folders.settings_file)
    account = choose_account(store, arguments.account).account
    keeper = keeper_for(account, surroundings)
    forget_credential(account, keeper)
    tell_running(surroundings.instance.socket_file, CREDENTIALS_CHANGED)
    put_out(f"{signed_out_sentence(account)}\n")
    variable = variable_in_use(account, keeper, surroundings.environment)
    if variable is not None:
        tell(environment_sentence(variable.name))
    return 0


def forget_credential(account: Account, keeper: CredentialKeeper) -> None:
    """Remove the credential from the keyring. Raises CommandError (5) on failure."""
    try:
        with telling_of_a_wait():
            keeper.forget(account, LIMIT)
    except WalletTrayError as error:
        problem = error.problem
    else:
        return
    raise CommandError(not_removed_sentence(problem, account), problem.kind.exit_code)
