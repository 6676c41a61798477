"""The font of large and small figures."""

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from wallet_tray.ui.widgets import labels


class FontWithoutTags(QFont):
    """As PySide6 has it before 6.8.3."""

    @staticmethod
    def Tag(_name: str) -> None:  # noqa: N802  Qt's name
        raise TypeError


def test_a_qt_that_can_make_no_tag_scales_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    font = QFont()
    font.setPointSizeF(10)
    monkeypatch.setattr(labels, "QFont", FontWithoutTags)
    assert labels.scaled_font(font, 1.5).pointSizeF() == 15
