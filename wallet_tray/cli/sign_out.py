"""wallet-tray sign-out: remove the credential from the keyring."""

import argparse
from typing import TYPE_CHECKING

from wallet_tray.cli.account import (
    add_account_argument,
    choose_account,
    keeper_for,
    variable_in_use,
)
from wallet_tray.cli.keyring_wait import PATIENT_LIMIT, telling_of_a_wait
from wallet_tray.cli.messages import (
    environment_sentence,
    not_removed_sentence,
    signed_out_sentence,
)
from wallet_tray.cli.output import CommandError, put_out, tell
from wallet_tray.credentials.store import CredentialKeeper
from wallet_tray.desktop.single_instance.message import CREDENTIALS_CHANGED, tell_all
from wallet_tray.domain.account import Account
from wallet_tray.domain.problem import WalletTrayError

if TYPE_CHECKING:
    from wallet_tray.context import Surroundings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_account_argument(parser)


def run(arguments: argparse.Namespace, surroundings: "Surroundings") -> int:
    """Remove the credential; succeeds if there is none. Raises CommandError."""
    store = surroundings.settings_store()
    chosen = choose_account(store, arguments.account)
    account, keeper = chosen.account, keeper_for(chosen, surroundings)
    surroundings.open_history().waits.end(account)
    forget_credential(account, keeper)
    tell_all(surroundings.instance.socket_files, CREDENTIALS_CHANGED)
    put_out(f"{signed_out_sentence(account)}\n")
    variable = variable_in_use(account, keeper, surroundings.environment)
    if variable is not None:
        tell(environment_sentence(variable.variable))
    return 0


def forget_credential(account: Account, keeper: CredentialKeeper) -> None:
    """Remove the credential from the keyring. Raises CommandError (5) on failure."""
    try:
        with telling_of_a_wait():
            keeper.forget(account, PATIENT_LIMIT)
    except WalletTrayError as error:
        problem = error.problem
    else:
        return
    raise CommandError(not_removed_sentence(problem, account), problem.kind.exit_code)
