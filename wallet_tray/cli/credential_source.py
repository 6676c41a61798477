"""The source of an account's credential in a run of the command line."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wallet_tray.cli.account import ChosenAccount
from wallet_tray.cli.messages import environment_unused_sentence
from wallet_tray.cli.output import tell
from wallet_tray.credentials.environment import EnvironmentKey, environment_key
from wallet_tray.credentials.store import CredentialKeeper
from wallet_tray.domain.account import Account

if TYPE_CHECKING:
    from wallet_tray.context import Surroundings


def keeper_for(chosen: ChosenAccount, surroundings: "Surroundings") -> CredentialKeeper:
    """The keeper of credentials, with the environment's counting for this account alone.

    For none where the account only takes the place of those that the settings listed before, which
    a sentence on standard error says.
    """
    counts = chosen.environment_counts
    key = None if counts else environment_key(surroundings.environment)
    if key is not None:
        tell(environment_unused_sentence(key.variable))
    return CredentialKeeper(
        surroundings.make_keyring,
        surroundings.environment,
        chosen.account.id if counts else None,
        key_hosts=surroundings.key_hosts,
    )


def variable_in_use(
    account: Account, keeper: CredentialKeeper, environment: Mapping[str, str]
) -> EnvironmentKey | None:
    """Return the variable with this account's credential, or None if the keyring has it."""
    return environment_key(environment) if keeper.is_from_environment(account) else None
