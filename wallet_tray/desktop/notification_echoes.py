"""Filters for notification events that daemons repeat or send in an unusual order."""

import time
from collections import deque

from wallet_tray.desktop.notifications.model import Notification

_ECHO_SECONDS = 1.0


class RecentActions:
    """Distinguishes a second press from an echo: GNOME Shell reports everything twice."""

    def __init__(self) -> None:
        self._last: tuple[int, str] | None = None
        self._at = 0.0

    def is_new(self, ident: int, key: str) -> bool:
        """Return False for the same action of the same notification within a second."""
        now = time.monotonic()
        echo = self._last == (ident, key) and now - self._at < _ECHO_SECONDS
        self._last, self._at = (ident, key), now
        return not echo


class RecentlyClosed:
    """The last 16 closed notifications: some daemons send "closed" before "action"."""

    def __init__(self) -> None:
        self._ended: deque[tuple[int, str, Notification]] = deque(maxlen=16)

    def add(self, ident: int, slot: str, shown: Notification) -> None:
        """Remember a notification that just left the screen."""
        self._ended.append((ident, slot, shown))

    def find(self, ident: int) -> tuple[str, Notification] | None:
        """Return the slot and notification that had this id, if it closed recently."""
        for ended, slot, shown in reversed(self._ended):
            if ended == ident:
                return slot, shown
        return None
