"""What the program remembers of its alerts over restarts, and where its window was.

One small JSON file: {"version": 1, "accounts": {id: {…}}, "window": {…}}. What lies inside an
account's part is decided by its user; here it is any JSON object.
"""

import contextlib
import json
import logging
from collections.abc import Mapping
from pathlib import Path

from wallet_tray.regular_files import read_regular
from wallet_tray.services.atomic_file import write_atomically
from wallet_tray.services.file_removal import remove_with_companions

VERSION = 1
_MAX_BYTES = 1 << 20

_log = logging.getLogger(__name__)

Part = dict[str, object]


class AlertStore:
    """The remembered state, kept in memory and in the file. To be used from one thread.

    Nothing here raises for what is on the disk. A damaged file is set aside with the ending
    ".broken"; one of a newer version is neither used nor written; a disk that cannot be written is
    logged once. In all three cases the memory goes on for this run.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # As text, so that nobody outside holds a part of it.
        self._document = _text({}, {})
        self._read_once = False
        self._read_only = False
        self._has_complained = False

    def load(self) -> dict[str, Part]:
        """What is remembered, by account id. Reads the file on the first call."""
        return self._parts()[0]

    def reload(self) -> dict[str, Part]:
        """The same, read anew: another program may have erased it."""
        self._document = _text({}, {})
        self._read_once = False
        return self.load()

    def save(self, accounts: Mapping[str, Mapping[str, object]]) -> None:
        """Remembers ``accounts`` in place of what was remembered of accounts before.

        Raises TypeError or ValueError for what is no JSON.
        """
        self._change(accounts, self._parts()[1])

    def forget(self, account_id: str) -> None:
        """Forgets one account."""
        accounts, window = self._parts()
        accounts.pop(account_id, None)
        self._change(accounts, window)

    def erase(self) -> Path | None:
        """Forgets everything and removes the file with what lies beside it, whatever it holds.

        Returns the first file that could not be removed.
        """
        self._document = _text({}, {})
        self._read_once = True
        left = remove_with_companions(self._path)
        self._read_only = self._read_only and left is not None
        return left

    def load_window(self) -> Part:
        """Where the window was, as ``save_window`` was told."""
        return self._parts()[1]

    def save_window(self, window: Mapping[str, object]) -> None:
        """Remembers the window's place."""
        self._change(self._parts()[0], window)

    def _parts(self) -> tuple[dict[str, Part], Part]:
        if not self._read_once:
            self._read_once = True
            self._read()
        document = json.loads(self._document)
        return document["accounts"], document["window"]

    def _change(
        self, accounts: Mapping[str, Mapping[str, object]], window: Mapping[str, object]
    ) -> None:
        document = _text(accounts, window)
        if document == self._document:
            return
        self._document = document
        if self._read_only:
            return
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._path, document.encode())
        except OSError as error:
            self._complain("cannot be written", error)

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
        except (ValueError, RecursionError):
            _log.warning("%s is damaged; it is set aside and begun anew", self._path.name)
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_name(f"{self._path.name}.broken"))
            return
        if parts is None:
            _log.warning("%s was written by a newer version; it is left alone", self._path.name)
            self._read_only = True
            return
        self._document = _text(*parts)

    def _complain(self, what: str, error: OSError) -> None:
        if not self._has_complained:
            self._has_complained = True
            _log.warning("%s %s (%s)", self._path.name, what, type(error).__name__)


def _text(accounts: Mapping[str, Mapping[str, object]], window: Mapping[str, object]) -> str:
    document = {"version": VERSION, "accounts": accounts, "window": window}
    return json.dumps(document, indent=1, sort_keys=True, allow_nan=False)


def _parsed(data: bytes) -> tuple[dict[str, Part], Part] | None:
    """The two parts of the document; None for a newer version. Raises ValueError if damaged."""
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
    _text(accounts, window)  # NaN is read, but is no JSON
    return accounts, window
