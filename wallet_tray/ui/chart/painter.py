"""The drawing of the chart: hairlines on whole pixels of the screen, the line itself smooth."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from wallet_tray.ui.chart.geometry import ChartShape
from wallet_tray.ui.chart.presenter import ChartView
from wallet_tray.ui.widgets.labels import QUIET, mixed


@dataclass(frozen=True, slots=True)
class ChartColors:
    """Colours, all opaque except ``area``. Top-ups and limits contrast by 3 : 1 with the ground."""

    ground: QColor
    line: QColor
    area: QColor
    grid: QColor
    label: QColor
    cursor: QColor
    top_up: QColor
    low: QColor
    critical: QColor


def chart_colors(palette: QPalette) -> ChartColors:
    """Return the colours for this palette."""
    ground = palette.color(QPalette.ColorRole.Window)
    text = palette.color(QPalette.ColorRole.WindowText)
    area = QColor(text)
    area.setAlphaF(0.1)
    on_dark = ground.lightnessF() < 0.5
    return ChartColors(
        ground=ground,
        line=text,
        area=area,
        grid=mixed(text, ground, 0.15),
        label=mixed(text, ground, QUIET),
        cursor=mixed(text, ground, 0.6),
        top_up=QColor("#4fc285" if on_dark else "#1f7a4a"),
        low=QColor("#e8a838" if on_dark else "#a66a00"),
        critical=QColor("#ff7b72" if on_dark else "#c62828"),
    )


_LINE_WIDTH = 1.5
_DOT = 2.5
_TOP_UP = (3.0, 9.0)  # width and height of a mark
_DASHES = {False: (4.0, 3.0), True: (2.0, 2.0)}  # low, critical


class ChartDrawing:
    """One drawing of a view with its shape."""

    def __init__(self, painter: QPainter, shape: ChartShape, colors: ChartColors) -> None:
        self._painter, self._shape, self._colors = painter, shape, colors
        self._to_pixels = painter.deviceTransform()  # scale, and the widget's origin

    def draw(self, view: ChartView) -> None:
        """Draw everything except the cursor."""
        plot = self._shape.plot
        for label in view.values or ():
            self._level(self._shape.y(label.place), self._colors.grid)
        if not view.lines:
            self._level(plot.bottom(), self._colors.grid)
            self._painter.setPen(self._colors.label)
            self._painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, view.message)
        self._areas()
        for limit in view.limits:
            color = self._colors.critical if limit.critical else self._colors.low
            self._dashed(self._shape.y(limit.height), color, _DASHES[limit.critical])
        self._lines()
        width, height = _TOP_UP
        for share in view.top_ups:
            left = self._snapped_x(self._shape.x(share) - width / 2)
            tick = QRectF(left, plot.bottom() - height, width, height)
            self._painter.fillRect(tick, self._colors.top_up)
        self._labels()

    def draw_cursor(self, place: QPointF) -> None:
        """Draw a hairline through a point and a dot on it."""
        plot, painter = self._shape.plot, self._painter
        width = self._hairline()
        left = self._snapped_x(place.x() - width / 2)
        painter.fillRect(QRectF(left, plot.top(), width, plot.height()), self._colors.cursor)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colors.ground, 1.5))
        painter.setBrush(self._colors.line)
        painter.drawEllipse(place, _DOT + 1.5, _DOT + 1.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _areas(self) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colors.area)
        for area in self._shape.areas:
            painter.drawPolygon(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _lines(self) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._colors.line, _LINE_WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        for line in self._shape.lines:
            extent = line.boundingRect()
            if max(extent.width(), extent.height()) > 2 * _DOT:
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolyline(line)
            else:  # one or two samples between two gaps
                self._dot(line.last())
        if self._shape.lines:  # the current balance
            self._dot(self._shape.lines[-1].last())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _dot(self, place: QPointF) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colors.line)
        self._painter.drawEllipse(place, _DOT, _DOT)

    def _labels(self) -> None:
        painter = self._painter
        painter.setPen(self._colors.label)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        for place, text in self._shape.value_labels:
            painter.drawText(place, int(right | Qt.AlignmentFlag.AlignVCenter), text)
        for place, text in self._shape.time_labels:
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _level(self, y: float, color: QColor) -> None:
        plot, height = self._shape.plot, self._hairline()
        top = self._snapped_y(y - height / 2)
        self._painter.fillRect(QRectF(plot.left(), top, plot.width(), height), color)

    def _dashed(self, y: float, color: QColor, dashes: tuple[float, float]) -> None:
        plot, height = self._shape.plot, self._hairline()
        top = self._snapped_y(y - height / 2)
        left = self._snapped_x(plot.left())
        while left < plot.right():
            width = min(dashes[0], plot.right() - left)
            self._painter.fillRect(QRectF(left, top, width, height), color)
            left += sum(dashes)

    def _hairline(self) -> float:
        """Return the width of one pixel on a plain screen, of two on a high-density one."""
        ratio = self._to_pixels.m22()
        return max(1, round(ratio)) / ratio

    def _snapped_x(self, x: float) -> float:
        ratio, begin = self._to_pixels.m11(), self._to_pixels.dx()
        return (round(x * ratio + begin) - begin) / ratio

    def _snapped_y(self, y: float) -> float:
        ratio, begin = self._to_pixels.m22(), self._to_pixels.dy()
        return (round(y * ratio + begin) - begin) / ratio
