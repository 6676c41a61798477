"""The history of wallets outside the GUI thread: reading it for the popup, and exporting it."""

import contextlib
import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.app.background import BackgroundThread, on_result
from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.balance import Balance, WalletKey
from wallet_tray.domain.balance_series import USUAL_SPAN, BalanceSeries, ChartRange, gap_after
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.results import Export, ExportRefusal
from wallet_tray.domain.spending_periods import Drop, last_drops

if TYPE_CHECKING:
    from wallet_tray.history.history import History


# Reading one day of samples takes a few milliseconds. A week is read only after a quiet day: a
# wallet that does not change has few samples.
_DROPS_BACK = (timedelta(days=1), timedelta(days=7))
_ENOUGH_DROPS = 3
_MANY_SAMPLES = 500
_SHORTEST_PAUSE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Past:
    """The recorded past of one wallet.

    ``account_id`` is the id in the settings. ``drops`` are the last ones, newest first.
    """

    account_id: AccountId
    wallet: WalletKey
    curve: BalanceSeries
    drops: tuple[Drop, ...]


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
        disk: BackgroundThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_history = open_history
        self._disk = disk
        self._history: History | None = None  # used in the disk thread only
        self._followed: tuple[object, ...] = ()

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
            task = partial(self._read, account, balance.wallet, span, interval)
            on_result(self._disk.submit(task), self._on_read, self._on_not_read)

    def restore(self, account: Account, env_credential: Credential | None) -> None:
        """Read the last recorded balance; ``env_credential`` comes from the environment."""
        future = self._disk.submit(partial(self._latest, account, env_credential))
        on_result(future, partial(self._on_latest, account.id))

    def invalidate(self) -> None:
        """Mark the values read as outdated, so that the next ``follow`` reads again."""
        self._followed = ()

    def close(self) -> None:
        """Close the history after pending reads, and leave a single database file on the disk.

        A worker's thread may end too late to do that.
        """
        self._disk.submit(self._close)

    def _on_read(self, past: Past) -> None:
        self.read.emit(past)

    def _on_not_read(self, _error: BaseException) -> None:
        self.invalidate()  # the next ``follow`` tries again

    def _on_latest(self, account_id: AccountId, balance: Balance | None) -> None:
        if balance is not None:
            self.restored.emit(account_id, balance)

    # Everything below runs in the disk thread, the only one that uses the connection.
    def _opened(self) -> "History":
        if self._history is None:
            self._history = self._open_history()
        return self._history

    def _close(self) -> None:
        history = self._opened()
        history.tidy_up()
        history.close()

    def _latest(self, account: Account, env_credential: Credential | None) -> Balance | None:
        return self._opened().latest(account, env_credential)

    def _read(
        self, account: Account, wallet: WalletKey, span: ChartRange | None, interval: timedelta
    ) -> Past:
        history, now = self._opened(), datetime.now(UTC)
        gap = gap_after(interval)
        curve = history.curve(account, wallet, span or USUAL_SPAN, now, gap)
        if span is None and _is_young(curve, now):
            curve = history.curve(account, wallet, ChartRange.DAY, now, gap)
        drops: tuple[Drop, ...] = ()
        for back in _DROPS_BACK:
            samples = history.samples(account, wallet, now - back, now)
            drops = last_drops(samples, max(3 * interval, _SHORTEST_PAUSE))
            if len(drops) >= _ENOUGH_DROPS or len(samples) > _MANY_SAMPLES:
                break
        return Past(account.id, wallet, curve, drops)


def _is_young(curve: BalanceSeries, now: datetime) -> bool:
    """Return whether everything was recorded within a day; over a week it would be one dot."""
    return all(segment[0].at > now - ChartRange.DAY.value for segment in curve.segments)


_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))  # Windows has no quota error


class HistoryExport(QObject):
    """Reads and writes in the disk thread, in the format of ``wallet-tray history --csv``.

    Signals:
        ended(Export): the result of one export.
    """

    ended = Signal(object)

    def __init__(
        self,
        open_history: Callable[[], "History"],
        disk: BackgroundThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_history = open_history
        self._disk = disk

    def export(self, account: Account, path: Path, *, may_replace: bool) -> None:
        """Write all recorded balances; replace an existing file only with ``may_replace``."""
        task = partial(export_history, self._open_history, account, path, may_replace=may_replace)
        unwritten = Export(account.id, path.name, refusal=ExportRefusal.UNWRITABLE)
        on_result(self._disk.submit(task), self._on_ended, partial(self._on_failed, unwritten))

    def _on_ended(self, export: Export) -> None:
        self.ended.emit(export)

    def _on_failed(self, unwritten: Export, _error: BaseException) -> None:
        self.ended.emit(unwritten)


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
