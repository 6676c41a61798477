"""wallet-tray erase: the credential, the recorded balances and the remembered state are removed."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.cli.chosen_account import (
    choose_account,
    load_settings,
    require_all_usable,
)
from wallet_tray.cli.command_error import CommandError
from wallet_tray.cli.credential_source import keeper_for, variable_in_use
from wallet_tray.cli.output import put_out, tell
from wallet_tray.cli.sign_out import forget_credential
from wallet_tray.desktop.instance_message import CREDENTIALS_CHANGED, tell_running
from wallet_tray.domain.account import Account
from wallet_tray.services.alert_store import AlertStore
from wallet_tray.services.erasing import erase_files
from wallet_tray.services.history import History
from wallet_tray.services.settings_store import SettingsStore
from wallet_tray.words.command_line import (
    NOTHING_REMOVED,
    environment_sentence,
    erase_question,
    erased_sentence,
    not_erased_sentence,
)

if TYPE_CHECKING:
    from wallet_tray.services.paths import Folders
    from wallet_tray.surroundings import Surroundings

_NO = 1
_FAULT = 70


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--account", metavar="ID", help="which account (all of them)")
    parser.add_argument("--yes", action="store_true", help="do it without a question")


def run(arguments: argparse.Namespace, surroundings: "Surroundings") -> int:
    """Remove everything of one account or of all, after a question. Raises CommandError."""
    folders = surroundings.folders
    store = SettingsStore(folders.settings_file)
    if arguments.account is None:
        accounts = require_all_usable(load_settings(store))
        everything = True
    else:
        chosen = choose_account(store, arguments.account)
        accounts = (chosen.account,)
        everything = len(chosen.settings.accounts) == 1
    labels = [account.label for account in accounts]
    if not (arguments.yes or _is_wanted(erase_question(labels))):
        tell(NOTHING_REMOVED)
        return _NO
    # The files first: they go even where the keyring is missing or stays locked.
    left = _remove_files(folders, accounts, everything=everything)
    keepers = [(account, keeper_for(account, surroundings)) for account in accounts]
    try:
        for account, keeper in keepers:
            forget_credential(account, keeper)
    finally:
        tell_running(surroundings.instance.socket_file, CREDENTIALS_CHANGED)
    if left is not None:
        raise CommandError(not_erased_sentence(left), _FAULT)
    put_out(f"{erased_sentence(labels)}\n")
    account, keeper = keepers[0]
    variable = variable_in_use(account, keeper, surroundings.environment)
    if variable is not None:
        tell(environment_sentence(variable.name))
    return 0


def _is_wanted(question: str) -> bool:
    tell(question, end="")
    answer = sys.stdin.readline(16)
    if not sys.stdin.isatty() or not answer:
        tell("")  # nobody has pressed Enter
    return answer.strip().lower() in ("y", "yes")


def _remove_files(
    folders: "Folders", accounts: Sequence[Account], *, everything: bool
) -> Path | None:
    """Removes what is recorded and remembered; the first file that could not be removed."""
    history, memory = History(folders.history_file), AlertStore(folders.alert_memory_file)
    if everything:
        left = erase_files(history, folders.history_file, memory)
    else:
        (account,) = accounts
        memory.forget(account.id)
        left = None if history.forget(account.id) else folders.history_file
    history.close()
    return left
