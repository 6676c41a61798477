"""The whole tray program inside the test: real services, history, settings and threads.

Only what a test cannot have is made up. The keyring is one in memory that counts. The panel and
the screen of the notifications write down what they receive. There are no message buses.
"""

import gc
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSystemTrayIcon, QWidget

from tests.support.keyrings import ScriptedKeyring
from tests.support.notifiers import RecordingNotifier
from wallet_tray.app.tray_app import TrayApp
from wallet_tray.context import AppContext
from wallet_tray.desktop.single_instance.instance import SingleInstance
from wallet_tray.history.history import History
from wallet_tray.storage.paths import Folders
from wallet_tray.ui.popup.popup import Popup


@dataclass
class RunningProgram:
    """The program, its folder and its keyring; ``start`` it once the settings are written."""

    qtbot: Any
    folder: Path
    keyring: ScriptedKeyring = field(default_factory=ScriptedKeyring)
    screen: RecordingNotifier = field(default_factory=lambda: RecordingNotifier(delivers=True))
    program: TrayApp | None = None
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        parts = [self.folder / name for name in ("config", "data", "state", "log", "run")]
        for part in parts:
            part.mkdir(mode=0o700)
        self.folders = Folders(*parts)

    def write_settings(self, accounts: Sequence[Mapping[str, str]], head: str = "") -> None:
        """``head`` are the tables before those of the accounts."""
        text = f"{head}\n" + "".join(
            "[[accounts]]\n" + "".join(f'{key} = "{value}"\n' for key, value in one.items()) + "\n"
            for one in accounts
        )
        self.folders.settings_file.write_text(text)

    def start(self) -> TrayApp:
        context = AppContext(
            self.folders,
            self.folders,
            self.environment,
            lambda: self.keyring,
            partial(History, self.folders.history_file),
        )
        instance = SingleInstance(self.folders.lock_file, self.folders.socket_file)
        assert instance.claim()
        self.program = TrayApp(context, instance)
        self.program.start()
        return self.program

    def close(self) -> None:
        """Ends it as the program itself does, and gives back what it took of this process."""
        program, self.program = self.program, None
        if program is None:
            return
        program.close()
        program._end_signals.restore()
        program._language.use("en")
        for window in QApplication.topLevelWidgets():
            window.close()
            window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.unfreeze()

    # -- what is seen

    @property
    def icon(self) -> QSystemTrayIcon:
        assert self.program is not None
        icon = self.program._tray.qt_icon
        assert icon is not None
        return icon

    def tooltip(self) -> str:
        return self.icon.toolTip().replace("\u00a0", " ")

    def menu(self) -> list[str]:
        return [
            one.text().replace("\u00a0", " ")
            for one in self.icon.contextMenu().actions()
            if one.isVisible() and not one.isSeparator()
        ]

    def choose(self, text: str) -> None:
        """Clicks a row of the icon's menu."""
        (row,) = (one for one in self.icon.contextMenu().actions() if one.text() == text)
        row.trigger()

    def popup(self) -> Popup:
        (popup,) = shown(Popup)
        return popup

    def wait(self, condition: Any, seconds: float = 60) -> None:
        self.qtbot.waitUntil(condition, timeout=int(seconds * 1000))

    def recorded(self) -> set[str]:
        """The accounts that the history's file knows."""
        with sqlite3.connect(self.folders.history_file) as connection:
            rows = connection.execute("SELECT DISTINCT account FROM wallets").fetchall()
        connection.close()
        return {row[0] for row in rows}


def shown(kind: type) -> list[Any]:
    """The windows of that kind that are on the screen."""
    return [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]


def label(window: QWidget, name: str) -> str:
    """The text of the label with this accessible name, "" while it is hidden."""
    (found,) = (one for one in window.findChildren(QLabel) if one.accessibleName() == name)
    return found.text().replace("\u00a0", " ") if found.isVisible() else ""


def button(window: QObject, text: str) -> QPushButton:
    """The visible button with this text."""
    (found,) = (
        one
        for one in window.findChildren(QPushButton)
        if one.text().replace("&", "") == text and one.isVisible()
    )
    return found
