"""A small symbol beside the account's name: its level by shape and colour."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from wallet_tray.domain.balance import Level

_SIZE = 12
_EDGE, _MIDDLE = 2.0, _SIZE / 2
_FAR = _SIZE - _EDGE
_COLORS = {  # on light and on dark grounds; 3 : 1 at least
    Level.OK: ("#1f7a4a", "#4fc285"),
    Level.LOW: ("#a66a00", "#e8a838"),
    Level.CRITICAL: ("#c62828", "#ff7b72"),
    Level.EMPTY: ("#c62828", "#ff7b72"),
}
_TRIANGLE = ((_MIDDLE, _EDGE), (_FAR, _FAR), (_EDGE, _FAR))
_DIAMOND = ((_MIDDLE, 1.0), (_SIZE - 1.0, _MIDDLE), (_MIDDLE, _SIZE - 1.0), (1.0, _MIDDLE))


class StateDot(QWidget):
    """The level as a shape: circle (fine), triangle (low), diamond, struck-through circle.

    A diamond means critical, a struck-through circle empty. The shape is filled while the balance
    is current, else an outline. An outlined circle has no colour, because the balance may no longer
    be fine. A square replaces the shape if something else is wrong.

    The words beside it say the same, so screen readers skip it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(_SIZE, _SIZE))
        self._level: Level | None = None
        self._current = self._notice = False

    def show_level(self, level: Level | None, *, current: bool, notice: bool = False) -> None:
        """Draw another level (None: no balance is known); ``notice``: something else is wrong.

        A notice replaces only the shape of a fine level: from low on, the level's shape stays.
        """
        look = (level, current, notice and not level)
        if look != (self._level, self._current, self._notice):
            self._level, self._current, self._notice = look
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = self.palette().color(QPalette.ColorRole.Window)
        color = self._color(on_dark=ground.lightnessF() < 0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(color, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if self._current and self._level is not None:
            painter.setBrush(color)
        if self._level is Level.LOW:
            painter.drawPolygon(_polygon(_TRIANGLE))
        elif self._level is Level.CRITICAL:
            painter.drawPolygon(_polygon(_DIAMOND))
        elif self._notice:
            painter.drawRect(QRectF(_EDGE, _EDGE, _FAR - _EDGE, _FAR - _EDGE))
        else:
            painter.drawEllipse(QRectF(_EDGE, _EDGE, _FAR - _EDGE, _FAR - _EDGE))
        if self._level is Level.EMPTY:
            painter.setPen(QPen(ground if self._current else color, 2))
            painter.drawLine(QPointF(3, _SIZE - 3), QPointF(_SIZE - 3, 3))
        painter.end()

    def _color(self, *, on_dark: bool) -> QColor:
        if self._notice:
            return QColor(_COLORS[Level.LOW][on_dark])
        if self._level is None or (self._level is Level.OK and not self._current):
            return self.palette().color(QPalette.ColorRole.PlaceholderText)
        return QColor(_COLORS[self._level][on_dark])

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)


def _polygon(corners: Iterable[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in corners])
