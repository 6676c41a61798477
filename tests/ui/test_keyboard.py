"""Every window by keyboard: letters, the way of the tab key, and where one is."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.windows_in_languages import dialogs, make_popup, popups
from wallet_tray.domain.settings_schema import LIMITS
from wallet_tray.text.locale import ENGLISH

# The limits of one account have none: they are explained, and have theirs, on another page.
WITHOUT_LETTER = {one.label for one in LIMITS}


@pytest.fixture(autouse=True)
def style(qapp: QApplication) -> Iterator[None]:
    before = qapp.style().name()
    qapp.setStyle("Fusion")
    yield
    qapp.setStyle(before)


def windows(qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """Each is kept to the end: qtbot closes them, and holds none of them alive."""
    kept: list[QWidget] = []
    for name, wallet in popups(ENGLISH):
        popup = make_popup(wallet, ENGLISH, accounts=name == "popup, stale")
        qtbot.addWidget(popup)
        kept.append(popup)
        popup.open()
        yield name, popup
        popup.close()
    for name, window in dialogs(ENGLISH):
        if window.parent() is None:  # the others go with theirs
            qtbot.addWidget(window)
        window.show()
        for _ in range(3):
            QGuiApplication.processEvents()
        kept.append(window)
        yield name, window
        window.close()


def seen(window: QWidget) -> list[QWidget]:
    return [one for one in window.findChildren(QWidget) if one.isVisible()]


def lettered(window: QWidget) -> Iterator[str]:
    for one in seen(window):
        if isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy()):
            yield one.text()
        elif isinstance(one, QTabBar):
            yield from (one.tabText(i) for i in range(one.count()))


def test_no_letter_leads_to_two_places(qtbot: QtBot) -> None:
    for name, window in windows(qtbot):
        letters = [QKeySequence.mnemonic(text).toString() for text in lettered(window)]
        letters = [letter for letter in letters if letter]
        assert len(letters) == len(set(letters)), (name, sorted(lettered(window)))


def press_tab(window: QWidget) -> QWidget:
    """To the next stop, which is returned."""
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    reached = window.focusWidget()
    assert reached is not None
    return reached


def stops(window: QWidget) -> list[QWidget]:
    """Where the tab key leads, once around."""
    first = press_tab(window)
    found = [first]
    while (one := press_tab(window)) is not first:
        assert one not in found, (found, one)
        found.append(one)
    return found


def place(window: QWidget, one: QWidget) -> QPoint:
    return one.mapTo(window, one.rect().center())


def test_the_tab_key_comes_to_everything_in_the_order_of_reading(qtbot: QtBot) -> None:
    for name, window in windows(qtbot):
        reached = stops(window)
        controls = {
            one
            for one in seen(window)
            if isinstance(one, QAbstractButton | QComboBox)
            and one.isEnabled()
            and one.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not (isinstance(one, QAbstractButton) and one.group() is not None)
        }
        assert controls <= set(reached), (name, controls - set(reached))
        start = min(range(len(reached)), key=lambda i: place(window, reached[i]).toTuple()[::-1])
        order = reached[start:] + reached[:start]
        for one, other in pairwise(order):
            here, there = place(window, one), place(window, other)
            is_below = there.y() > here.y() - one.height() // 2
            is_beside = abs(there.y() - here.y()) < one.height() and there.x() > here.x()
            assert is_below or is_beside, (name, one, other)


def test_focused_widget_shows_its_focus(qtbot: QtBot) -> None:
    count = 0
    for name, window in windows(qtbot):
        window.activateWindow()
        QGuiApplication.processEvents()
        once_around = len(stops(window))
        before = press_tab(window)
        for _ in range(once_around):
            with_keyboard = before.grab().toImage()
            one = press_tab(window)
            # Qt's own style draws the default button as if it had the keyboard.
            is_default = isinstance(before, QPushButton) and before.isDefault()
            if one is not before and not isinstance(before, QScrollArea) and not is_default:
                count += 1
                without = before.grab().toImage()
                assert with_keyboard != without, (name, before, before.accessibleName())
            before = one
    assert count > 60
