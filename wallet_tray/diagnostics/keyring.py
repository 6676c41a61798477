"""Check of the keyring and the accounts' credentials, without any unlock prompt."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from wallet_tray.credentials.environment import KeyUse
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.diagnostics.finding import Finding, Message, State, Value, account_values
from wallet_tray.domain.account import Account, AccountId, shown_id
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import ProblemKind, WalletTrayError

if TYPE_CHECKING:
    from wallet_tray.credentials.keyring_backend import Keyring, KeyringKind

NAME = "keyring"
KEYRING_FOUND = Message("Credentials are kept in: {keyring}.")
KEYRING_NOT_NEEDED = Message(
    "There is no keyring; {variable} is used instead.",
    "To keep a credential, start your keyring (Secret Service or KWallet).",
)
KEYRING_MISSING = Message(
    "There is no keyring to keep credentials in.",
    "Start your keyring (Secret Service or KWallet), or set {key_variable}.",
)
KEYRING_MISSING_PLAIN = Message(
    "There is no keyring to keep credentials in.", "Start your keyring (Secret Service or KWallet)."
)
KEYRING_LOCKED = Message(
    "The keyring ({keyring}) is locked, so nothing was looked up in it.",
    "Unlock it and run this again, or set {key_variable}.",
)
KEYRING_FAILED = Message(
    "The keyring ({keyring}) did not do what was asked of it.",
    "Check whether it works in other programs, then run this again.",
)
KEYRING_SILENT = Message("The keyring does not answer.", "Restart it, or log out and in again.")
KEYRING_MIGHT_ASK = Message(
    "Whether {keyring} holds {the_credential} was not looked up: it might ask for a password.",
    "Run 'wallet-tray balance' to use it.",
)
CREDENTIAL_KEPT = Message("The keyring holds {the_credential}.")
CREDENTIAL_MISSING = Message(
    "The keyring holds no {credential} for {host}.",
    "Run 'wallet-tray sign-in{option}'.",
)
CREDENTIAL_UNUSABLE = Message(
    "What the keyring holds cannot be {a_credential}.", "Run 'wallet-tray sign-in{option}'."
)
VARIABLE_IN_USE = Message("The {credential} comes from {variable}, not from the keyring.")
VARIABLE_UNUSABLE = Message(
    "What {variable} holds cannot be {a_credential}.",
    "Set {variable} to the whole of it, or unset it.",
)

LIMIT = timedelta(seconds=4)
"""Includes loading the keyring's libraries."""

_MARGIN = timedelta(seconds=0.3)

_LOCKED_OR_MISSING = {
    ProblemKind.KEYRING_LOCKED: KEYRING_LOCKED,
    ProblemKind.KEYRING_MISSING: KEYRING_MISSING,
    ProblemKind.KEYRING_WAITING: KEYRING_SILENT,
    ProblemKind.KEYRING_FAILED: KEYRING_FAILED,
}


class KeyringCheck:
    """One check of the keyring; ``credential`` returns what it found without a prompt.

    ``key_use`` names the accounts that use the environment's credentials. ``first_account_id`` is
    the account of a sign-in that names none.
    """

    def __init__(
        self,
        make_keyring: Callable[[], "Keyring"],
        environment: Mapping[str, str],
        accounts: Sequence[Account],
        key_use: KeyUse,
        first_account_id: AccountId | None,
        key_hosts: dict[str, str] | None = None,
    ) -> None:
        self._accounts = accounts
        self._first_account_id = first_account_id
        self._make_keyring = make_keyring
        self._credential_store = CredentialStore(
            make_keyring, environment, key_use, key_hosts=key_hosts
        )
        self.environment = self._credential_store.environment
        self._found: dict[str, Credential] = {}
        self._looked = threading.Event()
        self._deadline = time.monotonic() + (LIMIT - _MARGIN).total_seconds()

    def credential(self, account: Account) -> Credential | None:
        """Return the account's credential, or None if unavailable; waits for ``look``."""
        if self.environment.variable(account) is not None:
            return self.environment.credential(account)
        self._looked.wait(max(self._deadline - time.monotonic(), 0))
        return self._found.get(account.id)

    def look(self) -> Iterator[Finding]:
        """Yield findings about the keyring, then about each account."""
        try:
            yield from self._look()
        finally:
            self._looked.set()

    def _look(self) -> Iterator[Finding]:
        for account in self._accounts:
            variable = self.environment.variable(account)
            if variable is not None:
                usable = self.environment.credential(account) is not None
                state = State.OK if usable else State.PROBLEM
                said = VARIABLE_IN_USE if usable else VARIABLE_UNUSABLE
                yield self._about(account, state, said, variable)
        asked = [account for account in self._accounts if not self.environment.variable(account)]

        from wallet_tray.credentials.keyring_backend import keyring_kind

        kind = keyring_kind(self._make_keyring())
        if kind is None:
            if asked:
                values = {"key_variable": self.environment.suggested(asked[0])}
                yield Finding(NAME, State.PROBLEM, KEYRING_MISSING, values)
            elif not self._accounts:
                yield Finding(NAME, State.PROBLEM, KEYRING_MISSING_PLAIN)
            else:
                variable = self.environment.variable(self._accounts[0])
                values = {"variable": variable or ""}
                yield Finding(NAME, State.NOTE, KEYRING_NOT_NEEDED, values)
            return
        keyring = {"keyring": kind.value}
        if asked:
            keyring["key_variable"] = self.environment.suggested(asked[0])
        trouble: Message | None = None
        accounts = []
        for account in asked:
            try:
                accounts.append(self._look_up(account, kind))
            except WalletTrayError as error:
                trouble = _LOCKED_OR_MISSING.get(error.problem.kind, KEYRING_FAILED)
                break
        if trouble is None:
            yield Finding(NAME, State.OK, KEYRING_FOUND, keyring)
        else:
            yield Finding(NAME, State.PROBLEM, trouble, keyring)
        yield from accounts

    def _look_up(self, account: Account, kind: "KeyringKind") -> Finding:
        """Return the finding for one account.

        Raises WalletTrayError if the keyring itself is unusable.
        """
        if not kind.can_be_silent:
            return self._about(account, State.NOTE, KEYRING_MIGHT_ASK, keyring=kind.value)
        left = timedelta(seconds=max(self._deadline - time.monotonic(), 0))
        try:
            self._found[account.id] = self._credential_store.credential(
                account, left, may_prompt=False
            )
        except WalletTrayError as error:
            if error.problem.kind is ProblemKind.SIGNED_OUT:
                return self._about(account, State.PROBLEM, CREDENTIAL_MISSING)
            if error.problem.kind is ProblemKind.CREDENTIAL_UNUSABLE:
                return self._about(account, State.PROBLEM, CREDENTIAL_UNUSABLE)
            raise
        return self._about(account, State.OK, CREDENTIAL_KEPT)

    def _about(
        self,
        account: Account,
        state: State,
        said: Message,
        variable: str | None = None,
        **values: Value,
    ) -> Finding:
        alone = account.id == self._first_account_id
        values["option"] = "" if alone else f" --account {shown_id(account.id)}"
        values |= account_values(self.environment.as_asked(account), variable)
        return Finding(NAME, state, said, values, account.id)
