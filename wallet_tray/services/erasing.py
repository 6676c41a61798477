"""Removal of all recorded and remembered data from the disk."""

from pathlib import Path

from wallet_tray.services.alert_store import AlertStore
from wallet_tray.services.history import History


def erase_files(history: History, history_file: Path, memory: AlertStore) -> Path | None:
    """Erase all files; return the first that could not be removed. Blocks.

    ``history`` must be the history in ``history_file``.
    """
    left = memory.erase()
    erased = history.forget(None)
    return left if erased else history_file
