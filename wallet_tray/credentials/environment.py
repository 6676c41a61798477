"""The environment's credential: its account, and the first host that it was used for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import (
    Credential,
    CredentialKind,
    UnusableCredentialError,
    credential_from,
)

API_KEY_VARIABLE = "BYTENITE_API_KEY"
ACCESS_TOKEN_VARIABLE = "BYTENITE_ACCESS_TOKEN"  # noqa: S105  a name, not a token

VARIABLES = {
    API_KEY_VARIABLE: CredentialKind.API_KEY,
    ACCESS_TOKEN_VARIABLE: CredentialKind.ACCESS_TOKEN,
}
"""The first variable that is set counts."""


@dataclass(frozen=True, slots=True)
class EnvironmentKey:
    """A credential in an environment variable."""

    variable: str
    kind: CredentialKind
    text: str = field(repr=False)


def environment_key(environment: Mapping[str, str]) -> EnvironmentKey | None:
    """Return the credential in the environment, None if there is none."""
    for variable, kind in VARIABLES.items():
        text = environment.get(variable)
        if text:  # shells and service files unset a variable by an empty value
            return EnvironmentKey(variable, kind, text)
    return None


class EnvironmentCredential:
    """The rule that decides where the environment's credential is used.

    It is used for the account ``account_id`` alone, and for the host that ``hosts`` holds for its
    variable. That is the first one it was used for in this run. Only a restart makes it available
    for another host.
    """

    def __init__(
        self, environment: Mapping[str, str], account_id: str | None, hosts: dict[str, str]
    ) -> None:
        self.account_id = account_id
        self._key = environment_key(environment)
        self._hosts = hosts

    def key(self, account: Account) -> EnvironmentKey | None:
        """Return the variable that this account uses; None if it uses the keyring."""
        key = self._key
        if key is None or account.id != self.account_id:
            return None
        return key if self._hosts.get(key.variable, account.host) == account.host else None

    def take(self, account: Account) -> EnvironmentKey | None:
        """Return the same, to be sent to the account's host: bind the variable to that host.

        If two threads call this, the first one decides.
        """
        key = self.key(account)
        if key is None or self._hosts.setdefault(key.variable, account.host) != account.host:
            return None
        return key

    def is_used(self, account: Account) -> bool:
        """Return True if the environment's credential is used for this account."""
        return self.key(account) is not None

    def variable(self, account: Account) -> str | None:
        """Return the name of the variable with the account's credential, or None."""
        key = self.key(account)
        return None if key is None else key.variable

    def credential(self, account: Account) -> Credential | None:
        """Return the environment's credential if this account uses it, else None.

        Also None if the text cannot be a credential: it was never sent.
        """
        key = self.key(account)
        try:
            return None if key is None else credential_from(key.text, key.kind)
        except UnusableCredentialError:
            return None

    def as_asked(self, account: Account) -> Account:
        """Return the account with the kind of credential that is used for requests."""
        key = self.key(account)
        return account if key is None else replace(account, credential=key.kind)
