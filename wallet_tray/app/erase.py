"""Deletion of the data of one or all accounts: in the keyring, in memory and on the disk."""

import contextlib
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.app.background import DiskThread
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.account import Account
from wallet_tray.domain.problem import ProblemKind, WalletTrayError
from wallet_tray.domain.results import Erasure
from wallet_tray.refresh.messages import SIGN_IN_WAIT
from wallet_tray.refresh.recorder import RecordingGate
from wallet_tray.storage.state_file import StateFile

if TYPE_CHECKING:
    from wallet_tray.history.history import History


_WAIT_SECONDS = 5.0


class FormerKeyringUsers:
    """The keyring users in the history, read before the history is erased."""

    def __init__(self) -> None:
        self._users: Sequence[str] = ()
        self._is_known = threading.Event()

    def provide(self, users: Sequence[str]) -> None:
        """Provide the users; called in the disk thread."""
        self._users = users
        self._is_known.set()

    def users(self) -> Sequence[str]:
        """Return the users; empty if the disk does not respond within 5 s."""
        self._is_known.wait(_WAIT_SECONDS)
        return self._users


_ERASED = "erased"
_KEYRING, _FILES = "keyring", "files"


class EraseEverything(QObject):
    """Erases files in the disk thread and credentials in the keyring thread, one run at a time.

    Signals:
        ended(Erasure): the result.
    """

    ended = Signal(object)
    _keyring_answered = Signal(object)

    def __init__(
        self,
        credential_store: CredentialStore,
        open_history: Callable[[], "History"],
        history_file: Path,
        memory: StateFile,
        disk: DiskThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._credential_store = credential_store
        self._open_history = open_history
        self._history_file = history_file
        self._memory = memory
        self._disk = disk
        self._accounts: tuple[Account, ...] = ()
        self._parts: dict[str, object] = {}  # the results received so far
        self._task: Callable[[], object] = lambda: None
        self.running = False
        disk.done.connect(self._on_disk_done)
        self._keyring_answered.connect(self._on_keyring_answered)

    def erase(self, accounts: Sequence[Account], gates: Sequence[RecordingGate]) -> None:
        """Start erasing; returns at once. ``gates`` belong to the workers, which may be busy."""
        self.running = True
        self._parts.clear()
        self._accounts = tuple(accounts)
        former = FormerKeyringUsers()
        self._task = partial(
            _erase_files, self._open_history, self._history_file, self._memory, gates, former
        )
        self._disk.do(self._task)
        # The keyring may prompt the user, so neither the GUI nor the disk thread may wait for it.
        threading.Thread(
            target=self._delete_keys, args=(former,), name="erasing", daemon=True
        ).start()

    def _delete_keys(self, former: FormerKeyringUsers) -> None:
        problem: ProblemKind | None = None
        try:
            self._credential_store.delete_all(self._accounts, SIGN_IN_WAIT, former.users)
        except WalletTrayError as error:
            problem = error.problem.kind
        with contextlib.suppress(RuntimeError):  # Qt has deleted this object at exit
            self._keyring_answered.emit(problem)

    def _on_keyring_answered(self, problem: object) -> None:
        self._take(_KEYRING, problem)
        # Erase again: other processes may have recorded balances until the keys were gone.
        self._disk.do(self._task, _ERASED)

    def _on_disk_done(self, name: str, result: object) -> None:
        if name == _ERASED:
            # After an internal error, do not claim that the files are gone.
            self._take(_FILES, self._history_file if isinstance(result, Exception) else result)

    def _take(self, part: str, result: object) -> None:
        self._parts[part] = result
        if len(self._parts) < len((_KEYRING, _FILES)):
            return
        self.running = False
        problem, left = self._parts[_KEYRING], self._parts[_FILES]
        self.ended.emit(
            Erasure(
                problem if isinstance(problem, ProblemKind) else None,
                left if isinstance(left, Path) else None,
                any(self._credential_store.is_from_environment(one) for one in self._accounts),
            )
        )


def _erase_files(
    open_history: Callable[[], "History"],
    history_file: Path,
    memory: StateFile,
    gates: Sequence[RecordingGate],
    former: FormerKeyringUsers,
) -> Path | None:
    from wallet_tray.history.history import erase_files  # imports SQLite: only when needed

    for gate in gates:
        gate.revoke()
    history = open_history()
    try:
        former.provide(history.keyring_users())
        return erase_files(history, history_file, memory)
    finally:
        history.close()


class AccountRemoval:
    """Deletes the key and the recorded balances of accounts that the user removed.

    It waits until the settings no longer list the account. Until then, something may be recorded.
    """

    def __init__(
        self,
        credential_store: CredentialStore,
        open_history: Callable[[], "History"],
        disk: DiskThread,
    ) -> None:
        self._credential_store = credential_store
        self._open_history = open_history
        self._disk = disk
        self._marked: dict[str, Account] = {}

    def mark(self, account: Account) -> None:
        """Mark an account for deletion once the settings no longer list it."""
        self._marked[account.id] = account

    def clear_marks(self) -> None:
        """Drop all marks because a removal was not saved.

        An account that is removed later then keeps its key and its balances.
        """
        self._marked.clear()

    def erase_missing(
        self, there: set[str], take_gate: Callable[[str], RecordingGate]
    ) -> list[str]:
        """Erase the marked accounts that are not in ``there``; return their ids. Returns at once.

        ``take_gate`` returns the ``RecordingGate`` of an account's workers, which may be busy.
        """
        gone = [account_id for account_id in self._marked if account_id not in there]
        for account_id in gone:
            self._erase_account(self._marked.pop(account_id), take_gate(account_id))
        return gone

    def _erase_account(self, account: Account, gate: RecordingGate) -> None:
        former = FormerKeyringUsers()
        self._disk.do(partial(_erase, self._open_history, account.id, gate, former))
        # Raised because the call has not ended yet: the keyring thread goes on, and may prompt.
        with contextlib.suppress(WalletTrayError):
            self._credential_store.delete_all(
                [account], timedelta(0), former.users, only=account.id
            )


def _erase(
    open_history: Callable[[], "History"],
    account_id: str,
    gate: RecordingGate,
    former: FormerKeyringUsers,
) -> None:
    gate.revoke(for_good=True)  # a request that is still running would add the rows again
    history = open_history()
    try:
        former.provide(history.keyring_users())
        if not history.erase(account_id):
            raise OSError("something of the history may be left")
    finally:
        history.close()
