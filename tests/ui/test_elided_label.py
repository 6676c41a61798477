"""Where the text of a label that may be too long is drawn, in both directions of writing."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from wallet_tray.ui.widgets.labels import ElidedLabel

WIDTH, HEIGHT = 200, 24


def inked_columns(label: ElidedLabel) -> list[int]:
    """The columns in which something else than the background is drawn."""
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    label.render(picture)
    ground = picture.pixel(WIDTH // 2, 0)
    rows = range(HEIGHT)
    return [x for x in range(WIDTH) if any(picture.pixel(x, y) != ground for y in rows)]


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    label = ElidedLabel("Account", Qt.TextElideMode.ElideRight)
    qtbot.addWidget(label)
    label.resize(WIDTH, HEIGHT)
    return label


@pytest.mark.parametrize("alignment", ["AlignLeft", "AlignRight"])
@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_the_text_stands_where_lines_begin_or_end(
    label: ElidedLabel, alignment: str, direction: str
) -> None:
    """Qt's left is where lines begin, so it is the right in a language written from there."""
    label.setText("short")
    label.setAlignment(Qt.AlignmentFlag[alignment] | Qt.AlignmentFlag.AlignVCenter)
    label.setLayoutDirection(Qt.LayoutDirection[direction])
    inked = inked_columns(label)
    on_the_left = (alignment == "AlignLeft") is (direction == "LeftToRight")
    assert max(inked) < WIDTH / 2 if on_the_left else min(inked) > WIDTH / 2


@pytest.mark.parametrize("width", [120, 160, 400])
def test_the_end_that_says_there_was_more_is_not_cut_off(qtbot: QtBot, width: int) -> None:
    """Its picture is that of the end alone, drawn at the same place."""
    name, end = "protein-folding-batch-with-a-long-name", " and 2 more"
    label = ElidedLabel("What it was", Qt.TextElideMode.ElideRight)
    qtbot.addWidget(label)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.resize(width, 20)
    room = label.fontMetrics().horizontalAdvance(end) - 4

    def end_of_picture() -> QImage:
        return label.grab(QRect(width - room, 0, room, 20)).toImage()

    label.setText(name + end)
    label.keep_end(len(end))
    shown = end_of_picture()
    label.setText(end)
    label.keep_end(0)
    assert shown == end_of_picture()
