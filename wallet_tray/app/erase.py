"""Deletion of the data of one or all accounts: in the keyring, in memory and on the disk."""

import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.app.background import BackgroundThread, on_result, run_in_thread
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.problem import ProblemKind, WalletTrayError
from wallet_tray.domain.results import Erasure
from wallet_tray.refresh.messages import SIGN_IN_WAIT
from wallet_tray.refresh.recorder import RecordingGate
from wallet_tray.storage.state_file import StateFile

if TYPE_CHECKING:
    from wallet_tray.history.history import History


_WAIT_SECONDS = 5.0


class EraseEverything(QObject):
    """Erases files in the disk thread and credentials in the keyring thread, one run at a time.

    Signals:
        ended(Erasure): the result.
    """

    ended = Signal(object)

    def __init__(
        self,
        credential_store: CredentialStore,
        open_history: Callable[[], "History"],
        history_file: Path,
        memory: StateFile,
        disk: BackgroundThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._credential_store = credential_store
        self._open_history = open_history
        self._history_file = history_file
        self._memory = memory
        self._disk = disk
        self.running = False

    def erase(self, accounts: Sequence[Account], gates: Sequence[RecordingGate]) -> None:
        """Start erasing; returns at once. ``gates`` belong to the workers, which may be busy."""
        self.running = True
        former = self._disk.submit(partial(_former_users, self._open_history, gates))
        erase = partial(_erase_files, self._open_history, self._history_file, self._memory, gates)
        self._disk.submit(erase)
        # The keyring may prompt the user, so neither the GUI nor the disk thread may wait for it.
        delete = partial(_delete_keys, self._credential_store, tuple(accounts), former)
        on_keys_deleted = partial(self._erase_again, erase, accounts)
        on_result(
            run_in_thread(delete, "erasing"),
            on_keys_deleted,
            lambda _error: on_keys_deleted(ProblemKind.FAULT),
        )

    def _erase_again(
        self,
        erase: Callable[[], Path | None],
        accounts: Sequence[Account],
        problem: ProblemKind | None,
    ) -> None:
        """Erase again: other processes may have recorded balances until the keys were gone."""
        on_files_erased = partial(self._end, accounts, problem)
        # After an internal error, do not claim that the files are gone.
        on_result(
            self._disk.submit(erase),
            on_files_erased,
            lambda _error: on_files_erased(self._history_file),
        )

    def _end(
        self, accounts: Sequence[Account], problem: ProblemKind | None, left: Path | None
    ) -> None:
        self.running = False
        from_environment = any(map(self._credential_store.environment.is_used, accounts))
        self.ended.emit(Erasure(problem, left, from_environment))


def _former_users(
    open_history: Callable[[], "History"],
    gates: Sequence[RecordingGate],
    *,
    for_good: bool = False,
) -> Sequence[str]:
    """Return the keyring users known from the history, and let the workers record nothing more."""
    for gate in gates:
        gate.revoke(for_good=for_good)
    history = open_history()
    try:
        return history.keyring_users()
    finally:
        history.close()


def _known_in_time(former: "Future[Sequence[str]]") -> Sequence[str]:
    """Return the users; empty if the disk does not respond within 5 s."""
    try:
        return former.result(_WAIT_SECONDS)
    except Exception:  # noqa: BLE001  the disk thread has logged it
        return ()


def _delete_keys(
    store: CredentialStore, accounts: Sequence[Account], former: "Future[Sequence[str]]"
) -> ProblemKind | None:
    try:
        store.delete_all(accounts, SIGN_IN_WAIT, partial(_known_in_time, former))
    except WalletTrayError as error:
        return error.problem.kind
    return None


def _erase_files(
    open_history: Callable[[], "History"],
    history_file: Path,
    memory: StateFile,
    gates: Sequence[RecordingGate],
) -> Path | None:
    from wallet_tray.history.history import erase_files  # imports SQLite: only when needed

    for gate in gates:
        gate.revoke()
    history = open_history()
    try:
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
        disk: BackgroundThread,
    ) -> None:
        self._credential_store = credential_store
        self._open_history = open_history
        self._disk = disk
        self._marked: dict[AccountId, Account] = {}

    def mark(self, account: Account) -> None:
        """Mark an account for deletion once the settings no longer list it."""
        self._marked[account.id] = account

    def clear_marks(self) -> None:
        """Drop all marks because a removal was not saved.

        An account that is removed later then keeps its key and its balances.
        """
        self._marked.clear()

    def erase_missing(
        self, there: set[AccountId], take_gate: Callable[[AccountId], RecordingGate]
    ) -> list[AccountId]:
        """Forget the marked accounts that are not in ``there``; return their ids. Returns at once.

        ``take_gate`` returns the ``RecordingGate`` of an account's workers, which may be busy.
        """
        gone = [account_id for account_id in self._marked if account_id not in there]
        for account_id in gone:
            self._erase_account(self._marked.pop(account_id), take_gate(account_id))
        return gone

    def _erase_account(self, account: Account, gate: RecordingGate) -> None:
        # For good: a request that is still running would add the rows again.
        revoke = partial(_former_users, self._open_history, [gate], for_good=True)
        former = self._disk.submit(revoke)
        self._disk.submit(partial(_erase_rows, self._open_history, account.id))
        # Raised because the call has not ended yet: the keyring thread goes on, and may prompt.
        with contextlib.suppress(WalletTrayError):
            self._credential_store.delete_all(
                [account], timedelta(0), partial(_known_in_time, former), only=account.id
            )


def _erase_rows(open_history: Callable[[], "History"], account_id: AccountId) -> None:
    history = open_history()
    try:
        if not history.erase(account_id):
            raise OSError("something of the history may be left")
    finally:
        history.close()
