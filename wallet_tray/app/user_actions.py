"""The user's requests from menu, popup and windows, carried out by the running program's parts."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from wallet_tray.alerts.self_test import AlertSelfTest
from wallet_tray.app.account_session import AccountSession
from wallet_tray.app.account_sessions import AccountSessions
from wallet_tray.app.autostart import AutostartToggle, own_autostart
from wallet_tray.app.background import BackgroundThread, on_result, run_in_thread
from wallet_tray.app.demo_start import DemoStart
from wallet_tray.app.diagnosis import run_checks
from wallet_tray.app.erase import AccountRemoval, EraseEverything
from wallet_tray.app.history import HistoryExport, HistoryLoader
from wallet_tray.app.settings_controller import SettingsController, SettingsFile, UiState
from wallet_tray.app.windows import Windows
from wallet_tray.context import AppContext
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.desktop.events import DesktopEvents, open_outside
from wallet_tray.domain.account import NO_ACCOUNT_ID, AccountId
from wallet_tray.domain.account_snapshot import most_urgent_first
from wallet_tray.domain.account_state import known_balance, known_problem
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.problem import ProblemKind, Remedy
from wallet_tray.domain.results import Erasure, InstalledPackage
from wallet_tray.domain.settings import Settings
from wallet_tray.storage.state_file import StateFile
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice

if TYPE_CHECKING:
    from wallet_tray.diagnostics.run import DiagnosticReport


class AppActions(QObject):
    """Carries out ``UserActions``, in the GUI thread.

    Signals:
        quit_requested(): end the program, at once.
        view_changed(): something that the screen shows has changed.
    """

    quit_requested = Signal()
    view_changed = Signal()

    def __init__(
        self,
        context: AppContext,
        *,
        windows: Windows,
        settings: SettingsController,
        sessions: AccountSessions,
        history: HistoryLoader,
        ui_state: UiState,
        desktop: DesktopEvents,
        credential_store: CredentialStore,
        memory_file: StateFile,
        alert_test: AlertSelfTest,
        disk: BackgroundThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        folders = context.folders
        self._context = context
        self._windows = windows
        self._settings = settings
        self._sessions = sessions
        self._history = history
        self._ui_state = ui_state
        self._desktop = desktop
        self._alert_test = alert_test
        self._disk = disk
        self._checks_run = False
        self._settings_file = SettingsFile(folders.settings_file, disk, self, settings.store.make)
        self._autostart = AutostartToggle(own_autostart(demo=context.demo), disk, self)
        self._export = HistoryExport(context.open_history, disk, self)
        self._demo = DemoStart(self)
        self._removal = AccountRemoval(credential_store, context.open_history, disk)
        self._erasing = EraseEverything(
            credential_store, context.open_history, folders.history_file, memory_file, disk, self
        )
        settings_windows = windows.settings
        # A demo always has settings; only on a user's first start have there never been any.
        settings_windows.welcome_is_due = settings.is_first_start
        settings_windows.opened.connect(self._autostart.ask)
        settings_windows.welcomed.connect(self._settings_file.make)
        settings.refused.connect(self._on_refused)
        windows.opened.connect(self._on_popup_opened)
        self._settings_file.not_opened.connect(settings_windows.show_note)
        self._autostart.answered.connect(settings_windows.show_autostart)
        self._export.ended.connect(settings_windows.show_export)
        self._erasing.ended.connect(self._on_erased)
        self._demo.stands.connect(self.quit_requested)
        self._demo.failed.connect(settings_windows.show_no_demo)

    # Popup and chart

    def toggle_popup(self) -> None:
        self._windows.toggle_popup(self._most_urgent())

    def open_popup(self) -> None:
        self._windows.open_popup(self._most_urgent())

    def open_account(self, account_id: AccountId) -> None:
        """Open the popup with this account, for its notification."""
        self._windows.open_popup(self._sessions.index(account_id))

    def choose_account(self, index: int) -> None:
        self._windows.choose(index)
        self._on_account_shown()

    def choose_range(self, span: ChartRange) -> None:
        self._windows.choose_range(span)
        self._save_ui_state()
        self.load_past()

    def load_past(self) -> None:
        """Read the chosen account's past from the history, if the open popup lacks it."""
        session = self._chosen()
        if session is None or not self._windows.popup_is_open:
            return
        balance = known_balance(session.refreshes.state)
        if balance is not None:
            span, interval = self._windows.span, self._sessions.interval
            self._history.follow(session.account, balance, span, interval)

    # Refreshes and alerts

    def refresh(self) -> None:
        self._windows.make_way_for_keyring()
        if (session := self._chosen()) is not None:
            session.refreshes.request_refresh()

    def refresh_all(self) -> None:
        self._sessions.request_refresh()

    def pause(self, pause: bool) -> None:
        self._sessions.set_paused(pause)
        self._save_ui_state()

    def snooze(self, choice: SnoozeChoice) -> None:
        if (session := self._chosen()) is not None:
            session.snooze(choice)

    def snooze_all(self, choice: SnoozeChoice) -> None:
        self._sessions.snooze(choice)

    def apply_remedy(self, remedy: Remedy) -> None:
        match remedy:
            case Remedy.SIGN_IN:
                self.ask_to_sign_in()
            case Remedy.SETTINGS:
                self.open_settings()
            case Remedy.TRY_AGAIN:
                self.refresh()
            case Remedy.RESUME:
                self._windows.make_way_for_keyring()
                self.pause(False)
            case Remedy.NONE:
                pass

    def hide_amounts(self, hide: bool) -> None:
        self._desktop.user_seen()  # or a wrong report of a locker would keep them hidden
        self._settings.hide_amounts(hide)

    def test_alerts(self) -> None:
        if (session := self._chosen()) is not None:
            self._alert_test.start(session.account)

    # Pages and credentials

    def top_up(self) -> None:
        if (session := self._chosen()) is not None:
            self._open_page(session.account.top_up_url)

    def top_up_account(self, account_id: AccountId) -> None:
        """Open an account's page for topping up, for its notification."""
        if (session := self._sessions.of(account_id)) is not None:
            self._open_page(session.account.top_up_url)

    def open_keys_page(self) -> None:
        if (account := self._windows.sign_in_account) is not None:
            self._open_page(account.provider.key_page(account.variant))

    def ask_to_sign_in(self, account_id: AccountId = NO_ACCOUNT_ID) -> None:
        session = self._sessions.of(account_id) if account_id else self._chosen()
        if session is not None:
            self._windows.open_sign_in(session.account, session.sign_in)

    def cancel_sign_in(self) -> None:
        self._sessions.cancel_sign_in()

    def sign_out(self, account_id: AccountId) -> None:
        if (session := self._sessions.of(account_id)) is not None:
            session.sign_out()

    # Settings and the windows around them

    def open_settings(self) -> None:
        self._windows.close_popup()
        session = self._chosen()
        problem = known_problem(session.refreshes.state) if session is not None else None
        signed_out = problem is not None and problem.kind is ProblemKind.SIGNED_OUT
        self._windows.settings.open_settings(self._settings.settings, signed_in=not signed_out)

    def save_settings(self, changes: Mapping[str, object]) -> None:
        self._settings.save(changes)

    def apply_settings(self, settings: Settings) -> None:
        """Apply other settings, after the accounts have adopted them."""
        there = {one.id for one in settings.accounts}
        for account_id in self._removal.erase_missing(there, self._sessions.take_gate):
            self._sessions.remove_memory(account_id)
        self._windows.settings.show_settings(settings)

    def remove_account(self, account_id: AccountId, erase: bool) -> None:
        if erase and (session := self._sessions.of(account_id)) is not None:
            self._removal.mark(session.account)
        self._settings.save({f"accounts[{account_id}]": None})

    def export_history(self, account_id: AccountId, path: str, may_replace: bool) -> None:
        if (session := self._sessions.of(account_id)) is not None:
            self._export.export(session.account, Path(path), may_replace=may_replace)

    def set_autostart(self, on: bool) -> None:
        self._autostart.switch(on)

    def open_settings_file(self) -> None:
        self._windows.settings.show_note("")
        self._settings_file.open()

    def open_diagnosis(self) -> None:
        self._windows.settings.open_diagnosis()

    def run_checks(self) -> None:
        if not self._checks_run:
            self._checks_run = True
            future = run_in_thread(lambda: run_checks(self._context), "diagnosis")
            on_result(future, self._on_checked, self._on_not_checked)
        self._windows.settings.show_diagnostics_running()

    def open_about(self) -> None:
        if self._windows.settings.open_about():
            on_result(self._disk.submit(_installed_parts), self._on_parts, self._on_no_parts)

    def start_demo(self) -> None:
        self._windows.settings.show_demo_starting()
        self._demo.begin()

    def erase_everything(self) -> None:
        if self._erasing.running:
            return
        self._alert_test.stop()
        self._windows.close_sign_in()
        self._windows.span = None
        self._history.invalidate()
        self._windows.settings.show_erasure(None)
        gates = self._sessions.reset_all()
        self._erasing.erase([session.account for session in self._sessions], gates)

    def quit(self) -> None:
        self.quit_requested.emit()

    def _save_ui_state(self) -> None:
        self._ui_state.save(self._windows.span, paused=self._sessions.pause.by_user)

    def _chosen(self) -> AccountSession | None:
        return self._sessions.at(self._windows.chosen)

    def _most_urgent(self) -> int:
        wallets = [session.wallet() for session in self._sessions]
        return wallets.index(most_urgent_first(wallets)[0]) if wallets else 0

    def _on_popup_opened(self) -> None:
        self._desktop.user_seen()
        self._history.invalidate()  # the popup still shows the past of its last opening
        self._on_account_shown()
        if (session := self._chosen()) is not None:
            session.refreshes.refresh_if_older(self._sessions.interval)

    def _on_account_shown(self) -> None:
        self.view_changed.emit()
        self.load_past()
        if (session := self._chosen()) is not None:
            session.fetch_details()

    def _open_page(self, url: str) -> None:
        """Open a page: only https pages of the settings and the provider; none in a demo."""
        session = self._chosen()
        if self._context.demo and session is not None:
            session.note = self.tr("A demo opens no pages. Here would be {page}.").replace(
                "{page}", url
            )
            self.view_changed.emit()
            self._windows.open_popup(self._windows.chosen)
        elif url.startswith("https://"):
            open_outside(QUrl(url))

    def _on_refused(self) -> None:
        """Cancel pending removals and restore the windows: the user's change was not saved."""
        self._removal.clear_marks()
        self._windows.settings.show_refused()

    def _on_checked(self, report: "DiagnosticReport") -> None:
        self._checks_run = False
        self._windows.settings.show_diagnosis(report)

    def _on_not_checked(self, _error: BaseException) -> None:
        self._checks_run = False
        self._windows.settings.show_diagnosis(None)

    def _on_parts(self, parts: tuple[InstalledPackage, ...]) -> None:
        self._windows.settings.show_parts(parts)

    def _on_no_parts(self, _error: BaseException) -> None:
        self._windows.settings.show_parts(())

    def _on_erased(self, erasure: Erasure) -> None:
        self._sessions.clear_past()
        self._history.invalidate()  # what was read from the files in the meantime is invalid
        self._windows.settings.show_erasure(erasure)


def _installed_parts() -> tuple[InstalledPackage, ...]:
    from wallet_tray.storage.packages import installed_parts

    return installed_parts()
