"""The tray program's composition root: the one place that knows everybody."""

import os
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QLocale, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from wallet_tray import __version__
from wallet_tray.alerts.drill import AlertDrill
from wallet_tray.desktop.buses import make_buses
from wallet_tray.desktop.instance_message import SHOW, tell_running
from wallet_tray.desktop.notifications import make_notifier
from wallet_tray.desktop.screen_lock import ScreenLockWatcher
from wallet_tray.desktop.single_instance import SingleInstance
from wallet_tray.desktop.wake import WakeWatcher
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert_policy import AlertMemory
from wallet_tray.domain.alert_record import from_record, to_record
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.domain.settings import IconTheme, Settings
from wallet_tray.domain.wallet_state import known_problem
from wallet_tray.refresh.errands import Errands
from wallet_tray.refresh.worker import RefreshWorker
from wallet_tray.services.alert_memory import AlertMemory as AlertMemoryFile
from wallet_tray.services.credentials import CredentialKeeper
from wallet_tray.services.paths import make_private
from wallet_tray.services.settings_store import SettingsStore
from wallet_tray.settings_watch import SettingsWatch
from wallet_tray.startup import gui_thread_gc
from wallet_tray.startup.disk_thread import DiskThread
from wallet_tray.startup.end_signals import EndSignals
from wallet_tray.startup.logging_setup import set_up_logging
from wallet_tray.startup.unhandled_errors import log_unhandled_errors
from wallet_tray.surroundings import Surroundings
from wallet_tray.ui.icon_parts import icons_folder
from wallet_tray.ui.icons import IconPainter
from wallet_tray.ui.panel_theme import panel_is_dark
from wallet_tray.ui.presenter import Manner, most_urgent_first, popup_view, tray_view
from wallet_tray.ui.qt_regional import qt_regional
from wallet_tray.ui.snooze_menu import SnoozeChoice
from wallet_tray.ui.tray_icon import TrayIcon
from wallet_tray.wallet_desk import WalletDesk
from wallet_tray.windows import Windows
from wallet_tray.words.regional import Regional

APP_ID = "io.github.wallet_tray.WalletTray"
_DISK_LIMIT = timedelta(seconds=0.5)


class KeyringBell(QObject):
    """Carries the keyring's late answers from its thread to the GUI thread.

    Signals:
        rang(str): the id of the account whose call has ended.
    """

    rang = Signal(str)

    def ring(self, account_id: str) -> None:
        """Called in the keyring's thread."""
        self.rang.emit(account_id)


class TrayProgram(QObject):
    """The running program. All of it lives in the GUI thread."""

    def __init__(self, surroundings: Surroundings, instance: SingleInstance) -> None:
        super().__init__()
        folders = surroundings.folders
        self._surroundings = surroundings
        self._instance = instance
        self._disk = DiskThread(self)
        self._store = SettingsStore(folders.settings_file)
        self._watch = SettingsWatch(self._store, self._disk, self)
        self._memory_file = AlertMemoryFile(folders.alert_memory_file)
        self._memories = {
            account_id: from_record(record)
            for account_id, record in self._memory_file.load().items()
        }
        self._bell = KeyringBell(self)
        self._keeper = CredentialKeeper(
            surroundings.make_keyring,
            surroundings.environment,
            on_late_answer=self._bell.ring,
        )
        self._buses = make_buses()
        self._notifier = make_notifier(self._buses.session, icon_file=_icon_file(), parent=self)
        self._lock_watcher = ScreenLockWatcher(self._buses.session, self._buses.system, self)
        self._wake_watcher = WakeWatcher(self._buses.system, self)
        self._end_signals = EndSignals(self)
        self._desks: dict[str, WalletDesk] = {}
        self._drill = AlertDrill(self._notifier, self._regional, parent=self)
        self._tray = TrayIcon(self._painter(), self)
        self._windows = Windows(self._manner, self)
        self._wire()
        self._adopt_settings(self._watch.settings, start=False)

    # -- life

    def start(self) -> None:
        """The icon first; everything that imports or waits comes after it stands."""
        self._show()
        self._tray.start()
        QTimer.singleShot(0, self._start_rest)

    def _start_rest(self) -> None:
        for desk in self._desks.values():
            desk.start()
        self._watch.start()
        self._lock_watcher.start()
        self._wake_watcher.start()
        gui_thread_gc.collect_in_gui_thread()

    def quit(self) -> None:
        """End the program; what is under way is left alone."""
        QApplication.quit()

    def close(self) -> None:
        """After the event loop: no thread is waited for but that of the small files, briefly."""
        for desk in self._desks.values():
            desk.stop()
        self._notifier.stop()
        self._wake_watcher.stop()
        self._lock_watcher.stop()
        self._buses.stop()
        self._end_signals.stop()
        self._instance.release()
        self._disk.finish(_DISK_LIMIT)
        self._surroundings.close()

    # -- wiring

    def _wire(self) -> None:
        tray, windows = self._tray, self._windows
        tray.open_requested.connect(self._open)
        tray.refresh_requested.connect(self._refresh_all)
        tray.top_up_requested.connect(self._top_up)
        tray.sign_in_requested.connect(self._ask_to_sign_in)
        tray.settings_requested.connect(self._open_settings)
        tray.hide_amounts_requested.connect(self._hide_amounts)
        tray.snooze_requested.connect(self._snooze)
        tray.quit_requested.connect(self.quit)
        tray.tray_missing.connect(windows.open_without_tray)
        windows.refresh_requested.connect(self._refresh_chosen)
        windows.opened.connect(self._on_popup_opened)
        windows.top_up_requested.connect(self._top_up)
        windows.settings_requested.connect(self._open_settings)
        windows.sign_in_requested.connect(self._ask_to_sign_in)
        windows.account_chosen.connect(self._show)
        windows.changes_requested.connect(self._watch.save)
        windows.sign_out_requested.connect(self._sign_out)
        windows.alert_test_requested.connect(self._test_alerts)
        windows.page_requested.connect(self._open_page)
        self._watch.changed.connect(self._adopt_settings)
        self._watch.note_changed.connect(self._show)
        self._bell.rang.connect(self._on_keyring_answered)
        self._instance.show_requested.connect(self._open)
        self._instance.credentials_changed.connect(self._on_credentials_changed)
        self._lock_watcher.locked_changed.connect(self._on_locked)
        self._wake_watcher.woke.connect(self._on_woke)
        self._end_signals.received.connect(self.quit)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_colors_changed)

    def _adopt_settings(self, settings: Settings, *, start: bool = True) -> None:
        before = getattr(self, "_settings", settings)
        self._settings = settings
        accounts = {account.id: account for account in settings.accounts}
        self._keeper.environment_account_id = next(iter(accounts), None)
        for account_id in [one for one in self._desks if one not in accounts]:
            desk = self._desks.pop(account_id)
            desk.stop()
            desk.deleteLater()
        for account in accounts.values():
            if account.id in self._desks:
                self._desks[account.id].adopt(account)
                self._desks[account.id].refreshes.set_interval(self._interval())
            else:
                desk = self._make_desk(account)
                if start:
                    desk.start()
        # The order of the settings is the order on the screen.
        self._desks = {account_id: self._desks[account_id] for account_id in accounts}
        if settings.proxy != before.proxy:
            for desk in self._desks.values():
                desk.refreshes.restart()
        if settings.theme != before.theme:
            self._on_colors_changed()
        self._show()

    def _make_desk(self, account: Account) -> WalletDesk:
        desk = WalletDesk(
            account,
            self._make_worker,
            self._interval(),
            self._memories.get(account.id, AlertMemory()),
            self._notifier,
            self._manner,
            self,
        )
        desk.changed.connect(self._show)
        desk.remembered.connect(self._keep_memories)
        desk.sign_in_answered.connect(self._windows.show_sign_in_answer)
        desk.open_requested.connect(self._open)
        desk.top_up_requested.connect(self._top_up)
        self._desks[account.id] = desk
        return desk

    def _make_worker(self, account: Account) -> RefreshWorker:
        proxy = self._settings.proxy
        make_errands = partial(_make_errands, account, self._keeper, proxy, self._note_kind)
        return RefreshWorker(make_errands, account.id)

    def _note_kind(self, account: Account, kind: CredentialKind) -> None:
        """Called in a worker, which may wait for the disk."""
        self._store.save({f"accounts[{account.id}].credential": kind.value})

    # -- what is shown

    def _show(self) -> None:
        wallets = [desk.wallet() for desk in self._desks.values()]
        manner = self._manner()
        self._tray.show_view(tray_view(wallets, manner))
        views = [popup_view(wallet, manner) for wallet in wallets]
        self._windows.show_views(views, self._watch.note)
        gui_thread_gc.collect()

    def _manner(self) -> Manner:
        settings = self._watch.settings
        return Manner(
            datetime.now().astimezone(), settings.hide_amounts, settings.icon, self._regional()
        )

    def _regional(self) -> Regional:
        language = self._watch.settings.language
        return qt_regional(QLocale() if language == "auto" else QLocale(language))

    def _painter(self) -> IconPainter:
        theme = self._watch.settings.theme
        dark = theme is IconTheme.DARK or (theme is not IconTheme.LIGHT and panel_is_dark())
        return IconPainter(theme, dark)

    def _on_colors_changed(self) -> None:
        self._tray.use_painter(self._painter())

    # -- wishes of the user

    def _chosen(self) -> WalletDesk | None:
        desks = list(self._desks.values())
        return desks[self._windows.chosen] if self._windows.chosen < len(desks) else None

    def _most_urgent(self) -> int:
        wallets = [desk.wallet() for desk in self._desks.values()]
        return wallets.index(most_urgent_first(wallets)[0]) if wallets else 0

    def _open(self) -> None:
        self._windows.toggle_popup(self._most_urgent())

    def _on_popup_opened(self) -> None:
        self._lock_watcher.user_seen()
        self._show()
        if (desk := self._chosen()) is not None:
            desk.refreshes.refresh_if_older(self._interval())

    def _refresh_all(self) -> None:
        for desk in self._desks.values():
            desk.refreshes.refresh_wished()

    def _refresh_chosen(self) -> None:
        if (desk := self._chosen()) is not None:
            desk.refreshes.refresh_wished()

    def _ask_to_sign_in(self) -> None:
        if (desk := self._chosen()) is not None:
            self._windows.open_sign_in(desk.account, desk.sign_in)

    def _sign_out(self) -> None:
        if (desk := self._chosen()) is not None:
            desk.sign_out()

    def _open_settings(self) -> None:
        desk = self._chosen()
        problem = known_problem(desk.refreshes.state) if desk is not None else None
        signed_out = problem is not None and problem.kind is ProblemKind.SIGNED_OUT
        self._windows.open_settings(self._settings, signed_in=not signed_out)

    def _test_alerts(self) -> None:
        if (desk := self._chosen()) is not None:
            self._drill.start(desk.account)

    def _hide_amounts(self, hide: bool) -> None:
        self._watch.save({"display.hide_amounts": hide})

    def _snooze(self, choice: SnoozeChoice) -> None:
        for desk in self._desks.values():
            desk.snooze(choice)

    def _top_up(self) -> None:
        desk = self._chosen()
        if desk is not None and desk.account.top_up_url:
            self._open_page(desk.account.top_up_url)

    def _open_page(self, url: str) -> None:
        """Only https pages of the settings and the provider's own; in a demo none at all."""
        if url.startswith("https://") and not self._surroundings.demo:
            QDesktopServices.openUrl(QUrl(url))

    # -- what happens outside

    def _on_credentials_changed(self) -> None:
        """The command line has signed in or out; it may have changed the settings before."""
        self._keeper.drop_remembered()
        self._watch.loaded.connect(self._ask_with_changed_credentials)
        self._watch.load()

    def _ask_with_changed_credentials(self) -> None:
        self._watch.loaded.disconnect(self._ask_with_changed_credentials)
        for desk in self._desks.values():
            desk.note = ""
            desk.refreshes.credential_changed()

    def _on_keyring_answered(self, account_id: str) -> None:
        if account_id in self._desks:
            self._desks[account_id].keyring_answered()

    def _on_locked(self, locked: bool) -> None:
        for desk in self._desks.values():
            desk.alerts.set_quiet(locked)

    def _on_woke(self) -> None:
        for desk in self._desks.values():
            desk.woke()

    def _keep_memories(self) -> None:
        for account_id, desk in self._desks.items():
            self._memories[account_id] = desk.alerts.memory
        records = {account_id: to_record(memory) for account_id, memory in self._memories.items()}
        self._disk.do(partial(self._memory_file.save, records))

    def _interval(self) -> timedelta:
        return self._surroundings.interval or self._settings.refresh_interval


def _make_errands(
    account: Account,
    keeper: CredentialKeeper,
    proxy: str,
    note_kind: Callable[[Account, CredentialKind], None],
) -> Errands:
    from wallet_tray.refresh.account_errands import AccountErrands  # imports httpx: in the worker

    return AccountErrands(account, keeper, proxy, note_kind)


def _icon_file() -> Path | None:
    path = icons_folder() / "wallet-tray.svg"
    return path if path.exists() else None


def run(surroundings: Surroundings) -> int:
    """Run the tray program until it is quit; 0 where another one runs and shows its popup."""
    instance_folders = surroundings.instance
    if tell_running(instance_folders.socket_file, SHOW):
        surroundings.close()
        return 0
    folders = surroundings.folders
    for folder in (folders.config, folders.state, instance_folders.lock_file.parent):
        _try_private(folder)
    _try_private(instance_folders.socket_file.parent)
    set_up_logging(folders.log_file)
    QApplication.setApplicationName("wallet-tray")
    QApplication.setApplicationDisplayName("Wallet Tray")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(APP_ID)
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    log_unhandled_errors()
    instance = SingleInstance(instance_folders.lock_file, instance_folders.socket_file)
    if not instance.claim():
        # It holds the lock but did not listen yet; it is starting, and will be seen.
        tell_running(instance_folders.socket_file, SHOW)
        surroundings.close()
        return 0
    program = TrayProgram(surroundings, instance)
    program.start()
    code = app.exec()
    program.close()
    return _leave(code)


def _try_private(folder: Path) -> None:
    try:
        make_private(folder)
    except OSError:
        # A folder that cannot be made costs what would be kept in it; it is said where that is.
        return


def _leave(code: int) -> NoReturn:
    """End the process here and now.

    A worker may still wait for a server or a keyring. Taking the interpreter apart around it would
    end in an abort now and then: a daemon thread that asks for the interpreter's lock while it is
    inside Qt is unwound through Qt's own code.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)
