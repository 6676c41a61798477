"""Notifications behind one small interface, whatever the desktop."""

import sys
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.desktop.bus_thread import BusThread
from wallet_tray.desktop.notification import Notification

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon


class Notifier(QObject):
    """Shows at most one notification a slot. Nothing but withdraw() ever waits.

    This class itself shows nothing: it stands where there is nobody to show it.

    Signals (connect bound methods of QObjects: they are emitted in another thread)
    action_invoked(str, str): slot and key of an action that the user pressed.
    delivered(str): the slot's newest notification is on the screen, or was taken over.
    dismissed(str): the slot's notification left the screen without close(): the user dismissed it,
    it expired, or a pressed action ended it (then mostly after action_invoked). Also where one
    that was to be reworded or taken over does not stand there any more.
    """

    action_invoked = Signal(str, str)
    delivered = Signal(str)
    dismissed = Signal(str)

    def show(self, notification: Notification) -> None:
        """Put this on the screen as something new; what its slot shows there goes."""

    def reword(self, notification: Notification) -> None:
        """Say this in place of what its slot shows; it never brings back what is gone.

        Where nothing better is known it is shown.
        """
        self.show(notification)

    def take_over(self, notifications: Iterable[Notification]) -> None:
        """At the start, before anything else: these were on show when an earlier run ended.

        What stands there still works on, in these words; all else of ours is taken away.
        """

    def close(self, slot: str) -> None:
        """Take the slot's notification off the screen, or forget it if it never got there."""

    def use_tray(self, tray: "QSystemTrayIcon") -> None:
        """The tray icon stands now; for systems whose notifications come out of it."""

    def withdraw(self, limit: timedelta) -> None:
        """Take everything off the screen, before stop(); waits for ``limit`` at most."""

    def stop(self) -> None:
        """No signal after this. What is on the screen stays."""


NoNotifier = Notifier


def make_notifier(
    bus: BusThread | None = None,
    tray: "QSystemTrayIcon | None" = None,
    icon_file: Path | None = None,
    parent: QObject | None = None,
    ledger_file: Path | None = None,
) -> Notifier:
    """The notifier for this system.

    ``bus`` is the thread of the session bus (Linux), ``tray`` the icon whose balloons are used
    (Windows, macOS; it may come later, by ``use_tray``), ``icon_file`` the program's icon.
    ``ledger_file`` keeps what is on the screen from one run of the program to the next.
    """
    platform: str = sys.platform  # a plain text: type checkers see one system only
    if platform == "linux":
        if bus is None:
            return NoNotifier(parent)
        from wallet_tray.desktop.notifications_freedesktop import FreedesktopNotifier

        return FreedesktopNotifier(bus, icon_file, parent, ledger_file)
    if platform in ("win32", "darwin"):
        from wallet_tray.desktop.notifications_tray import TrayMessageNotifier

        return TrayMessageNotifier(tray, parent)
    return NoNotifier(parent)
