"""wallet-tray sign-out: remove the credential from the keyring."""

import argparse
from typing import TYPE_CHECKING

from wallet_tray.cli.account import (
    add_account_argument,
    choose_account,
    credential_store_for,
)
from wallet_tray.cli.keyring_wait import PATIENT_LIMIT, keyring_wait_notice
from wallet_tray.cli.messages import (
    environment_sentence,
    not_removed_sentence,
    signed_out_sentence,
)
from wallet_tray.cli.output import CommandError, write_stderr, write_stdout
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.desktop.single_instance.message import CREDENTIALS_CHANGED, notify_first_running
from wallet_tray.domain.account import Account
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.domain.problem import WalletTrayError

if TYPE_CHECKING:
    from wallet_tray.context import AppContext


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_account_argument(parser)


def run(arguments: argparse.Namespace, context: "AppContext") -> ExitCode:
    """Remove the credential; succeeds if there is none. Raises CommandError."""
    store = context.settings_store()
    chosen = choose_account(store, arguments.account)
    account, credential_store = chosen.account, credential_store_for(chosen, context)
    context.open_history().waits.end(account)
    delete_credential(account, credential_store)
    notify_first_running(context.instance.socket_files, CREDENTIALS_CHANGED)
    write_stdout(f"{signed_out_sentence(account)}\n")
    variable = credential_store.environment.variable(account)
    if variable is not None:
        write_stderr(environment_sentence(variable))
    return ExitCode.OK


def delete_credential(account: Account, credential_store: CredentialStore) -> None:
    """Remove the credential from the keyring. Raises CommandError (NO_KEYRING) on failure."""
    try:
        with keyring_wait_notice():
            credential_store.delete(account, PATIENT_LIMIT)
    except WalletTrayError as error:
        sentence = not_removed_sentence(error.problem, account)
        raise CommandError(sentence, error.problem.kind.exit_code) from None
