"""Notifications of Linux desktops: org.freedesktop.Notifications, outside the GUI thread."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from wallet_tray.desktop.bus_thread import BusThread
from wallet_tray.desktop.notification import Notification
from wallet_tray.desktop.notification_ledger import NotificationLedger
from wallet_tray.desktop.notification_outbox import ICON_NAME, NotificationOutbox
from wallet_tray.desktop.notifications import Notifier


class FreedesktopNotifier(Notifier):
    """See Notifier for its signals. The thread and D-Bus come with the first show()."""

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
        """Put this on the screen as something new; what its slot shows there goes."""
        if not self._stopped:
            self._outbox.show(notification)

    def reword(self, notification: Notification) -> None:
        """Say this in place of what its slot shows; it never brings back what is gone."""
        if not self._stopped:
            self._outbox.reword(notification)

    def take_over(self, notifications: Iterable[Notification]) -> None:
        """Go on with what an earlier run left on the screen, and take away all else of ours."""
        if not self._stopped:
            self._outbox.take_over(notifications)

    def close(self, slot: str) -> None:
        """Take the slot's notification off the screen, or forget it if it never got there."""
        if not self._stopped:
            self._outbox.close(slot)

    def withdraw(self, limit: timedelta) -> None:
        """Take everything off the screen; a daemon that hangs does so when it answers again."""
        if not self._stopped:
            self._outbox.withdraw(limit)

    def stop(self) -> None:
        """No signal after this. What is on the screen stays; the bus is ended by its owner."""
        self._stopped = True

    def on_delivered(self, slot: str) -> None:
        """In the thread of the bus."""
        self._say(lambda: self.delivered.emit(slot))

    def on_action_invoked(self, slot: str, key: str) -> None:
        """In the thread of the bus."""
        self._say(lambda: self.action_invoked.emit(slot, key))

    def on_dismissed(self, slot: str) -> None:
        """In the thread of the bus."""
        number = self._outbox.number(slot)
        self._say(lambda: self._left.emit(slot, number))

    @Slot(str, int)
    def _on_left(self, slot: str, number: int) -> None:
        """In the GUI thread: what was said of the slot since was not dismissed."""
        if not self._stopped and self._outbox.number(slot) == number:
            self.dismissed.emit(slot)

    def _say(self, emit: Callable[[], None]) -> None:
        if self._stopped:
            return
        try:
            emit()
        except RuntimeError:
            self._stopped = True  # Qt deleted us at the end of the program
