"""The history of wallets outside the GUI thread: reading it for the popup, and exporting it."""

import contextlib
import errno
import os
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.app.background import DiskThread
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.history_values import USUAL_SPAN, BalanceSeries, ChartRange, gap_after
from wallet_tray.domain.results import Export, ExportRefusal
from wallet_tray.domain.spending_periods import Drop, last_drops

if TYPE_CHECKING:
    from wallet_tray.history.history import History


_PAST, _LATEST = "past", "latest"
# Reading one day of samples takes a few milliseconds. A week is read only after a quiet day: a
# wallet that does not change has few samples.
_DROPS_BACK = (timedelta(days=1), timedelta(days=7))
_ENOUGH_DROPS = 3
_MANY_SAMPLES = 500
_SHORTEST_PAUSE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Past:
    """The recorded past of one wallet.

    ``account`` is the id in the settings, ``account_id`` that of the service. ``drops`` are the
    last ones, newest first.
    """

    account: str
    account_id: str
    curve: BalanceSeries
    drops: tuple[Drop, ...]


@dataclass(frozen=True, slots=True)
class _Latest:
    account: str
    balance: Balance


class HistoryLoader(QObject):
    """Reads in the disk thread, on its own connection beside those of the workers.

    Signals:
        read(Past): the followed account's past has been read.
        restored(str, Balance): an account's id and its last recorded balance.
    """

    read = Signal(object)
    restored = Signal(str, object)

    def __init__(
        self,
        open_history: Callable[[], "History"],
        disk: DiskThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_history = open_history
        self._disk = disk
        self._history: History | None = None  # used in the disk thread only
        self._followed: tuple[object, ...] = ()
        disk.done.connect(self._on_done)

    def follow(
        self, account: Account, balance: Balance, span: ChartRange | None, interval: timedelta
    ) -> None:
        """Read the curve over ``span`` and the last drops, unless already read for this balance.

        Without a ``span``, the usual one applies, or a day if nothing older was recorded.
        ``interval`` is the time between two refreshes; it decides what counts as a gap.
        """
        followed = (account.id, account.host, balance, span, interval)
        if followed != self._followed:
            self._followed = followed
            task = partial(self._read, account, balance.account_id, span, interval)
            self._disk.do(task, _PAST)

    def restore(self, account: Account, env_credential: Credential | None) -> None:
        """Read the last recorded balance; ``env_credential`` comes from the environment."""
        self._disk.do(partial(self._latest, account, env_credential), _LATEST)

    def invalidate(self) -> None:
        """Mark the values read as outdated, so that the next ``follow`` reads again."""
        self._followed = ()

    def close(self) -> None:
        """Close the history after pending reads, and leave a single database file on the disk.

        A worker's thread may end too late to do that.
        """
        self._disk.do(self._close)

    def _on_done(self, name: str, result: object) -> None:
        if name == _PAST and isinstance(result, Past):
            self.read.emit(result)
        elif name == _PAST:
            self.invalidate()  # reading failed: the next ``follow`` tries again
        elif name == _LATEST and isinstance(result, _Latest):
            self.restored.emit(result.account, result.balance)

    # Everything below runs in the disk thread, the only one that uses the connection.
    def _opened(self) -> "History":
        if self._history is None:
            self._history = self._open_history()
        return self._history

    def _close(self) -> None:
        history = self._opened()
        history.tidy_up()
        history.close()

    def _latest(self, account: Account, env_credential: Credential | None) -> "_Latest | None":
        balance = self._opened().latest(account, env_credential)
        return None if balance is None else _Latest(account.id, balance)

    def _read(
        self, account: Account, account_id: str, span: ChartRange | None, interval: timedelta
    ) -> Past:
        history, now = self._opened(), datetime.now(UTC)
        gap = gap_after(interval)
        curve = history.curve(account, account_id, span or USUAL_SPAN, now, gap)
        if span is None and _is_young(curve, now):
            curve = history.curve(account, account_id, ChartRange.DAY, now, gap)
        drops: tuple[Drop, ...] = ()
        for back in _DROPS_BACK:
            samples = history.samples(account, account_id, now - back, now)
            drops = last_drops(samples, max(3 * interval, _SHORTEST_PAUSE))
            if len(drops) >= _ENOUGH_DROPS or len(samples) > _MANY_SAMPLES:
                break
        return Past(account.id, account_id, curve, drops)


def _is_young(curve: BalanceSeries, now: datetime) -> bool:
    """Return whether everything was recorded within a day; over a week it would be one dot."""
    return all(segment[0].at > now - ChartRange.DAY.value for segment in curve.segments)


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
        self._requested: deque[Export] = deque()  # answers arrive in this order
        disk.done.connect(self._on_done)

    def export(self, account: Account, path: Path, *, may_replace: bool) -> None:
        """Write all recorded balances; replace an existing file only with ``may_replace``."""
        task = partial(export_history, self._open_history, account, path, may_replace=may_replace)
        self._requested.append(Export(account.id, path.name, refusal=ExportRefusal.UNWRITABLE))
        self._disk.do(task, _EXPORTED)

    def _on_done(self, name: str, result: object) -> None:
        if name == _EXPORTED:
            unwritten = self._requested.popleft()
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
