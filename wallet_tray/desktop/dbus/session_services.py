"""Reports of the session bus: whether a screen saver covers the screen; a tray that appears.

Runs in the session bus thread and is imported there.
"""

from collections.abc import Callable
from functools import partial

from jeepney import DBusAddress, Message, MessageFlag, new_method_call

from wallet_tray.desktop.dbus.connection import BusLink, arguments, is_error, is_signal
from wallet_tray.desktop.dbus.thread import BusClient

# KDE and others; GNOME; its derivatives. Each is both an interface and a bus name.
SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
TRAY = "org.kde.StatusNotifierWatcher"


class ScreenSaverClient(BusClient):
    """Calls ``on_active`` in the bus thread when the screen is covered or visible again.

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
        for name in SAVERS:
            link.add_match(interface=name, member="ActiveChanged")
            link.watch_owner(name, partial(self._on_owner, name))

    def on_disconnected(self) -> None:
        """Reset everything known about screen savers."""
        self._link = None
        self._active.clear()
        self._on_active(False)

    def on_signal(self, signal: Message) -> None:
        """Handle ActiveChanged of any screen saver."""
        for name in SAVERS:
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


class TrayClient(BusClient):
    """Calls ``on_appeared`` in the bus thread when a tray comes. Legacy trays are not on D-Bus."""

    def __init__(self, on_appeared: Callable[[], None]) -> None:
        self._on_appeared = on_appeared

    def on_connected(self, link: BusLink) -> None:
        """Follow the owner of the tray's name."""
        link.watch_owner(TRAY, self._on_owner)

    def _on_owner(self, owner: str | None) -> None:
        if owner is not None:
            self._on_appeared()
