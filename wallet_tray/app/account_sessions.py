"""All accounts of the tray program, created, changed and removed as the settings say."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.app.account_session import WalletDesk
from wallet_tray.app.background import DiskThread
from wallet_tray.app.history import Past
from wallet_tray.credentials.store import CredentialKeeper
from wallet_tray.desktop.notifications.notifier import Notifier
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert_memory import AlertMemory, from_record, to_record
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import CredentialKind, access_token_end
from wallet_tray.domain.settings import Settings
from wallet_tray.refresh.messages import Errands
from wallet_tray.refresh.recorder import RecordingLeave
from wallet_tray.refresh.worker import RefreshWorker
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.storage.state_file import AlertStore, Erased
from wallet_tray.ui.account_snapshot import Manner
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice

if TYPE_CHECKING:
    from wallet_tray.history.history import History

_SAVED = "alerts saved"


class KeyringBell(QObject):
    """Carries late keyring answers from the keyring thread to the GUI thread.

    Signals:
        rang(str): the id of the account whose call has ended.
    """

    rang = Signal(str)

    def ring(self, account_id: str) -> None:
        """Report an answer; called in the keyring thread."""
        self.rang.emit(account_id)


class WalletDesks(QObject):
    """One ``WalletDesk`` per account, in the order of the settings.

    ``interval`` overrides the one in the settings, for a demo.

    Signals:
        changed(): some account's presentation has changed.
        sign_in_answered(object): SignedIn, or the Problem that prevented it.
        recall_requested(Account): nothing is known of it; the last recorded balance would help.
        open_requested(str), top_up_requested(str): an action of that account's notification.
        erased(): another process has erased everything that was remembered.
    """

    changed = Signal()
    sign_in_answered = Signal(object)
    recall_requested = Signal(object)
    open_requested = Signal(str)
    top_up_requested = Signal(str)
    erased = Signal()

    def __init__(
        self,
        settings: Settings,
        keeper: CredentialKeeper,
        store: SettingsStore,
        memory_file: AlertStore,
        open_history: Callable[[], "History"],
        disk: DiskThread,
        notifier: Notifier,
        manner: Callable[[], Manner],
        interval: timedelta | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._store = store
        self._memory_file = memory_file
        self._open_history = open_history
        self._disk = disk
        self._notifier = notifier
        self._manner = manner
        self._fixed_interval = interval
        self._memories = {
            account_id: from_record(record) for account_id, record in memory_file.load().items()
        }
        disk.done.connect(self._on_disk_done)
        self._desks: dict[str, WalletDesk] = {}
        self._leaves: dict[str, RecordingLeave] = {}  # by account id, including removed accounts
        self._started = False
        self._quiet = False
        self._paused = False
        self._settings = settings
        self.adopt(settings)

    def __iter__(self) -> Iterator[WalletDesk]:
        return iter(self._desks.values())

    def __len__(self) -> int:
        return len(self._desks)

    def index(self, account_id: str) -> int:
        """Return the position of an account; 0 if it does not exist."""
        return list(self._desks).index(account_id) if account_id in self._desks else 0

    def at(self, index: int) -> WalletDesk | None:
        """Return the account at this position; None without one."""
        return list(self._desks.values())[index] if index < len(self._desks) else None

    def of(self, account_id: str) -> WalletDesk | None:
        """Return the account with this id; None without one."""
        return self._desks.get(account_id)

    @property
    def interval(self) -> timedelta:
        """Return the time between two refreshes."""
        return self._fixed_interval or self._settings.refresh_interval

    def start(self) -> None:
        """Take over notifications of an earlier run, and start to refresh."""
        self._started = True
        left = [desk.left_on_screen() for desk in self]
        self._notifier.take_over(one for one in left if one is not None)
        for desk in self:
            desk.start()

    def stop(self) -> None:
        """Stop refreshing; returns at once."""
        for desk in self:
            desk.stop()

    def adopt(self, settings: Settings) -> None:
        """Apply other settings: accounts may have been added, removed or changed."""
        before, self._settings = self._settings, settings
        accounts = {account.id: account for account in settings.accounts}
        self._keeper.environment_account_id = settings.first_account_id
        for account_id in [one for one in self._desks if one not in accounts]:
            desk = self._desks.pop(account_id)
            desk.stop()
            self._notifier.close(account_id)
            desk.deleteLater()
        desks = {}
        for account in settings.accounts:
            known = self._desks.get(account.id)
            desks[account.id] = known or self._make_desk(account)
            if known is not None:
                known.adopt(account)
                known.refreshes.set_interval(self.interval)
                if settings.proxy != before.proxy:
                    known.refreshes.restart()
        self._desks = desks

    def set_quiet(self, quiet: bool) -> None:
        """Hold back alerts while the screen is locked, or release them."""
        self._quiet = quiet
        for desk in self:
            desk.alerts.set_quiet(quiet)

    def set_paused(self, paused: bool) -> None:
        """Pause or resume automatic refreshes."""
        self._paused = paused
        for desk in self:
            desk.set_paused(paused)

    def be_cautious(self) -> None:
        """Pause until the user resumes: several runs in a row ended unexpectedly."""
        self._paused = True
        for desk in self:
            desk.be_cautious()

    def woke(self) -> None:
        """Refresh and check alerts after the computer woke up."""
        for desk in self:
            desk.woke()

    def network_returned(self) -> None:
        """Notify the refreshes that the network is back."""
        for desk in self:
            desk.refreshes.network_returned()

    def refresh_wished(self) -> None:
        """Refresh all accounts, as the user asked."""
        for desk in self:
            desk.refreshes.refresh_wished()

    def snooze(self, choice: SnoozeChoice) -> None:
        """Snooze the alerts of all accounts."""
        for desk in self:
            desk.snooze(choice)

    def cancel_sign_in(self) -> None:
        """Cancel the sign-in in progress, if any."""
        for desk in self:
            desk.refreshes.cancel_sign_in()

    def keyring_changed(self) -> None:
        """Notify the refreshes of a new, an unlocked or a changed keyring."""
        for desk in self:
            desk.refreshes.keyring_changed()

    def tell_alerts_again(self) -> None:
        """Reword visible notifications after amounts were hidden or shown."""
        for desk in self:
            desk.show_alert_again()

    def forget(self, account_id: str) -> None:
        """Delete the alert memory of a removed account."""
        self._memories.pop(account_id, None)
        self._keep_memories()

    def take_leave(self, account_id: str) -> RecordingLeave:
        """Return the ``RecordingLeave`` of a removed account.

        End it for good before erasing the account's rows. A new account with the same id gets
        another one.
        """
        return self._leaves.pop(account_id, RecordingLeave())

    def forget_all(self) -> list[RecordingLeave]:
        """Sign out all accounts and forget their state, as the user erases everything.

        Returns the ``RecordingLeave`` of every worker: end them before deleting the files.
        """
        self._memories.clear()
        for desk in self:
            desk.forget()
        self.set_paused(False)  # the initial state; no account is signed in, so no request is sent
        return list(self._leaves.values())

    def forget_past(self) -> None:
        """Drop the past of all accounts: it may stem from the erased history."""
        for desk in self:
            desk.forget_past()

    def drop_credentials(self) -> None:
        """Drop cached credentials after another program signed in or out, or erased everything.

        Results of requests with an old credential are not recorded any more.
        """
        self._keeper.drop_remembered()
        for leave in self._leaves.values():
            self._disk.do(leave.end)  # may wait for a balance being recorded

    def credentials_changed(self) -> None:
        """Reload everything after another program signed in or out, or erased everything."""
        self._keeper.drop_remembered()
        self._disk.do(self._memory_file.look_again, _SAVED)
        for desk in self:
            desk.credential_changed()

    def show_past(self, past: Past) -> None:
        """Show the past of an account from the history."""
        if past.account in self._desks:
            self._desks[past.account].show_past(past)

    def recall(self, account_id: str, balance: Balance) -> None:
        """Show the last recorded balance of an account."""
        if account_id in self._desks:
            self._desks[account_id].refreshes.recall(balance)

    def keyring_answered(self, account_id: str) -> None:
        """Go on after the user answered a keyring prompt too late for this account's request."""
        if (desk := self._desks.get(account_id)) is not None:
            if self._keeper.is_stored(desk.account):
                desk.credential_kept()
            desk.keyring_answered()

    def _on_keyring_opened(self) -> None:
        for desk in self:
            desk.keyring_open()

    def _make_desk(self, account: Account) -> WalletDesk:
        desk = WalletDesk(
            account,
            self._make_worker,
            self.interval,
            self._memories.get(account.id, AlertMemory()),
            self._notifier,
            self._manner,
            self,
            self._keeper.is_from_environment,
            self._credential_end,
        )
        desk.changed.connect(self.changed)
        desk.remembered.connect(self._keep_memories)
        desk.sign_in_answered.connect(self.sign_in_answered)
        desk.recall_requested.connect(self.recall_requested)
        desk.keyring_opened.connect(self._on_keyring_opened)
        desk.open_requested.connect(self.open_requested)
        desk.top_up_requested.connect(self.top_up_requested)
        desk.alerts.set_quiet(self._quiet)
        if self._started:
            desk.start()  # also while paused: the user expects to see a new account
        if self._paused:
            desk.set_paused(True)
        return desk

    def _credential_end(self, account: Account) -> datetime | None:
        if self._keeper.is_from_environment(account):
            return None  # it takes precedence, and no other sign-in is possible
        known = self._keeper.in_memory(account)
        return None if known is None else access_token_end(known)

    def _make_worker(self, account: Account) -> RefreshWorker:
        proxy = self._settings.proxy
        make_errands = partial(
            _make_errands,
            account,
            self._keeper,
            proxy,
            self._note_kind,
            self._open_history,
            self._leaves.setdefault(account.id, RecordingLeave()),
        )
        return RefreshWorker(make_errands, account.id)

    def _note_kind(self, account: Account, kind: CredentialKind) -> None:
        """Save the credential's kind; called in a worker, which may wait for the disk."""
        self._store.save({f"accounts[{account.id}].credential": kind.value})

    def _keep_memories(self) -> None:
        for account_id, desk in self._desks.items():
            self._memories[account_id] = desk.alerts.memory
        records = {
            account_id: to_record(memory)
            for account_id, memory in self._memories.items()
            if memory.seen
            or memory.said
            or memory.shown
            or memory.snooze  # an empty memory is not saved
        }
        self._disk.do(partial(self._memory_file.save, records), _SAVED)

    def _on_disk_done(self, name: str, result: object) -> None:
        """Forget here as well what another process has erased."""
        if name != _SAVED or not isinstance(result, Erased):
            return  # after an error, keep the memory; the next message checks again
        for account_id in result.accounts:
            self._memories.pop(account_id, None)
            if account_id in self._desks:
                self._desks[account_id].alerts.forget()
        if result.accounts:
            self._keep_memories()  # without the erased accounts: new alerts start afresh
        if result.everything:
            self.erased.emit()


def _make_errands(
    account: Account,
    keeper: CredentialKeeper,
    proxy: str,
    note_kind: Callable[[Account, CredentialKind], None],
    open_history: Callable[[], "History"],
    leave: RecordingLeave,
) -> Errands:
    from wallet_tray.refresh.client import AccountErrands  # imports httpx: in the worker

    return AccountErrands(account, keeper, proxy, note_kind, open_history, leave)
