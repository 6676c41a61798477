"""The credential in the environment, and the account that it applies to."""

from collections.abc import Mapping
from dataclasses import replace

from wallet_tray.credentials.environment import environment_key
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential


class EnvironmentCredential:
    """The variable and credential that ``credential_store`` takes from that environment."""

    def __init__(self, credential_store: CredentialStore, environment: Mapping[str, str]) -> None:
        self._credential_store = credential_store
        self._key = environment_key(environment)

    def variable(self, account: Account) -> str | None:
        """Return the name of the variable with the account's credential, or None."""
        if self._key is None or not self._credential_store.is_from_environment(account):
            return None
        return self._key.variable

    def credential(self, account: Account) -> Credential | None:
        """Return the variable's credential for the account, or None if it is invalid."""
        return self._credential_store.from_environment(account)

    def as_asked(self, account: Account) -> Account:
        """Return the account with the kind of credential that is used for requests."""
        if self._key is None or self.variable(account) is None:
            return account
        return replace(account, credential=self._key.kind)
