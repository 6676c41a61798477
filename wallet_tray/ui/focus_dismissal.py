"""When a window that closes by itself has been left: for Wayland, which has no popups for trays."""

import os
import sys

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

# Mouse and focus leave in either order, and not in the same instant.
TOGETHER_MS = 100
# The window opens somewhere, and the mouse is still at the icon.
ARRIVAL_MS = 3_000
RETURN_MS = 1_500
# On a desktop that takes no focus a click there is no event at all.
ALONE_MS = 15_000


def desktop_takes_focus() -> bool:
    """False on GNOME: a click on the bare desktop leaves the focus where it is (seen on 43)."""
    return "GNOME" not in os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")


class FocusDismissal(QObject):
    """Watches one window for the loss of the keyboard's focus, after it has had it.

    Where the focus follows the mouse, the way to the window leads over others and a slip of the
    hand leaves it. So the mouse has three seconds from the opening to arrive, and a window that was
    left by the mouse alone waits for it a moment. A click elsewhere counts at once.

    Where the bare desktop takes no focus, nothing tells of a click on it. There a window that the
    mouse was in and has left counts as left after a quarter of a minute without it and without a
    key. Whoever never brings the mouse, such as a screen reader's user, is not hurried.

    Signals:
        left(): the window was left for another one, or alone.
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
            if watched is self._window:
                self._follow(event.type())
            elif event.type() is QEvent.Type.KeyPress:  # in the whole window, whatever takes it
                self._keep_company()
        except Exception:  # noqa: BLE001  out of a filter it would end the program
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
        if QApplication.activePopupWidget() is not None:  # a menu of ours has the focus
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
        """How long the mouse may take to come, in ms."""
        if not self._entered:
            return ARRIVAL_MS - self._opened.elapsed()
        apart = abs(self._focus_left.elapsed() - self._mouse_left.elapsed())
        followed = not self._inside and apart <= TOGETHER_MS
        return RETURN_MS if followed else 0
