"""Actions that the windows around the settings request, passed to the parts that perform them.

Opening the settings file, start at login and the start of the demo are performed here.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, QUrl, Signal

from wallet_tray.app.account_sessions import AccountSessions
from wallet_tray.app.background import DiskThread
from wallet_tray.app.diagnosis import Diagnosis
from wallet_tray.app.erase import AccountRemoval, EraseEverything
from wallet_tray.app.history import HistoryExport
from wallet_tray.app.settings_controller import SettingsController
from wallet_tray.app.settings_windows import SettingsWindows
from wallet_tray.context import AppContext
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.desktop.autostart.autostart import (
    Autostart,
    NoAutostart,
    look,
    make_autostart,
    switch,
)
from wallet_tray.desktop.events import open_outside
from wallet_tray.desktop.launch_command import relaunch_command
from wallet_tray.domain.results import AutostartRefusal, AutostartState, Erasure
from wallet_tray.domain.settings import Settings
from wallet_tray.startup.process import limits_of_before
from wallet_tray.storage.files import write_atomically
from wallet_tray.storage.settings_file import write_where_missing
from wallet_tray.storage.state_file import StateFile

_WRITTEN = "settings file"


class SettingsFile(QObject):
    """Creates the settings file if missing, and opens it.

    Signals:
        not_opened(str): no program took the file; a sentence that names its path.
    """

    not_opened = Signal(str)

    def __init__(
        self,
        path: Path,
        disk: DiskThread,
        parent: QObject,
        make: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._make = make or partial(write_where_missing, path)
        self._disk = disk
        disk.done.connect(self._on_done)

    def make(self) -> None:
        """Create the file if missing."""
        self._disk.do(self._make)

    def open(self) -> None:
        """Open the file; create it first if missing."""
        self._disk.do(self._make, _WRITTEN)

    def _on_done(self, name: str, result: object) -> None:
        if name != _WRITTEN:
            return
        url = QUrl.fromLocalFile(str(self._path))
        if isinstance(result, Exception) or not open_outside(url):
            sentence = self.tr("No program took the settings file. It is {path}.")
            self.not_opened.emit(sentence.replace("{path}", str(self._path)))


_ANSWER = "autostart"


class AutostartToggle(QObject):
    """Reads and changes start at login; every call gets one answer.

    Signals:
        answered(AutostartState, AutostartRefusal or None): the state now, and why it is not the
            requested one.
    """

    answered = Signal(object, object)

    def __init__(self, autostart: Autostart, disk: DiskThread, parent: QObject) -> None:
        super().__init__(parent)
        self._autostart = autostart
        self._disk = disk
        disk.done.connect(self._on_done)

    def ask(self) -> None:
        """Find out what the next login does; ``answered`` follows."""
        self._disk.do(lambda: look(self._autostart), _ANSWER)

    def switch(self, on: bool) -> None:
        """Turn start at login on or off; ``answered`` follows."""
        self._disk.do(lambda: switch(self._autostart, on=on), _ANSWER)

    def _on_done(self, name: str, result: object) -> None:
        if name != _ANSWER:
            return
        if isinstance(result, tuple):
            self.answered.emit(*result)
        else:  # an internal error: nothing was changed
            self.answered.emit(AutostartState.OFF, AutostartRefusal.UNWRITABLE)


def own_autostart(*, demo: bool) -> Autostart:
    """Return the autostart of this desktop; a demo gets one that changes nothing."""
    return NoAutostart() if demo else make_autostart(write_atomically)


_STANDS_MS = 5_000  # a demo that cannot start has ended by then


class DemoStart(QObject):
    """Starts the program a second time, with the simulated service.

    Signals:
        stands(): the demo has run for five seconds. Quit now, or there are two icons.
        failed(): the demo did not start, or it ended within that time.
    """

    stands = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._timer = QTimer(self, singleShot=True, interval=_STANDS_MS)
        self._timer.timeout.connect(self._on_stands)

    def begin(self) -> None:
        """Start the demo, unless it is starting already."""
        if self._process is not None:
            return
        program, *arguments = relaunch_command()
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
        self._process.finished.connect(self._on_ended)
        self._process.errorOccurred.connect(self._on_ended)
        with limits_of_before():
            self._process.start(program, [*arguments, "--demo"])
        self._timer.start()

    def _on_stands(self) -> None:
        self.stands.emit()

    def _on_ended(self) -> None:
        if self._process is None or not self._timer.isActive():
            return
        self._timer.stop()
        self._process.deleteLater()
        self._process = None
        self.failed.emit()


_PARTS = "installed parts"


class SettingsActions(QObject):
    """The connection between the settings' windows and the rest of the program.

    Signals:
        replaced(): a demo has started that replaces this program.
        erasing(): everything is about to be erased; forget all that is remembered.
        erased(): erasing is over; what was read from the files in the meantime is invalid.
    """

    replaced = Signal()
    erasing = Signal()
    erased = Signal()

    def __init__(
        self,
        context: AppContext,
        windows: SettingsWindows,
        watch: SettingsController,
        sessions: AccountSessions,
        credential_store: CredentialStore,
        disk: DiskThread,
        *,
        memory_file: StateFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        folders = context.folders
        self._windows = windows
        self._watch = watch
        self._sessions = sessions
        self._disk = disk
        self._file = SettingsFile(folders.settings_file, disk, self, watch.store.make)
        self._autostart = AutostartToggle(own_autostart(demo=context.demo), disk, self)
        self._export = HistoryExport(context.open_history, disk, self)
        self._demo = DemoStart(self)
        self._diagnosis = Diagnosis(context, self)
        self._removal = AccountRemoval(credential_store, context.open_history, disk)
        self._erasing = EraseEverything(
            credential_store, context.open_history, folders.history_file, memory_file, disk, self
        )
        # A demo always has settings; only on a user's first start have there never been any.
        windows.welcome_is_due = watch.is_first_start
        self._wire()

    def apply_settings(self, settings: Settings) -> None:
        """Apply other settings, after the accounts have adopted them."""
        there = {one.id for one in settings.accounts}
        for account_id in self._removal.forget_missing(there, self._sessions.take_gate):
            self._sessions.forget(account_id)
        self._windows.show_settings(settings)

    def _wire(self) -> None:
        windows = self._windows
        windows.changes_requested.connect(self._watch.save)
        self._watch.refused.connect(self._on_refused)
        windows.sign_out_requested.connect(self._sign_out)
        windows.account_removed.connect(self._on_account_removed)
        windows.opened.connect(self._autostart.ask)
        windows.autostart_requested.connect(self._autostart.switch)
        self._autostart.answered.connect(windows.show_autostart)
        windows.file_requested.connect(self._file.open)
        self._file.not_opened.connect(windows.show_note)
        windows.export_requested.connect(self._export_history)
        self._export.ended.connect(windows.show_export)
        windows.examination_requested.connect(self._diagnosis.run_checks)
        self._diagnosis.started.connect(windows.show_examining)
        self._diagnosis.ended.connect(windows.show_diagnosis)
        windows.parts_requested.connect(self._ask_for_parts)
        windows.erase_requested.connect(self._erase)
        self._erasing.ended.connect(self._on_erased)
        self._disk.done.connect(self._on_done)
        windows.demo_requested.connect(self._demo.begin)
        self._demo.stands.connect(self.replaced)
        self._demo.failed.connect(windows.show_no_demo)
        windows.welcomed.connect(self._file.make)

    def _on_refused(self) -> None:
        """Cancel pending removals and restore the windows: the user's change was not saved."""
        self._removal.wish_no_more()
        self._windows.show_refused()

    def _sign_out(self, account_id: str) -> None:
        if (session := self._sessions.of(account_id)) is not None:
            session.sign_out()

    def _on_account_removed(self, account_id: str, forget: bool) -> None:
        if forget and (session := self._sessions.of(account_id)) is not None:
            self._removal.wish(session.account)

    def _export_history(self, account_id: str, path: str, may_replace: bool) -> None:
        if (session := self._sessions.of(account_id)) is not None:
            self._export.export(session.account, Path(path), may_replace=may_replace)

    def _erase(self) -> None:
        if self._erasing.running:
            return
        self._windows.show_erasure(None)
        self.erasing.emit()
        gates = self._sessions.forget_all()
        self._erasing.erase([session.account for session in self._sessions], gates)

    def _on_erased(self, erasure: Erasure) -> None:
        self._sessions.forget_past()
        self.erased.emit()
        self._windows.show_erasure(erasure)

    def _ask_for_parts(self) -> None:
        self._disk.do(_installed_parts, _PARTS)

    def _on_done(self, name: str, result: object) -> None:
        if name == _PARTS:
            self._windows.show_parts(result if isinstance(result, tuple) else ())


def _installed_parts() -> tuple[object, ...]:
    from wallet_tray.storage.packages import installed_parts

    return installed_parts()
