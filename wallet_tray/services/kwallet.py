"""KWallet by its own interface, for desktops where it gives no Secret Service.

Texts lie where keyring puts them: in the folder named like the service, one entry a user.
Every call finds the daemon and the wallet again; nothing is remembered between two calls.
"""

import contextlib
from collections.abc import Iterator
from typing import Any

import secretstorage
from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection

from wallet_tray.services.session_bus_names import is_owned

# Plasma 6, Plasma 5: bus names and the paths of their objects.
DAEMONS = {
    "org.kde.kwalletd6": "/modules/kwalletd6",
    "org.kde.kwalletd5": "/modules/kwalletd5",
}
_INTERFACE = "org.kde.KWallet"
_OUR_NAME = "wallet-tray"  # what KWallet asks about: "wallet-tray wants to open the wallet"


class KWalletFailedError(Exception):
    """KWallet answered with an error, or did not do what was asked of it."""


class KWallet:
    """The texts of one service name. Raises LockedException where the wallet stays closed."""

    name = "kwallet"

    def __init__(self, service: str) -> None:
        self._folder = service

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """The text. Without ``may_prompt`` a closed wallet that may hold it stays closed."""
        with _visit() as visit:
            if visit.surely_lacks(self._folder, user):
                return None
            if not may_prompt and not visit.is_open():
                raise secretstorage.LockedException
            return visit.text(self._folder, user)

    def write(self, user: str, text: str) -> None:
        """Store the text."""
        with _visit() as visit:
            handle = visit.opened()
            if not visit.call("hasFolder", "iss", handle, self._folder, _OUR_NAME):
                visit.call("createFolder", "iss", handle, self._folder, _OUR_NAME)
            visit.call("writePassword", "issss", handle, self._folder, user, text, _OUR_NAME)
            if visit.text(self._folder, user) != text:
                raise KWalletFailedError

    def delete(self, user: str) -> None:
        """Remove the text; a wallet that surely lacks it is not opened."""
        with _visit() as visit:
            if visit.surely_lacks(self._folder, user):
                return
            visit.call("removeEntry", "isss", visit.opened(), self._folder, user, _OUR_NAME)
            if visit.text(self._folder, user) is not None:
                raise KWalletFailedError

    def users(self) -> list[str]:
        """The users that a text is stored for."""
        with _visit() as visit:
            if visit.call("folderDoesNotExist", "ss", visit.wallet, self._folder):
                return []
            found = visit.call("entryList", "iss", visit.opened(), self._folder, _OUR_NAME)
            return sorted(str(user) for user in found)


@contextlib.contextmanager
def _visit() -> "Iterator[_Visit]":
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        yield _Visit(bus)


class _Visit:
    """One connection to the daemon that runs."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        name = next((one for one in DAEMONS if is_owned(bus, one)), None)
        if name is None:
            raise secretstorage.SecretServiceNotAvailableException
        self._address = DBusAddress(DAEMONS[name], bus_name=name, interface=_INTERFACE)
        self.wallet = self.call("networkWallet")

    def call(self, method: str, signature: str = "", *body: Any) -> Any:
        """The answer, however long the user thinks about it: no limit here."""
        message = new_method_call(self._address, method, signature or None, body)
        reply = self._bus.send_and_get_reply(message)
        if reply.header.message_type is MessageType.error:
            raise KWalletFailedError  # also where the daemon ends meanwhile: the bus says so
        return reply.body[0] if reply.body else None

    def is_open(self) -> bool:
        return bool(self.call("isOpen", "s", self.wallet))

    def surely_lacks(self, folder: str, user: str) -> bool:
        """KWallet tells by its index, without opening the wallet."""
        return bool(self.call("keyDoesNotExist", "sss", self.wallet, folder, user))

    def opened(self) -> int:
        """The wallet's handle; its first wizard, or its question for the password, may come."""
        handle = int(self.call("open", "sxs", self.wallet, 0, _OUR_NAME))
        if handle < 0:
            raise secretstorage.LockedException
        return handle

    def text(self, folder: str, user: str) -> str | None:
        handle = self.opened()
        if not self.call("hasEntry", "isss", handle, folder, user, _OUR_NAME):
            return None
        return str(self.call("readPassword", "isss", handle, folder, user, _OUR_NAME))
