"""What the tests of the settings window share: how its fields are found and filled."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.builders import make_account, make_settings
from tests.support.recording_actions import RecordingActions
from wallet_tray.domain.settings import Settings
from wallet_tray.ui.settings.dialog import SettingsDialog

LAB = make_account(id="lab", label="Lab", api_url="https://lab.example/v1", top_up_url="")
TWO = replace(make_settings(), accounts=(make_account(), LAB))


class Saver(QObject):
    """Takes the changes to save."""

    def __init__(self, dialog: SettingsDialog) -> None:
        super().__init__()
        self.changes: list[dict[str, object]] = []
        dialog.recorded.called.connect(self._take)

    def _take(self, name: str, arguments: tuple) -> None:
        if name == "save_settings":
            self.changes.append(dict(arguments[0]))

    def together(self) -> dict[str, object]:
        """All that was asked for, the newest of each key."""
        return {key: value for one in self.changes for key, value in one.items()}


def shown(qtbot: QtBot, settings: Settings, *, signed_in: bool = True) -> SettingsDialog:
    actions = RecordingActions()
    dialog = SettingsDialog(settings, actions, signed_in=signed_in)
    dialog.recorded = actions
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def open_page(dialog: QWidget, place: int) -> QWidget:
    (tabs,) = dialog.findChildren(QTabWidget)
    tabs.setCurrentIndex(place)
    return tabs.currentWidget()


GENERAL, ALERTS, ACCOUNTS = range(3)


def named(window: QWidget, kind: type, name: str) -> QWidget:
    (found,) = (
        one for one in window.findChildren(kind) if one.accessibleName() == name and reachable(one)
    )
    assert isinstance(found, QWidget)
    return found


def reachable(widget: QWidget) -> bool:
    return widget.isVisible()


def line(window: QWidget, name: str) -> QLineEdit:
    found = named(window, QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def type_in(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)


def choose(window: QWidget, name: str, value: str) -> None:
    field = named(window, QComboBox, name)
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def box(window: QWidget, text: str) -> QCheckBox:
    (found,) = (
        one
        for one in window.findChildren(QCheckBox)
        if one.text().replace("&", "") == text and one.isVisible()
    )
    return found


def button(window: QWidget, text: str) -> QPushButton:
    (found,) = (
        one
        for one in window.findChildren(QPushButton)
        if one.text().replace("&", "") == text and one.isVisible()
    )
    return found


def note_of(field: QWidget) -> str:
    return field.accessibleDescription()


def visible(window: QWidget, kind: type) -> list:
    return [one for one in window.findChildren(kind) if one.isVisible()]
