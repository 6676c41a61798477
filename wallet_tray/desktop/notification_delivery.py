"""Brings the desktop's notification daemon in line with what should be on the screen.

The Desktop Notifications Specification (freedesktop.org, 1.2), for a daemon that may be absent,
hang, restart or refuse:

| the daemon | we |
| --- | --- |
| absent | ask the bus to start it; else wait until it appears, nothing is lost |
| hangs | wait: what was sent may still be shown, a second one would be one too many |
| answers an error | try again after 2, 15 and 60 s, then when the daemon or the wish changes |
| dies before it answered | tell its successor: the screen of the dead one is gone |
| dies after it answered | leave it: it was shown once |

Daemons are called by their unique names, so that it is always known who was told what.
Runs in the thread of the session bus and is imported there.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from jeepney import Message

from wallet_tray.desktop.bus_link import BusLink
from wallet_tray.desktop.bus_message import arguments, error_name, is_error, is_signal, sender
from wallet_tray.desktop.notification import Notification, NotificationEvents
from wallet_tray.desktop.notification_call import NAME, PATH, close_notification, notify
from wallet_tray.desktop.notification_daemon import HANG_SECONDS, Daemon, DaemonStarter
from wallet_tray.desktop.notification_ledger import NotificationLedger

log = logging.getLogger(__name__)

RETRY_SECONDS = (2.0, 15.0, 60.0)

Wish = tuple[int, Notification | None]
"""A number that grows from wish to wish, and what should be on the screen."""


@dataclass(slots=True)
class _Slot:
    """What is known of one slot; ``id`` and ``shown`` are those of the present daemon."""

    wish: Wish = (0, None)
    done: int = 0  # the number of the wish that was met last
    shown: Notification | None = None
    id: int = 0
    asked: object | None = None  # the call that has no answer yet
    failures: int = 0
    resting: bool = False  # until the next try after a failure


class NotificationDelivery:
    """A client of the session bus (see bus_thread.BusClient)."""

    def __init__(
        self,
        wishes: Callable[[], Mapping[str, Wish]],
        events: NotificationEvents,
        icon: str,
        ledger: NotificationLedger | None = None,
    ) -> None:
        self._ledger = ledger
        self._bus_id = ""
        self._looked = False  # for who owns the daemon's name
        self._wishes = wishes
        self._events = events
        self._icon = icon
        self._slots: dict[str, _Slot] = {}
        self._link: BusLink | None = None
        self._daemon: Daemon | None = None
        self._starter: DaemonStarter | None = None  # while nobody owns the name

    def on_connected(self, link: BusLink) -> None:
        """Listen to the daemon, whoever it is and will be."""
        self._link = link
        for member in ("ActionInvoked", "NotificationClosed"):
            # A rule is needed although most daemons answer the caller alone: mako broadcasts.
            link.add_match(sender=NAME, interface=NAME, path=PATH, member=member)
        self._take_wishes()
        link.call_bus("GetId", on_reply=self._on_bus_id)  # answered before the next question
        link.watch_owner(NAME, self._on_owner)

    def on_disconnected(self) -> None:
        """Whatever was not answered will be sent again; the ids are void."""
        self._link = None
        self._looked = False
        self._forget_daemon()

    def on_woken(self) -> None:
        """There may be new wishes."""
        self._take_wishes()
        self._bring_in_line()

    def on_signal(self, signal: Message) -> None:
        """An action or an end, if the present daemon says so."""
        daemon = self._daemon
        if daemon is None or sender(signal) != daemon.owner:
            return
        if is_signal(signal, NAME, "ActionInvoked"):
            self._on_action(daemon, *(arguments(signal, "us") or (0, "")))
        elif is_signal(signal, NAME, "NotificationClosed"):
            self._on_closed(daemon, *(arguments(signal, "uu") or (0, 0)))

    # the daemon comes and goes

    def _on_bus_id(self, reply: Message) -> None:
        told = None if is_error(reply) else arguments(reply, "s")
        self._bus_id = told[0] if told else ""

    def _on_owner(self, owner: str | None) -> None:
        self._forget_daemon()
        self._looked = True
        if owner is not None:
            self._daemon = Daemon(owner)
            if self._ledger is not None and self._bus_id:
                for name, ident in self._ledger.read(self._bus_id + owner).items():
                    self._slots.setdefault(name, _Slot()).id = ident
        elif self._link is not None:
            self._starter = DaemonStarter(self._link, self._bring_in_line)
        self._bring_in_line()

    def _forget_daemon(self) -> None:
        self._daemon = None
        if self._starter is not None:
            self._starter.forget()
            self._starter = None
        for slot in self._slots.values():
            slot.id = 0
            slot.shown = None
            slot.asked = None
            slot.failures = 0
            slot.resting = False

    # wishes and their fulfilment

    def _take_wishes(self) -> None:
        for name, wish in self._wishes().items():
            slot = self._slots.setdefault(name, _Slot())
            if wish[0] > slot.wish[0]:
                slot.wish = wish
                slot.failures = 0
                slot.resting = False

    def _bring_in_line(self) -> None:
        link, daemon = self._link, self._daemon
        for name, slot in self._slots.items():
            number, wanted = slot.wish
            if number == slot.done or slot.asked is not None:
                continue
            if wanted is None:
                if not self._looked:
                    continue  # an earlier run may have left something there
                self._close(slot)
                slot.done = number
            elif link is None or slot.resting:
                continue
            elif daemon is None:
                if self._starter is not None:
                    self._starter.start()
            elif daemon.capabilities is None:
                daemon.ask_capabilities(link, self._bring_in_line)
            else:
                self._notify(link, daemon, daemon.capabilities, name, slot)

    def _close(self, slot: _Slot) -> None:
        if slot.id and self._link is not None and self._daemon is not None:
            self._link.call(close_notification(self._daemon.owner, slot.id))
        slot.id = 0
        slot.shown = None
        self._keep_ids()

    def _keep_ids(self) -> None:
        if self._ledger is not None and self._daemon is not None and self._bus_id:
            ids = {name: slot.id for name, slot in self._slots.items() if slot.id}
            self._ledger.write(self._bus_id + self._daemon.owner, ids)

    def _notify(
        self, link: BusLink, daemon: Daemon, can: frozenset[str], name: str, slot: _Slot
    ) -> None:
        number, wanted = slot.wish
        if wanted is None:
            return
        slot.asked = token = object()

        def answered(reply: Message) -> None:
            if slot.asked is token:
                slot.asked = None
                self._notify_answered(name, slot, (number, wanted), reply)
            elif not is_error(reply) and (late := arguments(reply, "u")) is not None:
                # A daemon that lost the name but lives: take its copy off the screen.
                link.call(close_notification(daemon.owner, late[0]))

        def overdue() -> None:
            if slot.asked is token:
                log.warning("the notification daemon does not answer; waiting for it")

        link.call(notify(daemon.owner, can, slot.id, self._icon, wanted), answered)
        link.later(HANG_SECONDS, overdue)

    def _notify_answered(self, name: str, slot: _Slot, sent: Wish, reply: Message) -> None:
        told = None if is_error(reply) else arguments(reply, "u")
        if told is None:
            self._notify_failed(slot, reply)
            return
        slot.id = told[0]
        slot.done, slot.shown = sent
        slot.failures = 0
        self._keep_ids()
        if slot.wish[0] == slot.done:
            self._events.on_delivered(name)
        else:
            self._bring_in_line()

    def _notify_failed(self, slot: _Slot, reply: Message) -> None:
        slot.failures += 1
        slot.resting = True
        log.warning("the notification daemon refuses (%s)", error_name(reply) or "odd answer")
        if self._link is not None and slot.failures <= len(RETRY_SECONDS):
            self._link.later(
                RETRY_SECONDS[slot.failures - 1], partial(self._try_again, slot, slot.wish[0])
            )
        self._bring_in_line()  # the wish may have changed to none meanwhile

    def _try_again(self, slot: _Slot, number: int) -> None:
        if slot.wish[0] == number:
            slot.resting = False
            self._bring_in_line()

    # what the user does

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
            # dunst's menu and makoctl leave it on the screen; a pressed button has served.
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
        self._take_wishes()
        if slot.wish[0] == slot.done:
            # Else something newer is on its way into the slot, and that was not dismissed.
            self._events.on_dismissed(name)

    def _slot_of(self, ident: int) -> tuple[str, Notification] | None:
        for name, slot in self._slots.items():
            if slot.id == ident and slot.id and slot.shown is not None:
                return name, slot.shown
        return None
