"""Keeps the desktop's notification daemon in line with the desired screen content.

The Desktop Notifications Specification (freedesktop.org, 1.2), for a daemon that may be absent,
hang, restart or refuse:

| the daemon | this program |
| --- | --- |
| absent | asks the bus to start it, else waits until it appears; nothing is lost |
| hangs | waits: the sent one may still appear, and a second one would be one too many |
| answers an error | tries again after 2, 15 and 60 s, then every ten minutes |
| dies before it answered | notifies its successor: the screen of the dead one is gone |
| dies after it answered | does nothing: it was shown once |

A waiting slot is checked again on every new request and when the daemon answers. The same happens
when the daemon or the bus appears or disappears.

News gets a notification of its own, and the previous one is closed. Plasma 6.7 shows nothing in
place of an expired notification, and reports neither event. A reworded notification replaces the
one on the screen, and never restores one that has left the screen.

An id is valid for one run of one daemon. Ids of an earlier run of this program, or of an earlier
connection, come from the ledger. They count only if bus and daemon are still the same. These
notifications are sent again, so that the daemon reports their events to this connection. Those of
an earlier run stay as they are until they are reworded, as their figures may be out of date. Some
daemons report their events to this run only then. If nothing is wanted in their slot they are
closed.

Daemons are called by their unique names, so that the receiver of each call is always known. Runs in
the session bus thread and is imported there.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from jeepney import Message

from wallet_tray.desktop.dbus.connection import (
    BusLink,
    arguments,
    error_name,
    is_error,
    is_signal,
    sender,
)
from wallet_tray.desktop.dbus.thread import BusClient
from wallet_tray.desktop.notifications.daemon import (
    HANG_SECONDS,
    LATER_SECONDS,
    Daemon,
    DaemonStarter,
)
from wallet_tray.desktop.notifications.messages import NAME, PATH, close_notification, notify
from wallet_tray.desktop.notifications.model import Notification, NotificationEvents, Request
from wallet_tray.desktop.notifications.outbox import NotificationLedger

log = logging.getLogger(__name__)

RETRY_SECONDS = (2.0, 15.0, 60.0)

_NO_REQUEST = Request()


@dataclass(slots=True)
class _Slot:
    """State of one slot; ``id`` and ``shown`` belong to the current daemon."""

    request: Request = _NO_REQUEST
    done: int = 0  # the number of the last fulfilled request
    shown: Notification | None = None
    id: int = 0
    unsure: bool = False  # shown over another connection, or by a daemon that is gone
    asked: object | None = None  # token of the unanswered call
    failures: int = 0
    resting: bool = False  # waiting for the next attempt after a failure

    @property
    def is_in_line(self) -> bool:
        """True if the slot needs no action."""
        return self.asked is None and self.request.number == self.done and not self.unsure

    @property
    def has_news(self) -> bool:
        """True while something new is on its way to the screen."""
        return self.request.news > self.done


class NotificationDelivery(BusClient):
    """A client of the session bus.

    ``end`` returns the event to set once the last request has reached the bus. It returns None
    before the program ends.
    """

    def __init__(
        self,
        requests: Callable[[], Mapping[str, Request]],
        events: NotificationEvents,
        icon: str,
        ledger: NotificationLedger | None = None,
        end: Callable[[], threading.Event | None] = lambda: None,
    ) -> None:
        self._ledger = ledger
        self._bus_id = ""
        self._looked = False  # True once the owner of the daemon's name is known
        self._requests = requests
        self._events = events
        self._icon = icon
        self._end = end
        self._slots: dict[str, _Slot] = {}
        self._link: BusLink | None = None
        self._daemon: Daemon | None = None
        self._starter: DaemonStarter | None = None  # None without a bus

    def on_connected(self, link: BusLink) -> None:
        """Listen to the daemon, both the current one and its successors."""
        self._link = link
        self._starter = DaemonStarter(link, self._bring_in_line)
        for member in ("ActionInvoked", "NotificationClosed"):
            # Most daemons address the caller only, but mako broadcasts: a rule is needed.
            link.add_match(sender=NAME, interface=NAME, path=PATH, member=member)
        self._take_requests()
        link.call_bus("GetId", on_reply=self._on_bus_id)  # answered before the next call
        link.watch_owner(NAME, self._on_owner)

    def on_disconnected(self) -> None:
        """Void all ids; unanswered notifications will be sent again."""
        self._link = None
        self._starter = None
        self._looked = False
        self._reset_daemon()

    def on_woken(self) -> None:
        """Take new requests."""
        self._take_requests()
        self._bring_in_line()

    def on_signal(self, signal: Message) -> None:
        """Handle an action or a closing if the current daemon reports it."""
        daemon = self._daemon
        if daemon is None or sender(signal) != daemon.owner:
            return
        if is_signal(signal, NAME, "ActionInvoked"):
            self._on_action(daemon, *(arguments(signal, "us") or (0, "")))
        elif is_signal(signal, NAME, "NotificationClosed"):
            self._on_closed(daemon, *(arguments(signal, "uu") or (0, 0)))

    def _on_bus_id(self, reply: Message) -> None:
        values = None if is_error(reply) else arguments(reply, "s")
        self._bus_id = values[0] if values else ""

    def _on_owner(self, owner: str | None) -> None:
        if self._starter is not None:
            if owner is not None:
                self._starter.daemon_came()
            elif self._daemon is not None:
                asked = any(slot.asked is not None for slot in self._slots.values())
                was_of_use = self._daemon.capabilities is not None and not asked
                self._starter.daemon_went(was_of_use=was_of_use)
        self._reset_daemon()
        self._looked = True
        if owner is not None:
            self._daemon = Daemon(owner)
            self._read_ids(owner)
        self._take_requests()
        self._bring_in_line()

    def _reset_daemon(self) -> None:
        self._daemon = None
        for slot in self._slots.values():
            slot.unsure = slot.unsure or slot.id != 0
            slot.id = 0
            slot.shown = None
            slot.asked = None
            slot.failures = 0
            slot.resting = False

    def _read_ids(self, owner: str) -> None:
        """Read which notifications of this program are on this daemon's screen."""
        if self._ledger is None or not self._bus_id:
            return
        for name, ident in self._ledger.read(self._bus_id + owner).items():
            slot = self._slots.setdefault(name, _Slot())
            slot.id = ident
            slot.shown = slot.request.wanted
            slot.unsure = True

    def _keep_ids(self) -> None:
        if self._ledger is not None and self._daemon is not None and self._bus_id:
            ids = {name: slot.id for name, slot in self._slots.items() if slot.id}
            self._ledger.write(self._bus_id + self._daemon.owner, ids)

    def _take_requests(self) -> None:
        for name, request in self._requests().items():
            slot = self._slots.setdefault(name, _Slot())
            if request.number > slot.request.number:
                slot.request = request
                slot.failures = 0
                slot.resting = False
                if self._starter is not None and request.wanted is not None:
                    self._starter.renew()

    def _bring_in_line(self) -> None:
        for name, slot in self._slots.items():
            if slot.asked is None and not slot.is_in_line:
                self._fulfil(name, slot)
        end = self._end()
        if (
            end is not None
            and self._link is not None
            and all(slot.is_in_line for slot in self._slots.values())
        ):
            # The bus answers in order: its reply proves that all earlier messages arrived.
            self._link.call_bus("GetId", on_reply=lambda _reply: end.set())

    def _fulfil(self, name: str, slot: _Slot) -> None:
        """Do the next step for the slot; do nothing while an answer is pending."""
        link, daemon = self._link, self._daemon
        if slot.request.wanted is None:
            if self._looked:  # else an earlier run may have left something on the screen
                self._take_away(name, slot)
                slot.done = slot.request.number
                slot.unsure = False
        elif not slot.has_news and not slot.id:
            # If the daemon that showed it is gone, wait for the next one: it may be the same.
            if self._looked and not (slot.unsure and daemon is None):
                self._leave_empty(name, slot)
        elif slot.request.is_left or link is None or slot.resting:
            return
        elif daemon is None:
            if self._starter is not None:
                self._starter.start()
        elif daemon.capabilities is None:
            daemon.ask_capabilities(link, self._bring_in_line)
        else:
            if slot.has_news:
                self._take_away(name, slot)
            self._notify(link, daemon, daemon.capabilities, name, slot)

    def _take_away(self, name: str, slot: _Slot) -> None:
        if slot.id and self._link is not None and self._daemon is not None:
            self._link.call(close_notification(self._daemon.owner, slot.id))
            if slot.shown is not None:  # the user may press a button before this arrives
                self._daemon.closed.add(slot.id, name, slot.shown)
        slot.id = 0
        slot.shown = None
        self._keep_ids()

    def _leave_empty(self, name: str, slot: _Slot) -> None:
        """Drop the request: its notification left the screen, and nothing new is on its way."""
        slot.request = Request(slot.request.number)
        slot.done = slot.request.number
        slot.unsure = False
        self._events.on_dismissed(name)

    def _notify(
        self, link: BusLink, daemon: Daemon, can: frozenset[str], name: str, slot: _Slot
    ) -> None:
        request = slot.request
        if request.wanted is None:
            return
        slot.asked = token = object()

        def answered(reply: Message) -> None:
            if slot.asked is token:
                slot.asked = None
                self._notify_answered(name, slot, request, reply)
            elif not is_error(reply) and (late := arguments(reply, "u")) is not None:
                # The daemon lost the name but still runs: remove its copy from the screen.
                link.call(close_notification(daemon.owner, late[0]))

        def overdue() -> None:
            if slot.asked is token:
                log.warning("the notification daemon does not answer; waiting for it")

        link.call(notify(daemon.owner, can, slot.id, self._icon, request.wanted), answered)
        link.later(HANG_SECONDS, overdue)

    def _notify_answered(self, name: str, slot: _Slot, sent: Request, reply: Message) -> None:
        values = None if is_error(reply) else arguments(reply, "u")
        if values is None:
            self._notify_failed(slot, reply)
            return
        slot.id = values[0]
        slot.done, slot.shown = sent.number, sent.wanted
        slot.unsure = False
        slot.failures = 0
        self._keep_ids()
        if slot.request.wanted is not None and not slot.has_news:
            self._events.on_delivered(name)
        self._bring_in_line()

    def _notify_failed(self, slot: _Slot, reply: Message) -> None:
        slot.failures += 1
        slot.resting = True
        seconds = LATER_SECONDS
        if slot.failures <= len(RETRY_SECONDS):
            seconds = RETRY_SECONDS[slot.failures - 1]
            log.warning("the notification daemon refuses (%s)", error_name(reply) or "odd answer")
        if self._link is not None:
            self._link.later(seconds, partial(self._try_again, slot, slot.request.number))
        self._bring_in_line()  # meanwhile the request may be to show nothing

    def _try_again(self, slot: _Slot, number: int) -> None:
        if slot.request.number == number:
            slot.resting = False
            self._bring_in_line()

    def _on_action(self, daemon: Daemon, ident: int, key: str) -> None:
        found = self._slot_of(ident) or daemon.closed.find(ident)
        if found is None or not daemon.actions.is_new(ident, key):
            return
        name, shown = found
        if not any(key == offered for offered, _label in shown.actions):
            return
        self._events.on_action_invoked(name, key)
        slot = self._slots[name]
        if slot.id == ident and slot.asked is None and self._link is not None:
            # dunst's menu and makoctl leave it on the screen; after an action it is done.
            self._link.call(close_notification(daemon.owner, ident))

    def _on_closed(self, daemon: Daemon, ident: int, _reason: int) -> None:
        if (found := self._slot_of(ident)) is None:
            return
        name, shown = found
        daemon.closed.add(ident, name, shown)
        slot = self._slots[name]
        slot.id = 0
        slot.shown = None
        self._keep_ids()
        self._take_requests()
        if slot.request.wanted is not None and slot.asked is None and not slot.has_news:
            # Otherwise a newer notification is being sent, and that one was not dismissed.
            self._leave_empty(name, slot)

    def _slot_of(self, ident: int) -> tuple[str, Notification] | None:
        for name, slot in self._slots.items():
            if slot.id == ident and slot.id and slot.shown is not None:
                return name, slot.shown
        return None
