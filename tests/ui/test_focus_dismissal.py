"""A window that closes by itself: when it was left, and when only the mouse slipped."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wallet_tray.ui import focus_dismissal
from wallet_tray.ui.focus_dismissal import FocusDismissal

ARRIVAL_MS, RETURN_MS, TOGETHER_MS = 400, 250, 40
Kind = QEvent.Type


class Watched(QWidget):
    """A window whose focus the test moves."""

    def __init__(self) -> None:
        super().__init__()
        self.active = False
        self.dismissal = FocusDismissal(self)

    def isActiveWindow(self) -> bool:  # noqa: N802  a name of Qt's
        return self.active

    def meet(self, *kinds: QEvent.Type) -> None:
        for kind in kinds:
            self.active = {Kind.WindowActivate: True, Kind.WindowDeactivate: False}.get(
                kind, self.active
            )
            QApplication.sendEvent(self, QEvent(kind))


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.setattr(focus_dismissal, "ARRIVAL_MS", ARRIVAL_MS)
    monkeypatch.setattr(focus_dismissal, "RETURN_MS", RETURN_MS)
    monkeypatch.setattr(focus_dismissal, "TOGETHER_MS", TOGETHER_MS)
    window = Watched()
    window.meet(Kind.Show, Kind.WindowActivate)
    yield window
    window.deleteLater()


def stays(window: Watched, qtbot: QtBot, milliseconds: int) -> None:
    with qtbot.assertNotEmitted(window.dismissal.left, wait=milliseconds):
        pass


def goes(window: Watched, qtbot: QtBot, milliseconds: int) -> None:
    with qtbot.waitSignal(window.dismissal.left, timeout=milliseconds):
        pass


def test_a_click_elsewhere_closes_at_once(window: Watched, qtbot: QtBot) -> None:
    window.meet(Kind.Enter, Kind.Leave)
    stays(window, qtbot, 2 * TOGETHER_MS)  # the mouse travels
    window.meet(Kind.WindowDeactivate)
    goes(window, qtbot, RETURN_MS - TOGETHER_MS)


def test_the_keyboard_leaves_at_once(window: Watched, qtbot: QtBot) -> None:
    window.meet(Kind.Enter, Kind.WindowDeactivate)
    goes(window, qtbot, RETURN_MS - TOGETHER_MS)


@pytest.mark.parametrize(
    "order", [(Kind.Leave, Kind.WindowDeactivate), (Kind.WindowDeactivate, Kind.Leave)]
)
def test_a_slip_of_the_mouse_may_be_made_good(
    window: Watched, qtbot: QtBot, order: tuple[QEvent.Type, ...]
) -> None:
    window.meet(Kind.Enter, *order)
    stays(window, qtbot, 2 * TOGETHER_MS)
    window.meet(Kind.Enter, Kind.WindowActivate)
    stays(window, qtbot, RETURN_MS + 2 * TOGETHER_MS)
    window.meet(*order)
    goes(window, qtbot, 3 * RETURN_MS)


def test_the_way_to_it_may_lead_over_another_window(window: Watched, qtbot: QtBot) -> None:
    window.meet(Kind.WindowDeactivate)
    stays(window, qtbot, ARRIVAL_MS // 2)
    window.meet(Kind.Enter, Kind.WindowActivate)
    stays(window, qtbot, ARRIVAL_MS)


def test_nobody_waits_for_a_mouse_that_does_not_come(window: Watched, qtbot: QtBot) -> None:
    window.meet(Kind.WindowDeactivate)
    goes(window, qtbot, 3 * ARRIVAL_MS)


def test_what_never_had_the_focus_cannot_lose_it(window: Watched, qtbot: QtBot) -> None:
    window.meet(Kind.Hide, Kind.Show, Kind.WindowDeactivate)
    stays(window, qtbot, ARRIVAL_MS + 2 * TOGETHER_MS)


FAULTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from wallet_tray.ui.focus_dismissal import FocusDismissal

def fail(self, kind):
    raise ValueError("in a filter")

app = QApplication(["test"])
FocusDismissal._follow = fail
sys.excepthook = lambda kind, error, trace: print(kind.__name__, flush=True)
window = QWidget()
FocusDismissal(window)
QTimer.singleShot(0, window.show)
QTimer.singleShot(100, lambda: print("still here", flush=True))
QTimer.singleShot(150, app.quit)
sys.exit(app.exec())
"""


def test_a_fault_of_ours_is_told_and_ends_nothing() -> None:
    """Qt ends the program where an exception leaves a filter."""
    program = subprocess.run(
        [sys.executable, "-c", FAULTY], capture_output=True, text=True, timeout=30
    )
    told = program.stdout.split("\n")
    assert (program.returncode, told[0]) == (0, "ValueError"), program.stderr
    assert "still here" in told
