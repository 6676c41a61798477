"""Reports of the system bus: wake-up and screen lock from logind, networks from NetworkManager.

Runs in the system bus thread and is imported there. elogind answers like systemd-logind.
"""

import os
from collections.abc import Callable
from typing import Any

from jeepney import DBusAddress, Message, Properties, new_method_call

from wallet_tray.desktop.dbus.connection import (
    PROPERTIES,
    BusLink,
    arguments,
    is_error,
    is_signal,
    sender,
)
from wallet_tray.desktop.dbus.thread import BusClient

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"

NETWORK = "org.freedesktop.NetworkManager"
NETWORK_PATH = "/org/freedesktop/NetworkManager"
# An NMState of NetworkManager: a connection limited to the site or by a sign-in page.
CONNECTED_SITE = 60


class ServiceClient(BusClient):
    """Follows one service of the system bus, also when that service restarts.

    It trusts only the owner of the service's name: any process may send signals on the system bus.
    """

    name: str

    def __init__(self) -> None:
        self.link: BusLink | None = None
        self.owner: str | None = None

    def on_connected(self, link: BusLink) -> None:
        """Find the service."""
        self.link = link
        self.add_matches(link)
        link.watch_owner(self.name, self._on_owner)

    def on_disconnected(self) -> None:
        """Reset everything known about the service."""
        self.link = None
        self._on_owner(None)

    def on_signal(self, signal: Message) -> None:
        """Pass on signals that the service itself sent."""
        if self.owner is not None and sender(signal) == self.owner:
            self.on_own_signal(signal)

    def _on_owner(self, owner: str | None) -> None:
        self.owner = owner
        self.on_owner_changed()

    def add_matches(self, link: BusLink) -> None:
        """Subscribe to signals."""

    def on_own_signal(self, signal: Message) -> None:
        """Handle a signal of the service."""

    def on_owner_changed(self) -> None:
        """Handle the start or end of the service."""


class WakeClient(ServiceClient):
    """Calls ``on_wake`` in the bus thread when the computer woke up."""

    name = LOGIN

    def __init__(self, on_wake: Callable[[], None]) -> None:
        super().__init__()
        self._on_wake = on_wake

    def add_matches(self, link: BusLink) -> None:
        """Subscribe to sleep and wake-up."""
        link.add_match(sender=LOGIN, path=LOGIN_PATH, interface=MANAGER, member="PrepareForSleep")

    def on_own_signal(self, signal: Message) -> None:
        """Report a wake-up: PrepareForSleep(true) precedes sleep, (false) follows it."""
        if is_signal(signal, MANAGER, "PrepareForSleep") and arguments(signal, "b") == (False,):
            self._on_wake()


class LockedHintClient(ServiceClient):
    """Calls ``on_locked`` in the bus thread with LockedHint of the user's session.

    The Lock signal is only a request that may be ignored, and Unlock need not follow it. Both
    signals therefore only trigger a query of the hint.
    """

    name = LOGIN

    def __init__(self, on_locked: Callable[[bool], None]) -> None:
        super().__init__()
        self._on_locked = on_locked
        self._session: str | None = None

    def on_owner_changed(self) -> None:
        """Find the user's session."""
        self._session = None
        if self.owner is None:
            self._on_locked(False)
        else:
            self._ask_session("auto")

    def _ask_session(self, ident: str) -> None:
        def on_reply(reply: Message) -> None:
            path = None if is_error(reply) else arguments(reply, "o")
            fallback = os.environ.get("XDG_SESSION_ID", "")
            if path is not None:
                self._follow(path[0])
            elif ident == "auto" and fallback:  # logind before version 243
                self._ask_session(fallback)

        if self.link is not None:
            address = DBusAddress(LOGIN_PATH, bus_name=LOGIN, interface=MANAGER)
            self.link.call(new_method_call(address, "GetSession", "s", (ident,)), on_reply)

    def _follow(self, path: str) -> None:
        if self.link is None:
            return
        self._session = path
        for member in ("Lock", "Unlock"):
            self.link.add_match(sender=LOGIN, path=path, interface=SESSION, member=member)
        self.link.add_match(
            sender=LOGIN, path=path, interface=PROPERTIES, member="PropertiesChanged", arg0=SESSION
        )
        self._ask_hint()

    def _ask_hint(self) -> None:
        def on_reply(reply: Message) -> None:
            hint = None if is_error(reply) else arguments(reply, "v")
            if hint is not None:
                self._note_hint(hint[0])

        if self.link is not None and self._session is not None:
            session = DBusAddress(self._session, bus_name=LOGIN, interface=SESSION)
            self.link.call(Properties(session).get("LockedHint"), on_reply)

    def _note_hint(self, variant: tuple[str, Any]) -> None:
        if variant[0] == "b":
            self._on_locked(variant[1])

    def on_own_signal(self, signal: Message) -> None:
        """Handle Lock, Unlock and changes of the hint."""
        if is_signal(signal, SESSION, "Lock") or is_signal(signal, SESSION, "Unlock"):
            self._ask_hint()
        elif is_signal(signal, PROPERTIES, "PropertiesChanged"):
            changed = arguments(signal, "sa{sv}as")
            if changed is not None and changed[0] == SESSION:
                if "LockedHint" in changed[1]:
                    self._note_hint(changed[1]["LockedHint"])
                elif "LockedHint" in changed[2]:
                    self._ask_hint()


class NetworkClient(ServiceClient):
    """Calls ``on_return`` in the bus thread when the network improved."""

    name = NETWORK

    def __init__(self, on_return: Callable[[], None]) -> None:
        super().__init__()
        self._on_return = on_return
        self._state: int | None = None  # None: not reported yet

    def add_matches(self, link: BusLink) -> None:
        """Subscribe to the network's state."""
        link.add_match(sender=NETWORK, path=NETWORK_PATH, interface=NETWORK, member="StateChanged")

    def on_own_signal(self, signal: Message) -> None:
        """Report a network that appeared, or is less limited than before."""
        if is_signal(signal, NETWORK, "StateChanged") and (values := arguments(signal, "u")):
            before, self._state = self._state, values[0]
            if self._state >= CONNECTED_SITE and (before is None or self._state > before):
                self._on_return()

    def on_owner_changed(self) -> None:
        """Ask for the present state."""
        self._state = None
        if self.owner is None or self.link is None:
            return

        def on_reply(reply: Message) -> None:
            state = None if is_error(reply) else arguments(reply, "v")
            if state is not None and state[0][0] == "u" and self._state is None:
                self._state = state[0][1]

        manager = DBusAddress(NETWORK_PATH, bus_name=self.owner, interface=NETWORK)
        self.link.call(Properties(manager).get("State"), on_reply)
