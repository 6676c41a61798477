"""Everything that was recorded and remembered, removed from the disk."""

from pathlib import Path

from wallet_tray.services.alert_store import AlertStore
from wallet_tray.services.history import History


def erase_files(history: History, history_file: Path, memory: AlertStore) -> Path | None:
    """Blocks. The first file that could not be removed; ``history`` is that of ``history_file``."""
    left = memory.erase()
    erased = history.forget(None)
    return left if erased else history_file
