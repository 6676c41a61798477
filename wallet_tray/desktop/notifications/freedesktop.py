"""Notifications of Linux desktops: org.freedesktop.Notifications, outside the GUI thread."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from wallet_tray.desktop.dbus.thread import BusThread
from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.desktop.notifications.notifier import Notifier
from wallet_tray.desktop.notifications.outbox import (
    ICON_NAME,
    NotificationLedger,
    NotificationOutbox,
)


class FreedesktopNotifier(Notifier):
    """See Notifier for its signals. Thread and D-Bus are loaded by the first show()."""

    _left = Signal(str, int)

    def __init__(
        self,
        bus: BusThread,
        icon_file: Path | None = None,
        parent: QObject | None = None,
        ledger_file: Path | None = None,
    ) -> None:
        super().__init__(parent)
        icon = ICON_NAME if icon_file is None else icon_file.absolute().as_uri()
        self._stopped = False
        ledger = None if ledger_file is None else NotificationLedger(ledger_file)
        self._outbox = NotificationOutbox(bus, self, icon, ledger)
        self._left.connect(self._on_left, Qt.ConnectionType.QueuedConnection)

    def show(self, notification: Notification) -> None:
        """Show this as something new; the slot's earlier notification is removed."""
        if not self._stopped:
            self._outbox.show(notification)

    def reword(self, notification: Notification) -> None:
        """Replace what the slot shows; never restore a notification that is gone."""
        if not self._stopped:
            self._outbox.reword(notification)

    def take_over(self, notifications: Iterable[Notification]) -> None:
        """Take over these notifications of an earlier run and remove all others."""
        if not self._stopped:
            self._outbox.take_over(notifications)

    def close(self, slot: str) -> None:
        """Remove the slot's notification, or discard it if it was never shown."""
        if not self._stopped:
            self._outbox.close(slot)

    def withdraw(self, limit: timedelta) -> None:
        """Remove everything; a daemon that hangs does it when it answers again."""
        if not self._stopped:
            self._outbox.withdraw(limit)

    def stop(self) -> None:
        """Stop; no signal is emitted after this.

        Shown notifications stay; the owner of the bus ends it.
        """
        self._stopped = True

    def on_delivered(self, slot: str) -> None:
        """Emit ``delivered``. Called in the bus thread."""
        self._say(lambda: self.delivered.emit(slot))

    def on_action_invoked(self, slot: str, key: str) -> None:
        """Emit ``action_invoked``. Called in the bus thread."""
        self._say(lambda: self.action_invoked.emit(slot, key))

    def on_dismissed(self, slot: str) -> None:
        """Emit ``dismissed`` through the GUI thread. Called in the bus thread."""
        number = self._outbox.number(slot)
        self._say(lambda: self._left.emit(slot, number))

    @Slot(str, int)
    def _on_left(self, slot: str, number: int) -> None:
        """Emit ``dismissed`` in the GUI thread, unless the slot has a newer request."""
        if not self._stopped and self._outbox.number(slot) == number:
            self.dismissed.emit(slot)

    def _say(self, emit: Callable[[], None]) -> None:
        if self._stopped:
            return
        try:
            emit()
        except RuntimeError:
            self._stopped = True  # Qt deleted this object at exit
