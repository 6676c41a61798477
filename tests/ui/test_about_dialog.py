"""About: version, parts, licences; all of it can be copied and nothing of it is markup."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from wallet_tray.domain.results import InstalledPackage
from wallet_tray.ui.dialogs.about import AboutDialog

PARTS = (
    InstalledPackage("wallet-tray", "0.1.0", "MIT", "Permission is hereby granted"),
    InstalledPackage("Python", "3.11.7", "PSF-2.0"),
    InstalledPackage("<b>odd</b>", "1", "", "<i>text</i>"),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> AboutDialog:
    dialog = AboutDialog("0.1.0")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_parts(PARTS)
    return dialog


def listed(dialog: AboutDialog) -> QTreeWidget:
    (found,) = dialog.findChildren(QTreeWidget)
    assert isinstance(found, QTreeWidget)
    return found


def licence_text(dialog: AboutDialog) -> str:
    (found,) = dialog.findChildren(QPlainTextEdit)
    assert found.isReadOnly()
    return str(found.toPlainText())


def test_it_shows_the_version_and_every_part(dialog: AboutDialog) -> None:
    assert "Version 0.1.0" in [one.text() for one in dialog.findChildren(QLabel)]
    rows = [listed(dialog).topLevelItem(i) for i in range(len(PARTS))]
    shown = [tuple(row.text(column) for column in range(3)) for row in rows if row is not None]
    assert shown == [
        ("wallet-tray", "0.1.0", "MIT"),
        ("Python", "3.11.7", "PSF-2.0"),
        ("<b>odd</b>", "1", "–"),
    ]


def test_the_chosen_part_s_licence_is_read_below(dialog: AboutDialog, qtbot: QtBot) -> None:
    assert licence_text(dialog) == "Permission is hereby granted"
    listed(dialog).setFocus()
    for expected in ("", "<i>text</i>"):
        qtbot.keyClick(listed(dialog), Qt.Key.Key_Down)
        assert licence_text(dialog) == expected


def test_the_list_is_copied(dialog: AboutDialog) -> None:
    (copy,) = (
        one for one in dialog.findChildren(QPushButton) if "Copy" in one.text().replace("&", "")
    )
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == "Wallet Tray 0.1.0\nPython 3.11.7  PSF-2.0\n<b>odd</b> 1\n"


def test_labels_are_plain(dialog: AboutDialog) -> None:
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_without_metadata_there_is_still_a_window(qtbot: QtBot) -> None:
    dialog = AboutDialog("0.1.0")
    qtbot.addWidget(dialog)
    dialog.show_parts(())
    dialog.show()
    assert licence_text(dialog) == ""
    assert dialog.text() == "Wallet Tray 0.1.0\n"


def test_escape_closes_it(dialog: AboutDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
