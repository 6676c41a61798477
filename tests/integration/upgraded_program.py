"""The real program in a process of its own, whose files are changed underneath it.

Arguments: what happens to the files, and what its user then does. Prints the text of the message
that appears, or what else there is to see, as JSON.
"""

import json
import shutil
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon

QSystemTrayIcon.isSystemTrayAvailable = staticmethod(lambda: True)

from wallet_tray.app import tray_app  # noqa: E402  after the tray was put there
from wallet_tray.domain.account_state import Fresh  # noqa: E402

CHANGE, ACTION = sys.argv[1:3]
PACKAGE = Path(tray_app.__file__).parents[1]
SECONDS = 60


def change() -> None:
    if CHANGE == "removed":
        shutil.rmtree(PACKAGE)
    elif CHANGE == "moved":
        PACKAGE.rename(PACKAGE.with_name("elsewhere"))
    elif CHANGE == "another version":
        file = PACKAGE / "__init__.py"
        text = file.read_text().replace("__version__ = ", "__version__ = '99.0'  # ")
        file.with_name("new").write_text(text)
        file.with_name("new").replace(file)
    elif CHANGE == "half":  # the version is as it was
        for folder in ("ui", "storage", "history", "http", "credentials"):
            for file in (PACKAGE / folder).rglob("*.py*"):
                file.unlink()
    elif CHANGE == "the same once more":
        for file in PACKAGE.rglob("*.py"):
            data = file.read_bytes()
            file.with_name("new").write_bytes(data)
            file.with_name("new").replace(file)


def act(program: tray_app.TrayApp) -> None:
    actions = program.actions
    {
        "click": actions.toggle_popup,
        "open": actions.open_popup,
        "second start": program._instance.show_requested.emit,
        "settings": actions.open_settings,
        "sign in": actions.ask_to_sign_in,
        "about": actions.open_about,
        "diagnosis": actions.open_diagnosis,
        "hide amounts": lambda: actions.hide_amounts(True),
    }[ACTION]()


class Driver(QObject):
    """Waits for the balance, changes the files, acts, and waits for what comes of it."""

    def __init__(self, program: tray_app.TrayApp) -> None:
        super().__init__(program)
        self.program = program
        self.acted = False
        self.until = time.monotonic() + SECONDS
        self.timer = QTimer(self, interval=50)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        session = self.program._sessions.at(0)
        if not self.acted:
            if session is not None and isinstance(session.refreshes.state, Fresh):
                self.acted = True
                change()
                QTimer.singleShot(0, lambda: act(self.program))
        else:
            shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
            texts = [one.text() for one in shown if isinstance(one, QMessageBox)]
            others = [type(one).__name__ for one in shown if not isinstance(one, QMessageBox)]
            if texts or others:
                self.end([*texts, *others])
        if time.monotonic() > self.until:
            self.end(["nothing"])

    def end(self, seen: list[str]) -> None:
        self.timer.stop()
        print(json.dumps(seen), flush=True)
        for button in (
            one
            for box in QApplication.topLevelWidgets()
            if isinstance(box, QMessageBox) and box.isVisible()
            for one in box.buttons()
            if box.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole
        ):
            button.click()  # ends the program
            return
        self.program.quit()


start = tray_app.TrayApp.start


def start_and_drive(program: tray_app.TrayApp) -> None:
    start(program)
    Driver(program)


tray_app.TrayApp.start = start_and_drive  # type: ignore[method-assign]

from wallet_tray.__main__ import main  # noqa: E402

sys.exit(main([]))
