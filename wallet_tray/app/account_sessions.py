"""All accounts of the tray program, created, changed and removed as the settings say."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.app.account_session import AccountSession, Pause
from wallet_tray.app.background import BackgroundThread, on_result
from wallet_tray.app.history import Past
from wallet_tray.credentials.environment import key_use
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.desktop.notifications.notifier import Notifier
from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.alert_memory import AlertMemory, from_record, to_record
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import CredentialKind, access_token_end
from wallet_tray.domain.settings import Settings
from wallet_tray.refresh.messages import RequestHandler
from wallet_tray.refresh.recorder import RecordingGate
from wallet_tray.refresh.worker import RefreshWorker
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.storage.state_file import Erased, StateFile
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice

if TYPE_CHECKING:
    from wallet_tray.history.history import History


class KeyringSignals(QObject):
    """Carries late keyring answers from the keyring thread to the GUI thread.

    Signals:
        answered(str): the id of the account whose call has ended.
    """

    answered = Signal(str)

    def ring(self, account_id: AccountId) -> None:
        """Report an answer; called in the keyring thread."""
        self.answered.emit(account_id)


class AccountSessions(QObject):
    """One ``AccountSession`` per account, in the order of the settings.

    ``connect`` is called with each new session before it starts. ``paused`` is the user's choice in
    an earlier run. ``is_quiet`` holds alerts back. ``interval`` overrides the one in the settings,
    for a demo.

    Signals:
        erased(): another process has erased everything that was remembered.
    """

    erased = Signal()

    def __init__(
        self,
        settings: Settings,
        credential_store: CredentialStore,
        store: SettingsStore,
        memory_file: StateFile,
        open_history: Callable[[], "History"],
        disk: BackgroundThread,
        *,
        notifier: Notifier,
        options: Callable[[], DisplayOptions],
        connect: Callable[[AccountSession], None],
        paused: bool = False,
        is_quiet: Callable[[], bool] = lambda: False,
        interval: timedelta | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._credential_store = credential_store
        self._store = store
        self._memory_file = memory_file
        self._open_history = open_history
        self._disk = disk
        self._notifier = notifier
        self._options = options
        self._connect = connect
        self._fixed_interval = interval
        self._memories = {
            account_id: from_record(record) for account_id, record in memory_file.load().items()
        }
        self._sessions: dict[AccountId, AccountSession] = {}
        self._gates: dict[AccountId, RecordingGate] = {}  # including removed accounts
        self._started = False
        self.pause = Pause(by_user=paused)
        self._is_quiet = is_quiet
        self._settings = settings
        self.apply_settings(settings)

    def __iter__(self) -> Iterator[AccountSession]:
        return iter(self._sessions.values())

    def __len__(self) -> int:
        return len(self._sessions)

    def index(self, account_id: AccountId) -> int:
        """Return the position of an account; 0 if it does not exist."""
        return list(self._sessions).index(account_id) if account_id in self._sessions else 0

    def at(self, index: int) -> AccountSession | None:
        """Return the account at this position; None without one."""
        return list(self._sessions.values())[index] if index < len(self._sessions) else None

    def of(self, account_id: AccountId) -> AccountSession | None:
        """Return the account with this id; None without one."""
        return self._sessions.get(account_id)

    @property
    def interval(self) -> timedelta:
        """Return the time between two refreshes."""
        return self._fixed_interval or self._settings.refresh_interval

    def interval_of(self, account: Account) -> timedelta:
        """Return the account's interval: no service is asked more often than it allows."""
        return max(self.interval, account.provider.min_interval or timedelta(0))

    def start(self) -> None:
        """Take over notifications of an earlier run, and start to refresh."""
        self._started = True
        left = [session.left_on_screen() for session in self]
        self._notifier.take_over(one for one in left if one is not None)
        for session in self:
            session.start(refresh=not self.pause.is_on())

    def stop(self) -> None:
        """Stop refreshing; returns at once."""
        for session in self:
            session.stop()

    def apply_settings(self, settings: Settings) -> None:
        """Apply other settings: accounts may have been added, removed or changed."""
        before, self._settings = self._settings, settings
        accounts = {account.id: account for account in settings.accounts}
        self._credential_store.environment.use = key_use(settings)
        for account_id in [one for one in self._sessions if one not in accounts]:
            session = self._sessions.pop(account_id)
            session.stop()
            self._notifier.close(account_id)
            session.deleteLater()
        sessions = {}
        for account in settings.accounts:
            known = self._sessions.get(account.id)
            sessions[account.id] = known or self._make_session(account)
            if known is not None:
                known.apply_settings(account)
                known.refreshes.set_interval(self.interval_of(account))
                if settings.proxy != before.proxy:
                    known.refreshes.restart()
        self._sessions = sessions

    def quiet_changed(self) -> None:
        """Hold back alerts as the screen is locked now, or release them."""
        for session in self:
            session.alerts.quiet_changed()

    def set_paused(self, paused: bool) -> None:
        """Pause or resume automatic refreshes for the user; resuming ends the safe mode too."""
        was_on = self.pause.is_on()
        self.pause.by_user = paused
        self.pause.safe_mode = self.pause.safe_mode and paused
        if paused != was_on:
            self._notify_of_pause()

    def enter_safe_mode(self) -> None:
        """Pause until the user resumes: several runs in a row ended unexpectedly."""
        self.pause.safe_mode = True
        self._notify_of_pause()

    def resumed(self) -> None:
        """Refresh and check alerts after the computer woke up."""
        for session in self:
            session.resumed()

    def network_returned(self) -> None:
        """Notify the refreshes that the network is back."""
        for session in self:
            session.refreshes.network_returned()

    def request_refresh(self) -> None:
        """Refresh all accounts, as the user asked."""
        for session in self:
            session.refreshes.request_refresh()

    def snooze(self, choice: SnoozeChoice) -> None:
        """Snooze the alerts of all accounts."""
        for session in self:
            session.snooze(choice)

    def cancel_sign_in(self) -> None:
        """Cancel the sign-in in progress, if any."""
        for session in self:
            session.refreshes.cancel_sign_in()

    def keyring_changed(self) -> None:
        """Notify the refreshes of a new, an unlocked or a changed keyring."""
        for session in self:
            session.refreshes.keyring_changed()

    def repeat_alerts(self) -> None:
        """Reword visible notifications after amounts were hidden or shown."""
        for session in self:
            session.show_alert_again()

    def remove_memory(self, account_id: AccountId) -> None:
        """Delete the alert memory of a removed account."""
        self._memories.pop(account_id, None)
        self._keep_memories()

    def take_gate(self, account_id: AccountId) -> RecordingGate:
        """Return the ``RecordingGate`` of a removed account.

        End it for good before erasing the account's rows. A new account with the same id gets
        another one.
        """
        return self._gates.pop(account_id, RecordingGate())

    def reset_all(self) -> list[RecordingGate]:
        """Sign out all accounts and reset their state, as the user erases everything.

        Returns the ``RecordingGate`` of every worker: end them before deleting the files.
        """
        self._memories.clear()
        for session in self:
            session.reset()
        self.set_paused(False)  # the initial state; no account is signed in, so no request is sent
        return list(self._gates.values())

    def clear_past(self) -> None:
        """Drop the past of all accounts: it may stem from the erased history."""
        for session in self:
            session.clear_past()

    def invalidate_credentials(self) -> None:
        """Drop cached credentials after another program signed in or out, or erased everything.

        Results of requests with an old credential are not recorded any more.
        """
        self._credential_store.invalidate()
        for gate in self._gates.values():
            self._disk.submit(gate.revoke)  # may wait for a balance being recorded

    def credentials_changed(self) -> None:
        """Reload everything after another program signed in or out, or erased everything."""
        self._credential_store.invalidate()
        on_result(self._disk.submit(self._memory_file.look_again), self._on_memory_file_read)
        for session in self:
            session.credential_changed()

    def show_past(self, past: Past) -> None:
        """Show the past of an account from the history."""
        if past.account_id in self._sessions:
            self._sessions[past.account_id].show_past(past)

    def restore(self, account_id: AccountId, balance: Balance) -> None:
        """Show the last recorded balance of an account."""
        if account_id in self._sessions:
            self._sessions[account_id].refreshes.restore(balance)

    def keyring_answered(self, account_id: AccountId) -> None:
        """Go on after the user answered a keyring prompt too late for this account's request."""
        if (session := self._sessions.get(account_id)) is not None:
            if self._credential_store.is_stored(session.account):
                session.credential_saved()
            session.keyring_answered()

    def _notify_of_pause(self) -> None:
        for session in self:
            session.pause_changed()

    def _on_keyring_opened(self) -> None:
        for session in self:
            session.keyring_open()

    def _make_session(self, account: Account) -> AccountSession:
        session = AccountSession(
            account,
            self._make_worker,
            self.interval_of(account),
            self._memories.get(account.id, AlertMemory()),
            self._notifier,
            self._options,
            parent=self,
            pause=self.pause,
            is_quiet=self._is_quiet,
            environment_variable=self._credential_store.environment.variable,
            credential_end=self._credential_end,
        )
        session.alerts.remembered.connect(self._keep_memories)
        session.keyring_opened.connect(self._on_keyring_opened)
        self._connect(session)
        session.alerts.quiet_changed()  # an earlier run may have held an alert back
        if self._started:
            session.start()  # also while paused: the user expects to see a new account
        return session

    def _credential_end(self, account: Account) -> datetime | None:
        if self._credential_store.environment.is_used(account):
            return None  # it takes precedence, and no other sign-in is possible
        known = self._credential_store.in_memory(account)
        return None if known is None else access_token_end(known)

    def _make_worker(self, account: Account) -> RefreshWorker:
        proxy = self._settings.proxy
        make_handler = partial(
            _make_handler,
            account,
            self._credential_store,
            proxy,
            self._note_kind,
            self._open_history,
            self._gates.setdefault(account.id, RecordingGate()),
        )
        return RefreshWorker(make_handler, account.id)

    def _note_kind(self, account: Account, kind: CredentialKind) -> None:
        """Save the credential's kind; called in a worker, which may wait for the disk."""
        self._store.save({f"accounts[{account.id}].credential": kind.value})

    def _keep_memories(self) -> None:
        for account_id, session in self._sessions.items():
            self._memories[account_id] = session.alerts.memory
        records = {
            account_id: to_record(memory)
            for account_id, memory in self._memories.items()
            if memory.seen
            or memory.said
            or memory.shown
            or memory.snooze  # an empty memory is not saved
        }
        future = self._disk.submit(partial(self._memory_file.save, records))
        # After an error, keep the memory; the next message checks again.
        on_result(future, self._on_memory_file_read)

    def _on_memory_file_read(self, erased: Erased) -> None:
        """Forget here as well what another process has erased."""
        for account_id in erased.accounts:
            self._memories.pop(account_id, None)
            if account_id in self._sessions:
                self._sessions[account_id].alerts.reset()
        if erased.accounts:
            self._keep_memories()  # without the erased accounts: new alerts start afresh
        if erased.everything:
            self.erased.emit()


def _make_handler(
    account: Account,
    credential_store: CredentialStore,
    proxy: str,
    note_kind: Callable[[Account, CredentialKind], None],
    open_history: Callable[[], "History"],
    gate: RecordingGate,
) -> RequestHandler:
    from wallet_tray.refresh.client import AccountClient  # imports httpx: in the worker

    return AccountClient(account, credential_store, proxy, note_kind, open_history, gate)
