"""PySide6 6.12.0 loses one reference to None on every Qt call that returns nothing (PYSIDE-3474).

Before Python 3.12, where None became immortal, the process aborts after some thousand such calls.
A tray program meets that within hours, a test suite never does.
"""

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 200
NOISE = 50


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_calls_keep_the_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        label.setText("x")

    assert sys.getrefcount(None) > before - NOISE
