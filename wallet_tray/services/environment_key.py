"""The credential that the environment holds, kept for the one host that it was first used for."""

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
"""The first that is set is the one that counts."""


@dataclass(frozen=True, slots=True)
class EnvironmentKey:
    """What a variable of the environment holds."""

    variable: str
    kind: CredentialKind
    text: str = field(repr=False)

    def may_go_to(self, account: Account, hosts: Mapping[str, str]) -> bool:
        """False where it was used for another host before."""
        return hosts.get(self.variable, account.host) == account.host

    def go_to(self, account: Account, hosts: dict[str, str]) -> bool:
        """The same; from now on in this run it stays with the account's host.

        A new start is what makes it free for another. Of two threads the first decides.
        """
        return hosts.setdefault(self.variable, account.host) == account.host


def environment_key(environment: Mapping[str, str]) -> EnvironmentKey | None:
    """The credential in the environment, None where there is none."""
    for variable, kind in VARIABLES.items():
        text = environment.get(variable)
        if text:  # set to nothing is how shells and service files unset a variable
            return EnvironmentKey(variable, kind, text)
    return None
