"""Writes down what programs say to the notification daemon and what the daemon says back."""

import threading
import time
from dataclasses import dataclass, field
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

NOTIFICATIONS = "org.freedesktop.Notifications"
ITEM = "org.kde.StatusNotifierItem"

_RULES = [
    f"type='method_call',interface='{NOTIFICATIONS}'",
    f"type='signal',interface='{NOTIFICATIONS}'",
    f"type='signal',interface='{ITEM}'",
    "type='method_return'",
    "type='error'",
]


@dataclass(slots=True)
class Notification:
    """One Notify call. ``id`` is what the daemon gave; 0 as long as it has not answered."""

    app_name: str
    replaces_id: int
    summary: str
    body: str
    actions: dict[str, str]
    hints: dict[str, Any]
    at: float = field(default_factory=time.monotonic)
    id: int = 0
    error: str = ""

    @property
    def urgency(self) -> int | None:
        """0 low, 1 normal, 2 critical; None where the program did not say."""
        return self.hints.get("urgency")


class BusLog(threading.Thread):
    """Monitors a bus until ``stop()``. The lists only grow; read copies of them.

    ``closed`` holds (id, reason) as the daemon signalled it, ``close_calls`` the ids that a program
    asked to close. ``invoked`` holds (id, action key), ``item_signals`` the names of the tray
    items' change signals.
    """

    def __init__(self, address: str) -> None:
        super().__init__(name="bus-log", daemon=True)
        self.notifications: list[Notification] = []
        self.invoked: list[tuple[int, str]] = []
        self.closed: list[tuple[int, int]] = []
        self.close_calls: list[int] = []
        self.item_signals: list[str] = []
        self._unanswered: dict[tuple[str, int], Notification] = {}
        self._stopping = threading.Event()
        self._connection = open_dbus_connection(address, auth_timeout=60)
        monitoring = DBusAddress(
            "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus.Monitoring"
        )
        request = new_method_call(monitoring, "BecomeMonitor", "asu", (_RULES, 0))
        self._connection.send_and_get_reply(request, timeout=60)

    def run(self) -> None:
        """Reads until stopped or until the bus is gone."""
        while not self._stopping.is_set():
            try:
                self._note(self._connection.receive(timeout=0.2))
            except TimeoutError:
                continue
            except OSError:
                return

    def stop(self) -> None:
        """Ends the thread and the connection."""
        self._stopping.set()
        if self.is_alive():
            self.join(30)
        self._connection.close()

    def _note(self, message: Message) -> None:
        kind, fields = message.header.message_type, message.header.fields
        member, sender = fields.get(HeaderFields.member), fields.get(HeaderFields.sender, "")
        if kind in (MessageType.method_return, MessageType.error):
            key = (fields.get(HeaderFields.destination, ""), fields[HeaderFields.reply_serial])
            if (notification := self._unanswered.pop(key, None)) is not None:
                if kind == MessageType.error:
                    notification.error = fields.get(HeaderFields.error_name, "?")
                else:
                    notification.id = message.body[0]
        elif fields.get(HeaderFields.interface) == ITEM:
            self.item_signals.append(str(member))
        elif kind == MessageType.method_call and member == "Notify":
            app_name, replaces_id, _icon, summary, body, actions, hints, _expire = message.body
            notification = Notification(
                app_name,
                replaces_id,
                summary,
                body,
                dict(zip(actions[::2], actions[1::2], strict=True)),
                {key: value for key, (_type, value) in hints.items()},
            )
            self._unanswered[sender, message.header.serial] = notification
            self.notifications.append(notification)
        elif kind == MessageType.method_call and member == "CloseNotification":
            self.close_calls.append(message.body[0])
        elif kind == MessageType.signal and member == "ActionInvoked":
            self.invoked.append(message.body)
        elif kind == MessageType.signal and member == "NotificationClosed":
            self.closed.append(message.body)
