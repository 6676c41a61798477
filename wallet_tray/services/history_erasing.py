"""Removal of recorded balances, without leaving traces in the files."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.history.database import HistoryFile
from wallet_tray.history.integrity import files_set_aside
from wallet_tray.history.permission import take_back
from wallet_tray.history.retention import give_back
from wallet_tray.history.wallets import forget_account
from wallet_tray.services.file_removal import remove_with_companions

if TYPE_CHECKING:
    import sqlite3


def erase_all(path: Path) -> bool:
    """Remove the file and its companions; return False if one of them could not be removed."""
    return remove_with_companions(path) is None


def erase_one(path: Path, file: HistoryFile, account_id: str) -> bool:
    """Remove one account's rows, and all files set aside: they may contain such rows, too."""
    done = True
    for damaged in files_set_aside(path):
        try:
            damaged.unlink()
        except OSError:
            done = False
    if not path.exists():
        return done

    def erase(connection: "sqlite3.Connection") -> None:
        connection.execute("PRAGMA secure_delete = ON")
        forget_account(connection, account_id)
        take_back(connection, account_id)
        give_back(connection)

    def empty_log(connection: "sqlite3.Connection") -> None:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    erased = file.write(erase)
    if erased:
        file.read(empty_log, None)
    file.close()
    for damaged in files_set_aside(path):  # set aside just now, if the file was damaged
        with contextlib.suppress(OSError):
            damaged.unlink()
    return done and erased
