"""Notifications of Windows and macOS, shown by Qt's tray icon."""

import sys
from collections.abc import Iterable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from wallet_tray.desktop.notifications.messages import plain_body, plain_title
from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.desktop.notifications.notifier import Notifier

_MILLISECONDS = 10_000


class TrayMessageNotifier(Notifier):
    """See Notifier for its signals. Qt reports no end of a message and no action but "default".

    Qt can neither replace nor withdraw a message, so close() only makes a click on it ineffective.
    """

    def __init__(self, tray: QSystemTrayIcon | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None
        self._last: Notification | None = None
        self._waiting = False
        if tray is not None:
            self.use_tray(tray)

    def use_tray(self, tray: QSystemTrayIcon) -> None:
        """Use this icon, and show the pending message."""
        self._tray = tray
        tray.messageClicked.connect(self._on_clicked)
        if self._waiting and self._last is not None:
            self.show(self._last)

    def show(self, notification: Notification) -> None:
        """Show a message. Never use "information": it has no banner on some systems."""
        self._last = notification
        self._waiting = self._tray is None
        if self._tray is None:
            return
        kind = QSystemTrayIcon.MessageIcon
        self._tray.showMessage(
            plain_title(notification.title),
            plain_body(notification.body),
            kind.Critical if notification.urgent else kind.Warning,
            0 if sys.platform == "darwin" else _MILLISECONDS,  # macOS: Qt would remove it then
        )
        self.delivered.emit(notification.slot)

    def reword(self, notification: Notification) -> None:
        """Update a pending message; a shown one cannot change, and must not appear twice."""
        if self._waiting and self._last is not None and self._last.slot == notification.slot:
            self._last = notification

    def take_over(self, notifications: Iterable[Notification]) -> None:
        """Report all as dismissed: the messages of an earlier run are gone."""
        for notification in notifications:
            self.dismissed.emit(notification.slot)

    def close(self, slot: str) -> None:
        """Ignore later clicks on the slot's message."""
        if self._last is not None and self._last.slot == slot:
            self._last = None

    def stop(self) -> None:
        """Stop; no signal is emitted after this."""
        self._last = None
        if self._tray is not None:
            self._tray.messageClicked.disconnect(self._on_clicked)
            self._tray = None

    @Slot()
    def _on_clicked(self) -> None:
        if self._last is not None:
            self.action_invoked.emit(self._last.slot, "default")
