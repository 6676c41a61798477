"""A check that a second start can still reach this one: its socket may be removed at any time."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from wallet_tray.app.background import DiskThread
from wallet_tray.desktop.single_instance.instance import SingleInstance
from wallet_tray.storage.paths import make_own

_EVERY_MS = 60_000
_LOOKED = "instance"


class InstanceWatch(QObject):
    """Checks the socket every minute, in the disk thread, and listens again if it is gone.

    A session that ends removes its runtime folder, even while this program goes on running.
    """

    def __init__(
        self, instance: SingleInstance, folder: Path, disk: DiskThread, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._instance = instance
        self._folder = folder
        self._disk = disk
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)  # may fire together with others
        self._timer.timeout.connect(self.look)
        disk.done.connect(self._on_done)

    def start(self) -> None:
        """Start to check once a minute."""
        self._timer.start()

    def look(self) -> None:
        """Check now, in the disk thread."""
        self._disk.do(partial(_look, self._instance, self._folder), _LOOKED)

    def _on_done(self, name: str, result: object) -> None:
        if name == _LOOKED and result is False:  # an exception: the folder cannot be made yet
            self._instance.listen_again()


def _look(instance: SingleInstance, folder: Path) -> bool:
    if instance.can_be_reached():
        return True
    make_own(folder)
    return False
