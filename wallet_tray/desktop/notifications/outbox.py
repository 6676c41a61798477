"""Pending notifications for the Linux desktop, and the ledger of their ids. No Qt."""

import contextlib
import json
import os
import threading
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray import PROGRAM_NAME
from wallet_tray.desktop.dbus.thread import BusThread
from wallet_tray.desktop.notifications.model import Notification, NotificationEvents, Request
from wallet_tray.storage.files import open_regular

if TYPE_CHECKING:
    from wallet_tray.desktop.dbus.thread import BusClient


_MAX_BYTES = 1 << 20


class NotificationLedger:
    """A small file; if it is missing, damaged or not writable, only the ids are lost.

    ``daemon`` names one run of a notification daemon: the bus's id and its unique name there. Each
    daemon numbers ids from the start, so they are valid for that run alone.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def is_there(self) -> bool:
        """True if an earlier run may have left something on the screen."""
        return self._file.exists()

    def read(self, daemon: str) -> dict[str, int]:
        """Return the daemon's id of each slot; empty if another daemon runs now."""
        try:
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
            with os.fdopen(open_regular(self._file, flags), "rb") as file:
                known = json.loads(file.read(_MAX_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(known, dict) or known.get("daemon") != daemon:
            return {}
        ids = known.get("ids")
        if not isinstance(ids, dict):
            return {}
        return {name: i for name, i in ids.items() if type(i) is int and 0 < i < 1 << 32}

    def write(self, daemon: str, ids: Mapping[str, int]) -> None:
        """Replace the saved ids; remove the file if nothing is on the screen."""
        if not ids:
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)
            return
        new = self._file.with_suffix(".new")
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)  # left by a process that was killed
            # O_EXCL does not follow a link, which could lead to an unrelated file.
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with os.fdopen(open_regular(new, flags), "w", encoding="utf-8") as file:
                json.dump({"daemon": daemon, "ids": dict(ids)}, file)
            new.replace(self._file)


ICON_NAME = PROGRAM_NAME


class NotificationOutbox:
    """Keeps the newest request of each slot, and the session bus thread fulfils it.

    ``events`` is called in that thread. ``icon`` is a file:// address or the name of a themed icon.
    Nothing is started or imported before the first request that needs the desktop.
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
        self._requests: dict[str, Request] = {}
        self._count = 0
        self._joined = False
        self._leaving = False
        self._left = threading.Event()

    def show(self, notification: Notification) -> None:
        """Show this as something new; the slot's earlier notification is removed."""
        self._request(notification.slot, notification, is_news=True)
        self._join()

    def reword(self, notification: Notification) -> None:
        """Replace what the slot shows; do nothing if it shows nothing."""
        self._request(notification.slot, notification, is_news=False)
        if self._joined:
            self._bus.wake()

    def take_over(self, notifications: Iterable[Notification]) -> None:
        """Take over these notifications of an earlier run and remove all others.

        Report those that are not on the screen any more to ``events`` as dismissed.
        """
        shown = list(notifications)
        if self._ledger is not None and self._ledger.is_there:
            for notification in shown:
                self._request(notification.slot, notification, is_news=False, is_left=True)
            self._join()
        else:
            for notification in shown:
                self._events.on_dismissed(notification.slot)

    def close(self, slot: str) -> None:
        """Remove the slot's notification, or discard it if it was never shown."""
        left = not self._joined and self._ledger is not None and self._ledger.is_there
        if slot in self._requests or left:
            self._request(slot, None, is_news=False)
            self._join()

    def number(self, slot: str) -> int:
        """Return the number of the slot's newest request; may be called in any thread."""
        with self._lock:
            return self._requests.get(slot, Request()).number

    def withdraw(self, limit: timedelta) -> None:
        """Remove everything from the screen; return once the bus has accepted that.

        Blocks for at most ``limit`` while the bus or an unanswered call hangs. Does not wait for
        the daemon.
        """
        if not self._joined:
            return
        with self._lock:
            slots = list(self._requests)
        for slot in slots:
            self._request(slot, None, is_news=False)
        self._leaving = True
        self._bus.wake()
        self._left.wait(limit.total_seconds())

    def _join(self) -> None:
        if not self._joined:
            self._joined = True
            self._bus.add(lambda: (self._make_delivery(),))
        self._bus.wake()

    def _request(
        self, slot: str, wanted: Notification | None, *, is_news: bool, is_left: bool = False
    ) -> None:
        with self._lock:
            self._count += 1
            before = self._requests.get(slot, Request())
            news = self._count if is_news else before.news if wanted is not None else 0
            self._requests[slot] = Request(self._count, wanted, news, is_left)

    def _read_requests(self) -> Mapping[str, Request]:
        with self._lock:
            return dict(self._requests)

    def _end(self) -> threading.Event | None:
        """Return the event for the last fulfilled request; None while the program goes on."""
        return self._left if self._leaving else None

    def _make_delivery(self) -> "BusClient":
        from wallet_tray.desktop.notifications.delivery import NotificationDelivery

        return NotificationDelivery(
            self._read_requests, self._events, self._icon, self._ledger, self._end
        )
