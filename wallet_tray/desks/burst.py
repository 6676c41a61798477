"""Many messages of the same meaning in a short time count as two: the first and the last."""

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal


class Burst(QObject):
    """Passes the first message on at once, and the last one of those that follow within the gap.

    Signals:
        due(): something is to be done for all messages until now.
    """

    due = Signal()

    def __init__(self, gap: timedelta, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._more = False
        self._gap = QTimer(self, singleShot=True, interval=gap // timedelta(milliseconds=1))
        self._gap.timeout.connect(self._on_gap_over)

    def ring(self) -> None:
        """A message came."""
        if self._gap.isActive():
            self._more = True
            return
        self._more = False
        self._gap.start()
        self.due.emit()

    def _on_gap_over(self) -> None:
        if self._more:
            self.ring()
