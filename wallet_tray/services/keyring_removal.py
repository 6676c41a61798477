"""Removing the credentials of many accounts from a keyring, and those that no account has now.

Called in the keyring thread.
"""

from collections.abc import Callable, Iterable

from wallet_tray.domain.problem import ProblemKind, WalletTrayError
from wallet_tray.services.keyring_backend import Keyring


def remove_all(
    keyring: Keyring,
    users: Iterable[str],
    former: Callable[[], Iterable[str]],
    only: str | None,
) -> None:
    """Removes what is stored for these users, the former ones, and all that the keyring lists.

    ``only`` is the account's id that the latter must have; None for any. Raises WalletTrayError.
    """
    listed, unlisted = _listed_by(keyring)
    asked = dict.fromkeys([*users, *users_of(only, [*former(), *listed])])
    _delete_each(keyring, asked)
    if unlisted is not None:
        raise unlisted
    # What was locked before may list more now.
    _delete_each(keyring, [one for one in users_of(only, keyring.users()) if one not in asked])


def users_of(account_id: str | None, users: Iterable[str]) -> list[str]:
    """Those of the keyring users that are the account's, whatever address it had."""
    return [user for user in users if account_id in (None, user.partition("@")[0])]


def _listed_by(keyring: Keyring) -> tuple[list[str], WalletTrayError | None]:
    """The users that the keyring lists, or why it does not; raises where it stays locked."""
    try:
        return keyring.users(), None
    except WalletTrayError as error:
        if error.problem.kind is ProblemKind.KEYRING_LOCKED:
            raise
        return [], error


def _delete_each(keyring: Keyring, users: Iterable[str]) -> None:
    """A keyring that stays locked is asked once; any other trouble spares no user."""
    trouble: WalletTrayError | None = None
    for user in users:
        try:
            keyring.delete(user)
        except WalletTrayError as error:
            if error.problem.kind is ProblemKind.KEYRING_LOCKED:
                raise
            trouble = trouble or error
    if trouble is not None:
        raise trouble
