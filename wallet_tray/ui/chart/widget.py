"""The chart of the available balance, read with the mouse or the arrow keys."""

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)

from wallet_tray.ui.chart.geometry import ChartShape, chart_height, chart_shape
from wallet_tray.ui.chart.painter import ChartDrawing, chart_colors
from wallet_tray.ui.chart.presenter import ChartView
from wallet_tray.ui.widgets.labels import PlainLabel, scaled_font

_LABEL_SCALE = 0.85
_STRIDES = 60  # key presses from one end to the other, at most
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class BalanceChart(PlainLabel):
    """A chart whose values are read by hovering or with the keys Left, Right, Home and End.

    It is a label without a text, because screen readers skip widgets of unknown type. Its
    accessible description is the reading under the cursor, or without a cursor one sentence about
    the course.

    Signals:
        reading_changed(Reading | None): the reading under the cursor; None without a cursor.
    """

    reading_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view = ChartView()
        self._shape: ChartShape | None = None
        self._cursor: int | None = None
        self.setFont(scaled_font(self.font(), _LABEL_SCALE))
        self.setAccessibleName(self.tr("Balance over time"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def show_view(self, view: ChartView) -> None:
        """Draw another view; the cursor stays only if the points are the same."""
        if view == self._view:
            self._view = view  # the readings' texts may have changed
            return
        stays = view.span is self._view.span and len(view.readings) == len(self._view.readings)
        self._view, self._shape = view, None
        if stays and self._cursor is not None:  # its reading may have changed: hidden, for example
            self.reading_changed.emit(view.readings[self._cursor])
        self._put_cursor(self._cursor if stays else None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(chart_height(self._metrics())))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.hasFocus():
            from wallet_tray.ui.widgets.focus_frame import draw_focus_frame

            draw_focus_frame(self, painter)
        shape = self._made_shape()
        drawing = ChartDrawing(painter, shape, chart_colors(self.palette()))
        drawing.draw(self._view)
        if self._cursor is not None:
            drawing.draw_cursor(shape.places[self._cursor])
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._shape = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        kinds = (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds:
            self._shape = None
            self.updateGeometry()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._put_cursor(self._made_shape().nearest(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._put_cursor(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        if event.reason() in _BY_KEYBOARD and self._view.readings:
            self._put_cursor(len(self._view.readings) - 1)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._put_cursor(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._view.readings) - 1
        now = last if self._cursor is None else self._cursor
        stride = max(1, last // _STRIDES)
        places = {
            Qt.Key.Key_Left.value: max(0, now - stride),
            Qt.Key.Key_Right.value: min(last, now + stride),
            Qt.Key.Key_Home.value: 0,
            Qt.Key.Key_End.value: last,
        }
        if event.key() in places and last >= 0:
            self._put_cursor(places[event.key()])
        else:
            super().keyPressEvent(event)

    def _put_cursor(self, place: int | None) -> None:
        reading = None if place is None else self._view.readings[place]
        said = self._view.summary or self._view.message
        self.setAccessibleDescription(f"{reading.value}, {reading.time}" if reading else said)
        if place != self._cursor:
            self._cursor = place
            self.reading_changed.emit(reading)
            self.update()

    def _made_shape(self) -> ChartShape:
        if self._shape is None:
            self._shape = chart_shape(
                self._view, QSizeF(self.size()), self._metrics(), self.layoutDirection()
            )
        return self._shape

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.font())
