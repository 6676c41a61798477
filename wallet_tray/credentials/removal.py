"""Removal of many accounts' credentials, including those of former accounts.

Called in the keyring thread.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from wallet_tray.domain.account import AccountId
from wallet_tray.domain.problem import ProblemKind, WalletTrayError

if TYPE_CHECKING:
    from wallet_tray.credentials.keyring_backend import Keyring


def remove_all(
    keyring: "Keyring",
    users: Iterable[str],
    former: Callable[[], Iterable[str]],
    only: AccountId | None,
) -> None:
    """Remove the texts of these users, of the former ones, and of all that the keyring lists.

    ``only`` is the account id that former and listed users must have; None for any. Raises
    WalletTrayError.
    """
    listed, unlisted = _listed_by(keyring)
    asked = dict.fromkeys([*users, *users_of(only, [*former(), *listed])])
    _delete_each(keyring, asked)
    if unlisted is not None:
        raise unlisted
    # A keyring that was locked before may list more now.
    _delete_each(keyring, [one for one in users_of(only, keyring.users()) if one not in asked])


def users_of(account_id: AccountId | None, users: Iterable[str]) -> list[str]:
    """Return the keyring users that belong to the account, for any host."""
    return [user for user in users if account_id in (None, user.partition("@")[0])]


def _listed_by(keyring: "Keyring") -> tuple[list[str], WalletTrayError | None]:
    """Return the users that the keyring lists, or the reason why it cannot list them.

    Raises WalletTrayError if the keyring stays locked.
    """
    try:
        return keyring.users(), None
    except WalletTrayError as error:
        if error.problem.kind is ProblemKind.KEYRING_LOCKED:
            raise
        return [], error


def _delete_each(keyring: "Keyring", users: Iterable[str]) -> None:
    """Delete each user's text.

    Stops at a keyring that stays locked. Other errors are raised at the end.
    """
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
