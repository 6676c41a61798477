"""The notification daemon that runs now, and the wish that one be started.

Imported in the thread of the session bus only.
"""

import logging
from collections.abc import Callable
from functools import partial

from jeepney import Message

from wallet_tray.desktop.bus_link import BusLink
from wallet_tray.desktop.bus_message import arguments, error_name, is_error
from wallet_tray.desktop.notification_call import NAME, get_capabilities
from wallet_tray.desktop.notification_echoes import RecentActions, RecentlyClosed

log = logging.getLogger(__name__)

HANG_SECONDS = 5.0
"""A daemon that has not answered for so long is named in the log; it is waited for all the same."""

START_RETRY_SECONDS = (2.0, 15.0, 60.0)
LATER_SECONDS = 600.0
"""Between two tries after those: whatever was in the way may be gone."""

READY_SECONDS = (0.1, 0.3, 1.0, 3.0)
_NOT_READY = frozenset(
    f"org.freedesktop.DBus.Error.{name}"
    for name in ("UnknownObject", "UnknownInterface", "UnknownMethod")
)
"""What a daemon answers that owns its name already and has not set up its object yet."""


class Daemon:
    """Who owns the daemon's name now; its capabilities are asked for when they are needed."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.capabilities: frozenset[str] | None = None
        self.closed = RecentlyClosed()
        self.actions = RecentActions()
        self._asked = False
        self._tries = 0

    def ask_capabilities(self, link: BusLink, on_told: Callable[[], None]) -> None:
        """Ask once, however often this is called. An error counts as none.

        A daemon that has just been started may own its name before it can answer: it is asked
        again a few times, so that no notification is sent in vain and no button is missing.
        """
        if self._asked:
            return
        self._asked = True
        self._ask(link, on_told)
        link.later(HANG_SECONDS, self._complain_of_silence)

    def _ask(self, link: BusLink, on_told: Callable[[], None]) -> None:
        link.call(get_capabilities(self.owner), partial(self._told, link, on_told))

    def _told(self, link: BusLink, on_told: Callable[[], None], reply: Message) -> None:
        if is_error(reply) and error_name(reply) in _NOT_READY and self._tries < len(READY_SECONDS):
            self._tries += 1
            link.later(READY_SECONDS[self._tries - 1], partial(self._ask, link, on_told))
            return
        told = None if is_error(reply) else arguments(reply, "as")
        self.capabilities = frozenset(told[0]) if told else frozenset()
        on_told()

    def _complain_of_silence(self) -> None:
        if self.capabilities is None:
            log.warning("the notification daemon does not answer; waiting for it")


class DaemonStarter:
    """Has the bus start a daemon while nobody owns the name.

    After a failure, or a daemon that ended with our question unanswered, it waits, by and by ten
    minutes; a new wish ends the wait, as a daemon may have been installed meanwhile. One that comes
    by itself is seen by its name.
    """

    def __init__(self, link: BusLink, on_retry: Callable[[], None]) -> None:
        self._link = link
        self._on_retry = on_retry
        self._turn = 0  # what was begun in an earlier one is void
        self._busy = False  # asked, or waiting after a failure
        self._waits = False
        self._failures = 0

    def start(self) -> None:
        """Ask, unless that was done. A started one shows itself by owning the name."""
        if not self._busy:
            self._busy = True
            self._link.start_service(NAME, partial(self._answered, self._turn))

    def renew(self) -> None:
        """There is a new wish: what failed before is tried at once."""
        if self._waits:
            self._failures = 0
            self._begin_turn()

    def daemon_came(self) -> None:
        """Somebody owns the name."""
        self._begin_turn()

    def daemon_went(self, *, was_of_use: bool) -> None:
        """The name is free again; ``was_of_use`` if its owner had answered us."""
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
            self._failures = len(START_RETRY_SECONDS)  # there is none to be started, for now
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
