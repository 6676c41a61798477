"""A Secret Service for tests, as a program of its own on the session bus: it can be killed.

It has several collections, asks by prompts that stay open until they are answered, and has the
manners that services differ in (``MANNERS``). Tests steer it by JSON over its own interface:
``SecretServiceProgram`` is their side, the rest of this file runs in the process.
"""

import itertools
import json
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.secrets"
ROOT = "/org/freedesktop/secrets"
CONTROL = "org.example.SecretServiceControl"
KWALLET = "org.kde.kwalletd6"
_SECRET = "org.freedesktop.Secret."
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SECONDS = 60.0

MANNERS = {
    "answer": "",  # "yes" or "no" to each prompt at once; "" leaves it open
    "locks_per_client": False,  # KeePassXC: an item is locked until this connection unlocks it
    "hides": False,  # KeePassXC: a locked collection lists no item and is not searched
    "asks_to_search": False,  # KeePassXC: searching asks where every collection is locked
    "asks_to_delete": False,  # KeePassXC: deleting asks
    "gives_way": False,  # to a successor: it lives on without its name
    "names": [NAME],  # what it owns on the bus, in this order; KWallet's interface is there too
    "wallets": ["kdewallet"],  # of KWallet, the default first
    "signal": "PropertiesChanged",  # announces an unlocking; or CollectionChanged, ItemChanged
}


class SecretServiceProgram:
    """Starts the process and steers it. A context manager.

    ``collections`` maps a name to whether it is locked; ``default`` is the name of the default
    one, "" for none.
    """

    def __init__(
        self, address: str, collections: dict[str, bool], default: str = "", **manners: Any
    ) -> None:
        self._address = address
        self._setup: dict[str, Any] = {
            "collections": collections,
            "default": default,
            "manners": manners,
        }
        self.process: subprocess.Popen[str]

    def __enter__(self) -> Self:
        argv = [sys.executable, __file__, self._address, json.dumps(self._setup)]
        self.process = subprocess.Popen(argv, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "ready\n"
        self._bus = open_dbus_connection(self._address, auth_timeout=_SECONDS)
        return self

    @classmethod
    def command(cls, address: str, collections: dict[str, bool], default: str, **more: Any) -> str:
        """The command line, for the bus to start it by."""
        setup = json.dumps({"collections": collections, "default": default, "manners": more})
        return shlex.join([sys.executable, __file__, address, setup])

    def __exit__(self, *_: object) -> None:
        self.kill()
        assert self.process.stdout is not None
        self.process.stdout.close()
        self._bus.close()

    def kill(self) -> None:
        """As a crash does."""
        self.process.kill()
        self.process.wait(_SECONDS)

    def state(self) -> dict[str, Any]:
        """``items``: [collection, user, text]; ``prompts`` shown so far; ``open`` of them now."""
        found: dict[str, Any] = json.loads(self._control("Tell", ""))
        return found

    def items(self) -> list[tuple[str, str, str]]:
        """(collection, user, text) of every item."""
        return [(one[0], one[1], one[2]) for one in self.state()["items"]]

    def wait_for_prompt(self) -> None:
        """Until a prompt is open."""
        until = time.monotonic() + _SECONDS
        while not self.state()["open"]:
            assert time.monotonic() < until, "no prompt came"
            time.sleep(0.01)

    def answer(self, agreed: bool) -> None:
        """Answers the open prompts."""
        self._control("Answer", json.dumps(agreed))

    def put(self, collection: str, user: str, text: str, **attributes: str) -> None:
        """An item that was stored there before."""
        self._control("Put", json.dumps([collection, user, text, attributes]))

    def put_entry(self, user: str, text: str, wallet: str = "kdewallet") -> None:
        """What was stored in KWallet before."""
        self._control("PutEntry", json.dumps([wallet, user, text]))

    def entries(self) -> list[tuple[str, str, str]]:
        """(wallet, user, text) of every entry of KWallet."""
        wallets = self.state()["kwallet"].items()
        return sorted(
            (wallet, user, text) for wallet, held in wallets for user, text in held.items()
        )

    def set_default(self, collection: str) -> None:
        """Another collection is the default from now on."""
        self._control("Default", json.dumps(collection))

    def lock(self, collection: str, locked: bool) -> None:
        """Locks or unlocks a collection, as another program does; the service announces it."""
        self._control("Lock", json.dumps([collection, locked]))

    def options(self, **manners: Any) -> None:
        """Other manners from now on."""
        self._control("Options", json.dumps(manners))

    def _control(self, member: str, text: str) -> str:
        name = self._setup["manners"].get("names", [NAME])[0]
        call = new_method_call(DBusAddress(ROOT, name, CONTROL), member, "s", (text,))
        reply = self._bus.send_and_get_reply(call, timeout=_SECONDS)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return str(reply.body[0])


class _RefusedError(Exception):
    """An error reply of this name."""


class _LaterError(Exception):
    """There is no reply yet, and here never will be."""


class _Service:
    """Answers method calls; objects are dictionaries by their path."""

    def __init__(self, bus: DBusConnection, setup: dict[str, Any]) -> None:
        self._bus = bus
        self._manners = {**MANNERS, **setup["manners"]}
        self._default = setup["default"]
        self._collections = dict(setup["collections"])
        self._items: dict[str, dict[str, Any]] = {}
        self._numbers = itertools.count(1)
        self._prompts: dict[str, tuple[str, Callable[[], tuple[str, Any]], tuple[str, Any]]] = {}
        self._open: list[str] = []
        self._shown = 0
        self._unlocked_for: set[tuple[str, str]] = set()  # (client, item)
        self._entries: dict[str, dict[str, str]] = {}  # of KWallet's folder: wallet, user, text
        self._wallet_is_open = False

    @property
    def names(self) -> list[str]:
        return list(self._manners["names"])

    def answer(self, call: Message) -> Message | None:
        fields = call.header.fields
        path, member = fields[HeaderFields.path], fields[HeaderFields.member]
        path = self._without_alias(path)
        interface = fields.get(HeaderFields.interface, "").removeprefix(_SECRET)
        method = getattr(self, f"_{interface.rpartition('.')[2].lower()}_{member.lower()}", None)
        if method is None:
            return new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")
        try:
            signature, body = method(path, fields[HeaderFields.sender], *call.body)
        except _LaterError:
            return None
        except _RefusedError as refusal:
            return new_error(call, str(refusal))
        return new_method_return(call, signature or None, body)

    # -- what tests ask for

    def _secretservicecontrol_tell(self, _path: str, _client: str, _: str) -> Any:
        items = [
            [item["collection"], item["attributes"].get("username", ""), item["text"]]
            for item in self._items.values()
        ]
        state = {
            "items": sorted(items),
            "prompts": self._shown,
            "open": len(self._open),
            "kwallet": self._entries,
        }
        return "s", (json.dumps(state),)

    def _secretservicecontrol_answer(self, _path: str, _client: str, text: str) -> Any:
        for path in list(self._open):
            self._complete(path, agreed=json.loads(text))
        return "s", ("",)

    def _secretservicecontrol_put(self, _path: str, _client: str, text: str) -> Any:
        collection, user, secret, more = json.loads(text)
        self._new_item(collection, {"service": "wallet-tray", "username": user, **more}, secret)
        return "s", ("",)

    def _secretservicecontrol_putentry(self, _path: str, _client: str, text: str) -> Any:
        wallet, user, secret = json.loads(text)
        self._entries.setdefault(wallet, {})[user] = secret
        return "s", ("",)

    def _secretservicecontrol_default(self, _path: str, _client: str, text: str) -> Any:
        self._default = json.loads(text)
        return "s", ("",)

    def _secretservicecontrol_options(self, _path: str, _client: str, text: str) -> Any:
        self._manners |= json.loads(text)
        if self._manners["gives_way"]:
            self._bus.send(message_bus.ReleaseName(NAME))
        return "s", ("",)

    def _secretservicecontrol_lock(self, _path: str, _client: str, text: str) -> Any:
        self._set_locked(*json.loads(text))
        return "s", ("",)

    # -- the service

    def _service_opensession(self, _path: str, _client: str, kind: str, _input: Any) -> Any:
        if kind != "plain":
            raise _RefusedError("org.freedesktop.DBus.Error.NotSupported")
        return "vo", (("s", ""), f"{ROOT}/session/s{next(self._numbers)}")

    def _service_readalias(self, _path: str, _client: str, alias: str) -> Any:
        there = alias == "default" and self._default
        return "o", (_collection_path(self._default) if there else "/",)

    def _service_createcollection(self, _path: str, _client: str, _more: Any, _alias: str) -> Any:
        def create() -> tuple[str, Any]:
            self._collections["created"], self._default = False, "created"
            return "o", _collection_path("created")

        return "oo", ("/", self._prompt("", create, ("o", "/")))

    def _service_searchitems(self, _path: str, client: str, query: dict[str, str]) -> Any:
        if self._manners["asks_to_search"] and all(self._collections.values()):
            self._shown += 1
        found = [path for one in self._collections for path in self._found(one, query)]
        locked = [path for path in found if self._is_locked(path, client)]
        return "aoao", ([one for one in found if one not in locked], locked)

    def _service_unlock(self, _path: str, client: str, paths: list[str]) -> Any:
        paths = [self._without_alias(path) for path in paths]
        locked = [path for path in paths if self._is_locked(path, client)]
        if not locked:
            return "aoo", (paths, "/")

        def unlock() -> tuple[str, Any]:
            for path in locked:
                if path in self._items:
                    self._unlocked_for.add((client, path))
                    self._set_locked(self._items[path]["collection"], False)
                else:
                    self._set_locked(path.rpartition("/")[2], False)
            return "ao", paths

        return "aoo", ([], self._prompt(client, unlock, ("ao", [])))

    def _prompt_prompt(self, path: str, _client: str, _window: str) -> Any:
        if path not in self._prompts:
            raise _RefusedError("org.freedesktop.DBus.Error.UnknownObject")
        self._shown += 1
        self._open.append(path)
        return "", ()

    # -- a collection

    def _collection_searchitems(self, path: str, _client: str, query: dict[str, str]) -> Any:
        return "ao", (self._found(path.rpartition("/")[2], query),)

    def _collection_createitem(
        self, path: str, client: str, properties: Any, secret: Any, _replace: bool
    ) -> Any:
        if self._is_locked(path, client):
            raise _RefusedError("org.freedesktop.Secret.Error.IsLocked")
        attributes = properties[f"{_SECRET}Item.Attributes"][1]
        collection = path.rpartition("/")[2]
        for known, item in list(self._items.items()):
            if (item["collection"], item["attributes"]) == (collection, attributes):
                del self._items[known]
        new = self._new_item(collection, attributes, bytes(secret[2]).decode())
        self._unlocked_for.add((client, new))
        return "oo", (new, "/")

    # -- an item

    def _item_getsecret(self, path: str, client: str, session: str) -> Any:
        if self._is_locked(path, client):
            raise _RefusedError("org.freedesktop.Secret.Error.IsLocked")
        text = self._items[path]["text"].encode()
        return "(oayays)", ((session, b"", text, "text/plain"),)

    def _item_delete(self, path: str, client: str) -> Any:
        if self._is_locked(path, client):
            raise _RefusedError("org.freedesktop.Secret.Error.IsLocked")

        def delete() -> tuple[str, Any]:
            self._items.pop(path, None)
            return "s", ""

        if self._manners["asks_to_delete"]:
            return "o", (self._prompt(client, delete, ("s", "")),)
        delete()
        return "o", ("/",)

    # -- KWallet, with one folder in each wallet; all are closed until one is opened

    def _kwallet_wallets(self, _path: str, _client: str) -> Any:
        return "as", (list(self._manners["wallets"]),)

    def _kwallet_networkwallet(self, _path: str, _client: str) -> Any:
        if not self._manners["wallets"]:
            raise _RefusedError("org.freedesktop.DBus.Error.Failed")
        return "s", (self._manners["wallets"][0],)

    def _kwallet_isopen(self, _path: str, _client: str, _wallet: str) -> Any:
        return "b", (self._wallet_is_open,)

    def _kwallet_open(self, _path: str, _client: str, wallet: str, *_: Any) -> Any:
        if not self._wallet_is_open:
            self._shown += 1
            if not self._manners["answer"]:
                self._open.append("kwallet")
                raise _LaterError
            self._wallet_is_open = self._manners["answer"] == "yes"
        if not self._wallet_is_open:
            return "i", (-1,)
        if wallet not in self._manners["wallets"]:
            self._manners["wallets"].append(wallet)
        return "i", (self._manners["wallets"].index(wallet),)

    def _kwallet_keydoesnotexist(
        self, _path: str, _client: str, wallet: str, _folder: str, user: str
    ) -> Any:
        return "b", (user not in self._entries.get(wallet, {}),)

    def _kwallet_folderdoesnotexist(
        self, _path: str, _client: str, wallet: str, _folder: str
    ) -> Any:
        return "b", (not self._entries.get(wallet),)

    def _kwallet_hasfolder(self, *_: Any) -> Any:
        return "b", (True,)

    def _kwallet_entrylist(self, _path: str, _client: str, handle: int, *_: Any) -> Any:
        return "as", (sorted(self._wallet(handle)),)

    def _kwallet_hasentry(
        self, _path: str, _client: str, handle: int, _folder: str, user: str, _app: str
    ) -> Any:
        return "b", (user in self._wallet(handle),)

    def _kwallet_readpassword(
        self, _path: str, _client: str, handle: int, _folder: str, user: str, _app: str
    ) -> Any:
        return "s", (self._wallet(handle)[user],)

    def _kwallet_writepassword(
        self, _path: str, _client: str, handle: int, _folder: str, user: str, text: str, _app: str
    ) -> Any:
        self._wallet(handle)[user] = text
        return "i", (0,)

    def _kwallet_removeentry(
        self, _path: str, _client: str, handle: int, _folder: str, user: str, _app: str
    ) -> Any:
        self._wallet(handle).pop(user)
        return "i", (0,)

    def _wallet(self, handle: int) -> dict[str, str]:
        return self._entries.setdefault(self._manners["wallets"][handle], {})

    # -- properties

    def _properties_get(self, path: str, client: str, _interface: str, name: str) -> Any:
        if path.startswith(f"{ROOT}/collection/") and not self._exists(path):
            raise _RefusedError("org.freedesktop.DBus.Error.UnknownObject")
        item = self._items.get(path, {})
        collection = path.rpartition("/")[2]
        values: dict[str, Callable[[], tuple[str, Any]]] = {
            "Collections": lambda: ("ao", [_collection_path(one) for one in self._collections]),
            "Locked": lambda: ("b", self._is_locked(path, client)),
            "Label": lambda: ("s", "a label"),
            "Items": lambda: ("ao", self._found(collection, {})),
            "Attributes": lambda: ("a{ss}", item["attributes"]),
            "Modified": lambda: ("t", item["modified"]),
        }
        return "v", (values[name](),)

    # -- inside

    def _without_alias(self, path: str) -> str:
        if path == f"{ROOT}/aliases/default":
            return _collection_path(self._default or "none")
        return path

    def _exists(self, path: str) -> bool:
        return path in self._items or path.rpartition("/")[2] in self._collections

    def _found(self, collection: str, query: dict[str, str]) -> list[str]:
        if self._manners["hides"] and self._collections[collection]:
            return []
        return [
            path
            for path, item in self._items.items()
            if item["collection"] == collection and query.items() <= item["attributes"].items()
        ]

    def _new_item(self, collection: str, attributes: dict[str, str], text: str) -> str:
        number = next(self._numbers)
        path = f"{_collection_path(collection)}/{number}"
        self._items[path] = {
            "collection": collection,
            "attributes": attributes,
            "text": text,
            "modified": number,
        }
        return path

    def _is_locked(self, path: str, client: str) -> bool:
        if path not in self._items:
            return bool(self._collections[path.rpartition("/")[2]])
        if self._collections[self._items[path]["collection"]]:
            return True
        return self._manners["locks_per_client"] and (client, path) not in self._unlocked_for

    def _set_locked(self, collection: str, locked: bool) -> None:
        if self._collections[collection] == locked:
            return
        self._collections[collection] = locked
        path = _collection_path(collection)
        match self._manners["signal"]:
            case "PropertiesChanged":
                changed: tuple[Any, ...] = (f"{_SECRET}Collection", {"Locked": ("b", locked)}, [])
                self._emit(path, _PROPERTIES, "PropertiesChanged", "sa{sv}as", changed)
            case "CollectionChanged":
                self._emit(ROOT, f"{_SECRET}Service", "CollectionChanged", "o", (path,))
            case "ItemChanged":
                self._emit(path, f"{_SECRET}Collection", "ItemChanged", "o", (f"{path}/1",))

    def _prompt(self, _client: str, agreed: Any, dismissed: tuple[str, Any]) -> str:
        path = f"{ROOT}/prompt/p{next(self._numbers)}"
        self._prompts[path] = (path, agreed, dismissed)
        return path

    def complete_at_once(self) -> None:
        """Answers the open prompts if the settings of the service say so."""
        if self._manners["answer"]:
            for path in list(self._open):
                self._complete(path, agreed=self._manners["answer"] == "yes")

    def _complete(self, path: str, *, agreed: bool) -> None:
        self._open.remove(path)
        _, do, nothing = self._prompts.pop(path)
        result = do() if agreed else nothing
        self._emit(path, f"{_SECRET}Prompt", "Completed", "bv", (not agreed, result))

    def _emit(self, path: str, interface: str, member: str, signature: str, body: Any) -> None:
        self._bus.send(new_signal(DBusAddress(path, interface=interface), member, signature, body))


def _collection_path(name: str) -> str:
    return f"{ROOT}/collection/{name}"


def main() -> None:
    address, setup = sys.argv[1:]
    bus = open_dbus_connection(address, auth_timeout=_SECONDS)
    service = _Service(bus, json.loads(setup))
    for name in service.names:
        bus.send_and_get_reply(message_bus.RequestName(name), timeout=_SECONDS)
    print("ready", flush=True)
    while True:
        try:
            message = bus.receive()
        except OSError:
            return
        if message.header.message_type is MessageType.method_call:
            reply = service.answer(message)
            if reply is not None:
                bus.send(reply)
            service.complete_at_once()


if __name__ == "__main__":
    main()
