"""The line below a field follows the desktop's colours, and its text is never markup."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wallet_tray.ui.widgets.labels import HintLabel

LIGHT = ("#101010", "#fafafa")
DARK = ("#f0f0f0", "#202020")


def use(colors: tuple[str, str]) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colors[0]))
    palette.setColor(QPalette.ColorRole.Window, QColor(colors[1]))
    QApplication.setPalette(palette)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    before = QApplication.palette()
    use(LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    yield window
    QApplication.setPalette(before)


def contrast(label: HintLabel) -> float:
    """WCAG 2.2: of the text over the window's ground."""
    one, other = (
        _luminance(label.palette().color(role))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window)
    )
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _luminance(color: QColor) -> float:
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_muted_label_stays_legible_when_the_colours_change(
    window: QWidget, qtbot: QtBot, colors: tuple[str, str]
) -> None:
    label = HintLabel("What it is for.")
    QVBoxLayout(window).addWidget(label)
    window.show()
    use(colors)
    QApplication.processEvents()
    full, ground = (QColor(color) for color in colors)
    shown = label.palette()
    assert shown.color(QPalette.ColorRole.Window) == ground
    assert shown.color(QPalette.ColorRole.WindowText) != full
    assert contrast(label) >= 4.5
    label.show_advice("Enter a number.")
    assert label.palette().color(QPalette.ColorRole.WindowText) == full


def test_advice_takes_the_place_of_the_help_and_gives_it_back(window: QWidget) -> None:
    field = QLineEdit()
    label = HintLabel("What it is for.", field)
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(label)
    for advice, text in (("Enter a number.", "Enter a number."), ("", "What it is for.")):
        label.show_advice(advice)
        assert (label.text(), field.accessibleDescription()) == (text, text)


def test_without_anything_to_say_it_takes_no_room_and_is_no_window(window: QWidget) -> None:
    label = HintLabel()
    HintLabel("x")
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    QVBoxLayout(window).addWidget(label)
    window.show()
    assert not label.isVisible()
    label.show_advice("<b>now</b>")
    assert label.isVisible()
    assert label.textFormat() is Qt.TextFormat.PlainText
