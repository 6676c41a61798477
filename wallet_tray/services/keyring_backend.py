"""The operating system's keyring: the only file that imports keyring.

keyring would choose a backend by itself, from an environment variable, a file or whatever package
is installed, among them ones that drop the secret or write it to disk in plain text. Here the
stores are named and nothing else is ever used: on Linux the Secret Service and KWallet, which are
spoken to directly (``linux_keyrings``), elsewhere keyring's own two.

Everything here may block for as long as the user looks at a prompt; it is called in the keyring
thread alone. keyring itself is imported there too, on first use.
"""

import contextlib
import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn, Protocol

from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "wallet-tray"

# Windows' Credential Manager holds 2,560 bytes of UTF-16 (CRED_MAX_CREDENTIAL_BLOB_SIZE).
WINDOWS_LENGTH = 1280

_MOST_ITEMS = 20
_HAS_LIBRARY_STORE = sys.platform in ("win32", "darwin")

_BACKENDS = (
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


class Store(Keyring, Protocol):
    """One place of the system where texts are kept. Its methods may raise anything."""

    @property
    def name(self) -> str:
        """For ``keyring_kind``."""
        ...


class SystemKeyring:
    """The keyring of the user's desktop.

    Which stores there are is found out at every call: a Secret Service may start after us, end,
    or give way to another one. The first one takes what is written; the others are looked in as
    well, as they may have been first when it was written.

    Problems are KEYRING_MISSING, KEYRING_LOCKED (the prompt was dismissed, or nothing can show
    one) and KEYRING_FAILED; no foreign exception and no text of one leaves this class.
    """

    def __init__(self, find_stores: Callable[[], Sequence[Store]] | None = None) -> None:
        self._find_stores = find_stores or real_stores

    def kind(self) -> str | None:
        """The name of the store that takes what is written now; None where there is none."""
        with _foreign_errors():
            return next((store.name for store in self._find_stores()), None)

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """The text stored for ``user``, or None.

        Without ``may_prompt`` a locked keyring is KEYRING_LOCKED at once. On macOS and with an
        open KWallet the system alone decides whether it asks.
        """
        with _foreign_errors():
            first, *others = self._stores()
            text = first.read(user, may_prompt=may_prompt)
        for store in others if text is None else []:
            text = text or _read_beside(store, user, may_prompt=may_prompt)
        return text

    def write(self, user: str, text: str) -> None:
        """Stores ``text`` for ``user`` and reads it back; another text there is KEYRING_FAILED.

        What another store holds of the user is removed: it would be an old one.
        """
        with _foreign_errors():
            first, *others = self._stores()
            first.write(user, text)
        for store in others:
            # What stays there is behind what was written now, and is found by ``delete``.
            with contextlib.suppress(WalletTrayError), _foreign_errors():
                store.delete(user)

    def delete(self, user: str) -> None:
        """Removes what any store holds for ``user``; what stays is a problem."""
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
        """The users that something is stored for; none where the system has no such list for us.

        A locked Secret Service tells them without a prompt.
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
    """The stores that work here now, the one to write to first."""
    if not _HAS_LIBRARY_STORE:
        with contextlib.suppress(ImportError):
            # First, and whole: secretstorage begins with a part of it, and where the thread of a
            # bus begins with the whole at that moment, Python ends the deadlock with an error.
            import jeepney  # noqa: F401

            from wallet_tray.services.linux_keyrings import linux_keyrings

            return linux_keyrings(SERVICE)
        return []
    for module, name in _BACKENDS:
        # Whatever a backend says against itself (libraries missing, a broken import on another
        # system), it is not usable here.
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
        """The text; the system decides whether it asks its user."""
        return self._backend.get_password(SERVICE, user)

    def write(self, user: str, text: str) -> None:
        """Store the text and read it back."""
        if sys.platform == "win32" and len(text) > WINDOWS_LENGTH:
            _fail(ProblemKind.KEYRING_FAILED, "too long for the Credential Manager")
        self._backend.set_password(SERVICE, user, text)
        if self.read(user) == text:
            return
        # An item that was made by hand, with fewer attributes, stands beside ours.
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
        """None: these systems have no such list for us."""
        return []

    def _delete(self, user: str) -> None:
        from keyring.errors import PasswordDeleteError

        # It ends with the error: nothing is left, or it cannot be removed, and reading shows which.
        # Backends remove one item at a time, and another one may have been stored by hand.
        with contextlib.suppress(PasswordDeleteError):
            for _ in range(_MOST_ITEMS):
                self._backend.delete_password(SERVICE, user)


def _read_beside(store: Store, user: str, *, may_prompt: bool) -> str | None:
    """What another store holds; its troubles are no reason to call the first one useless."""
    try:
        with _foreign_errors():
            return store.read(user, may_prompt=may_prompt)
    except WalletTrayError as error:
        if error.problem.kind is ProblemKind.KEYRING_LOCKED:
            raise
        return None


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
    if getattr(error, "name", "") == "org.freedesktop.Secret.Error.IsLocked":
        return ProblemKind.KEYRING_LOCKED
    if names & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
        return ProblemKind.KEYRING_LOCKED
    if names & {"NoKeyringError", "SecretServiceNotAvailableException"}:
        return ProblemKind.KEYRING_MISSING
    return ProblemKind.KEYRING_FAILED


def _fail(kind: ProblemKind, detail: str = "") -> NoReturn:
    raise WalletTrayError(Problem(kind, datetime.now(UTC), detail=detail)) from None
