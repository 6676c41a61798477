"""Export of one account's recorded balances to a file that the user chose."""

import contextlib
import errno
import os
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.app.background import DiskThread
from wallet_tray.domain.account import Account
from wallet_tray.domain.history_export import Export, ExportRefusal

if TYPE_CHECKING:
    from wallet_tray.history.history import History

_EXPORTED = "history exported"
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))  # Windows has no quota error


class HistoryExport(QObject):
    """Reads and writes in the disk thread, in the format of ``wallet-tray history --csv``.

    Signals:
        ended(Export): the result of one export.
    """

    ended = Signal(object)

    def __init__(
        self, open_history: Callable[[], "History"], disk: DiskThread, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_history = open_history
        self._disk = disk
        self._wished: deque[Export] = deque()  # answers arrive in this order
        disk.done.connect(self._on_done)

    def export(self, account: Account, path: Path, *, may_replace: bool) -> None:
        """Write all recorded balances; replace an existing file only with ``may_replace``."""
        task = partial(export_history, self._open_history, account, path, may_replace=may_replace)
        self._wished.append(Export(account.id, path.name, refusal=ExportRefusal.UNWRITABLE))
        self._disk.do(task, _EXPORTED)

    def _on_done(self, name: str, result: object) -> None:
        if name == _EXPORTED:
            unwritten = self._wished.popleft()
            self.ended.emit(result if isinstance(result, Export) else unwritten)


def export_history(
    open_history: Callable[[], "History"], account: Account, path: Path, *, may_replace: bool
) -> Export:
    """Write the recorded balances as CSV and return the result. Blocks.

    The file is readable only by its owner. It is either complete or not there at all.
    """
    from wallet_tray.history.export import csv_lines

    history = open_history()
    try:
        lines = list(csv_lines(account, history.recorded(account, None)))
    finally:
        history.close()
    data = "".join(lines).encode()
    try:
        _write(path, data, may_replace=may_replace)
    except FileExistsError:
        return Export(account.id, path.name, refusal=ExportRefusal.EXISTS)
    except OSError as error:
        full = error.errno in _FULL
        refusal = ExportRefusal.FULL if full else ExportRefusal.UNWRITABLE
        return Export(account.id, path.name, refusal=refusal)
    return Export(account.id, path.name, len(lines) - 1)


def _write(path: Path, data: bytes, *, may_replace: bool) -> None:
    if may_replace:
        from wallet_tray.storage.files import write_atomically

        write_atomically(path, data)
        return
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


_BINARY: int = getattr(os, "O_BINARY", 0)  # without it, Windows converts line ends
