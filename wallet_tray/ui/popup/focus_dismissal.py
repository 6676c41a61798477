"""Detection of when a self-closing window was left, for Wayland without tray popups."""

import os
import sys

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

# Mouse and focus leave in either order, and not at the same instant.
TOGETHER_MS = 100
# The window opens anywhere, while the mouse is still at the icon.
ARRIVAL_MS = 3_000
RETURN_MS = 1_500
# A desktop that takes no focus sends no event for a click on it.
ALONE_MS = 15_000


def desktop_takes_focus() -> bool:
    """Return False on GNOME: a click on the bare desktop does not move the focus (seen on 43)."""
    return "GNOME" not in os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")


class FocusDismissal(QObject):
    """A watcher that reports when one window has lost the keyboard focus it had.

    If the focus follows the mouse, the way to the window crosses other windows, and a small slip
    leaves it. So the mouse has three seconds after the opening to arrive. A window left by the
    mouse alone waits for it for 1.5 s. A click elsewhere counts at once.

    If the bare desktop takes no focus, no event reports a click on it. There a window that the
    mouse has visited counts as left after 15 s without the mouse and without a key press. Users who
    never move the mouse there, such as screen reader users, have no time limit.

    Signals:
        left(): the window was left for another one, or for the bare desktop.
    """

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._had_focus = self._entered = self._inside = self._patient = False
        self._opened, self._mouse_left, self._focus_left = (QElapsedTimer() for _ in range(3))
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._judge)
        self._alone = QTimer(self, singleShot=True)
        self._alone.timeout.connect(self._judge_alone)
        self._may_be_alone = not desktop_takes_focus()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        try:
            window = getattr(self, "_window", None)  # gone if Python collects the window first
            if window is not None and watched is window:
                self._follow(event.type())
            elif event.type() is QEvent.Type.KeyPress:  # in the whole window, for any widget
                self._keep_company()
        except Exception:  # noqa: BLE001  leaving a filter, it would end the program
            sys.excepthook(*sys.exc_info())
        return False

    def _follow(self, kind: QEvent.Type) -> None:
        kinds = QEvent.Type
        match kind:
            case kinds.Show:
                self._had_focus = self._entered = self._inside = False
                self._opened.start()
                if self._may_be_alone and (handle := self._window.windowHandle()) is not None:
                    handle.installEventFilter(self)
            case kinds.Hide:
                self._wait.stop()
                self._alone.stop()
            case kinds.Enter:
                self._entered = self._inside = True
                self._alone.stop()
            case kinds.Leave:
                self._inside = False
                self._mouse_left.start()
                if self._may_be_alone:
                    self._alone.start(ALONE_MS)
            case kinds.WindowActivate:
                self._had_focus = True
                self._wait.stop()
            case kinds.WindowDeactivate if self._had_focus:
                self._focus_left.start()
                self._patient = True
                self._wait.start(TOGETHER_MS)

    def _judge(self) -> None:
        if self._window.isActiveWindow():
            return
        if QApplication.activePopupWidget() is not None:  # one of our menus has the focus
            self._wait.start(TOGETHER_MS)
            return
        patience = self._patience() if self._patient else 0
        self._patient = False
        if patience > 0:
            self._wait.start(patience)
        else:
            self.left.emit()

    def _keep_company(self) -> None:
        if self._alone.isActive():
            self._alone.start(ALONE_MS)

    def _judge_alone(self) -> None:
        if QApplication.activePopupWidget() is not None:
            self._alone.start(ALONE_MS)
        elif not self._inside:
            self.left.emit()

    def _patience(self) -> int:
        """Return how long to wait for the mouse, in ms; 0 or less for not at all."""
        if not self._entered:
            return ARRIVAL_MS - self._opened.elapsed()
        apart = abs(self._focus_left.elapsed() - self._mouse_left.elapsed())
        followed = not self._inside and apart <= TOGETHER_MS
        return RETURN_MS if followed else 0
