"""A small dot beside the account's name: its level by colour and by shape."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from wallet_tray.domain.balance import Level

_SIZE = 12
_COLORS = {Level.LOW: "#c98200", Level.CRITICAL: "#d0312d", Level.EMPTY: "#d0312d"}


class StateDot(QWidget):
    """Filled while the balance is current, a ring while it is not; struck through when empty."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(_SIZE, _SIZE))
        self._level: Level | None = None
        self._current = False

    def show_level(self, level: Level | None, *, current: bool) -> None:
        """Draw another level (None: no balance is known)."""
        if (level, current) != (self._level, self._current):
            self._level, self._current = level, current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = QColor(_COLORS.get(self._level, "#2e8b57") if self._level is not None else "")
        if self._level is None:
            color = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 2))
        if self._current and self._level is not None:
            painter.setBrush(color)
        painter.drawEllipse(QRectF(2, 2, _SIZE - 4, _SIZE - 4))
        if self._level is Level.EMPTY:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Window), 2))
            painter.drawLine(QPointF(3, _SIZE - 3), QPointF(_SIZE - 3, 3))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)
