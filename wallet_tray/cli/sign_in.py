"""wallet-tray sign-in: read a credential, check it, and store it in the keyring."""

import argparse
import getpass
import sys
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING

from wallet_tray.cli.account import (
    add_account_argument,
    choose_account,
    credential_store_for,
)
from wallet_tray.cli.keyring_wait import PATIENT_LIMIT, keyring_wait_notice
from wallet_tray.cli.messages import (
    CANNOT_HIDE,
    NOT_STORED,
    STORE_UNCHECKED,
    credential_prompt,
    environment_sentence,
    key_not_saved_sentence,
    settings_not_saved_sentence,
    signed_in_sentence,
)
from wallet_tray.cli.output import CommandError, write_stderr, write_stdout
from wallet_tray.credentials.store import SaveResult
from wallet_tray.desktop.single_instance.message import CREDENTIALS_CHANGED, notify_first_running
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import (
    Credential,
    CredentialKind,
    UnusableCredentialError,
    credential_from,
)
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.storage.settings_file import SettingsNotSavedError, SettingsStore
from wallet_tray.text.problems import problem_sentence, unusable_sentence

if TYPE_CHECKING:
    from wallet_tray.context import AppContext
    from wallet_tray.credentials.store import CredentialStore


MAX_BYTES = 64 * 1024


def read_secret(prompt: str) -> str:
    """Return the typed text, or standard input if it is not a terminal.

    At most slightly more than 64 KiB of standard input are read, more than any credential has.
    Raises CommandError (USAGE) for a terminal that would show the typed text.
    """
    if not sys.stdin.isatty():
        return sys.stdin.buffer.read(MAX_BYTES + 1).decode("utf-8", errors="replace")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(prompt)
    except EOFError:
        write_stderr("")
        return ""
    except getpass.GetPassWarning:
        raise CommandError(CANNOT_HIDE, ExitCode.USAGE) from None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command; the credential is never one of them."""
    add_account_argument(parser)
    parser.add_argument(
        "--access-token",
        action="store_true",
        help="enter an access token, which works for an hour at most, instead of an API key",
    )
    parser.add_argument("--no-verify", action="store_true", help="store it without a check")


def run(arguments: argparse.Namespace, context: "AppContext") -> ExitCode:
    """Ask for a credential, check it with one call and store it. Raises CommandError."""
    store = context.settings_store()
    chosen = choose_account(store, arguments.account)
    kind = CredentialKind.ACCESS_TOKEN if arguments.access_token else CredentialKind.API_KEY
    account = replace(chosen.account, credential=kind)
    credential = _entered(account)
    checked = not arguments.no_verify
    if checked:
        _verify(account, credential, chosen.settings.proxy)
    credential_store = credential_store_for(chosen, context)
    _keep(chosen.account, credential, store, credential_store)
    context.open_history().waits.end(account)
    notify_first_running(context.instance.socket_files, CREDENTIALS_CHANGED)
    sentence = signed_in_sentence(account, demo=context.demo, checked=checked)
    write_stdout(f"{sentence}\n")
    variable = credential_store.environment.variable(account)
    if variable is not None:
        write_stderr(environment_sentence(variable))
    return ExitCode.OK


def _entered(account: Account) -> Credential:
    kind = account.credential
    text = read_secret(credential_prompt(account))
    try:
        return credential_from(text, kind)
    except UnusableCredentialError as error:
        raise CommandError(unusable_sentence(error.reason, kind), ExitCode.USAGE) from None


def _verify(account: Account, credential: Credential, proxy: str) -> None:
    from wallet_tray.http.access_tokens import AccessTokens
    from wallet_tray.http.client import WalletApi
    from wallet_tray.refresh.fetcher import BalanceFetcher

    api = WalletApi(proxy)
    try:
        BalanceFetcher(account, _Entered(credential), api, AccessTokens(api)).verify(credential)
    except WalletTrayError as error:
        code = error.problem.kind.exit_code
        sentence = problem_sentence(error.problem, account, terminal=True)
        stored = STORE_UNCHECKED if code == ExitCode.NO_SERVICE else NOT_STORED
        raise CommandError(f"{sentence} {stored}", code) from None
    finally:
        api.close()


def _keep(
    before: Account,
    credential: Credential,
    store: SettingsStore,
    credential_store: "CredentialStore",
) -> None:
    """Store the credential in the keyring, and its kind in the settings. Raises CommandError."""
    from wallet_tray.refresh.client import keep_with_kind

    account = replace(before, credential=credential.kind)

    def note(kind: CredentialKind) -> None:
        store.save({f"accounts[{account.id}].credential": kind.value})

    def keep() -> SaveResult:
        with keyring_wait_notice():
            return credential_store.save(account, credential, PATIENT_LIMIT)

    try:
        # The keyring cannot accept it late: the call ends with this process.
        kept = keep_with_kind(credential.kind, before.credential, note, keep, may_be_late=False)
    except SettingsNotSavedError as error:
        sentence = settings_not_saved_sentence(error.reason)
        raise CommandError(sentence, ExitCode.USAGE) from None
    if kept.problem is not None:
        raise CommandError(
            key_not_saved_sentence(kept.problem, account), kept.problem.kind.exit_code
        )


class _Entered:
    """The credential under check, in place of the fetcher's stored credentials."""

    def __init__(self, credential: Credential) -> None:
        self._credential = credential

    def credential(self, account: Account) -> Credential:
        return self._credential
