"""The colours of the chart, mixed from the palette so that they suit every theme."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

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
