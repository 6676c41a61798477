"""Check of the keyring and the accounts' credentials, without any unlock prompt."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from wallet_tray.credentials.store import CredentialStore
from wallet_tray.diagnostics.finding import Finding, State, account_values
from wallet_tray.domain.account import Account, AccountId, shown_id
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import ProblemKind, WalletTrayError
from wallet_tray.text import doctor
from wallet_tray.text.doctor import Message, Value

if TYPE_CHECKING:
    from wallet_tray.credentials.keyring_backend import Keyring, KeyringKind

NAME = "keyring"
LIMIT = timedelta(seconds=4)
"""Includes loading the keyring's libraries."""

_MARGIN = timedelta(seconds=0.3)

_LOCKED_OR_MISSING = {
    ProblemKind.KEYRING_LOCKED: doctor.KEYRING_LOCKED,
    ProblemKind.KEYRING_MISSING: doctor.KEYRING_MISSING,
    ProblemKind.KEYRING_WAITING: doctor.KEYRING_SILENT,
    ProblemKind.KEYRING_FAILED: doctor.KEYRING_FAILED,
}


class KeyringCheck:
    """One check of the keyring; ``credential`` returns what it found without a prompt.

    A credential from the environment applies only to the account ``environment_account_id``.
    ``first_account_id`` is the account of a sign-in that names none.
    """

    def __init__(
        self,
        make_keyring: Callable[[], "Keyring"],
        environment: Mapping[str, str],
        accounts: Sequence[Account],
        environment_account_id: AccountId | None,
        first_account_id: AccountId | None,
        key_hosts: dict[str, str] | None = None,
    ) -> None:
        self._accounts = accounts
        self._first_account_id = first_account_id
        self._make_keyring = make_keyring
        self._credential_store = CredentialStore(
            make_keyring, environment, environment_account_id, key_hosts=key_hosts
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
                said = doctor.VARIABLE_IN_USE if usable else doctor.VARIABLE_UNUSABLE
                yield self._about(account, state, said, variable)
        asked = [account for account in self._accounts if not self.environment.variable(account)]

        from wallet_tray.credentials.keyring_backend import keyring_kind

        kind = keyring_kind(self._make_keyring())
        if kind is None:
            if asked or not self._accounts:
                yield Finding(NAME, State.PROBLEM, doctor.KEYRING_MISSING)
            else:
                variable = self.environment.variable(self._accounts[0])
                values = {"variable": variable or ""}
                yield Finding(NAME, State.NOTE, doctor.KEYRING_NOT_NEEDED, values)
            return
        keyring = {"keyring": kind.value}
        trouble: Message | None = None
        accounts = []
        for account in asked:
            try:
                accounts.append(self._look_up(account, kind))
            except WalletTrayError as error:
                trouble = _LOCKED_OR_MISSING.get(error.problem.kind, doctor.KEYRING_FAILED)
                break
        if trouble is None:
            yield Finding(NAME, State.OK, doctor.KEYRING_FOUND, keyring)
        else:
            yield Finding(NAME, State.PROBLEM, trouble, keyring)
        yield from accounts

    def _look_up(self, account: Account, kind: "KeyringKind") -> Finding:
        """Return the finding for one account.

        Raises WalletTrayError if the keyring itself is unusable.
        """
        if not kind.can_be_silent:
            return self._about(account, State.NOTE, doctor.KEYRING_MIGHT_ASK, keyring=kind.value)
        left = timedelta(seconds=max(self._deadline - time.monotonic(), 0))
        try:
            self._found[account.id] = self._credential_store.credential(
                account, left, may_prompt=False
            )
        except WalletTrayError as error:
            if error.problem.kind is ProblemKind.SIGNED_OUT:
                return self._about(account, State.PROBLEM, doctor.CREDENTIAL_MISSING)
            if error.problem.kind is ProblemKind.CREDENTIAL_UNUSABLE:
                return self._about(account, State.PROBLEM, doctor.CREDENTIAL_UNUSABLE)
            raise
        return self._about(account, State.OK, doctor.CREDENTIAL_KEPT)

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
