"""The environment's credentials: their accounts, and the first host that each was used for."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from wallet_tray.domain.account import Account, AccountId, own_variable
from wallet_tray.domain.credential import (
    Credential,
    CredentialKind,
    UnusableCredentialError,
    credential_from,
)

if TYPE_CHECKING:
    from wallet_tray.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class EnvironmentKey:
    """A credential in an environment variable."""

    variable: str
    kind: CredentialKind
    text: str = field(repr=False)


class KeyUse(NamedTuple):
    """The accounts that use the environment's credentials.

    Those in ``own`` use the variable of their id, wherever their address is. Those in ``usual``
    use the variables of their provider.
    """

    own: frozenset[AccountId] = frozenset()
    usual: frozenset[AccountId] = frozenset()


def key_use(settings: "Settings", selected: AccountId | None = None) -> KeyUse:
    """Return the accounts that use the environment's credentials.

    A provider's variables are for the account that a command selects, else for the first one of
    that provider in the file. They are for none if that one is disabled, or if the accounts only
    replace those that were listed before. An account's own variable needs the account in the file,
    and no second one whose id gives the same name.
    """
    names = Counter(own_variable(one.id) for one in settings.listed)
    own = {one.id for one in settings.listed if names[own_variable(one.id)] == 1 and one.usable}
    usual: set[str] = set()
    if selected is not None:
        counts = bool(settings.listed) or settings.first_account_id is not None
        usual = {selected} if counts else set()
    elif settings.listed:
        first: dict[str, str] = {}
        for one in settings.listed:
            first.setdefault(one.provider, one.id if one.usable else "")
        usual = set(first.values()) - {""}
    elif settings.first_account_id is not None:
        usual = {settings.first_account_id}
    return KeyUse(frozenset(map(AccountId, own)), frozenset(map(AccountId, usual)))


def shared_variables(
    environment: Mapping[str, str], settings: "Settings"
) -> dict[str, tuple[str, ...]]:
    """Return the variables that are set and belong to several accounts, with their ids.

    None of these accounts uses them.
    """
    ids: dict[str, list[str]] = {}
    for one in settings.listed:
        ids.setdefault(own_variable(one.id), []).append(one.id)
    return {
        name: tuple(dict.fromkeys(several))
        for name, several in ids.items()
        if len(several) > 1 and environment.get(name)
    }


class EnvironmentCredential:
    """The rule that decides where the environment's credentials are used.

    ``use`` names the accounts. A variable is used for the host that ``hosts`` holds for it. That is
    the first one it was used for in this run. Only a restart makes it available for another host.
    """

    def __init__(self, environment: Mapping[str, str], use: KeyUse, hosts: dict[str, str]) -> None:
        self.use = use
        self._environment = environment
        self._hosts = hosts

    def key(self, account: Account) -> EnvironmentKey | None:
        """Return the variable that this account uses; None if it uses the keyring."""
        for variable, kind in self._variables(account):
            text = self._environment.get(variable)
            if text:  # shells and service files unset a variable by an empty value
                host = self._hosts.get(variable, account.host)
                return EnvironmentKey(variable, kind, text) if host == account.host else None
        return None

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

    def suggested(self, account: Account) -> str:
        """Return the variable to propose for this account."""
        return account.suggested_variable if account.id in self.use.usual else account.own_variable

    def _variables(self, account: Account) -> Iterator[tuple[str, CredentialKind]]:
        """Yield the account's variables; the first one that is set counts."""
        if account.id in self.use.own:
            yield account.own_variable, CredentialKind.API_KEY
        # Most environments have none of the names, and the rest need not be asked then.
        names = account.provider.key.environment if account.id in self.use.usual else ()
        if any(self._environment.get(name) for name in names):
            for variable in account.usual_variables:
                is_token = account.provider.is_token_variable(variable)
                yield variable, CredentialKind.ACCESS_TOKEN if is_token else CredentialKind.API_KEY
