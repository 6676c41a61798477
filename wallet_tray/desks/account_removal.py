"""What an account leaves behind when it is removed, taken away with it."""

import contextlib
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from wallet_tray.desks.former_users import FormerUsers
from wallet_tray.domain.account import Account
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.refresh.recording_leave import RecordingLeave
from wallet_tray.services.credentials import CredentialKeeper
from wallet_tray.startup.disk_thread import DiskThread

if TYPE_CHECKING:
    from wallet_tray.services.history import History


class AccountRemoval:
    """Forgets key and recorded balances of the accounts that were wished away.

    Only once the settings no longer have them: as long as they have, something may be recorded.
    """

    def __init__(
        self, keeper: CredentialKeeper, open_history: Callable[[], "History"], disk: DiskThread
    ) -> None:
        self._keeper = keeper
        self._open_history = open_history
        self._disk = disk
        self._wished: dict[str, Account] = {}

    def wish(self, account: Account) -> None:
        """This account is to be forgotten when it is gone."""
        self._wished[account.id] = account

    def wish_no_more(self) -> None:
        """A removal was not saved: an account that goes later leaves everything where it is."""
        self._wished.clear()

    def forget_missing(
        self, there: set[str], take_leave: Callable[[str], RecordingLeave]
    ) -> list[str]:
        """Forget those that are not ``there`` any more; their ids. Returns at once.

        ``take_leave`` gives that of an account's workers, which may be busy.
        """
        gone = [account_id for account_id in self._wished if account_id not in there]
        for account_id in gone:
            self._forget(self._wished.pop(account_id), take_leave(account_id))
        return gone

    def _forget(self, account: Account, leave: RecordingLeave) -> None:
        former = FormerUsers()
        self._disk.do(partial(_erase, self._open_history, account.id, leave, former))
        # It has not ended yet: the keyring's thread goes on, and asks the user where it must.
        with contextlib.suppress(WalletTrayError):
            self._keeper.forget_all([account], timedelta(0), former.told, only=account.id)


def _erase(
    open_history: Callable[[], "History"],
    account_id: str,
    leave: RecordingLeave,
    former: FormerUsers,
) -> None:
    leave.end(for_good=True)  # what is still under way would bring the rows back
    history = open_history()
    try:
        former.tell(history.keyring_users())
        if not history.forget(account_id):
            raise OSError("something of the history may be left")
    finally:
        history.close()
