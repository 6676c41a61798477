"""The environment's credential, bound to the first host it was used for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import CredentialKind

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

    def may_go_to(self, account: Account, hosts: Mapping[str, str]) -> bool:
        """Return False if the credential was used for another host before."""
        return hosts.get(self.variable, account.host) == account.host

    def go_to(self, account: Account, hosts: dict[str, str]) -> bool:
        """Bind the credential to the account's host for this run; False if another host has it.

        Only a restart makes it available for another host. If two threads call this, the first one
        decides.
        """
        return hosts.setdefault(self.variable, account.host) == account.host


def environment_key(environment: Mapping[str, str]) -> EnvironmentKey | None:
    """Return the credential in the environment, None if there is none."""
    for variable, kind in VARIABLES.items():
        text = environment.get(variable)
        if text:  # shells and service files unset a variable by an empty value
            return EnvironmentKey(variable, kind, text)
    return None
