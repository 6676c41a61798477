"""The Secret Service (gnome-keyring, KWallet, KeePassXC), across all its collections.

A key is written to the user's current default collection. It is read and removed in every
collection, as another one may have been the default when it was written.

Each call here opens one connection and uses it for all its steps: KeePassXC unlocks an item only
for the connection that asked. Nothing is remembered between two calls.
"""

import contextlib
import os
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

import secretstorage
from jeepney import DBusAddress, DBusErrorResponse, MatchRule, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection
from secretstorage.defines import SS_PATH, SS_PREFIX
from secretstorage.util import BUS_NAME, DBusAddressWrapper

from wallet_tray.credentials.session_bus import BUS, ask_bus

_SERVICE = SS_PREFIX + "Service"
_COLLECTION = SS_PREFIX + "Collection"
_ITEM = SS_PREFIX + "Item"
_PROMPT = SS_PREFIX + "Prompt"
_NOTHING = "/"

# The same as keyring's, so that `keyring get` shows what we stored.
_APPLICATION = "Python keyring library"
_PREFERRED = "KEYRING_PROPERTY_PREFERRED_COLLECTION"


class NotSavedError(Exception):
    """The service did not keep the stored key."""


class NotRemovedError(Exception):
    """The service did not remove the stored key."""


class SecretService:
    """The texts of one service name. Raises secretstorage's and jeepney's exceptions."""

    name = "SecretService"

    def __init__(self, service: str) -> None:
        self._service = service

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """Return the text from the default collection if it is there, else the newest one.

        Without ``may_prompt`` locked objects raise LockedException: the collections, and the item,
        which KeePassXC locks separately.
        """
        with _visit() as visit:
            if not may_prompt and visit.is_all_locked():
                # KeePassXC would prompt to open a database before it searches.
                raise secretstorage.LockedException
            items = visit.items(self._query(user))
            default = visit.default_collection()
            if not items and default is not None and visit.is_locked(default, _COLLECTION):
                visit.unlock([default], may_prompt=may_prompt)
                items = visit.items(self._query(user))
            if not items:
                return None
            visit.unlock(items[:1], may_prompt=may_prompt)
            return visit.secret(items[0])

    def write(self, user: str, text: str) -> None:
        """Store the text in the default collection; remove older ones elsewhere."""
        with _visit() as visit:
            collection = visit.default_collection() or visit.new_collection()
            visit.unlock([collection])
            kept = visit.create_item(
                collection,
                f"Password for '{user}' on '{self._service}'",
                {**self._query(user), "application": _APPLICATION},
                text,
            )
            if visit.secret(kept) != text:
                raise NotSavedError
            for item in visit.items(self._query(user)):
                if item != kept:
                    # If its prompt is dismissed, the old text stays and ranks behind the new one.
                    with contextlib.suppress(secretstorage.SecretStorageException):
                        visit.delete([item])
            first, *_ = visit.items(self._query(user)) or [""]
            visit.unlock([first])
            if visit.secret(first) != text:
                raise NotSavedError

    def delete(self, user: str) -> None:
        """Remove the text from every collection."""
        with _visit() as visit:
            visit.delete(visit.items(self._query(user)))
            if hiding := visit.collections_that_hide():
                visit.unlock(hiding)
                visit.delete(visit.items(self._query(user)))
            if visit.items(self._query(user)):
                raise NotRemovedError

    def users(self) -> list[str]:
        """Return the users with a stored text; locked collections list them, except KeePassXC's."""
        with _visit() as visit:
            items = visit.items({"service": self._service})
            found = {visit.property_of(item, _ITEM, "Attributes").get("username") for item in items}
        return sorted(found - {None, ""})

    def _query(self, user: str) -> dict[str, str]:
        return {"service": self._service, "username": user}


@contextlib.contextmanager
def _visit() -> "Iterator[_Visit]":
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        yield _Visit(bus)


class _Visit:
    """One connection and the requests on it. Objects are identified by their D-Bus paths."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        gone = MatchRule(type="signal", sender=BUS, interface=BUS, member="NameOwnerChanged")
        gone.add_arg_condition(0, BUS_NAME)
        ask_bus(bus, "AddMatch", "s", gone.serialise())
        self._gone = gone
        self._session: Any = None

    def property_of(self, path: str, interface: str, name: str) -> Any:
        return DBusAddressWrapper(path, interface, self._bus).get_property(name)

    def is_locked(self, path: str, interface: str) -> bool:
        return bool(self.property_of(path, interface, "Locked"))

    def collections(self) -> list[str]:
        return list(self.property_of(SS_PATH, _SERVICE, "Collections"))

    def is_all_locked(self) -> bool:
        collections = self.collections()
        return bool(collections) and all(self.is_locked(one, _COLLECTION) for one in collections)

    def collections_that_hide(self) -> list[str]:
        """Return the collections that list no items while locked, as all of KeePassXC's do."""
        return [
            one
            for one in self.collections()
            if self.is_locked(one, _COLLECTION) and not self.property_of(one, _COLLECTION, "Items")
        ]

    def default_collection(self) -> str | None:
        """Return the collection that keyring uses; None if there is none yet."""
        if preferred := os.environ.get(_PREFERRED):
            return preferred
        (path,) = self._call(SS_PATH, _SERVICE, "ReadAlias", "s", "default")
        return None if path == _NOTHING else str(path)

    def new_collection(self) -> str:
        """Create the user's first collection; the service prompts for its password."""
        label = {f"{_COLLECTION}.Label": ("s", "Default")}
        path, prompt = self._call(SS_PATH, _SERVICE, "CreateCollection", "a{sv}s", label, "default")
        return str(path if path != _NOTHING else self._answer(prompt))

    def items(self, query: dict[str, str]) -> list[str]:
        """Return the items of the default collection first, then the others, newest first."""
        first: list[str] = []
        if (default := self.default_collection()) is not None:
            # KeePassXC does not search locked databases.
            with contextlib.suppress(DBusErrorResponse, secretstorage.SecretStorageException):
                first = list(self._call(default, _COLLECTION, "SearchItems", "a{ss}", query)[0])
        unlocked, locked = self._call(SS_PATH, _SERVICE, "SearchItems", "a{ss}", query)
        others = [one for one in (*unlocked, *locked) if one not in first]
        return first + sorted(others, key=self._modified, reverse=True)

    def unlock(self, paths: Sequence[str], *, may_prompt: bool = True) -> None:
        """Unlock collections or items for this connection. Raises LockedException."""
        locked = [path for path in paths if self._is_locked_object(path)]
        if not locked:
            return
        if may_prompt:
            _, prompt = self._call(SS_PATH, _SERVICE, "Unlock", "ao", locked)
            if prompt != _NOTHING:
                self._answer(prompt)
        if not may_prompt or any(self._is_locked_object(path) for path in locked):
            raise secretstorage.LockedException

    def secret(self, item: str) -> str:
        """Return the item's text."""
        found = secretstorage.Item(self._bus, item, self._opened_session())
        return found.get_secret().decode("utf-8")

    def create_item(
        self, collection: str, label: str, attributes: dict[str, str], text: str
    ) -> str:
        """Store a text; replace an item with the same attributes."""
        properties = {f"{_ITEM}.Label": ("s", label), f"{_ITEM}.Attributes": ("a{ss}", attributes)}
        secret = secretstorage.util.format_secret(
            self._opened_session(), text.encode(), "text/plain"
        )
        path, prompt = self._call(
            collection, _COLLECTION, "CreateItem", "a{sv}(oayays)b", properties, secret, True
        )
        return str(path if path != _NOTHING else self._answer(prompt))

    def delete(self, items: Sequence[str]) -> None:
        """Unlock the items and remove them, with one prompt for all if the service can do that."""
        self.unlock(items)
        for item in items:
            try:
                (prompt,) = self._call(item, _ITEM, "Delete", "")
            except secretstorage.ItemNotFoundException:
                continue  # removed meanwhile
            if prompt != _NOTHING:  # a refusal is an ItemNotFoundException as well
                self._answer(prompt)

    def _call(self, path: str, interface: str, method: str, signature: str, *body: Any) -> Any:
        return DBusAddressWrapper(path, interface, self._bus).call(method, signature, *body)

    def _opened_session(self) -> Any:
        self._session = self._session or secretstorage.util.open_session(self._bus)
        return self._session

    def _modified(self, item: str) -> int:
        with contextlib.suppress(DBusErrorResponse, secretstorage.SecretStorageException):
            return int(self.property_of(item, _ITEM, "Modified"))
        return 0

    def _is_locked_object(self, path: str) -> bool:
        interface = _COLLECTION if self._is_collection(path) else _ITEM
        return self.is_locked(path, interface)

    def _is_collection(self, path: str) -> bool:
        return path.count("/") == SS_PATH.count("/") + 2  # …/collection/NAME, …/aliases/NAME

    def _answer(self, prompt: str) -> Any:
        """Show the service's prompt, and return its result after the user has answered.

        Raises PromptDismissedException, also if the service leaves the bus before: then no answer
        is possible.
        """
        owner = ask_bus(self._bus, "GetNameOwner", "s", BUS_NAME)
        completed = MatchRule(type="signal", path=prompt, interface=_PROMPT, member="Completed")
        received = deque[Any]()
        address = DBusAddress(prompt, bus_name=owner, interface=_PROMPT)
        with (
            self._bus.filter(completed, queue=received),
            self._bus.filter(self._gone, queue=received),
        ):
            shown = self._bus.send_and_get_reply(new_method_call(address, "Prompt", "s", ("",)))
            if shown.header.message_type is MessageType.error:
                raise secretstorage.PromptDismissedException
            message = self._bus.recv_until_filtered(received)
        if not completed.matches(message) or message.body[0]:
            raise secretstorage.PromptDismissedException
        return message.body[1][1]
