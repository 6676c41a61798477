"""The credential that the environment holds, and for which account it counts."""

from collections.abc import Mapping
from dataclasses import replace

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential
from wallet_tray.services.credentials import CredentialKeeper
from wallet_tray.services.environment_key import environment_key


class EnvironmentCredential:
    """Tells the rules of ``keeper``, which knows that environment, in names."""

    def __init__(self, keeper: CredentialKeeper, environment: Mapping[str, str]) -> None:
        self._keeper = keeper
        self._key = environment_key(environment)

    def variable(self, account: Account) -> str | None:
        """The name of the variable that holds the account's credential, None for none."""
        if self._key is None or not self._keeper.is_from_environment(account):
            return None
        return self._key.variable

    def credential(self, account: Account) -> Credential | None:
        """What it holds for the account, None where that cannot be a credential."""
        return self._keeper.borrowed(account)

    def as_asked(self, account: Account) -> Account:
        """The account with the kind of credential that it is asked with."""
        if self._key is None or self.variable(account) is None:
            return account
        return replace(account, credential=self._key.kind)
