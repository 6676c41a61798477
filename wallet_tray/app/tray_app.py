"""The running tray program, with all its parts wired in one place."""

import logging
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from wallet_tray.alerts.self_test import AlertSelfTest
from wallet_tray.app.account_session import AccountSession
from wallet_tray.app.account_sessions import AccountSessions, KeyringSignals
from wallet_tray.app.background import BackgroundThread
from wallet_tray.app.history import HistoryLoader
from wallet_tray.app.instance_watch import Burst, InstanceWatch
from wallet_tray.app.settings_controller import SettingsController, UiState
from wallet_tray.app.user_actions import AppActions
from wallet_tray.app.windows import Windows
from wallet_tray.context import AppContext
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.desktop.events import DesktopEvents
from wallet_tray.desktop.notifications.notifier import make_notifier
from wallet_tray.desktop.single_instance.instance import SingleInstance
from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.settings import Settings
from wallet_tray.startup import process
from wallet_tray.startup.signals import EndSignals
from wallet_tray.startup.time_zone import LOCAL_ZONE, follow_zone
from wallet_tray.startup.unhandled_errors import hear_of_errors
from wallet_tray.storage.state_file import StateFile
from wallet_tray.text.locale import Locale
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.language import LanguageController
from wallet_tray.ui.tray.icon import TrayIcon
from wallet_tray.ui.tray.painter import IconPainter, panel_is_dark
from wallet_tray.ui.tray.parts import icons_folder
from wallet_tray.ui.tray.presenter import tray_view

_log = logging.getLogger(__name__)

DISK_LIMIT = timedelta(seconds=0.5)
_CREDENTIALS_GAP = timedelta(seconds=0.5)
_SCREEN_LIMIT = timedelta(seconds=0.5)


class TrayApp(QObject):
    """The running program. All of it lives in the GUI thread."""

    def __init__(self, context: AppContext, instance: SingleInstance) -> None:
        super().__init__()
        folders = context.folders
        self._context = context
        self._instance = instance
        self._disk = BackgroundThread("disk")
        self._instance_watch = InstanceWatch(instance, context.instance.runtime, self._disk, self)
        store = context.settings_store(remembers=True)
        self._settings = SettingsController(store, self._disk, self)
        self._shown_settings = self._settings.settings
        self._language = LanguageController()
        self._language.use(self._settings.settings.language)
        self._locked = False
        self._keyring_signals = KeyringSignals(self)
        self._sign_ins = Burst(_CREDENTIALS_GAP, self)
        self._credentials_changed = False  # until the settings are reloaded
        self._credential_store = CredentialStore(
            context.make_keyring,
            context.environment,
            on_late_answer=self._keyring_signals.ring,
            key_hosts=context.key_hosts,
        )
        self._desktop = DesktopEvents(parent=self)
        icon_file = icons_folder() / "wallet-tray.svg"
        self._notifier = make_notifier(
            self._desktop.buses.session,
            icon_file=icon_file,
            parent=self,
            ledger_file=context.instance.notifications_file,
        )
        self._end_signals = EndSignals(self)
        self._memory_file = StateFile(folders.alert_memory_file)
        self._ui_state = UiState(self._memory_file, self._disk)
        self._history = HistoryLoader(context.open_history, self._disk, self)
        self._windows = Windows(self._options, self)
        self._windows.span, paused = self._ui_state.load()
        self._sessions = AccountSessions(
            self._settings.settings,
            self._credential_store,
            store,
            self._memory_file,
            context.open_history,
            self._disk,
            notifier=self._notifier,
            options=self._options,
            connect=self._connect_session,
            paused=paused,
            is_quiet=self._is_locked,
            interval=context.interval,
            parent=self,
        )
        self.actions = AppActions(
            context,
            windows=self._windows,
            settings=self._settings,
            sessions=self._sessions,
            history=self._history,
            ui_state=self._ui_state,
            desktop=self._desktop,
            credential_store=self._credential_store,
            memory_file=self._memory_file,
            alert_test=AlertSelfTest(self._notifier, self._locale, parent=self),
            disk=self._disk,
            parent=self,
        )
        self._windows.use_actions(self.actions)
        painter = IconPainter(self._settings.settings.theme, panel_is_dark())
        self._tray = TrayIcon(painter, self.actions, self)
        self._wire()

    def start(self) -> None:
        """Show the icon first; everything that imports or waits starts after that."""
        self._show()
        self._tray.start()
        QTimer.singleShot(0, self._start_rest)

    def _start_rest(self) -> None:
        process.collect_in_gui_thread()  # before a worker imports or collects garbage
        from wallet_tray.app.upgrade_watch import UpgradeWatch

        self._upgrade = UpgradeWatch(self.quit, self)
        for windows in (self._windows, self._windows.settings):
            windows.is_hindered = self._upgrade.stands_in_the_way
        self._sessions.start()
        self._settings.start()
        self._desktop.start()
        self._instance_watch.start()

    def enter_safe_mode(self) -> None:
        """Send no automatic requests: their answers may be what ended the last runs."""
        _log.warning("the last starts ended by themselves; nothing is refreshed unless wished")
        self._sessions.enter_safe_mode()

    def quit(self) -> None:
        """End the program without waiting for running work."""
        QApplication.quit()

    def close(self) -> None:
        """Clean up after the event loop; wait briefly for the small files and the session bus."""
        self._tray.stop()
        hear_of_errors(None)
        self._sessions.stop()
        self._notifier.withdraw(_SCREEN_LIMIT)  # no process would handle its buttons
        self._notifier.stop()
        self._desktop.stop()
        self._end_signals.stop()
        self._instance.release()
        self._history.close()
        self._disk.finish(DISK_LIMIT)
        self._context.close()

    def _wire(self) -> None:
        tray, windows, sessions = self._tray, self._windows, self._sessions
        settings, desktop = self._settings, self._desktop
        tray.built.connect(self._notifier.use_tray)
        tray.built.connect(windows.use_tray)
        tray.tray_missing.connect(windows.open_without_tray)
        self.actions.view_changed.connect(self._show)
        self.actions.quit_requested.connect(self.quit)
        self._history.read.connect(sessions.show_past)
        self._history.restored.connect(self._on_restored)
        sessions.erased.connect(self._on_erased_elsewhere)
        self._keyring_signals.answered.connect(sessions.keyring_answered)
        settings.changed.connect(self._apply_settings)
        settings.note_changed.connect(self._show)
        settings.loaded.connect(self._on_settings_loaded)
        self._instance.show_requested.connect(self.actions.open_popup)
        self._instance.credentials_changed.connect(self._sign_ins.ring)
        self._sign_ins.due.connect(self._on_credentials_changed)
        desktop.locked_changed.connect(self._on_locked)
        desktop.resumed.connect(sessions.resumed)
        desktop.resumed.connect(settings.load)  # changes in a network home go unnoticed
        desktop.network_returned.connect(sessions.network_returned)
        desktop.network_returned.connect(settings.load)
        desktop.keyring_changed.connect(sessions.keyring_changed)
        desktop.tray_appeared.connect(tray.look_soon)
        self._end_signals.received.connect(self.quit)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_colors_changed)

    def _connect_session(self, session: AccountSession) -> None:
        """Connect a new account: a change reaches the screen by this one signal."""
        session.changed.connect(self._show)
        session.refreshes.changed.connect(self._show)
        session.refreshes.started.connect(self._show_started)
        session.alerts.snooze_changed.connect(self._show)
        session.refreshes.outcome.connect(self._on_outcome)
        session.refreshes.sign_in_answered.connect(self._windows.show_sign_in_answer)
        session.restore_requested.connect(self._restore)
        session.open_requested.connect(self._open_account)
        session.top_up_requested.connect(self._top_up_account)

    def _apply_settings(self, settings: Settings) -> None:
        before, self._shown_settings = self._shown_settings, settings
        self._sessions.apply_settings(settings)
        self.actions.apply_settings(settings)
        if self._language.use(settings.language):
            self._retranslate()
        if settings.theme is not before.theme:
            self._on_colors_changed()
        if settings.hide_amounts is not before.hide_amounts and not self._locked:
            self._sessions.repeat_alerts()
        self._show()
        self.actions.load_past()  # another account may be shown now

    def _retranslate(self) -> None:
        """Show everything on the screen in the language now in force."""
        self._tray.retranslate()
        self._windows.retranslate(self._settings.settings)
        self._sessions.repeat_alerts()

    def _show(self) -> None:
        wallets, options = self._wallets(), self._options()
        self._tray.show_view(tray_view(wallets, options, trouble=bool(self._settings.note)))
        self._windows.show_wallets(wallets, self._settings.note_in(options.locale))
        process.collect()

    def _show_started(self) -> None:
        """Show in the windows that a refresh started; the tray does not show it."""
        self._windows.show_wallets(self._wallets(), self._settings.note_in(self._locale()))

    def _wallets(self) -> list[Wallet]:
        return [session.wallet() for session in self._sessions]

    def _options(self) -> DisplayOptions:
        follow_zone()
        settings = self._settings.settings
        hide = settings.hide_amounts or self._locked  # windows and lockers may reveal the screen
        return DisplayOptions(datetime.now(LOCAL_ZONE), hide, settings.icon, self._locale())

    def _locale(self) -> Locale:
        return self._language.locale

    def _on_colors_changed(self) -> None:
        self._tray.use_painter(IconPainter(self._settings.settings.theme, panel_is_dark()))

    def _on_outcome(self, _outcome: object) -> None:
        self.actions.load_past()

    def _restore(self, account: Account) -> None:
        self._history.restore(account, self._credential_store.environment.credential(account))

    def _on_restored(self, account_id: AccountId, balance: Balance) -> None:
        self._sessions.restore(account_id, balance)
        self.actions.load_past()

    def _open_account(self, account_id: AccountId) -> None:
        self.actions.open_account(account_id)

    def _top_up_account(self, account_id: AccountId) -> None:
        self.actions.top_up_account(account_id)

    def _on_erased_elsewhere(self) -> None:
        """Reset after the command line erased everything beside this program."""
        self._windows.span = None
        self._sessions.set_paused(False)
        self._ui_state.save(None, paused=False)
        self._history.invalidate()
        self._show()

    def _on_credentials_changed(self) -> None:
        """Reload after a sign-in or sign-out on the command line.

        The command line may have changed the settings before.
        """
        self._sessions.invalidate_credentials()
        self._credentials_changed = True
        self._settings.load()

    def _on_settings_loaded(self) -> None:
        if self._credentials_changed:
            self._credentials_changed = False
            self._history.invalidate()  # the history may have been erased
            self._sessions.credentials_changed()

    def _on_locked(self, locked: bool) -> None:
        """Hide amounts on a locked screen: many show notifications, some even the panel."""
        self._locked = locked
        if not self._settings.settings.hide_amounts:
            self._sessions.repeat_alerts()
        self._sessions.quiet_changed()
        self._show()

    def _is_locked(self) -> bool:
        return self._locked
