"""The account, settings and credential store of a command, from --account."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wallet_tray.cli.messages import (
    account_fault_sentence,
    environment_unused_sentence,
    own_variable_unused_sentence,
    settings_trouble_sentence,
    unknown_account_sentence,
)
from wallet_tray.cli.output import CommandError, UnusableSettingsError, write_stderr
from wallet_tray.credentials.environment import key_use, shared_variables
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.domain.settings import Settings, SettingsFault
from wallet_tray.storage.settings_file import LoadedSettings, SettingsStore

if TYPE_CHECKING:
    from wallet_tray.context import AppContext


@dataclass(frozen=True, slots=True)
class ChosenAccount:
    """The account that a command uses, and the settings it comes from.

    ``environment_counts`` is False if the environment's credential does not belong to it.
    """

    account: Account
    settings: Settings
    environment_counts: bool = True


def add_account_argument(parser: argparse.ArgumentParser, otherwise: str = "the first one") -> None:
    """Add the option --account; ``otherwise`` describes the account used without it."""
    parser.add_argument(
        "--account", type=AccountId, metavar="ID", help=f"which account (default: {otherwise})"
    )


def choose_account(store: SettingsStore, account_id: AccountId | None) -> ChosenAccount:
    """Return the account with that id, or else the first one in the file.

    Values replaced by their defaults are reported on standard error. Raises CommandError (USAGE)
    if the file or this account cannot be used.
    """
    loaded = load_settings(store)
    settings = loaded.reading.settings
    faults = [fault for fault in loaded.reading.faults if fault.account]
    if account_id is None:
        first = [fault for fault in faults if fault.account in ("accounts", "accounts[0]")]
        if first:
            raise UnusableSettingsError(account_fault_sentence(first[0]))
        account_id = settings.accounts[0].id
    for account in settings.accounts:
        if account.id == account_id:
            _report(faults)
            return chosen_from(loaded, account)
    places = [f"accounts[{n}]" for n, one in enumerate(settings.listed) if one.id == account_id]
    own = [fault for fault in faults if fault.account in places]
    if own or (faults and not settings.listed):
        raise UnusableSettingsError(account_fault_sentence((own or faults)[0]))
    uncertain = [fault for fault in faults if fault.key.endswith(".id")]
    if uncertain:  # it may be this account
        raise UnusableSettingsError(account_fault_sentence(uncertain[0]))
    known = [account.id for account in settings.accounts]
    raise CommandError(unknown_account_sentence(known), ExitCode.USAGE)


def chosen_from(loaded: LoadedSettings, account: Account) -> ChosenAccount:
    """Return this account with the settings it comes from."""
    return ChosenAccount(account, loaded.reading.settings, loaded.reading.environment_counts)


def load_settings(store: SettingsStore) -> LoadedSettings:
    """Load the settings and report each value replaced by its default on standard error.

    Raises CommandError (USAGE) if the file cannot be used at all.
    """
    loaded = store.load()
    if loaded.trouble is not None:
        raise UnusableSettingsError(settings_trouble_sentence(loaded.trouble.value, store.path))
    _report([fault for fault in loaded.reading.faults if not fault.account])
    return loaded


def _report(faults: Sequence[SettingsFault]) -> None:
    if not faults:
        return
    from wallet_tray.text.results import faults_note  # rarely needed

    for fault in faults:
        write_stderr(faults_note([fault]))


def require_all_usable(loaded: LoadedSettings) -> tuple[Account, ...]:
    """Return all accounts.

    Raises CommandError (USAGE) if one is disabled: its stored data is unknown.
    """
    for fault in loaded.reading.faults:
        if fault.account:
            raise UnusableSettingsError(account_fault_sentence(fault))
    return loaded.reading.settings.accounts


def credential_store_for(chosen: ChosenAccount, context: "AppContext") -> CredentialStore:
    """Return a credential store that uses the environment's credentials for this account.

    Sentences on standard error report a variable that is set and not used.
    """
    account, environment = chosen.account, context.environment
    use = key_use(chosen.settings, account.id)
    if environment.get(account.own_variable) and account.id not in use.own:
        shared = shared_variables(environment, chosen.settings).get(account.own_variable, ())
        write_stderr(own_variable_unused_sentence(account, shared))
    unused = () if chosen.environment_counts else account.usual_variables
    variable = next((name for name in unused if environment.get(name)), None)
    if variable is not None:
        write_stderr(environment_unused_sentence(variable))
    return CredentialStore(context.make_keyring, environment, use, key_hosts=context.key_hosts)
