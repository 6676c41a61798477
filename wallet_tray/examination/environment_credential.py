"""The credential in the environment, and the account that it applies to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.services.credentials import (
    ACCESS_TOKEN_VARIABLE,
    API_KEY_VARIABLE,
    CredentialKeeper,
)


@dataclass(frozen=True, slots=True)
class _Variable:
    name: str
    kind: CredentialKind


_API_KEY = _Variable(API_KEY_VARIABLE, CredentialKind.API_KEY)
_ACCESS_TOKEN = _Variable(ACCESS_TOKEN_VARIABLE, CredentialKind.ACCESS_TOKEN)


class EnvironmentCredential:
    """The variable and credential that ``keeper`` takes from that environment."""

    def __init__(self, keeper: CredentialKeeper, environment: Mapping[str, str]) -> None:
        self._keeper = keeper
        self._variable = _API_KEY if environment.get(API_KEY_VARIABLE) else _ACCESS_TOKEN

    def variable(self, account: Account) -> str | None:
        """Return the name of the variable with the account's credential, or None."""
        return self._variable.name if self._keeper.is_from_environment(account) else None

    def credential(self, account: Account) -> Credential | None:
        """Return the variable's credential for the account, or None if it is invalid."""
        return self._keeper.borrowed(account)

    def as_asked(self, account: Account) -> Account:
        """Return the account with the kind of credential that is used for requests."""
        if self.variable(account) is None:
            return account
        return replace(account, credential=self._variable.kind)
