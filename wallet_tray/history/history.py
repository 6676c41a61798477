"""The recorded balances, in one SQLite file shared by the tray program and the command line."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.balance import Balance, WalletKey
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.history_values import HourSpending, Sample
from wallet_tray.history.database import HistoryDatabase
from wallet_tray.history.permission import (
    Permission,
    is_permitted,
    permission_of,
    permit,
)
from wallet_tray.history.reader import (
    Raw,
    Recorded,
    all_recorded,
    full_samples,
    latest_balance,
    recorded_of,
    spending_until,
)
from wallet_tray.history.wallets import erase_all, erase_one, keyring_users

if TYPE_CHECKING:
    import sqlite3

    from wallet_tray.domain.balance_series import BalanceSeries, ChartRange
    from wallet_tray.history.not_before import NotBefore
    from wallet_tray.storage.state_file import StateFile


__all__ = ["History", "Recorded"]


class History:
    """The recorded balances of all wallets. Use each instance from one thread at a time.

    SQLite, writing and the chart's curve are imported on first use. Several instances may have the
    file open, in one or several processes. No method raises because of the disk's content. What
    cannot be written is dropped, and what cannot be read counts as missing. The log reports either
    at most once an hour.

    Wallets are distinguished by the account's id, its host and the service's ``wallet_id``.
    ``env_credential`` is the environment's credential that the balance was requested with, None
    for the keyring's own.
    """

    def __init__(self, file: Path) -> None:
        self._path = file
        self._file = HistoryDatabase(file)

    @property
    def waits(self) -> "NotBefore":
        """The waiting times set by the services, in a separate file beside this one."""
        from wallet_tray.history.not_before import NotBefore  # not needed for reading

        return NotBefore(self._path.with_name("not-before.json"))

    @property
    def unreadable(self) -> bool:
        """True if the last read failed because of the file itself; the log gives the reason."""
        return self._file.unreadable

    def record(
        self, account: Account, balance: Balance, env_credential: Credential | None = None
    ) -> None:
        """Record a balance at its time, in whole seconds."""
        from wallet_tray.history.writer import record_balance

        self._file.write(lambda file: record_balance(file, account, balance, env_credential))

    def permission(self, account: Account) -> Permission | None:
        """Return the permission to get before a request; None if nothing can be recorded."""
        known = self._file.read(lambda file: permission_of(file, account), None)
        if known is None and self._file.write(lambda file: permit(file, account)):
            known = self._file.read(lambda file: permission_of(file, account), None)
        return known

    def is_permitted(self, account: Account, permission: Permission) -> bool:
        """Return False if any process has erased the account, or everything, since then."""
        return self._file.read(lambda file: is_permitted(file, account, permission), False)

    def record_permitted(
        self,
        account: Account,
        balance: Balance,
        env_credential: Credential | None,
        permission: Permission,
    ) -> None:
        """Record a balance requested under ``permission``, if the permission is still valid."""
        from wallet_tray.history.writer import record_balance

        def write(file: "sqlite3.Connection") -> None:
            if is_permitted(file, account, permission):
                record_balance(file, account, balance, env_credential, permission.newest)

        self._file.write(write, make=False)

    def record_all(self, account: Account, balances: Iterable[Balance]) -> None:
        """Record many balances of the keyring's wallet at once, oldest first; all or none."""
        from wallet_tray.history.writer import record_balance

        def write(file: "sqlite3.Connection") -> None:
            for balance in balances:
                record_balance(file, account, balance, None)

        self._file.write(write)

    def latest(
        self,
        account: Account,
        env_credential: Credential | None = None,
        now: datetime | None = None,
    ) -> Balance | None:
        """Return the newest recorded balance of the wallet that the credential belongs to.

        None means the keyring's credential: it never returns the wallet of a credential from the
        environment. The reverse holds as well.
        """
        at = now or datetime.now(UTC)
        return self._file.read(lambda file: latest_balance(file, account, env_credential, at), None)

    def spending(
        self, account: Account, wallet: WalletKey, now: datetime
    ) -> tuple[HourSpending, ...]:
        """Return the spending of each hour of the 14 days up to ``now``, oldest first.

        Hours without data are missing.
        """
        return self._file.read(lambda file: spending_until(file, account, wallet, now), ())

    def curve(
        self,
        account: Account,
        wallet: WalletKey,
        span: "ChartRange",
        now: datetime,
        gap: timedelta,
    ) -> "BalanceSeries":
        """Return the available balance over the span up to ``now``: a few hundred points at most.

        Two samples further apart than ``gap`` leave a gap in the curve.
        """
        from wallet_tray.domain.balance_series import BalanceSeries
        from wallet_tray.history.series import read_curve

        empty = BalanceSeries(span, now - span.value, now)
        return self._file.read(
            lambda file: read_curve(file, account, wallet, span, now, gap), empty
        )

    def samples(
        self, account: Account, wallet: WalletKey, since: datetime, now: datetime | None = None
    ) -> tuple[Sample, ...]:
        """Return the full-resolution samples that extend beyond ``since``, oldest first."""
        at = now or datetime.now(UTC)
        return self._file.read(lambda file: full_samples(file, account, wallet, since, at), ())

    def recorded(
        self, account: Account, since: datetime | None, now: datetime | None = None
    ) -> Iterator[Recorded]:
        """Return everything kept of the account's wallets from ``since`` on, oldest first.

        Each wallet keeps its recording order, even if a clock was wrong.
        """
        nothing: list[Raw] = []
        at = now or datetime.now(UTC)
        return recorded_of(
            self._file.read(lambda file: all_recorded(file, account, since, at), nothing)
        )

    def keyring_users(self) -> list[str]:
        """Return the keyring user, with its host, of every account that has records."""
        no_users: list[str] = []
        return self._file.read(keyring_users, no_users)

    def erase(self, account_id: AccountId | None) -> bool:
        """Remove everything of the account with this id in the settings; None removes every file.

        Requests pending in any process are not recorded any more. Returns False if something may be
        left.
        """
        if account_id is None:
            self._file.close()
            waits_removed = self.waits.remove()
            return erase_all(self._path) and waits_removed
        self.waits.remove_account(account_id)
        return erase_one(self._path, self._file, account_id)

    def tidy_up(self) -> None:
        """Move SQLite's log into the file itself, so that a copy of the file is complete."""
        self._file.read(lambda file: file.execute("PRAGMA wal_checkpoint(TRUNCATE)"), None)

    def close(self) -> None:
        """Close the file. Any other call opens it again."""
        self._file.close()


def erase_files(history: History, history_file: Path, memory: "StateFile") -> Path | None:
    """Erase all files; return the first that could not be removed. Blocks.

    ``history`` must be the history in ``history_file``.
    """
    left = memory.erase()
    erased = history.erase(None)
    return left if erased else history_file
