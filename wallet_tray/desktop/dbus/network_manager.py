"""Network reports from NetworkManager on the system bus.

Runs in the system bus thread and is imported there. States are NMState of NetworkManager's D-Bus
interface. A connection limited to the site or by a sign-in page is 60.
"""

from collections.abc import Callable

from jeepney import DBusAddress, Message, Properties

from wallet_tray.desktop.dbus.connection import BusLink, arguments, is_error, is_signal, sender

NAME = "org.freedesktop.NetworkManager"
PATH = "/org/freedesktop/NetworkManager"
CONNECTED_SITE = 60


class NetworkClient:
    """Calls ``on_return`` in the bus thread when the network improved.

    It trusts only the owner of NetworkManager's name: any process may send signals on that bus.
    """

    def __init__(self, on_return: Callable[[], None]) -> None:
        self._on_return = on_return
        self._link: BusLink | None = None
        self._owner: str | None = None
        self._state: int | None = None  # None: not reported yet

    def on_connected(self, link: BusLink) -> None:
        """Find NetworkManager."""
        self._link = link
        link.add_match(sender=NAME, path=PATH, interface=NAME, member="StateChanged")
        link.watch_owner(NAME, self._on_owner)

    def on_disconnected(self) -> None:
        """Reset everything known about the network."""
        self._link = None
        self._owner = self._state = None

    def on_woken(self) -> None:
        """Do nothing."""

    def on_signal(self, signal: Message) -> None:
        """Handle StateChanged if NetworkManager itself sent it."""
        if self._owner is None or sender(signal) != self._owner:
            return
        if is_signal(signal, NAME, "StateChanged") and (values := arguments(signal, "u")):
            before, self._state = self._state, values[0]
            if self._state >= CONNECTED_SITE and (before is None or self._state > before):
                self._on_return()

    def _on_owner(self, owner: str | None) -> None:
        self._owner, self._state = owner, None
        if owner is None or self._link is None:
            return

        def on_reply(reply: Message) -> None:
            state = None if is_error(reply) else arguments(reply, "v")
            if state is not None and state[0][0] == "u" and self._state is None:
                self._state = state[0][1]

        manager = DBusAddress(PATH, bus_name=owner, interface=NAME)
        self._link.call(Properties(manager).get("State"), on_reply)
