"""Start at login, read and changed outside the GUI thread."""

from PySide6.QtCore import QObject, Signal

from wallet_tray.app.background import DiskThread
from wallet_tray.desktop.autostart.autostart import (
    Autostart,
    NoAutostart,
    look,
    make_autostart,
    switch,
)
from wallet_tray.domain.autostart_state import AutostartRefusal, AutostartState
from wallet_tray.storage.files import write_atomically

_ANSWER = "autostart"


class AutostartSwitch(QObject):
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
