"""Wake-up and screen lock reports from systemd-logind (or elogind) on the system bus.

Runs in the system bus thread and is imported there.
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

NAME = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"


class LogindClient:
    """A client of the system bus that keeps following logind when it restarts.

    It trusts only the owner of logind's name: any process may send signals on the system bus.
    """

    def __init__(self) -> None:
        self.link: BusLink | None = None
        self.owner: str | None = None

    def on_connected(self, link: BusLink) -> None:
        """Find logind."""
        self.link = link
        self.add_matches(link)
        link.watch_owner(NAME, self._on_owner)

    def on_disconnected(self) -> None:
        """Reset everything known about logind."""
        self.link = None
        self._on_owner(None)

    def on_woken(self) -> None:
        """Do nothing."""

    def on_signal(self, signal: Message) -> None:
        """Pass on signals that logind itself sent."""
        if self.owner is not None and sender(signal) == self.owner:
            self.on_logind_signal(signal)

    def _on_owner(self, owner: str | None) -> None:
        self.owner = owner
        self.on_owner_changed()

    def add_matches(self, link: BusLink) -> None:
        """Subscribe to signals."""

    def on_logind_signal(self, signal: Message) -> None:
        """Handle a signal of logind."""

    def on_owner_changed(self) -> None:
        """Handle the start or end of logind."""


class WakeClient(LogindClient):
    """Calls ``on_wake`` in the bus thread when the computer woke up."""

    def __init__(self, on_wake: Callable[[], None]) -> None:
        super().__init__()
        self._on_wake = on_wake

    def add_matches(self, link: BusLink) -> None:
        """Subscribe to sleep and wake-up."""
        link.add_match(sender=NAME, path=PATH, interface=MANAGER, member="PrepareForSleep")

    def on_logind_signal(self, signal: Message) -> None:
        """Report a wake-up: PrepareForSleep(true) precedes sleep, (false) follows it."""
        if is_signal(signal, MANAGER, "PrepareForSleep") and arguments(signal, "b") == (False,):
            self._on_wake()


class LockedHintClient(LogindClient):
    """Calls ``on_locked`` in the bus thread with LockedHint of the user's session.

    The Lock signal is only a request that may be ignored, and Unlock need not follow it. Both
    signals therefore only trigger a query of the hint.
    """

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
            address = DBusAddress(PATH, bus_name=NAME, interface=MANAGER)
            self.link.call(new_method_call(address, "GetSession", "s", (ident,)), on_reply)

    def _follow(self, path: str) -> None:
        if self.link is None:
            return
        self._session = path
        for member in ("Lock", "Unlock"):
            self.link.add_match(sender=NAME, path=path, interface=SESSION, member=member)
        self.link.add_match(
            sender=NAME, path=path, interface=PROPERTIES, member="PropertiesChanged", arg0=SESSION
        )
        self._ask_hint()

    def _ask_hint(self) -> None:
        def on_reply(reply: Message) -> None:
            hint = None if is_error(reply) else arguments(reply, "v")
            if hint is not None:
                self._note_hint(hint[0])

        if self.link is not None and self._session is not None:
            session = DBusAddress(self._session, bus_name=NAME, interface=SESSION)
            self.link.call(Properties(session).get("LockedHint"), on_reply)

    def _note_hint(self, variant: tuple[str, Any]) -> None:
        if variant[0] == "b":
            self._on_locked(variant[1])

    def on_logind_signal(self, signal: Message) -> None:
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
