"""Text stands out from its ground by 4.5 : 1 at least (WCAG 2.2, 1.4.3), as it is really painted.

What is switched off is left out, as that rule leaves it out.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.popup_pictures import THEMES, palette
from tests.ui.windows_in_languages import dialogs, make_popup, popups
from wallet_tray.domain.balance import Level
from wallet_tray.text.locale import ENGLISH
from wallet_tray.ui.chart.widget import BalanceChart
from wallet_tray.ui.widgets.state_dot import StateDot

TEXT, SIGN = 4.5, 3.0
# The outermost lines of a control are its frame, which is no text.
FRAME = 4


@pytest.fixture(params=sorted(THEMES))
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    before, style = qapp.palette(), qapp.style().name()
    qapp.setStyle("Fusion")
    qapp.setPalette(palette(request.param))
    yield request.param
    qapp.setPalette(before)
    qapp.setStyle(style)


def luminance(rgb: int) -> float:
    color = QColor(rgb)
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: int, other: int) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def painted_contrast(image: QImage, place: QRect) -> float:
    """Of the pixel that stands out most from the colour that most of the place has.

    The edges of letters are mixed with the ground, so the letters themselves have no less.
    """
    place &= image.rect()
    colors = Counter(
        image.pixel(x, y)
        for y in range(place.top(), place.bottom() + 1)
        for x in range(place.left(), place.right() + 1)
    )
    ground, _ = colors.most_common(1)[0]
    return max(contrast(color, ground) for color in colors)


def texts(window: QWidget) -> Iterator[tuple[str, QRect]]:
    """Everything that is read, and where it is in the window."""
    for one in window.findChildren(QWidget):
        if not one.isVisible() or not one.isEnabled() or one.visibleRegion().isEmpty():
            continue
        seen = one.visibleRegion().boundingRect()
        for text, place in texts_of(one):
            if (place := place & seen).width() > 2 and place.height() > FRAME:
                yield text, place.translated(one.mapTo(window, QPoint(0, 0)))


def texts_of(one: QWidget) -> Iterator[tuple[str, QRect]]:
    inside = one.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME)
    if isinstance(one, BalanceChart):
        shape = one._made_shape()
        for place, text in (*shape.value_labels, *shape.time_labels):
            yield text, place.toAlignedRect()
    elif isinstance(one, QCheckBox):
        yield one.text(), one.rect().adjusted(2 * one.iconSize().width(), 0, 0, 0)
    elif isinstance(one, QAbstractButton):
        yield one.text(), inside
    elif isinstance(one, QLabel):
        yield one.text(), one.rect()
    elif isinstance(one, QComboBox):
        yield one.currentText(), inside.adjusted(0, 0, -24, 0)
    elif isinstance(one, QLineEdit):
        yield one.text() or one.placeholderText(), inside
    elif isinstance(one, QTabBar):
        for i in range(one.count()):
            yield one.tabText(i), one.tabRect(i).adjusted(FRAME, FRAME, -FRAME, -FRAME)


def windows() -> Iterator[tuple[str, QWidget]]:
    for name, wallet in popups(ENGLISH):
        popup = make_popup(wallet, ENGLISH, accounts=name == "popup, stale")
        popup.open()
        yield name, popup
    for name, window in dialogs(ENGLISH):
        window.show()
        yield name, window


def test_every_text_has_contrast_to_its_ground(theme: str, qtbot: QtBot) -> None:
    count = 0
    for name, window in windows():
        qtbot.addWidget(window)
        for _ in range(3):
            QGuiApplication.processEvents()
        image = window.grab().toImage()
        for text, place in texts(window):
            if text.strip():
                count += 1
                assert painted_contrast(image, place) >= TEXT, (name, text)
        window.close()
    assert count > 200


@pytest.mark.parametrize("current", [True, False])
def test_the_sign_of_the_state_stands_out_and_has_a_shape_of_its_own(
    theme: str, qtbot: QtBot, current: bool
) -> None:
    dot = StateDot()
    qtbot.addWidget(dot)
    shapes = set()
    for level in Level:
        dot.show_level(level, current=current)
        image = dot.grab().toImage()
        pixels = [image.pixel(x, y) for y in range(image.height()) for x in range(image.width())]
        ground = pixels[0]
        ratios = [contrast(pixel, ground) for pixel in pixels]
        assert max(ratios) >= SIGN, level
        shapes.add(tuple(ratio > max(ratios) / 2 for ratio in ratios))
    assert len(shapes) == len(Level)


def test_a_state_that_is_not_current_is_an_outline(qtbot: QtBot) -> None:
    dot = StateDot()
    qtbot.addWidget(dot)
    for level in Level:
        middles = set()
        for current in (True, False):
            dot.show_level(level, current=current)
            image = dot.grab().toImage()
            middles.add(image.pixel(image.width() // 2 - 2, image.height() // 2 + 2))
        assert len(middles) == 2 or level is Level.EMPTY
