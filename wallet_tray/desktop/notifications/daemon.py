"""The notification daemon that runs now, its recent events, and requests to start one.

Import it only in the session bus thread.
"""

import logging
import time
from collections import deque
from collections.abc import Callable
from functools import partial

from jeepney import Message

from wallet_tray.desktop.dbus.connection import BusLink, arguments, error_name, is_error
from wallet_tray.desktop.notifications.messages import NAME, get_capabilities
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


log = logging.getLogger(__name__)

HANG_SECONDS = 5.0
"""A daemon that does not answer within this time is logged; waiting continues."""

START_RETRY_SECONDS = (2.0, 15.0, 60.0)
LATER_SECONDS = 600.0
"""Delay between attempts after START_RETRY_SECONDS: the obstacle may be gone by then."""

READY_SECONDS = (0.1, 0.3, 1.0, 3.0)
_NOT_READY = frozenset(
    f"org.freedesktop.DBus.Error.{name}"
    for name in ("UnknownObject", "UnknownInterface", "UnknownMethod")
)
"""Errors of a daemon that already owns its name but has not set up its object."""


class Daemon:
    """The current owner of the daemon's name; its capabilities are queried on demand."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.capabilities: frozenset[str] | None = None
        self.closed = RecentlyClosed()
        self.actions = RecentActions()
        self._asked = False
        self._tries = 0

    def ask_capabilities(self, link: BusLink, on_known: Callable[[], None]) -> None:
        """Query the capabilities once, however often this is called. An error counts as none.

        A daemon that has just started may own its name before it can answer. It is queried again a
        few times, so that no notification is lost and no button is missing.
        """
        if self._asked:
            return
        self._asked = True
        self._ask(link, on_known)
        link.later(HANG_SECONDS, self._complain_of_silence)

    def _ask(self, link: BusLink, on_known: Callable[[], None]) -> None:
        link.call(get_capabilities(self.owner), partial(self._on_capabilities, link, on_known))

    def _on_capabilities(self, link: BusLink, on_known: Callable[[], None], reply: Message) -> None:
        if is_error(reply) and error_name(reply) in _NOT_READY and self._tries < len(READY_SECONDS):
            self._tries += 1
            link.later(READY_SECONDS[self._tries - 1], partial(self._ask, link, on_known))
            return
        values = None if is_error(reply) else arguments(reply, "as")
        self.capabilities = frozenset(values[0]) if values else frozenset()
        on_known()

    def _complain_of_silence(self) -> None:
        if self.capabilities is None:
            log.warning("the notification daemon does not answer; waiting for it")


class DaemonStarter:
    """Asks the bus to start a daemon while the name has no owner.

    It waits after a failure, or after a daemon that ended without answering, in the end ten
    minutes. A new request ends the wait, because a daemon may have been installed meanwhile. A
    daemon that starts on its own is noticed by its name.
    """

    def __init__(self, link: BusLink, on_retry: Callable[[], None]) -> None:
        self._link = link
        self._on_retry = on_retry
        self._turn = 0  # callbacks of earlier turns are void
        self._busy = False  # a start is pending, or waiting after a failure
        self._waits = False
        self._failures = 0

    def start(self) -> None:
        """Request a start unless one is pending. A started daemon appears as owner of the name."""
        if not self._busy:
            self._busy = True
            self._link.start_service(NAME, partial(self._answered, self._turn))

    def renew(self) -> None:
        """Retry an earlier failure at once, because there is a new request."""
        if self._waits:
            self._failures = 0
            self._begin_turn()

    def daemon_came(self) -> None:
        """Note that the name has an owner."""
        self._begin_turn()

    def daemon_went(self, *, was_of_use: bool) -> None:
        """Note that the name is free again; ``was_of_use`` if its owner had answered."""
        if was_of_use:
            self._failures = 0
        else:
            self._wait("it ended without an answer")

    def _begin_turn(self) -> None:
        self._turn += 1
        self._busy = self._waits = False

    def _answered(self, turn: int, reply: Message) -> None:
        if turn != self._turn or not is_error(reply):
            return
        if error_name(reply).endswith(".ServiceUnknown"):
            self._failures = len(START_RETRY_SECONDS)  # none is installed, for now
        self._wait(error_name(reply))

    def _wait(self, why: str) -> None:
        if self._failures <= len(START_RETRY_SECONDS):
            log.info("no notification daemon (%s)", why)
        seconds = LATER_SECONDS
        if self._failures < len(START_RETRY_SECONDS):
            seconds = START_RETRY_SECONDS[self._failures]
        self._failures += 1
        self._busy = self._waits = True
        self._link.later(seconds, partial(self._again, self._turn))

    def _again(self, turn: int) -> None:
        if turn == self._turn:
            self._begin_turn()
            self._on_retry()
