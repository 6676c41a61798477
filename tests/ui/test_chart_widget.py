"""The chart as a widget: read with mouse and keys, sharp on every screen, cheap to draw again."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.popup_states import MANNER, curve, full
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.ui.chart.geometry import chart_shape
from wallet_tray.ui.chart.painter import chart_colors
from wallet_tray.ui.chart.panel import HistoryPanel, SpanSwitch
from wallet_tray.ui.chart.presenter import ChartView, Reading, chart_view
from wallet_tray.ui.chart.widget import BalanceChart
from wallet_tray.ui.widgets.labels import ElidedLabel

WEEK = chart_view(full(), MANNER)
MONTH = chart_view(full(ChartRange.MONTH), MANNER, ChartRange.MONTH)


@pytest.fixture
def chart(qtbot: QtBot) -> BalanceChart:
    chart = BalanceChart()
    qtbot.addWidget(chart)
    chart.resize(300, chart.sizeHint().height())
    chart.show_view(WEEK)
    chart.show()
    return chart


def readings(chart: BalanceChart) -> list[Reading | None]:
    heard: list[Reading | None] = []
    chart.reading_changed.connect(heard.append)
    return heard


def hover(chart: BalanceChart, x: float) -> None:
    at = QPointF(x, 40)
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, at, button, button, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(chart, event)


# -- reading


def test_the_mouse_reads_the_nearest_point(chart: BalanceChart) -> None:
    heard = readings(chart)
    hover(chart, 0)
    hover(chart, 299)
    assert heard == [WEEK.readings[0], WEEK.readings[len(WEEK.readings) - 1]]
    assert heard[-1] == Reading("84.10\u00a0BYC", "14:02")


def test_leaving_takes_the_cursor_away(chart: BalanceChart) -> None:
    heard = readings(chart)
    hover(chart, 150)
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert heard[-1] is None


def test_the_keys_read_from_one_end_to_the_other(chart: BalanceChart, qtbot: QtBot) -> None:
    heard = readings(chart)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert heard[-1] == WEEK.readings[0]
    for _ in range(70):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    last = WEEK.readings[len(WEEK.readings) - 1]
    assert heard[-1] == last
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert heard[-1] != last
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert heard[-1] == last


def test_accessible_description_follows_the_reading(chart: BalanceChart, qtbot: QtBot) -> None:
    assert chart.accessibleName() == "Balance over time"
    assert chart.accessibleDescription() == WEEK.summary
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription() == "84.10\u00a0BYC, 14:02"


def test_coming_with_the_tab_key_shows_the_newest_value(chart: BalanceChart) -> None:
    heard = readings(chart)
    mouse, tab = Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason
    QApplication.sendEvent(chart, QFocusEvent(QEvent.Type.FocusIn, mouse))
    assert heard == []
    QApplication.sendEvent(chart, QFocusEvent(QEvent.Type.FocusIn, tab))
    assert heard == [WEEK.readings[len(WEEK.readings) - 1]]
    QApplication.sendEvent(chart, QFocusEvent(QEvent.Type.FocusOut, tab))
    assert heard[-1] is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Return])
def test_other_keys_are_left_to_the_popup(chart: BalanceChart, qtbot: QtBot, key: Qt.Key) -> None:
    heard = readings(chart)
    qtbot.keyClick(chart, key)
    assert heard == []


@pytest.mark.parametrize("view", [ChartView(), ChartView(message="No history yet")])
def test_nothing_to_read_is_no_trouble(chart: BalanceChart, qtbot: QtBot, view: ChartView) -> None:
    hover(chart, 150)
    heard = readings(chart)
    chart.show_view(view)
    assert heard == [None]
    hover(chart, 100)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    QApplication.sendEvent(chart, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    chart.grab()
    assert heard == [None]
    assert chart.accessibleDescription() == view.message


def test_the_cursor_leaves_with_its_points(chart: BalanceChart) -> None:
    hover(chart, 299)
    heard = readings(chart)
    chart.show_view(MONTH)
    assert heard == [None]
    chart.grab()


def test_masking_amounts_masks_what_is_read(chart: BalanceChart) -> None:
    hidden = chart_view(full(), replace(MANNER, hide_amounts=True))
    chart.show_view(hidden)
    heard = readings(chart)
    hover(chart, 299)
    assert heard == [Reading("•••\u00a0BYC", "14:02")]


# -- the picture


def drawn(chart: BalanceChart, ratio: float = 1.0) -> QImage:
    image = QImage(
        QSize(round(chart.width() * ratio), round(chart.height() * ratio)),
        QImage.Format.Format_RGB32,
    )
    image.setDevicePixelRatio(ratio)
    image.fill(chart.palette().color(QPalette.ColorRole.Window))
    chart.render(image)
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_hairlines_lie_on_whole_pixels(chart: BalanceChart, ratio: float) -> None:
    """Only the ground and the grid's own colour along a column with nothing but grid lines."""
    chart.show_view(replace(WEEK, lines=WEEK.lines[:0], limits=(), times=(), top_ups=()))
    image = drawn(chart, ratio)
    colors = chart_colors(chart.palette())
    x = round(image.width() * 0.9)
    seen = {image.pixelColor(x, y).rgb() for y in range(image.height())}
    assert seen == {colors.ground.rgb(), colors.grid.rgb()}


def test_a_single_look_is_seen(chart: BalanceChart) -> None:
    week = curve(ChartRange.WEEK)
    one = replace(week, segments=((week.segments[-1][-1],),), top_ups=())
    chart.show_view(chart_view(replace(full(), curve=one), MANNER))
    line = chart_colors(chart.palette()).line.rgb()
    image = drawn(chart, 2)
    dark = [
        (x, y)
        for x in range(image.width() - 20, image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).rgb() == line
    ]
    assert len(dark) >= 12


def ink_at(chart: BalanceChart, image: QImage, x: float, y: float, ratio: int) -> float:
    """How many pixels around a place are full of the line's own colour, in all."""
    ground = chart_colors(chart.palette()).ground.lightnessF()
    around = range(-3 * ratio, 3 * ratio + 1)
    places = [(round(x * ratio) + dx, round(y * ratio) + dy) for dx in around for dy in around]
    inside = [one for one in places if image.rect().contains(*one)]
    return sum(abs(ground - image.pixelColor(*one).lightnessF()) for one in inside)


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("x", [0.6, 1.0], ids=["stale", "current"])
def test_the_end_is_a_dot(chart: BalanceChart, x: float, ratio: int) -> None:
    chart.show_view(replace(WEEK, lines=(((0.0, 0.5), (x, 0.5)),), limits=(), values=()))
    image, shape = drawn(chart, ratio), chart._made_shape()
    end, middle = (
        ink_at(chart, image, shape.x(place), shape.y(0.5), ratio) for place in (x, x / 2)
    )
    assert end > middle + 4 * ratio * ratio


@pytest.mark.parametrize("ratio", [1, 2])
def test_a_stretch_that_is_narrower_than_a_dot_is_seen(chart: BalanceChart, ratio: int) -> None:
    place = (0.5, 0.5)
    chart.show_view(replace(WEEK, lines=((place, (0.501, 0.5)), (WEEK.lines[-1][-1],)), limits=()))
    x, y = chart._made_shape().x(place[0]), chart._made_shape().y(place[1])
    assert ink_at(chart, drawn(chart, ratio), x, y, ratio) >= 10 * ratio * ratio


def test_the_polyline_is_made_once_for_a_size(
    chart: BalanceChart, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[QSizeF] = []
    module = "wallet_tray.ui.chart.widget.chart_shape"

    def plural(view: ChartView, size: QSizeF, *rest: object) -> object:
        made.append(size)
        return chart_shape(view, size, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(module, plural)
    chart.show_view(MONTH)
    for x in range(0, 300, 10):
        hover(chart, x)
        chart.grab()
    assert len(made) == 1
    chart.resize(310, chart.height())
    chart.grab()
    assert len(made) == 2


def shape(direction: Qt.LayoutDirection, points: int = 9) -> tuple:
    metrics = QFontMetricsF(QFont("Sans Serif", points))
    return chart_shape(MONTH, QSizeF(300, 140), metrics, direction), metrics


def test_right_to_left_time_still_runs_from_left_to_right(qapp: QApplication) -> None:
    left, _ = shape(Qt.LayoutDirection.LeftToRight)
    right, _ = shape(Qt.LayoutDirection.RightToLeft)
    for one in (left, right):
        xs = [place.x() for place in one.places]
        assert xs == sorted(xs)
    assert left.value_labels[0][0].right() < left.plot.left()
    assert right.value_labels[0][0].left() > right.plot.right()


@pytest.mark.parametrize("points", [7, 9, 14, 22])
def test_labels_neither_touch_nor_leave_the_chart(
    qtbot: QtBot, qapp: QApplication, points: int
) -> None:
    before = QFont(qapp.font())
    qapp.setFont(QFont(before.family(), points))
    try:
        chart = BalanceChart()
        qtbot.addWidget(chart)
        size = QSizeF(300 * max(1.0, points / 12), chart.sizeHint().height())
        made = chart_shape(MONTH, size, QFontMetricsF(chart.font()), chart.layoutDirection())
        for labels in (made.value_labels, made.time_labels):
            assert 0 < len(labels) <= 4
            places = [place for place, _ in labels]
            for place in places:
                assert place.left() >= 0
                assert place.top() >= -0.5
                assert place.right() <= size.width()
                assert place.bottom() <= size.height()
            for one, other in pairwise(places):
                assert not one.intersects(other)
    finally:
        qapp.setFont(before)


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = {
    "white": ("#ffffff", "#000000"),
    "Fusion": ("#efefef", "#000000"),
    "Breeze": ("#eff0f1", "#232629"),
    "Breeze dark": ("#202326", "#fcfcfc"),
    "Adwaita dark": ("#353535", "#eeeeec"),
    "grey": ("#3c3f41", "#dddddd"),
    "high contrast": ("#000000", "#ffffff"),
}


@pytest.mark.parametrize(("ground", "text"), GROUNDS.values(), ids=GROUNDS)
def test_colors_stand_out(qapp: QApplication, ground: str, text: str) -> None:
    palette = QPalette(QColor(ground), QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
    colors = chart_colors(palette)
    assert contrast(colors.label, colors.ground) >= 4.5
    for color in (colors.line, colors.cursor, colors.low, colors.critical, colors.top_up):
        assert contrast(color, colors.ground) >= 3


# -- its switch and caption


def test_the_switch_asks_and_the_view_answers(qtbot: QtBot) -> None:
    switch = SpanSwitch()
    qtbot.addWidget(switch)
    switch.show_span(ChartRange.WEEK)
    day = next(one for one in switch.children() if getattr(one, "text", str)() == "24 h")
    with qtbot.waitSignal(switch.span_chosen) as wish:
        day.click()
    assert wish.args == [ChartRange.DAY]
    with qtbot.assertNotEmitted(switch.span_chosen):
        switch.show_span(ChartRange.MONTH)


def test_a_reading_stands_where_the_caption_was_and_moves_nothing(qtbot: QtBot) -> None:
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    panel.show_view(WEEK)
    panel.resize(300, panel.sizeHint().height())
    panel.show()
    (chart,), (switch,) = panel.findChildren(BalanceChart), panel.findChildren(SpanSwitch)
    before = (chart.geometry(), switch.geometry())
    hover(chart, 120)
    QApplication.processEvents()
    assert (chart.geometry(), switch.geometry()) == before
    texts = {one.text() for one in panel.findChildren(ElidedLabel) if one.isVisible()}
    reading = WEEK.readings[chart._made_shape().nearest(120)]
    assert texts == {f"{reading.value} · {reading.time}"}


def test_a_painter_that_is_moved_draws_the_same(chart: BalanceChart) -> None:
    """Widgets are drawn at odd places of a window whose scale is no whole number."""
    image = QImage(500, 300, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1.5)
    image.fill(chart.palette().color(QPalette.ColorRole.Window))
    chart.show_view(replace(WEEK, lines=(), limits=(), times=(), top_ups=()))
    painter = QPainter(image)
    chart.render(painter, QPoint(7, 5))
    painter.end()
    colors = chart_colors(chart.palette())
    seen = {image.pixelColor(400, y).rgb() for y in range(image.height())}
    assert seen == {colors.ground.rgb(), colors.grid.rgb()}
