"""Removal of all recorded and remembered data from the disk."""

from pathlib import Path

from wallet_tray.history.history import History
from wallet_tray.storage.state_file import AlertStore


def erase_files(history: History, history_file: Path, memory: AlertStore) -> Path | None:
    """Erase all files; return the first that could not be removed. Blocks.

    ``history`` must be the history in ``history_file``.
    """
    left = memory.erase()
    erased = history.forget(None)
    return left if erased else history_file
