"""Notification daemons that misbehave on demand, on a real message bus."""

import contextlib
import itertools
import socket
import threading
from collections.abc import Callable
from typing import Any

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
SECONDS = 60.0  # far more than anything here takes


class FakeDaemon:
    """Owns the notification daemon's name and answers as set, from a thread of its own.

    An ``unready`` one has its name and no object yet. ``hang`` and ``refuse`` hold method names;
    "Notify" in ``hang`` keeps its calls unanswered until release(). ``screen`` is what a user would
    see: id to summary. ``notified`` are the arguments of every Notify, ``closed`` those of every
    CloseNotification.
    """

    def __init__(
        self,
        address: str,
        *,
        capabilities: tuple[str, ...] = ("body", "body-markup", "actions"),
        hang: tuple[str, ...] = (),
        refuse: tuple[str, ...] = (),
        first_id: int = 1,
        name: str = NAME,
        unready: bool = False,
    ) -> None:
        from jeepney import DBusAddress, message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.capabilities = capabilities
        self.hang = set(hang)
        self.refuse = set(refuse)
        self.unready = unready
        self.asked: list[str] = []
        self.notified: list[tuple[Any, ...]] = []
        self.closed: list[int] = []
        self.screen: dict[int, str] = {}
        self._ids = itertools.count(first_id)
        self._held: list[Any] = []
        self._changed = threading.Condition()
        self._emitter = DBusAddress(PATH, interface=NAME)
        self._connection = open_dbus_connection(address, auth_timeout=SECONDS)
        reply = self._connection.send_and_get_reply(message_bus.RequestName(name), timeout=SECONDS)
        assert reply.body == (1,)
        self._thread = threading.Thread(target=self._serve, name="fake daemon", daemon=True)
        self._thread.start()

    def wait(self, condition: Callable[[], object], seconds: float = SECONDS) -> None:
        """Until the condition holds; it is looked at after every call that came in."""
        with self._changed:
            assert self._changed.wait_for(condition, seconds), f"asked so far: {self.asked}"

    def release(self) -> None:
        """Answer all that was kept waiting, and hang no more."""
        with self._changed:
            self.hang.clear()
            held, self._held = self._held, []
            for call in held:
                self._answer(call)
            self._changed.notify_all()

    def die(self) -> None:
        """As by SIGKILL: connection, name and screen are gone."""
        with contextlib.suppress(OSError):  # the bus may have ended first
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(SECONDS)
        self._connection.close()
        self.screen.clear()

    def let_go(self) -> None:
        """Give up the name and live on."""
        from jeepney import message_bus

        self._connection.send(message_bus.ReleaseName(NAME))

    def invoke(self, ident: int, key: str, times: int = 1) -> None:
        """Say that the user pressed an action."""
        for _ in range(times):
            self.emit("ActionInvoked", "us", (ident, key))

    def end(self, ident: int, reason: int = 2, times: int = 1) -> None:
        """Say that a notification left the screen; 1 expired, 2 dismissed, 3 by a call."""
        self.screen.pop(ident, None)
        for _ in range(times):
            self.emit("NotificationClosed", "uu", (ident, reason))

    def emit(self, member: str, signature: str | None, body: tuple[Any, ...]) -> None:
        """Any signal of the notifications' interface."""
        from jeepney import new_signal

        self._connection.send(new_signal(self._emitter, member, signature, body))

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType

        while True:
            try:
                message = self._connection.receive()
            except OSError:
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            method = message.header.fields[HeaderFields.member]
            with self._changed:
                self.asked.append(method)
                if method == "Notify":
                    self.notified.append(message.body)
                if method in self.hang:
                    self._held.append(message)
                else:
                    self._answer(message)
                self._changed.notify_all()

    def _show(self, replaces: int, title: str) -> int:
        ident = replaces or next(self._ids)
        self.screen[ident] = title
        return ident

    def _answer(self, call: Any) -> None:
        from jeepney import HeaderFields, MessageFlag, new_error, new_method_return

        method = call.header.fields[HeaderFields.member]
        if self.unready:
            unknown = "org.freedesktop.DBus.Error.UnknownObject"
            self._connection.send(new_error(call, unknown))
        elif method in self.refuse:
            self._connection.send(new_error(call, "org.example.Error.Refused"))
        elif method == "GetCapabilities":
            self._connection.send(new_method_return(call, "as", (list(self.capabilities),)))
        elif method == "Notify":
            ident = self._show(call.body[1], call.body[3])
            self._connection.send(new_method_return(call, "u", (ident,)))
        elif method == "CloseNotification":
            self.closed.append(call.body[0])
            if not call.header.flags & MessageFlag.no_reply_expected:
                self._connection.send(new_method_return(call))
            self._close(call.body[0])

    def _close(self, ident: int) -> None:
        if ident in self.screen:
            self.end(ident, reason=3)


class PlasmaDaemon(FakeDaemon):
    """Like Plasma (seen on 6.7.4 and 6.3.6): what has expired is in its history alone.

    A Notify in place of one that has expired is answered with its id as usual, and shows nothing.
    One in place of an id that never was is shown under that id. Whether it says that one expired
    cannot be relied on. ``history`` is what its user can look up.
    """

    def __init__(self, address: str, **how: Any) -> None:
        super().__init__(address, **how)
        self.history: dict[int, str] = {}

    def expire(self, ident: int, *, silently: bool = True) -> None:
        """Its time on the screen is over."""
        with self._changed:
            self.history[ident] = self.screen.pop(ident)
        if not silently:
            self.emit("NotificationClosed", "uu", (ident, 1))

    def end(self, ident: int, reason: int = 2, times: int = 1) -> None:
        """Gone from screen and history."""
        self.history.pop(ident, None)
        super().end(ident, reason, times)

    def _close(self, ident: int) -> None:
        if ident in self.screen or ident in self.history:
            self.end(ident, reason=3)

    def _show(self, replaces: int, title: str) -> int:
        if replaces in self.history:
            self.history[replaces] = title
            return replaces
        return super()._show(replaces, title)
