"""The chart's geometry, computed once for a view and a size, and drawn many times."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPolygonF

from wallet_tray.ui.chart.presenter import ChartView, Location

_PLOT_HEIGHT = 100
_GAP = 6
_USUAL_LABEL = "0,000"  # always reserved, so that the line keeps its position
_EDGE = 4  # so that the line's end and the cursor are not clipped


@dataclass(frozen=True, slots=True)
class ChartShape:
    """The geometry in logical pixels.

    ``places`` are all points, in the order of the view's readings.
    """

    plot: QRectF
    lines: tuple[QPolygonF, ...]
    areas: tuple[QPolygonF, ...]
    places: tuple[QPointF, ...]
    value_labels: tuple[tuple[QRectF, str], ...]
    time_labels: tuple[tuple[QRectF, str], ...]

    def x(self, share: float) -> float:
        """Return the x coordinate of a share of the time."""
        return self.plot.left() + share * self.plot.width()

    def y(self, share: float) -> float:
        """Return the y coordinate of a share of the height."""
        return self.plot.bottom() - share * self.plot.height()

    def nearest(self, x: float) -> int | None:
        """Return the index of the point whose time is nearest to ``x``; None without points."""
        if not self.places:
            return None
        return min(range(len(self.places)), key=lambda place: abs(self.places[place].x() - x))


def chart_height(metrics: QFontMetricsF) -> float:
    """Return the height of the whole widget: four stacked labels fit, and a row of labels below."""
    plot = max(_PLOT_HEIGHT, 4.5 * metrics.height())
    return plot + 1.5 * metrics.height() + _GAP / 2


def chart_shape(
    view: ChartView, size: QSizeF, metrics: QFontMetricsF, direction: Qt.LayoutDirection
) -> ChartShape:
    """Return the shape of a view in a widget of ``size``.

    Value labels are at the side where text begins; time always runs from left to right.
    """
    widest = [metrics.horizontalAdvance(label.text) for label in view.values]
    gutter = max([metrics.horizontalAdvance(_USUAL_LABEL), *widest]) + _GAP
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    top, below = metrics.height() / 2, metrics.height() + _GAP / 2
    left, right = (_EDGE, gutter) if mirrored else (gutter, _EDGE)
    plot = QRectF(left, top, size.width() - left - right, size.height() - top - below)
    base = plot.bottom() - view.base * plot.height()
    lines = tuple(QPolygonF([_point(place, plot) for place in line]) for line in view.lines)
    return ChartShape(
        plot=plot,
        lines=lines,
        areas=tuple(_area(line, base) for line in lines if line.size() > 1),
        places=tuple(point for line in lines for point in line.toList()),
        value_labels=tuple(
            (_value_place(label.place, plot, gutter, metrics, mirrored=mirrored), label.text)
            for label in view.values
        ),
        time_labels=_time_labels(view, plot, metrics),
    )


def _point(place: Location, plot: QRectF) -> QPointF:
    return QPointF(plot.left() + place[0] * plot.width(), plot.bottom() - place[1] * plot.height())


def _area(line: QPolygonF, base: float) -> QPolygonF:
    return QPolygonF(
        [*line.toList(), QPointF(line.last().x(), base), QPointF(line.first().x(), base)]
    )


def _value_place(
    place: float, plot: QRectF, gutter: float, metrics: QFontMetricsF, *, mirrored: bool
) -> QRectF:
    middle = plot.bottom() - place * plot.height()
    left = plot.right() + _GAP if mirrored else 0.0
    return QRectF(left, middle - metrics.height() / 2, gutter - _GAP, metrics.height())


def _time_labels(
    view: ChartView, plot: QRectF, metrics: QFontMetricsF
) -> tuple[tuple[QRectF, str], ...]:
    """Return the labels below their times, within the chart; omit one that would touch the next."""
    labels: list[tuple[QRectF, str]] = []
    free = plot.right()
    for label in reversed(view.times):
        width = metrics.horizontalAdvance(label.text) + 1
        middle = plot.left() + label.place * plot.width()
        left = max(plot.left(), min(middle - width / 2, plot.right() - width))
        if left + width > free:
            continue
        top = plot.bottom() + _GAP / 2
        labels.append((QRectF(left, top, width, metrics.height()), label.text))
        free = left - _GAP
    return tuple(labels)
