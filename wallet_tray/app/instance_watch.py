"""Messages from later starts: a watch on the socket, and a limit on their rate.

A later start must always reach this one, but its socket may be removed at any time.
"""

from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wallet_tray.app.background import BackgroundThread, on_result
from wallet_tray.desktop.single_instance.instance import SingleInstance
from wallet_tray.storage.paths import make_own

_EVERY_MS = 60_000


class InstanceWatch(QObject):
    """Checks the socket every minute, in the disk thread, and listens again if it is gone.

    A session that ends removes its runtime folder, even while this program goes on running.
    """

    def __init__(
        self, instance: SingleInstance, folder: Path, disk: BackgroundThread, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._instance = instance
        self._folder = folder
        self._disk = disk
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)  # may fire together with others
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Start to check once a minute."""
        self._timer.start()

    def look(self) -> None:
        """Check now, in the disk thread."""
        # After an error, the folder cannot be made yet: the next look tries again.
        future = self._disk.submit(partial(_look, self._instance, self._folder))
        on_result(future, self._on_looked)

    def _on_looked(self, is_reachable: bool) -> None:
        if not is_reachable:
            self._instance.listen_again()


def _look(instance: SingleInstance, folder: Path) -> bool:
    if instance.can_be_reached():
        return True
    make_own(folder)
    return False


class Burst(QObject):
    """Passes on the first message at once, and the last of those that follow within the gap.

    Signals:
        due(): handle all messages received until now.
    """

    due = Signal()

    def __init__(self, gap: timedelta, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._more = False
        self._gap = QTimer(self, singleShot=True, interval=gap // timedelta(milliseconds=1))
        self._gap.timeout.connect(self._on_gap_over)

    def ring(self) -> None:
        """Accept a message; ``due`` follows at once, or at the end of the gap."""
        if self._gap.isActive():
            self._more = True
            return
        self._more = False
        self._gap.start()
        self.due.emit()

    def _on_gap_over(self) -> None:
        if self._more:
            self.ring()
