"""Access to the operating system's keyring: the only file that imports keyring.

keyring would choose a backend by itself, from an environment variable, a file or any installed
package. Some of these drop the secret or write it to disk in plain text. So the stores are named
here, and nothing else is ever used. On Linux these are the Secret Service and KWallet, accessed
directly (``linux_keyrings``). Elsewhere they are keyring's own two backends.

Everything here may block while the user looks at a prompt. It is called in the keyring thread only.
keyring itself is imported there too, on first use.
"""

import contextlib
import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, NoReturn, Protocol

from wallet_tray import PROGRAM_NAME
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend


SERVICE = PROGRAM_NAME

# Windows' Credential Manager holds 2,560 bytes of UTF-16 (CRED_MAX_CREDENTIAL_BLOB_SIZE).
WINDOWS_LENGTH = 1280

_MOST_ITEMS = 20
_HAS_LIBRARY_STORE = sys.platform in ("win32", "darwin")

_BACKENDS = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
)


class Keyring(Protocol):
    """The keyring operations that the program needs. Every method raises WalletTrayError."""

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """Return the stored text, or None. Without ``may_prompt`` a locked keyring stays locked."""
        ...

    def write(self, user: str, text: str) -> None:
        """Store the text and read it back."""
        ...

    def delete(self, user: str) -> None:
        """Remove the text; a missing one is no error."""
        ...

    def users(self) -> list[str]:
        """Return all users with a stored text, as far as the keyring can list them."""
        ...


class MemoryKeyring:
    """A keyring that lasts as long as this object, for ``--demo``."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """Return the stored text, or None."""
        return self._texts.get(user)

    def write(self, user: str, text: str) -> None:
        """Store the text."""
        self._texts[user] = text

    def delete(self, user: str) -> None:
        """Remove the text; a missing one is no error."""
        self._texts.pop(user, None)

    def users(self) -> list[str]:
        """Return all users with a stored text."""
        return sorted(self._texts)


class Store(Keyring, Protocol):
    """One place of the system that stores texts. Its methods may raise anything."""

    @property
    def name(self) -> str:
        """The store's name, used by ``keyring_kind``."""
        ...


class SystemKeyring:
    """The keyring of the user's desktop.

    The available stores are determined at every call. A Secret Service may start after this
    program, end, or be replaced by another one. The first store receives what is written. The
    others are read as well, as one of them may have been first when the text was written.

    Problems are KEYRING_MISSING, KEYRING_LOCKED (the prompt was dismissed, or cannot be shown) and
    KEYRING_FAILED. No foreign exception, and no text of one, leaves this class.
    """

    def __init__(self, find_stores: Callable[[], Sequence[Store]] | None = None) -> None:
        self._find_stores = find_stores or real_stores

    def kind(self) -> str | None:
        """Return the name of the store that is written to now; None without a store."""
        with _foreign_errors():
            return next((store.name for store in self._find_stores()), None)

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """Return the text stored for ``user``, or None.

        Without ``may_prompt`` a locked keyring is KEYRING_LOCKED at once. On macOS, and with an
        open KWallet, the system alone decides whether to prompt.
        """
        with _foreign_errors():
            first, *others = self._stores()
            text = first.read(user, may_prompt=may_prompt)
        for store in others if text is None else []:
            text = text or _read_beside(store, user, may_prompt=may_prompt)
        return text

    def write(self, user: str, text: str) -> None:
        """Store ``text`` for ``user`` and read it back; a different text is KEYRING_FAILED.

        Texts of the user in other stores are removed, as they would be outdated.
        """
        with _foreign_errors():
            first, *others = self._stores()
            first.write(user, text)
        for store in others:
            # A text that stays there ranks behind the new one, and ``delete`` finds it.
            with contextlib.suppress(WalletTrayError), _foreign_errors():
                store.delete(user)

    def delete(self, user: str) -> None:
        """Remove the user's texts from all stores; raise the first problem after trying all."""
        trouble: WalletTrayError | None = None
        for store in self._checked_stores():
            try:
                with _foreign_errors():
                    store.delete(user)
            except WalletTrayError as error:
                trouble = trouble or error
        if trouble is not None:
            raise trouble

    def users(self) -> list[str]:
        """Return the users with a stored text; empty if the system cannot list them.

        A locked Secret Service lists them without a prompt.
        """
        found: set[str] = set()
        for store in self._checked_stores():
            with _foreign_errors():
                found.update(store.users())
        return sorted(found)

    def _checked_stores(self) -> Sequence[Store]:
        with _foreign_errors():
            return self._stores()

    def _stores(self) -> Sequence[Store]:
        stores = self._find_stores()
        if not stores:
            _fail(ProblemKind.KEYRING_MISSING)
        return stores


def real_stores() -> Sequence[Store]:
    """Return the stores that work now, the one to write to first."""
    if not _HAS_LIBRARY_STORE:
        with contextlib.suppress(ImportError):
            # Import all of jeepney first: secretstorage begins with a part of it. If a bus thread
            # imports the whole at that moment, Python ends the deadlock with an error.
            import jeepney  # noqa: F401

            from wallet_tray.credentials.linux_keyrings import linux_keyrings

            return linux_keyrings(SERVICE)
        return []
    for module, name in _BACKENDS:
        # A backend that raises here (missing libraries, a broken import on another system) is not
        # usable.
        with contextlib.suppress(Exception):
            backend: type[KeyringBackend] = getattr(importlib.import_module(module), name)
            if backend.priority > 0:
                return [LibraryStore(backend())]
    return []


class LibraryStore:
    """One of keyring's own backends."""

    def __init__(self, backend: "KeyringBackend") -> None:
        self._backend = backend
        self.name = type(backend).__module__.removeprefix("keyring.backends.")

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """Return the text; the system decides whether to prompt."""
        return self._backend.get_password(SERVICE, user)

    def write(self, user: str, text: str) -> None:
        """Store the text and read it back."""
        if sys.platform == "win32" and len(text) > WINDOWS_LENGTH:
            _fail(ProblemKind.KEYRING_FAILED, "too long for the Credential Manager")
        self._backend.set_password(SERVICE, user, text)
        if self.read(user) == text:
            return
        # An item created by hand, with fewer attributes, exists beside ours.
        self._delete(user)
        self._backend.set_password(SERVICE, user, text)
        if self.read(user) != text:
            _fail(ProblemKind.KEYRING_FAILED, "it did not keep what was stored")

    def delete(self, user: str) -> None:
        """Remove the text; still finding it afterwards is KEYRING_FAILED."""
        self._delete(user)
        if self.read(user) is not None:
            _fail(ProblemKind.KEYRING_FAILED, "it did not remove what was stored")

    def users(self) -> list[str]:
        """Return no users: these systems cannot list them."""
        return []

    def _delete(self, user: str) -> None:
        from keyring.errors import PasswordDeleteError

        # The loop ends with the error: nothing is left, or it cannot be removed. Reading shows
        # which. Backends remove one item at a time, and another may have been stored by hand.
        with contextlib.suppress(PasswordDeleteError):
            for _ in range(_MOST_ITEMS):
                self._backend.delete_password(SERVICE, user)


def _read_beside(store: Store, user: str, *, may_prompt: bool) -> str | None:
    """Return another store's text; its errors do not count against the first store."""
    try:
        with _foreign_errors():
            return store.read(user, may_prompt=may_prompt)
    except WalletTrayError as error:
        if error.problem.kind is ProblemKind.KEYRING_LOCKED:
            raise
        return None


@contextlib.contextmanager
def _foreign_errors() -> Iterator[None]:
    """Replace every foreign exception: its text may contain anything."""
    try:
        yield
    except WalletTrayError:
        raise
    except Exception as error:  # noqa: BLE001  four foreign libraries may raise anything
        kind, detail = _kind_of(error), type(error).__name__
    else:
        return
    _fail(kind, detail)


def _kind_of(error: Exception) -> ProblemKind:
    if isinstance(error, UnicodeError):  # the user stored bytes of another kind by hand
        return ProblemKind.CREDENTIAL_UNUSABLE
    names = {type(link).__name__ for link in (error, error.__cause__, error.__context__)}
    if getattr(error, "name", "") == "org.freedesktop.Secret.Error.IsLocked":
        return ProblemKind.KEYRING_LOCKED
    if names & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
        return ProblemKind.KEYRING_LOCKED
    if names & {"NoKeyringError", "SecretServiceNotAvailableException"}:
        return ProblemKind.KEYRING_MISSING
    return ProblemKind.KEYRING_FAILED


def _fail(kind: ProblemKind, detail: str = "") -> NoReturn:
    raise WalletTrayError(Problem(kind, datetime.now(UTC), detail=detail)) from None


class KeyringKind(Enum):
    """The place where credentials are stored; the value is its display name."""

    MEMORY = "memory, as this is the demo"
    SECRET_SERVICE = "Secret Service"  # noqa: S105  a name
    KWALLET = "KWallet"
    WINDOWS = "Windows Credential Manager"
    MACOS = "macOS Keychain"

    @property
    def can_be_silent(self) -> bool:
        """True if the program can find out without a prompt whether it is locked."""
        return self not in (KeyringKind.KWALLET, KeyringKind.MACOS)


_BY_NAME = {
    "SecretService": KeyringKind.SECRET_SERVICE,
    "kwallet": KeyringKind.KWALLET,
    "Windows": KeyringKind.WINDOWS,
    "macOS": KeyringKind.MACOS,
}


def keyring_kind(keyring: Keyring) -> KeyringKind | None:
    """Return the kind of a run's keyring, None if the system has none; may block."""
    if not isinstance(keyring, SystemKeyring):
        return KeyringKind.MEMORY
    try:
        name = keyring.kind()
    except WalletTrayError:  # a session bus that does not respond
        return None
    return None if name is None else _BY_NAME[name]
