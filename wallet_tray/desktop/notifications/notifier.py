"""Desktop notifications behind one small interface."""

import sys
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.desktop.dbus.thread import BusThread
from wallet_tray.desktop.notifications.model import Notification

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon


class Notifier(QObject):
    """Shows at most one notification per slot. Only withdraw() ever blocks.

    This class itself shows nothing; it is the null object for systems without notifications.

    Signals (connect bound methods of QObjects: they are emitted in another thread):
        action_invoked(str, str): slot and key of an action that the user pressed.
        delivered(str): the slot's newest notification is on the screen, or was accepted.
        dismissed(str): the slot's notification left the screen without close(). The user dismissed
            it, it expired, or an action ended it (then mostly after action_invoked). Also emitted
            if a notification to be reworded or taken over is not there any more.
    """

    action_invoked = Signal(str, str)
    delivered = Signal(str)
    dismissed = Signal(str)

    def show(self, notification: Notification) -> None:
        """Show this as something new; the slot's earlier notification is removed."""

    def reword(self, notification: Notification) -> None:
        """Replace what the slot shows; never restore a notification that is gone.

        The default implementation shows it.
        """
        self.show(notification)

    def take_over(self, notifications: Iterable[Notification]) -> None:
        """Take over the notifications that were on show when an earlier run ended.

        Call this at the start, before anything else. Those still on the screen stay as they are,
        and reword() sends them again; all others of this program are removed.
        """

    def close(self, slot: str) -> None:
        """Remove the slot's notification, or discard it if it was never shown."""

    def use_tray(self, tray: "QSystemTrayIcon") -> None:
        """Use this tray icon, on systems whose notifications come from it."""

    def withdraw(self, limit: timedelta) -> None:
        """Remove everything from the screen, before stop(). Blocks for at most ``limit``."""

    def stop(self) -> None:
        """Stop; no signal is emitted after this. Shown notifications stay."""


NoNotifier = Notifier


def make_notifier(
    bus: BusThread | None = None,
    tray: "QSystemTrayIcon | None" = None,
    icon_file: Path | None = None,
    parent: QObject | None = None,
    ledger_file: Path | None = None,
) -> Notifier:
    """Return the notifier for this system.

    ``bus`` is the thread of the session bus (Linux). ``tray`` is the icon whose balloons are used
    (Windows, macOS); it may come later, by ``use_tray``. ``icon_file`` is the program's icon.
    ``ledger_file`` keeps the ids on the screen between runs of the program.
    """
    platform: str = sys.platform  # str: type checkers would otherwise check one system only
    if platform == "linux":
        if bus is None:
            return NoNotifier(parent)
        from wallet_tray.desktop.notifications.freedesktop import FreedesktopNotifier

        return FreedesktopNotifier(bus, icon_file, parent, ledger_file)
    if platform in ("win32", "darwin"):
        from wallet_tray.desktop.notifications.tray import TrayMessageNotifier

        return TrayMessageNotifier(tray, parent)
    return NoNotifier(parent)
