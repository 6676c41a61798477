"""Reports whether a screen saver or locker of the session covers the screen.

Runs in the session bus thread and is imported there.
"""

from collections.abc import Callable
from functools import partial

from jeepney import DBusAddress, Message, MessageFlag, new_method_call

from wallet_tray.desktop.dbus.connection import BusLink, arguments, is_error, is_signal

# KDE and others; GNOME; its derivatives. Each is both an interface and a bus name.
NAMES = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class ScreenSaverClient:
    """A client of the session bus; calls ``on_active`` in its thread.

    A locker that vanishes still counts as covering the screen, because some release the name at
    once. Its successor is queried.
    """

    def __init__(self, on_active: Callable[[bool], None]) -> None:
        self._on_active = on_active
        self._active: set[str] = set()
        self._link: BusLink | None = None

    def on_connected(self, link: BusLink) -> None:
        """Query all running screen savers and follow changes."""
        self._link = link
        for name in NAMES:
            link.add_match(interface=name, member="ActiveChanged")
            link.watch_owner(name, partial(self._on_owner, name))

    def on_disconnected(self) -> None:
        """Reset everything known about screen savers."""
        self._link = None
        self._active.clear()
        self._on_active(False)

    def on_woken(self) -> None:
        """Do nothing."""

    def on_signal(self, signal: Message) -> None:
        """Handle ActiveChanged of any screen saver."""
        for name in NAMES:
            if is_signal(signal, name, "ActiveChanged"):
                values = arguments(signal, "b")
                if values is not None:
                    self._note(name, values[0])

    def _on_owner(self, name: str, owner: str | None) -> None:
        if owner is None or self._link is None:
            return
        address = DBusAddress("/" + name.replace(".", "/"), bus_name=owner, interface=name)
        question = new_method_call(address, "GetActive")
        question.header.flags |= MessageFlag.no_auto_start
        self._link.call(question, partial(self._on_reply, name))

    def _on_reply(self, name: str, reply: Message) -> None:
        values = None if is_error(reply) else arguments(reply, "b")
        if values is not None:
            self._note(name, values[0])

    def _note(self, name: str, active: bool) -> None:
        if active:
            self._active.add(name)
        else:
            self._active.discard(name)
        self._on_active(bool(self._active))
