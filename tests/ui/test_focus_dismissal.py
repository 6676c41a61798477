"""A window that closes by itself: when it was left, and when only the mouse slipped."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wallet_tray.ui.popup import focus_dismissal
from wallet_tray.ui.popup.focus_dismissal import (
    ALONE_MS,
    ARRIVAL_MS,
    RETURN_MS,
    TOGETHER_MS,
    FocusDismissal,
)

Kind = QEvent.Type
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class HandClock:
    """Milliseconds that pass only when a test says so; timers of its own go off on the way."""

    def __init__(self) -> None:
        self.now = 0
        self._timers: list[HandTimer] = []

    def timer(self, parent: QObject, *, singleShot: bool) -> "HandTimer":  # noqa: N803  as Qt's
        assert singleShot
        self._timers.append(HandTimer(self, parent))
        return self._timers[-1]

    def elapsed_timer(self) -> "HandElapsedTimer":
        return HandElapsedTimer(self)

    def pass_by(self, milliseconds: int) -> None:
        end = self.now + milliseconds
        while due := [one for one in self._timers if one.due is not None and one.due <= end]:
            first = min(due, key=lambda one: one.due)
            self.now = first.due
            first.stop()
            first.timeout.emit()
        self.now = end


class HandTimer(QObject):
    """In the place of a QTimer that goes off once."""

    timeout = Signal()

    def __init__(self, clock: HandClock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self.due: int | None = None

    def start(self, milliseconds: int) -> None:
        self.due = self._clock.now + milliseconds

    def stop(self) -> None:
        self.due = None

    def isActive(self) -> bool:  # noqa: N802  a name of Qt's
        return self.due is not None


class HandElapsedTimer:
    """In the place of a QElapsedTimer; one that was never started is older than everything."""

    def __init__(self, clock: HandClock) -> None:
        self._clock = clock
        self._began = -(10**9)

    def start(self) -> None:
        self._began = self._clock.now

    def elapsed(self) -> int:
        return self._clock.now - self._began


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
def clock(monkeypatch: pytest.MonkeyPatch) -> HandClock:
    clock = HandClock()
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    monkeypatch.setattr(focus_dismissal, "QTimer", clock.timer)
    monkeypatch.setattr(focus_dismissal, "QElapsedTimer", clock.elapsed_timer)
    return clock


@pytest.fixture
def window(qtbot: QtBot, clock: HandClock) -> Iterator[Watched]:
    window = Watched()
    window.meet(Kind.Show, Kind.WindowActivate)
    yield window
    window.deleteLater()


def stays(window: Watched, clock: HandClock, milliseconds: int) -> None:
    assert not _left(window, clock, milliseconds)


def goes(window: Watched, clock: HandClock, milliseconds: int) -> None:
    assert _left(window, clock, milliseconds)


def _left(window: Watched, clock: HandClock, milliseconds: int) -> list[int]:
    """When it was left in that time."""
    left: list[int] = []
    window.dismissal.left.connect(note := lambda: left.append(clock.now))
    clock.pass_by(milliseconds)
    window.dismissal.left.disconnect(note)
    return left


def test_by_the_real_clock_it_goes_as_well(qtbot: QtBot) -> None:
    window = Watched()
    window.meet(Kind.Show, Kind.WindowActivate, Kind.Enter)
    with qtbot.waitSignal(window.dismissal.left):
        window.meet(Kind.WindowDeactivate)
    window.deleteLater()


def test_a_click_elsewhere_closes_at_once(window: Watched, clock: HandClock) -> None:
    window.meet(Kind.Enter, Kind.Leave)
    stays(window, clock, 2 * TOGETHER_MS)  # the mouse travels
    window.meet(Kind.WindowDeactivate)
    goes(window, clock, RETURN_MS - TOGETHER_MS)


def test_the_keyboard_leaves_at_once(window: Watched, clock: HandClock) -> None:
    window.meet(Kind.Enter, Kind.WindowDeactivate)
    goes(window, clock, RETURN_MS - TOGETHER_MS)


@pytest.mark.parametrize(
    "order", [(Kind.Leave, Kind.WindowDeactivate), (Kind.WindowDeactivate, Kind.Leave)]
)
def test_a_slip_of_the_mouse_may_be_made_good(
    window: Watched, clock: HandClock, order: tuple[QEvent.Type, ...]
) -> None:
    window.meet(Kind.Enter, *order)
    stays(window, clock, 2 * TOGETHER_MS)
    window.meet(Kind.Enter, Kind.WindowActivate)
    stays(window, clock, RETURN_MS + 2 * TOGETHER_MS)
    window.meet(*order)
    goes(window, clock, 3 * RETURN_MS)


def test_popup_stays_if_the_pointer_arrives_over_another_window(
    window: Watched, clock: HandClock
) -> None:
    window.meet(Kind.WindowDeactivate)
    stays(window, clock, ARRIVAL_MS // 2)
    window.meet(Kind.Enter, Kind.WindowActivate)
    stays(window, clock, ARRIVAL_MS)


def test_popup_closes_if_the_pointer_does_not_arrive(window: Watched, clock: HandClock) -> None:
    window.meet(Kind.WindowDeactivate)
    goes(window, clock, 3 * ARRIVAL_MS)


def test_popup_without_focus_is_not_dismissed_by_a_deactivation(
    window: Watched, clock: HandClock
) -> None:
    window.meet(Kind.Hide, Kind.Show, Kind.WindowDeactivate)
    stays(window, clock, ARRIVAL_MS + 2 * TOGETHER_MS)


# where a click on the bare desktop takes no focus, and no event comes of it


@pytest.fixture
def on_gnome(qtbot: QtBot, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    window = Watched()
    window.show()
    window.meet(Kind.WindowActivate)
    yield window
    window.deleteLater()


def test_a_click_on_a_bare_desktop_that_takes_no_focus(on_gnome: Watched, clock: HandClock) -> None:
    on_gnome.meet(Kind.Enter, Kind.Leave)
    stays(on_gnome, clock, ALONE_MS - 1)
    goes(on_gnome, clock, 1)


def test_popup_stays_while_the_pointer_returns(on_gnome: Watched, clock: HandClock) -> None:
    on_gnome.meet(Kind.Enter, Kind.Leave)
    stays(on_gnome, clock, ALONE_MS - 1)
    on_gnome.meet(Kind.Enter)
    stays(on_gnome, clock, 10 * ALONE_MS)


def test_popup_stays_while_its_keys_are_used(on_gnome: Watched, clock: HandClock) -> None:
    on_gnome.meet(Kind.Enter, Kind.Leave)
    stays(on_gnome, clock, ALONE_MS - 1)
    handle = on_gnome.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QKeyEvent(Kind.KeyPress, Qt.Key.Key_Tab, NO_MODIFIER))
    stays(on_gnome, clock, ALONE_MS - 1)
    goes(on_gnome, clock, 1)


def test_without_a_mouse_there_is_no_hurry(on_gnome: Watched, clock: HandClock) -> None:
    stays(on_gnome, clock, 10 * ALONE_MS)


def test_closed_and_opened_again_it_is_not_alone_yet(on_gnome: Watched, clock: HandClock) -> None:
    on_gnome.meet(Kind.Enter, Kind.Leave)
    stays(on_gnome, clock, ALONE_MS - 1)
    on_gnome.meet(Kind.Hide, Kind.Show, Kind.WindowActivate)
    stays(on_gnome, clock, 2 * ALONE_MS)


def test_popup_left_by_the_pointer_stays_on_other_desktops(
    window: Watched, clock: HandClock
) -> None:
    window.meet(Kind.Enter, Kind.Leave)
    stays(window, clock, 10 * ALONE_MS)


FAULTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from wallet_tray.ui.popup.focus_dismissal import FocusDismissal

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


def test_internal_error_in_a_filter_is_reported() -> None:
    """Qt ends the program where an exception leaves a filter."""
    program = subprocess.run(
        [sys.executable, "-c", FAULTY], capture_output=True, text=True, timeout=300
    )
    lines = program.stdout.split("\n")
    assert (program.returncode, lines[0]) == (0, "ValueError"), program.stderr
    assert "still here" in lines
