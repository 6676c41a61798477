"""The operating system's keyring: the only file that imports keyring.

keyring would choose a backend by itself, from an environment variable, a file or whatever package
is installed, among them ones that drop the secret or write it to disk in plain text. Here the four
real ones are named and nothing else is ever used.

Everything here may block for as long as the user looks at a prompt; it is called in the keyring
thread alone. keyring itself is imported there too, on first use.
"""

import contextlib
import importlib
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend
    from secretstorage import Collection

SERVICE = "wallet-tray"

# Windows' Credential Manager holds 2,560 bytes of UTF-16 (CRED_MAX_CREDENTIAL_BLOB_SIZE).
WINDOWS_LENGTH = 1280

_MOST_ITEMS = 20

_BACKENDS = (
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
)


class Keyring(Protocol):
    """What the program needs of a keyring. Every method raises WalletTrayError."""

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """The stored text, or None. Without ``may_prompt`` a locked keyring stays locked."""
        ...

    def write(self, user: str, text: str) -> None:
        """Stores the text and reads it back."""
        ...

    def delete(self, user: str) -> None:
        """Removes the text; fine if there is none."""
        ...

    def users(self) -> list[str]:
        """All users that a text is stored for, as far as the keyring can tell them."""
        ...


class MemoryKeyring:
    """A keyring that lasts as long as this object, for ``--demo``."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """The stored text, or None."""
        return self._texts.get(user)

    def write(self, user: str, text: str) -> None:
        """Stores the text."""
        self._texts[user] = text

    def delete(self, user: str) -> None:
        """Removes the text; fine if there is none."""
        self._texts.pop(user, None)

    def users(self) -> list[str]:
        """All users that a text is stored for."""
        return sorted(self._texts)


class SystemKeyring:
    """The keyring of the user's desktop.

    Which one that is is found out at every call: a Secret Service may start after us. Problems are
    KEYRING_MISSING, KEYRING_LOCKED (the prompt was dismissed, or nothing can show one) and
    KEYRING_FAILED; no foreign exception and no text of one leaves this class.
    """

    def __init__(self, find_backend: "Callable[[], KeyringBackend | None] | None" = None) -> None:
        self._find_backend = find_backend or real_backend

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """The text stored for ``user``, or None.

        Without ``may_prompt`` a locked keyring is KEYRING_LOCKED at once. On macOS and with KWallet
        the system alone decides whether it asks.
        """
        with _foreign_errors():
            backend = self._backend()
            if not _has_collection(backend):
                return None
            if not may_prompt and _is_locked(backend):
                _fail(ProblemKind.KEYRING_LOCKED)
            return backend.get_password(SERVICE, user)

    def write(self, user: str, text: str) -> None:
        """Stores ``text`` for ``user`` and reads it back; another text there is KEYRING_FAILED."""
        if sys.platform == "win32" and len(text) > WINDOWS_LENGTH:
            _fail(ProblemKind.KEYRING_FAILED, "too long for the Credential Manager")
        with _foreign_errors():
            backend = self._backend()
            backend.set_password(SERVICE, user, text)
            if backend.get_password(SERVICE, user) == text:
                return
            # An item that somebody made by hand, with fewer attributes, stands beside ours.
            self._delete(backend, user)
            backend.set_password(SERVICE, user, text)
            if backend.get_password(SERVICE, user) != text:
                _fail(ProblemKind.KEYRING_FAILED, "it did not keep what was stored")

    def delete(self, user: str) -> None:
        """Removes what is stored for ``user``; still finding it afterwards is KEYRING_FAILED."""
        with _foreign_errors():
            backend = self._backend()
            if not _has_collection(backend):
                return
            self._delete(backend, user)
            if backend.get_password(SERVICE, user) is not None:
                _fail(ProblemKind.KEYRING_FAILED, "it did not remove what was stored")

    def users(self) -> list[str]:
        """The users that something is stored for; none where the system has no such list for us.

        A locked Secret Service tells them without a prompt.
        """
        with _foreign_errors():
            return _users_of(self._backend())

    def _backend(self) -> "KeyringBackend":
        backend = self._find_backend()
        if backend is None:
            _fail(ProblemKind.KEYRING_MISSING)
        return backend

    def _delete(self, backend: "KeyringBackend", user: str) -> None:
        from keyring.errors import PasswordDeleteError

        # It ends with the error: nothing is left, or it cannot be removed, and reading tells which.
        # Backends remove one item at a time, and somebody may have stored another by hand.
        with contextlib.suppress(PasswordDeleteError):
            for _ in range(_MOST_ITEMS):
                backend.delete_password(SERVICE, user)


def real_backend() -> "KeyringBackend | None":
    """The best of the four real backends that work here now, or None.

    ``priority`` is keyring's own order, so that its command line tool shows what we stored.
    """
    found: list[tuple[float, type[KeyringBackend]]] = []
    for module, name in _BACKENDS:
        # Whatever a backend says against itself (libraries missing, no session bus, a broken
        # import on another system), it is not usable here.
        with contextlib.suppress(Exception):
            backend: type[KeyringBackend] = getattr(importlib.import_module(module), name)
            found.append((backend.priority, backend))
    if not found:
        return None
    return max(found, key=lambda pair: pair[0])[1]()


def _has_collection(backend: "KeyringBackend") -> bool:
    """False where a Secret Service has no default collection yet.

    keyring would ask the user to choose a password for a new one, only to find it empty.
    """
    return _locked_collection(backend) is not None


def _is_locked(backend: "KeyringBackend") -> bool:
    return _locked_collection(backend) is True


def _locked_collection(backend: "KeyringBackend") -> bool | None:
    """Whether the Secret Service's collection is locked, None without one; False elsewhere."""
    if _name_of(backend) != "SecretService":
        return False
    with _collection(backend) as collection:
        return None if collection is None else collection.is_locked()


def _users_of(backend: "KeyringBackend") -> list[str]:
    match _name_of(backend):
        case "SecretService":
            with _collection(backend) as collection:
                items = () if collection is None else collection.search_items({"service": SERVICE})
                found = {item.get_attributes().get("username", "") for item in items}
            return sorted(found - {""})
        case "kwallet":
            wallet: Any = backend  # its types are those of another package
            if not wallet.connected(SERVICE):
                _fail(ProblemKind.KEYRING_LOCKED)
            entries = wallet.iface.entryList(wallet.handle, SERVICE, wallet.appid)
            return sorted(str(user) for user in entries)
        case _:
            return []


def _name_of(backend: "KeyringBackend") -> str:
    return type(backend).__module__.removeprefix("keyring.backends.")


@contextlib.contextmanager
def _collection(backend: "KeyringBackend") -> "Iterator[Collection | None]":
    """The collection that keyring uses of the Secret Service, None where there is none yet."""
    import secretstorage

    # keyring's own way of choosing another collection: KEYRING_PROPERTY_PREFERRED_COLLECTION
    preferred = getattr(backend, "preferred_collection", None)
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        collection: Collection | None = None
        with contextlib.suppress(secretstorage.ItemNotFoundException):
            collection = (
                secretstorage.Collection(bus, preferred)
                if preferred
                else secretstorage.get_collection_by_alias(bus, "default")
            )
        yield collection


@contextlib.contextmanager
def _foreign_errors() -> Iterator[None]:
    """Ends every foreign exception here: its text may hold anything."""
    try:
        yield
    except WalletTrayError:
        raise
    except Exception as error:  # noqa: BLE001  whatever four foreign libraries may raise
        kind, detail = _kind_of(error), type(error).__name__
    else:
        return
    _fail(kind, detail)


def _kind_of(error: Exception) -> ProblemKind:
    if isinstance(error, UnicodeError):  # somebody stored bytes of another kind by hand
        return ProblemKind.CREDENTIAL_UNUSABLE
    names = {type(link).__name__ for link in (error, error.__cause__, error.__context__)}
    if names & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
        return ProblemKind.KEYRING_LOCKED
    if names & {"NoKeyringError", "SecretServiceNotAvailableException"}:
        return ProblemKind.KEYRING_MISSING
    return ProblemKind.KEYRING_FAILED


def _fail(kind: ProblemKind, detail: str = "") -> NoReturn:
    raise WalletTrayError(Problem(kind, datetime.now(UTC), detail=detail)) from None
