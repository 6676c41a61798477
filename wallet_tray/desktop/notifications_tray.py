"""Notifications of Windows and macOS, as Qt's tray icon shows them."""

import sys
from collections.abc import Iterable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from wallet_tray.desktop.notification import Notification
from wallet_tray.desktop.notification_text import plain_body, plain_title
from wallet_tray.desktop.notifications import Notifier

_MILLISECONDS = 10_000


class TrayMessageNotifier(Notifier):
    """See Notifier for its signals. Of a message's end nothing is heard, and only "default" can be
    pressed.

    Qt can neither replace nor take back a message, so close() only forgets whom a click
    belongs to.
    """

    def __init__(self, tray: QSystemTrayIcon | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None
        self._last: Notification | None = None
        self._waiting = False
        if tray is not None:
            self.use_tray(tray)

    def use_tray(self, tray: QSystemTrayIcon) -> None:
        """The icon stands; what was to be shown before is shown now."""
        self._tray = tray
        tray.messageClicked.connect(self._on_clicked)
        if self._waiting and self._last is not None:
            self.show(self._last)

    def show(self, notification: Notification) -> None:
        """Show a message. It is never "information": that has no banner on some systems."""
        self._last = notification
        self._waiting = self._tray is None
        if self._tray is None:
            return
        kind = QSystemTrayIcon.MessageIcon
        self._tray.showMessage(
            plain_title(notification.title),
            plain_body(notification.body),
            kind.Critical if notification.urgent else kind.Warning,
            0 if sys.platform == "darwin" else _MILLISECONDS,  # Qt takes it back there after it
        )
        self.delivered.emit(notification.slot)

    def reword(self, notification: Notification) -> None:
        """Only one that still waits: a message cannot be changed, and twice is too often."""
        if self._waiting and self._last is not None and self._last.slot == notification.slot:
            self._last = notification

    def take_over(self, notifications: Iterable[Notification]) -> None:
        """The messages of an earlier run are gone."""
        for notification in notifications:
            self.dismissed.emit(notification.slot)

    def close(self, slot: str) -> None:
        """A later click on the slot's message does nothing."""
        if self._last is not None and self._last.slot == slot:
            self._last = None

    def stop(self) -> None:
        """No signal after this."""
        self._last = None
        if self._tray is not None:
            self._tray.messageClicked.disconnect(self._on_clicked)
            self._tray = None

    @Slot()
    def _on_clicked(self) -> None:
        if self._last is not None:
            self.action_invoked.emit(self._last.slot, "default")
