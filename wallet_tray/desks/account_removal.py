"""Deletion of the key and the recorded balances of a removed account."""

import contextlib
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from wallet_tray.app.background import DiskThread
from wallet_tray.credentials.store import CredentialKeeper
from wallet_tray.desks.former_users import FormerUsers
from wallet_tray.domain.account import Account
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.refresh.recording_leave import RecordingLeave

if TYPE_CHECKING:
    from wallet_tray.history.history import History


class AccountRemoval:
    """Deletes the key and the recorded balances of accounts that the user removed.

    It waits until the settings no longer list the account. Until then, something may be recorded.
    """

    def __init__(
        self, keeper: CredentialKeeper, open_history: Callable[[], "History"], disk: DiskThread
    ) -> None:
        self._keeper = keeper
        self._open_history = open_history
        self._disk = disk
        self._wished: dict[str, Account] = {}

    def wish(self, account: Account) -> None:
        """Mark an account for deletion once the settings no longer list it."""
        self._wished[account.id] = account

    def wish_no_more(self) -> None:
        """Drop all marks because a removal was not saved.

        An account that is removed later then keeps its key and its balances.
        """
        self._wished.clear()

    def forget_missing(
        self, there: set[str], take_leave: Callable[[str], RecordingLeave]
    ) -> list[str]:
        """Forget the marked accounts that are not in ``there``; return their ids. Returns at once.

        ``take_leave`` returns the ``RecordingLeave`` of an account's workers, which may be busy.
        """
        gone = [account_id for account_id in self._wished if account_id not in there]
        for account_id in gone:
            self._forget(self._wished.pop(account_id), take_leave(account_id))
        return gone

    def _forget(self, account: Account, leave: RecordingLeave) -> None:
        former = FormerUsers()
        self._disk.do(partial(_erase, self._open_history, account.id, leave, former))
        # Raised because the call has not ended yet: the keyring thread goes on, and may prompt.
        with contextlib.suppress(WalletTrayError):
            self._keeper.forget_all([account], timedelta(0), former.told, only=account.id)


def _erase(
    open_history: Callable[[], "History"],
    account_id: str,
    leave: RecordingLeave,
    former: FormerUsers,
) -> None:
    leave.end(for_good=True)  # a request that is still running would add the rows again
    history = open_history()
    try:
        former.tell(history.keyring_users())
        if not history.forget(account_id):
            raise OSError("something of the history may be left")
    finally:
        history.close()
