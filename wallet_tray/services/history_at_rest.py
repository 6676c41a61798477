"""Reading a history in a folder that cannot be written, such as that of a backup.

SQLite reads a file with a log only where it can keep the log's index beside it. A file that nobody
has open needs neither; SQLite is told so by the word "immutable" (sqlite.org/uri.html).
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def is_closed_to_writing(error: "sqlite3.Error") -> bool:
    """True where SQLite could make no file beside the history, or not open it at all."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def is_at_rest(path: Path) -> bool:
    """False where a log lies beside the file: it holds rows, or parts of them, that are newer."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size == 0
    except FileNotFoundError:
        return True
    except OSError:
        return False


def connect_at_rest(path: Path) -> "sqlite3.Connection":
    """A connection for one look and no longer: it takes no locks and sees no change."""
    import sqlite3

    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
