"""The source of an account's credential in a run of the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.services.credentials import (
    ACCESS_TOKEN_VARIABLE,
    API_KEY_VARIABLE,
    CredentialKeeper,
)

if TYPE_CHECKING:
    from wallet_tray.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Variable:
    """The environment variable that holds the credential; never its value."""

    name: str
    kind: CredentialKind


def keeper_for(account: Account, surroundings: "Surroundings") -> CredentialKeeper:
    """Return the credential store; the environment variable applies to this account only."""
    return CredentialKeeper(surroundings.make_keyring, surroundings.environment, account.id)


def variable_in_use(
    account: Account, keeper: CredentialKeeper, environment: Mapping[str, str]
) -> Variable | None:
    """Return the variable with this account's credential, or None if the keyring has it."""
    if not keeper.is_from_environment(account):
        return None
    if environment.get(API_KEY_VARIABLE):
        return Variable(API_KEY_VARIABLE, CredentialKind.API_KEY)
    return Variable(ACCESS_TOKEN_VARIABLE, CredentialKind.ACCESS_TOKEN)
