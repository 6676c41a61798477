"""wallet-tray erase: remove the credential, the recorded balances and the remembered state."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.cli.account import (
    add_account_argument,
    choose_account,
    chosen_from,
    credential_store_for,
    load_settings,
    require_all_usable,
)
from wallet_tray.cli.keyring_wait import PATIENT_LIMIT, keyring_wait_notice
from wallet_tray.cli.messages import (
    NOTHING_REMOVED,
    environment_sentence,
    erase_question,
    erased_sentence,
    key_not_deleted_sentence,
    not_erased_sentence,
)
from wallet_tray.cli.output import CommandError, write_stderr, write_stdout
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.desktop.single_instance.message import CREDENTIALS_CHANGED, notify_first_running
from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.history.history import History, erase_files
from wallet_tray.storage.state_file import StateFile

if TYPE_CHECKING:
    from wallet_tray.context import AppContext
    from wallet_tray.storage.paths import Folders


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_account_argument(parser, "all of them")
    parser.add_argument("--yes", action="store_true", help="do it without a question")


def run(arguments: argparse.Namespace, context: "AppContext") -> ExitCode:
    """Remove the data of one account or of all, after confirmation. Raises CommandError."""
    folders = context.folders
    store = context.settings_store()
    if arguments.account is None:
        loaded = load_settings(store)
        accounts = require_all_usable(loaded)
        chosen = chosen_from(loaded, accounts[0])
        everything = True
    else:
        chosen = choose_account(store, arguments.account)
        accounts = (chosen.account,)
        # An account disabled by a settings fault keeps its data.
        is_alone = not any(fault.account for fault in store.load().reading.faults)
        everything = is_alone and len(chosen.settings.accounts) == 1
    labels = [account.label for account in accounts]
    if not (arguments.yes or _is_wanted(erase_question(labels))):
        write_stderr(NOTHING_REMOVED)
        return ExitCode.NO
    # The files come first: they are removed even if the keyring is missing or stays locked.
    left, former = _remove_files(folders, accounts, everything=everything)
    account, credential_store = accounts[0], credential_store_for(chosen, context)
    only = None if arguments.account is None else account.id
    try:
        _delete_credentials(accounts, credential_store, former, only, left)
    finally:
        notify_first_running(context.instance.socket_files, CREDENTIALS_CHANGED)
    # Erase the files again: other processes may have used the keys until they were removed.
    left = left or _remove_files(folders, accounts, everything=everything)[0]
    if left is not None:
        raise CommandError(not_erased_sentence(left), ExitCode.FAULT)
    write_stdout(f"{erased_sentence(labels)}\n")
    variable = credential_store.environment.variable(account)
    if variable is not None:
        write_stderr(environment_sentence(variable))
    return ExitCode.OK


def _is_wanted(question: str) -> bool:
    write_stderr(question, end="")
    answer = sys.stdin.readline(16)
    if not sys.stdin.isatty() or not answer:
        write_stderr("")  # Enter was not pressed, so end the line
    return answer.strip().lower() in ("y", "yes")


def _delete_credentials(
    accounts: Sequence[Account],
    credential_store: CredentialStore,
    former: Sequence[str],
    only: AccountId | None,
    left: Path | None,
) -> None:
    """Remove the credentials from the keyring, including those of former addresses and accounts.

    ``only`` is the id of a single account to erase. ``left`` is a file that could not be removed.
    Raises CommandError: NO_KEYRING, or FAULT if there is such a file as well.
    """
    try:
        with keyring_wait_notice():
            credential_store.delete_all(accounts, PATIENT_LIMIT, lambda: former, only=only)
    except WalletTrayError as error:
        sentence = key_not_deleted_sentence(error.problem, accounts[0], else_removed=left is None)
        if left is not None:
            sentence = f"{not_erased_sentence(left)}\n{sentence}"
        exit_code = error.problem.kind.exit_code if left is None else ExitCode.FAULT
        raise CommandError(sentence, exit_code) from None


def _remove_files(
    folders: "Folders", accounts: Sequence[Account], *, everything: bool
) -> tuple[Path | None, list[str]]:
    """Remove the recorded and remembered data.

    Return the first file that could not be removed, and the keyring users recorded there.
    """
    history, memory = History(folders.history_file), StateFile(folders.alert_memory_file)
    former = history.keyring_users()
    if everything:
        left = erase_files(history, folders.history_file, memory)
    else:
        (account,) = accounts
        memory.remove_account(account.id)
        left = None if history.erase(account.id) else folders.history_file
    history.close()
    return left, former
