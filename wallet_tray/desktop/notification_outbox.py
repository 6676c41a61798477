"""Where notifications are left for the Linux desktop; never waits. No Qt."""

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from wallet_tray.desktop.bus_thread import BusThread
from wallet_tray.desktop.notification import Notification, NotificationEvents
from wallet_tray.desktop.notification_ledger import NotificationLedger

if TYPE_CHECKING:
    from wallet_tray.desktop.bus_thread import BusClient

ICON_NAME = "wallet-tray"


class NotificationOutbox:
    """Keeps the newest wish of every slot and has the thread of the session bus fulfil it.

    ``events`` is called in that thread. ``icon`` is a file:// address or the name of a themed
    icon. Nothing is started or imported before the first show().
    """

    def __init__(
        self,
        bus: BusThread,
        events: NotificationEvents,
        icon: str = ICON_NAME,
        ledger: NotificationLedger | None = None,
    ) -> None:
        self._ledger = ledger
        self._bus = bus
        self._events = events
        self._icon = icon
        self._lock = threading.Lock()
        self._wishes: dict[str, tuple[int, Notification | None]] = {}
        self._count = 0
        self._joined = False

    def show(self, notification: Notification) -> None:
        """Put this on the screen, in place of what the slot shows there."""
        self._wish(notification.slot, notification)
        self._join()

    def close(self, slot: str) -> None:
        """Take the slot's notification off the screen, or forget it if it never got there."""
        left = not self._joined and self._ledger is not None and self._ledger.is_there
        if slot in self._wishes or left:
            self._wish(slot, None)
            self._join()

    def _join(self) -> None:
        if not self._joined:
            self._joined = True
            self._bus.add(self._make_delivery)
        self._bus.wake()

    def _wish(self, slot: str, wanted: Notification | None) -> None:
        with self._lock:
            self._count += 1
            self._wishes[slot] = (self._count, wanted)

    def _read_wishes(self) -> Mapping[str, tuple[int, Notification | None]]:
        with self._lock:
            return dict(self._wishes)

    def _make_delivery(self) -> "BusClient":
        from wallet_tray.desktop.notification_delivery import NotificationDelivery

        return NotificationDelivery(self._read_wishes, self._events, self._icon, self._ledger)
