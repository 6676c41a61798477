"""Start at login, asked and switched outside the GUI thread."""

from PySide6.QtCore import QObject, Signal

from wallet_tray.desktop.autostart import Autostart, NoAutostart, look, make_autostart, switch
from wallet_tray.domain.autostart_state import AutostartRefusal, AutostartState
from wallet_tray.services.atomic_file import write_atomically
from wallet_tray.startup.disk_thread import DiskThread

_ANSWER = "autostart"


class AutostartSwitch(QObject):
    """One answer for each question and each wish.

    Signals:
        answered(AutostartState, AutostartRefusal or None): what is so now, and why it is not what
            was asked for.
    """

    answered = Signal(object, object)

    def __init__(self, autostart: Autostart, disk: DiskThread, parent: QObject) -> None:
        super().__init__(parent)
        self._autostart = autostart
        self._disk = disk
        disk.done.connect(self._on_done)

    def ask(self) -> None:
        """What does the next login do?"""
        self._disk.do(lambda: look(self._autostart), _ANSWER)

    def switch(self, on: bool) -> None:
        """Start at login from now on, or no longer."""
        self._disk.do(lambda: switch(self._autostart, on=on), _ANSWER)

    def _on_done(self, name: str, result: object) -> None:
        if name != _ANSWER:
            return
        if isinstance(result, tuple):
            self.answered.emit(*result)
        else:  # a fault of ours: what was asked for is not so
            self.answered.emit(AutostartState.OFF, AutostartRefusal.UNWRITABLE)


def own_autostart(*, demo: bool) -> Autostart:
    """That of this desktop; a demo leaves it alone."""
    return NoAutostart() if demo else make_autostart(write_atomically)
