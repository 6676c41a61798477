"""The history's file, opened on demand; its errors end here, in the log."""

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wallet_tray.history.integrity import (
    Identity,
    complain,
    connect_for_one_look,
    identity_of,
    is_check_due,
    is_sound,
    is_too_long,
    note_suspicion,
    quarantine,
)
from wallet_tray.history.schema import (
    VERSION,
    migrate,
    prepare_new,
    show_as_current,
    version_and_tables,
)
from wallet_tray.storage.paths import make_private, refuse_foreign_links

if TYPE_CHECKING:
    import sqlite3

_Result = TypeVar("_Result")
_Work = Callable[["sqlite3.Connection"], _Result]

BUSY_SECONDS = 2.0

_SETTINGS = (
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -256",  # KiB; the default of 2 MiB per connection would be noticeable
    "PRAGMA wal_autocheckpoint = 128",
    "PRAGMA journal_size_limit = 1048576",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA trusted_schema = OFF",
)


class _DamagedError(Exception):
    """The file is not a history, or cannot be read."""


class HistoryDatabase:
    """One connection to the file, for one thread at a time.

    No method raises because of the disk's content. The file may be erased, replaced or damaged at
    any time, also by other programs that use it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._identity: Identity | None = None
        # A file of a newer version is examined once, then left alone.
        self._newer: Identity | None = None
        self._unreadable = False
        self._is_for_one_look = False  # the connection serves one look only
        self._too_long = False  # checked before each opening
        self._is_old = False  # opened at the version before, for reading only

    @property
    def unreadable(self) -> bool:
        """True if there is a file that the last ``read`` could not use."""
        return self._unreadable

    def read(self, work: _Work[_Result], default: _Result) -> _Result:
        """Return the result of ``work``, or ``default`` if there is nothing to read."""
        try:
            import sqlite3
        except ImportError as error:  # some systems package SQLite separately
            complain(self._path, "cannot be used", error)
            self._unreadable = True
            return default
        try:
            connection = self._connected(make=False, writes=False)
            newer = self._newer is not None and self._newer == identity_of(self._path)
            self._unreadable = connection is None and (newer or self._too_long)
            return default if connection is None else work(connection)
        except _DamagedError as error:
            self._suspect(error)
        except sqlite3.Error as error:
            if _says_damaged(error):
                self._suspect(error)
            elif self._is_old and not self._is_still_old():  # migrated during this read
                self.close()
                return self.read(work, default)
            else:
                self._fail("cannot be read", error)
        except (OSError, ValueError, ArithmeticError) as error:
            self._fail("cannot be read", error)
        finally:
            if self._is_for_one_look:
                self.close()
        self._unreadable = True
        return default

    def write(self, work: _Work[None], *, make: bool = True) -> bool:
        """Run ``work`` in a transaction; return False if that failed.

        A damaged file is set aside and replaced by a new one. Without ``make`` no file is created.
        """
        try:
            import sqlite3
        except ImportError as error:
            complain(self._path, "cannot be used", error)
            return False
        for is_last in (False, True):
            try:
                return self._write(work, make=make)
            except _DamagedError as error:
                if is_last or not self._quarantine(error):
                    break
            except sqlite3.Error as error:
                if not _says_damaged(error):
                    self._fail("cannot be written", error)
                    break
                if is_last or not self._quarantine(error):
                    break
            except (OSError, ValueError, ArithmeticError) as error:
                self._fail("cannot be written", error)
                break
        return False

    def close(self) -> None:
        """Close the connection; the next call opens it again."""
        connection, self._connection = self._connection, None
        self._identity = None
        self._is_for_one_look = False
        if connection is not None:
            import sqlite3

            with contextlib.suppress(sqlite3.Error):
                connection.close()

    def _write(self, work: _Work[None], *, make: bool) -> bool:
        connection = self._connected(make=make, writes=True)
        if connection is None:
            return False
        self._make_private()
        due = self._identity is not None and is_check_due(self._path, self._identity)
        if due and not is_sound(connection):
            raise _DamagedError
        connection.execute("BEGIN IMMEDIATE")
        try:
            work(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return True

    def _connected(self, *, make: bool, writes: bool) -> "sqlite3.Connection | None":
        identity = identity_of(self._path)
        if self._connection is not None and identity == self._identity:
            is_usable = not self._is_old or (not writes and self._is_still_old())
            if is_usable:
                return self._connection
        self.close()
        self._too_long = is_too_long(self._path)
        if self._too_long:
            complain(self._path, "lies under a path that is too long for SQLite; nothing is kept")
            return None
        refuse_foreign_links(self._path)
        if make:
            make_private(self._path.parent)
        if identity is None and make:
            # SQLite gives its companion files the same mode. Only a new file is opened here:
            # closing a file releases all locks that this process has on it (fcntl(2)).
            with contextlib.suppress(FileExistsError):
                os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            identity = identity_of(self._path)
        if identity is None or identity == self._newer:
            return None
        if not stat.S_ISREG(self._path.stat().st_mode):
            self._identity = identity
            raise _DamagedError
        return self._open(identity, make=make, writes=writes)

    def _open(self, identity: Identity, *, make: bool, writes: bool) -> "sqlite3.Connection | None":
        import sqlite3

        self._identity = identity
        if make:
            self._make_private()
        connection = sqlite3.connect(
            self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            return self._kept(connection, make=make, writes=writes)
        except sqlite3.Error as error:
            if make or (look := connect_for_one_look(self._path, error, BUSY_SECONDS)) is None:
                raise
        self._is_for_one_look = True
        return self._kept(look, make=False, writes=False)

    def _make_private(self) -> None:
        """Remove other users' access to the files.

        Checked on each write, as a copy program may have created the file. What a link of the
        user's own leads to keeps its mode.
        """
        if os.name == "nt":
            return
        for ending in ("", "-wal", "-shm"):
            file = self._path.with_name(self._path.name + ending)
            with contextlib.suppress(FileNotFoundError):
                mode = file.lstat().st_mode
                if stat.S_ISREG(mode) and stat.S_IMODE(mode) & 0o077:
                    file.chmod(0o600)

    def _is_still_old(self) -> bool:
        """Return False once another program has migrated the file."""
        if self._connection is None:
            return False
        return version_and_tables(self._connection)[0] < VERSION

    def _kept(
        self, connection: "sqlite3.Connection", *, make: bool, writes: bool
    ) -> "sqlite3.Connection | None":
        try:
            usable = self._prepare(connection, make=make, writes=writes)
        except BaseException:
            connection.close()
            raise
        if not usable:
            connection.close()
            return None
        self._connection = connection
        return connection

    def _prepare(self, connection: "sqlite3.Connection", *, make: bool, writes: bool) -> bool:
        # In one transaction, as another program may be creating the tables.
        connection.execute("BEGIN")
        version, is_empty, is_ours = version_and_tables(connection)
        connection.execute("COMMIT")
        if version > VERSION:
            self._newer = self._identity
            complain(self._path, "was written by a newer version; it is left alone")
            return False
        for setting in _SETTINGS:
            connection.execute(setting)
        if version < 0 or (version == 0 and not is_empty) or (version > 0 and not is_ours):
            raise _DamagedError
        self._is_old = 0 < version < VERSION and not writes
        if self._is_old:
            show_as_current(connection)
        elif version > 0:
            migrate(connection)
        if version > 0:
            return True
        if not make:
            return False
        prepare_new(connection)
        migrate(connection)
        return True

    def _suspect(self, error: Exception) -> None:
        """Make the next write check the whole file."""
        if self._identity is not None:
            note_suspicion(self._path, self._identity)
        self._fail("is damaged", error)

    def _quarantine(self, error: Exception) -> bool:
        identity = self._identity
        self.close()
        complain(self._path, "is damaged; it is set aside and begun anew", error)
        try:
            quarantine(self._path, identity)
        except OSError as trouble:
            complain(self._path, "cannot be set aside", trouble)
            return False
        return True

    def _fail(self, what: str, error: Exception) -> None:
        complain(self._path, what, error)
        self.close()


def _says_damaged(error: "sqlite3.Error") -> bool:
    import sqlite3

    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # not SQLite's own: this program never writes text that is not UTF-8
        return isinstance(error, sqlite3.OperationalError)
    return code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
