"""The running tray program, with all its parts wired in one place."""

import logging
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from wallet_tray.alerts.self_test import AlertSelfTest
from wallet_tray.app.account_session import AccountSession
from wallet_tray.app.account_sessions import AccountSessions, KeyringSignals
from wallet_tray.app.background import DiskThread
from wallet_tray.app.history import HistoryLoader
from wallet_tray.app.instance_watch import Burst, InstanceWatch
from wallet_tray.app.settings_actions import SettingsActions
from wallet_tray.app.settings_controller import SettingsController, UiState
from wallet_tray.app.windows import Windows
from wallet_tray.context import AppContext
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.desktop.events import DesktopEvents, open_outside
from wallet_tray.desktop.notifications.notifier import make_notifier
from wallet_tray.desktop.single_instance.instance import SingleInstance
from wallet_tray.domain.account import Account
from wallet_tray.domain.account_state import known_balance, known_problem
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.domain.settings import Settings
from wallet_tray.startup import interpreter
from wallet_tray.startup.signals import EndSignals
from wallet_tray.startup.unhandled_errors import hear_of_errors
from wallet_tray.storage.state_file import StateFile
from wallet_tray.text.locale import Locale
from wallet_tray.text.times import LOCAL_ZONE, follow_zone
from wallet_tray.ui.account_snapshot import DisplayOptions, most_urgent_first
from wallet_tray.ui.language import LanguageController
from wallet_tray.ui.tray.icon import TrayIcon
from wallet_tray.ui.tray.painter import IconPainter, panel_is_dark
from wallet_tray.ui.tray.parts import icons_folder
from wallet_tray.ui.tray.presenter import tray_view
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice

_log = logging.getLogger(__name__)

_DISK_LIMIT = timedelta(seconds=0.5)
_CREDENTIALS_GAP = timedelta(seconds=0.5)
_SCREEN_LIMIT = timedelta(seconds=0.5)


class TrayApp(QObject):
    """The running program. All of it lives in the GUI thread."""

    def __init__(self, context: AppContext, instance: SingleInstance) -> None:
        super().__init__()
        folders = context.folders
        self._context = context
        self._instance = instance
        self._disk = DiskThread(self)
        self._instance_watch = InstanceWatch(instance, context.instance.runtime, self._disk, self)
        store = context.settings_store(remembers=True)
        self._watch = SettingsController(store, self._disk, self)
        self._shown_settings = self._watch.settings
        self._language = LanguageController()
        self._language.use(self._watch.settings.language)
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
        self._sessions = AccountSessions(
            self._watch.settings,
            self._credential_store,
            store,
            self._memory_file,
            context.open_history,
            self._disk,
            notifier=self._notifier,
            options=self._options,
            interval=context.interval,
            parent=self,
        )
        self._history = HistoryLoader(context.open_history, self._disk, self)
        self._drill = AlertSelfTest(self._notifier, self._locale, parent=self)
        self._tray = TrayIcon(IconPainter(self._watch.settings.theme, panel_is_dark()), self)
        self._windows = Windows(self._options, self)
        self._remembered = UiState(self._memory_file, self._disk)
        self._windows.span = self._remembered.span
        self._sessions.set_paused(self._remembered.paused)
        self._settings_actions = SettingsActions(
            context,
            self._windows.settings,
            self._watch,
            self._sessions,
            self._credential_store,
            self._disk,
            memory_file=self._memory_file,
            parent=self,
        )
        self._wire()

    def start(self) -> None:
        """Show the icon first; everything that imports or waits starts after that."""
        self._show()
        self._tray.start()
        QTimer.singleShot(0, self._start_rest)

    def _start_rest(self) -> None:
        interpreter.collect_in_gui_thread()  # before a worker imports or collects garbage
        from wallet_tray.app.upgrade_watch import UpgradeWatch

        self._upgrade = UpgradeWatch(self._disk, self.quit, self)
        for windows in (self._windows, self._windows.settings):
            windows.is_hindered = self._upgrade.stands_in_the_way
        self._sessions.start()
        self._watch.start()
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
        self._disk.finish(_DISK_LIMIT)
        self._context.close()

    def _wire(self) -> None:
        tray, windows, sessions = self._tray, self._windows, self._sessions
        tray.clicked.connect(self._toggle_popup)
        tray.open_requested.connect(self._open_popup)
        tray.refresh_requested.connect(sessions.refresh_wished)
        tray.top_up_requested.connect(self._top_up)
        tray.sign_in_requested.connect(self._ask_to_sign_in)
        tray.settings_requested.connect(self._open_settings)
        tray.hide_amounts_requested.connect(self._hide_amounts)
        tray.pause_requested.connect(self._pause)
        tray.snooze_requested.connect(sessions.snooze)
        tray.quit_requested.connect(self.quit)
        tray.built.connect(self._notifier.use_tray)
        tray.built.connect(windows.use_tray)
        tray.tray_missing.connect(windows.open_without_tray)
        windows.opened.connect(self._on_popup_opened)
        windows.refresh_requested.connect(self._refresh_chosen)
        windows.top_up_requested.connect(self._top_up)
        windows.settings_requested.connect(self._open_settings)
        windows.quit_requested.connect(self.quit)
        windows.sign_in_requested.connect(self._ask_to_sign_in)
        windows.sign_in_cancelled.connect(sessions.cancel_sign_in)
        windows.snooze_requested.connect(self._snooze_chosen)
        windows.resume_requested.connect(self._resume)
        windows.account_chosen.connect(self._on_account_chosen)
        windows.span_chosen.connect(self._on_span_chosen)
        self._history.read.connect(sessions.show_past)
        self._history.restored.connect(sessions.restore)
        sessions.restore_requested.connect(self._restore)
        windows.page_requested.connect(self._open_page)
        windows.settings.sign_in_requested.connect(self._sign_in_to)
        windows.settings.alert_test_requested.connect(self._test_alerts)
        self._settings_actions.replaced.connect(self.quit)
        self._settings_actions.erasing.connect(self._on_erasing)
        self._settings_actions.erased.connect(self._history.forget)
        sessions.changed.connect(self._show)
        sessions.erased.connect(self._on_erased_elsewhere)
        sessions.sign_in_answered.connect(windows.show_sign_in_answer)
        sessions.open_requested.connect(self._open_account)
        sessions.top_up_requested.connect(self._top_up_account)
        self._keyring_signals.answered.connect(sessions.keyring_answered)
        self._watch.changed.connect(self._adopt_settings)
        self._watch.note_changed.connect(self._show)
        self._instance.show_requested.connect(self._open_popup)
        self._instance.credentials_changed.connect(self._sign_ins.ring)
        self._sign_ins.due.connect(self._on_credentials_changed)
        self._watch.loaded.connect(self._on_settings_loaded)
        self._desktop.locked_changed.connect(self._on_locked)
        self._desktop.resumed.connect(sessions.resumed)
        self._desktop.resumed.connect(self._watch.load)  # changes in a network home go unnoticed
        self._desktop.network_returned.connect(sessions.network_returned)
        self._desktop.keyring_changed.connect(sessions.keyring_changed)
        self._desktop.tray_appeared.connect(tray.look_soon)
        self._desktop.network_returned.connect(self._watch.load)
        self._end_signals.received.connect(self.quit)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_colors_changed)

    def _adopt_settings(self, settings: Settings) -> None:
        before, self._shown_settings = self._shown_settings, settings
        self._sessions.apply_settings(settings)
        self._settings_actions.apply_settings(settings)
        if self._language.use(settings.language):
            self._retranslate()
        if settings.theme is not before.theme:
            self._on_colors_changed()
        if settings.hide_amounts is not before.hide_amounts and not self._locked:
            self._sessions.repeat_alerts()
        self._show()

    def _retranslate(self) -> None:
        """Show everything on the screen in the language now in force."""
        self._tray.retranslate()
        self._windows.retranslate(self._watch.settings)
        self._sessions.repeat_alerts()

    def _show(self) -> None:
        wallets = [session.wallet() for session in self._sessions]
        options = self._options()
        self._tray.show_view(tray_view(wallets, options, trouble=bool(self._watch.note)))
        self._windows.show_wallets(wallets, self._watch.note_in(options.locale))
        self._follow_past()
        interpreter.collect()

    def _options(self) -> DisplayOptions:
        follow_zone()
        settings = self._watch.settings
        hide = settings.hide_amounts or self._locked  # windows and lockers may reveal the screen
        return DisplayOptions(datetime.now(LOCAL_ZONE), hide, settings.icon, self._locale())

    def _locale(self) -> Locale:
        return self._language.locale

    def _on_colors_changed(self) -> None:
        self._tray.use_painter(IconPainter(self._watch.settings.theme, panel_is_dark()))

    def _chosen(self) -> AccountSession | None:
        return self._sessions.at(self._windows.chosen)

    def _most_urgent(self) -> int:
        wallets = [session.wallet() for session in self._sessions]
        return wallets.index(most_urgent_first(wallets)[0]) if wallets else 0

    def _toggle_popup(self) -> None:
        self._windows.toggle_popup(self._most_urgent())

    def _open_popup(self) -> None:
        """Open the popup from the menu or for a second start, which never close an open one."""
        self._windows.open_popup(self._most_urgent())

    def _open_account(self, account_id: str) -> None:
        self._windows.open_popup(self._sessions.index(account_id))

    def _on_popup_opened(self) -> None:
        self._desktop.user_seen()
        self._history.forget()  # the popup still shows the past of its last opening
        self._on_account_chosen()
        if (session := self._chosen()) is not None:
            session.refreshes.refresh_if_older(self._sessions.interval)

    def _on_account_chosen(self) -> None:
        self._show()
        if (session := self._chosen()) is not None:
            session.fetch_details()

    def _on_span_chosen(self) -> None:
        self._remembered.keep_span(self._windows.span)
        self._follow_past()

    def _restore(self, account: Account) -> None:
        self._history.restore(account, self._credential_store.borrowed(account))

    def _follow_past(self) -> None:
        """Read the past for the chart after each new balance, while the popup is open."""
        session = self._chosen()
        if session is not None and self._windows.popup_is_open:
            balance = known_balance(session.refreshes.state)
            if balance is not None:
                span, interval = self._windows.span, self._sessions.interval
                self._history.follow(session.account, balance, span, interval)

    def _refresh_chosen(self) -> None:
        if (session := self._chosen()) is not None:
            session.refreshes.refresh_wished()

    def _ask_to_sign_in(self) -> None:
        if (session := self._chosen()) is not None:
            self._windows.open_sign_in(session.account, session.sign_in)

    def _sign_in_to(self, account_id: str) -> None:
        if (session := self._sessions.of(account_id)) is not None:
            self._windows.open_sign_in(session.account, session.sign_in)

    def _open_settings(self) -> None:
        session = self._chosen()
        problem = known_problem(session.refreshes.state) if session is not None else None
        signed_out = problem is not None and problem.kind is ProblemKind.SIGNED_OUT
        self._windows.open_settings(self._watch.settings, signed_in=not signed_out)

    def _test_alerts(self) -> None:
        if (session := self._chosen()) is not None:
            self._drill.start(session.account)

    def _hide_amounts(self, hide: bool) -> None:
        self._desktop.user_seen()  # or a wrong report of a locker would keep them hidden
        self._watch.hide_amounts(hide)

    def _pause(self, pause: bool) -> None:
        self._remembered.keep_paused(pause)
        self._sessions.set_paused(pause)

    def _resume(self) -> None:
        self._pause(False)

    def _snooze_chosen(self, choice: SnoozeChoice) -> None:
        if (session := self._chosen()) is not None:
            session.snooze(choice)

    def _on_erasing(self) -> None:
        """Forget all user choices, and cancel a sign-in and an alert test."""
        self._drill.stop()
        self._windows.close_sign_in()
        self._windows.span = None
        self._remembered.forget()
        self._history.forget()

    def _on_erased_elsewhere(self) -> None:
        """Reset after the command line erased everything beside this program."""
        self._windows.span = None
        self._remembered.forget_erased()
        self._sessions.set_paused(False)
        self._history.forget()

    def _top_up(self) -> None:
        if (session := self._chosen()) is not None:
            self._open_page(session.account.top_up_url)

    def _top_up_account(self, account_id: str) -> None:
        if (session := self._sessions.at(self._sessions.index(account_id))) is not None:
            self._open_page(session.account.top_up_url)

    def _open_page(self, url: str) -> None:
        """Open a page: only https pages of the settings and the provider; none in a demo."""
        session = self._chosen()
        if self._context.demo and session is not None:
            session.note = self.tr("A demo opens no pages. Here would be {page}.").replace(
                "{page}", url
            )
            self._show()
            self._windows.open_popup(self._windows.chosen)
        elif url.startswith("https://"):
            open_outside(QUrl(url))

    def _on_credentials_changed(self) -> None:
        """Reload after a sign-in or sign-out on the command line.

        The command line may have changed the settings before.
        """
        self._sessions.drop_credentials()
        self._credentials_changed = True
        self._watch.load()

    def _on_settings_loaded(self) -> None:
        if self._credentials_changed:
            self._credentials_changed = False
            self._history.forget()  # the history may have been erased
            self._sessions.credentials_changed()

    def _on_locked(self, locked: bool) -> None:
        """Hide amounts on a locked screen: many show notifications, some even the panel."""
        self._locked = locked
        if not self._watch.settings.hide_amounts:
            self._sessions.repeat_alerts()
        self._sessions.set_quiet(locked)
        self._show()
