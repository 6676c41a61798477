"""A filter that reduces many equal messages in a short time to two: the first and the last."""

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal


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
