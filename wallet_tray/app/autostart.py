"""Start at login: read and changed outside the GUI thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet_tray.app.background import BackgroundThread, on_result
from wallet_tray.desktop.autostart.autostart import (
    Autostart,
    NoAutostart,
    look,
    make_autostart,
    switch,
)
from wallet_tray.domain.results import AutostartRefusal, AutostartState
from wallet_tray.storage.files import write_atomically

_Autostarted = tuple[AutostartState, AutostartRefusal | None]


class AutostartToggle(QObject):
    """Reads and changes start at login; every call gets one answer.

    Signals:
        answered(AutostartState, AutostartRefusal or None): the state now, and why it is not the
            requested one.
    """

    answered = Signal(object, object)

    def __init__(self, autostart: Autostart, disk: BackgroundThread, parent: QObject) -> None:
        super().__init__(parent)
        self._autostart = autostart
        self._disk = disk

    def ask(self) -> None:
        """Find out what the next login does; ``answered`` follows."""
        self._answer(partial(look, self._autostart))

    def switch(self, on: bool) -> None:
        """Turn start at login on or off; ``answered`` follows."""
        self._answer(partial(switch, self._autostart, on=on))

    def _answer(self, task: Callable[[], _Autostarted]) -> None:
        on_result(self._disk.submit(task), self._on_done, self._on_failed)

    def _on_done(self, result: _Autostarted) -> None:
        self.answered.emit(*result)

    def _on_failed(self, _error: BaseException) -> None:
        """Answer after an internal error: nothing was changed."""
        self.answered.emit(AutostartState.OFF, AutostartRefusal.UNWRITABLE)


def own_autostart(*, demo: bool) -> Autostart:
    """Return the autostart of this desktop; a demo gets one that changes nothing."""
    return NoAutostart() if demo else make_autostart(write_atomically)
