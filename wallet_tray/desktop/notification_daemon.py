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


class Daemon:
    """Who owns the daemon's name now; its capabilities are asked for when they are needed."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.capabilities: frozenset[str] | None = None
        self.closed = RecentlyClosed()
        self.actions = RecentActions()
        self._asked = False

    def ask_capabilities(self, link: BusLink, on_told: Callable[[], None]) -> None:
        """Ask once, however often this is called. An error counts as none."""
        if self._asked:
            return
        self._asked = True
        link.call(get_capabilities(self.owner), partial(self._told, on_told))
        link.later(HANG_SECONDS, self._complain_of_silence)

    def _told(self, on_told: Callable[[], None], reply: Message) -> None:
        told = None if is_error(reply) else arguments(reply, "as")
        self.capabilities = frozenset(told[0]) if told else frozenset()
        on_told()

    def _complain_of_silence(self) -> None:
        if self.capabilities is None:
            log.warning("the notification daemon does not answer; waiting for it")


class DaemonStarter:
    """Has the bus start a daemon where nobody owns the name: once, and after failures later on."""

    def __init__(self, link: BusLink, on_retry: Callable[[], None]) -> None:
        self._link = link
        self._on_retry = on_retry
        self._asked = False
        self._over = False
        self._failures = 0

    def start(self) -> None:
        """Ask, unless that was done. A started one shows itself by owning the name."""
        if not self._asked:
            self._asked = True
            self._link.start_service(NAME, self._answered)

    def forget(self) -> None:
        """A daemon came, or the bus went."""
        self._over = True

    def _answered(self, reply: Message) -> None:
        if self._over or not is_error(reply):
            return
        self._failures += 1
        log.info("no notification daemon (%s)", error_name(reply))
        if error_name(reply).endswith(".ServiceUnknown"):
            return  # there is nobody to be started; the bus tells when one comes by itself
        if self._failures <= len(START_RETRY_SECONDS):
            self._link.later(START_RETRY_SECONDS[self._failures - 1], self._again)

    def _again(self) -> None:
        if not self._over:
            self._asked = False
            self._on_retry()
