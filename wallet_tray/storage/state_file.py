"""The memory of the alerts and the window position, kept across restarts.

One small JSON file: {"version": 1, "accounts": {id: {…}}, "window": {…}}. The caller decides what
an account's part contains; here it is any JSON object.
"""

import contextlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wallet_tray.domain.account import AccountId
from wallet_tray.storage.files import (
    LogLimit,
    read_regular,
    remove_with_companions,
    write_own_file,
)
from wallet_tray.storage.paths import make_private

VERSION = 1
_MAX_BYTES = 1 << 20

_log = logging.getLogger(__name__)

JsonObject = dict[str, object]


@dataclass(frozen=True, slots=True)
class Erased:
    """The parts that another process has erased and the store's owner still has to forget."""

    accounts: frozenset[AccountId] = frozenset()
    everything: bool = False


class StateFile:
    """The remembered state, in memory and in the file. Use it from one thread only.

    The file is checked before each write. Content that another process has erased is not written
    back until the owner has saved without it. From then on it counts as new.

    No method raises because of the disk's content. A damaged file is renamed with the suffix
    ".broken". A file of a newer version is neither used nor written. A disk that cannot be written
    is logged once. In all three cases the memory continues for this run.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # As text, so that callers hold no reference to a part of it.
        self._document = _text({}, {})
        self._read_once = False
        self._read_only = False
        self._log_limit = LogLimit()
        self._there: set[AccountId] | None = None  # accounts in the file; None without a file
        self._gone: set[AccountId] = set()
        self._window_gone = False

    def load(self) -> dict[AccountId, JsonObject]:
        """Return the remembered state by account id. The first call reads the file."""
        return self._parts()[0]

    def reload(self) -> dict[AccountId, JsonObject]:
        """Read the file again and return its accounts: another program may have erased it."""
        self._document = _text({}, {})
        self._read_once = False
        return self.load()

    def save(self, accounts: Mapping[AccountId, Mapping[str, object]]) -> Erased:
        """Replace the remembered state of all accounts with ``accounts``.

        The accounts in the returned value are not remembered. Raises TypeError or ValueError for
        values that are not JSON.
        """
        erased = self.look_again()
        self._gone.intersection_update(accounts)
        self._change(
            {name: part for name, part in accounts.items() if name not in self._gone},
            self._parts()[1],
        )
        return erased

    def look_again(self) -> Erased:
        """Return what another process has erased, now or earlier, and is still to be forgotten."""
        accounts, window = self._parts()
        if self._there is not None and (stored := self._accounts_stored()) is not None:
            self._gone |= self._there - stored
            self._there &= stored
            if not self._path.exists():
                self._there, self._window_gone, window = None, True, {}
            if self._window_gone or not self._gone.isdisjoint(accounts):
                kept = {name: part for name, part in accounts.items() if name not in self._gone}
                self._document = _text(kept, window)
        return Erased(frozenset(self._gone), self._window_gone)

    def remove_account(self, account_id: AccountId) -> None:
        """Forget one account."""
        accounts, window = self._parts()
        accounts.pop(account_id, None)
        self._change(accounts, window)

    def erase(self) -> Path | None:
        """Forget everything; remove the file and its companions, whatever they contain.

        Returns the first file that could not be removed.
        """
        self._document = _text({}, {})
        self._read_once = True
        self._there, self._gone, self._window_gone = None, set(), False
        left = remove_with_companions(self._path)
        self._read_only = self._read_only and left is not None
        return left

    def load_window(self) -> JsonObject:
        """Return the window state that ``save_window`` stored last."""
        return self._parts()[1]

    def save_window(self, window: Mapping[str, object]) -> None:
        """Remember the window position."""
        self.look_again()
        self._window_gone = self._window_gone and bool(window)
        self._change(self._parts()[0], {} if self._window_gone else window)

    def _parts(self) -> tuple[dict[AccountId, JsonObject], JsonObject]:
        if not self._read_once:
            self._read_once = True
            self._read()
        document = json.loads(self._document)
        return document["accounts"], document["window"]

    def _change(
        self, accounts: Mapping[AccountId, Mapping[str, object]], window: Mapping[str, object]
    ) -> None:
        document = _text(accounts, window)
        if document == self._document:
            return
        self._document = document
        if self._read_only:
            return
        try:
            make_private(self._path.parent)
            write_own_file(self._path, document.encode())
        except OSError as error:
            self._complain("cannot be written", error)
        else:
            self._there = set(accounts)

    def _accounts_stored(self) -> set[str] | None:
        """Return the accounts in the file now; None if that is unknown."""
        try:
            with self._path.open("rb") as file:
                parts = _parsed(file.read(_MAX_BYTES + 1))
        except FileNotFoundError:
            return set()
        except (OSError, ValueError, RecursionError):
            return None
        return None if parts is None else set(parts[0])

    def _read(self) -> None:
        try:
            data = read_regular(self._path, _MAX_BYTES + 1)
        except FileNotFoundError:
            return
        except OSError as error:
            self._complain("cannot be read", error)
            return
        try:
            parts = _parsed(data)
            document = "" if parts is None else _text(*parts)  # NaN can be parsed, but is not JSON
        except (ValueError, RecursionError):
            _log.warning("%s is damaged; it is set aside and begun anew", self._path.name)
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_name(f"{self._path.name}.broken"))
            return
        if parts is None:
            _log.warning("%s was written by a newer version; it is left alone", self._path.name)
            self._read_only = True
            return
        self._document = document
        self._there = set(parts[0])

    def _complain(self, what: str, error: OSError) -> None:
        if self._log_limit.passes(self._path):
            _log.warning("%s %s (%s)", self._path.name, what, type(error).__name__)


def _text(accounts: Mapping[AccountId, Mapping[str, object]], window: Mapping[str, object]) -> str:
    document = {"version": VERSION, "accounts": accounts, "window": window}
    return json.dumps(document, indent=1, sort_keys=True, allow_nan=False)


def _parsed(data: bytes) -> tuple[dict[AccountId, JsonObject], JsonObject] | None:
    """Return both parts of the document; None for a newer version. Raises ValueError if damaged."""
    if len(data) > _MAX_BYTES:
        raise ValueError("too large")
    document = json.loads(data)
    if not isinstance(document, dict):
        raise ValueError("no object")
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise ValueError("no version")
    if version > VERSION:
        return None
    accounts, window = document.get("accounts", {}), document.get("window", {})
    if not isinstance(accounts, dict) or not isinstance(window, dict):
        raise ValueError("no objects")
    if not all(isinstance(part, dict) for part in accounts.values()):
        raise ValueError("no objects")
    return accounts, window
