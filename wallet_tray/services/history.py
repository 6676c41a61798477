"""The recorded balances, in one SQLite file that the tray program and the command line share."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.curve import Curve, Span
from wallet_tray.domain.sample import Sample
from wallet_tray.domain.spending import HourSpending
from wallet_tray.services.history_curve import read_curve
from wallet_tray.services.history_erasing import erase_all, erase_one
from wallet_tray.services.history_file import HistoryFile
from wallet_tray.services.history_permission import (
    Permission,
    is_permitted,
    permission_of,
    permit,
)
from wallet_tray.services.history_reader import (
    Raw,
    Recorded,
    all_recorded,
    full_samples,
    latest_balance,
    recorded_of,
    spending_until,
)
from wallet_tray.services.history_wallets import keyring_users
from wallet_tray.services.history_writer import record_balance

if TYPE_CHECKING:
    import sqlite3

    from wallet_tray.services.not_before import NotBefore

__all__ = ["History", "Recorded"]


class History:
    """What was recorded of all wallets. For one thread at a time; SQLite comes on first use.

    Any number of these may have the file open, in one process or in several. Nothing raises for
    what is on the disk: what cannot be written is dropped, what cannot be read is not there, and
    the log says so at most once an hour.

    Wallets are kept apart by the account's id, its host and the service's ``account_id``.
    ``borrowed`` is a credential from the environment that a balance was asked with, None for the
    keyring's own.
    """

    def __init__(self, file: Path) -> None:
        self._path = file
        self._file = HistoryFile(file)

    @property
    def waits(self) -> "NotBefore":
        """What the services said about waiting, in a file of its own beside this one."""
        from wallet_tray.services.not_before import NotBefore  # not for who only reads

        return NotBefore(self._path.with_name("not-before.json"))

    @property
    def unreadable(self) -> bool:
        """Whether the last question got no answer because of the file itself; the log says why."""
        return self._file.unreadable

    def record(
        self, account: Account, balance: Balance, borrowed: Credential | None = None
    ) -> None:
        """Record a balance at its time, in whole seconds."""
        self._file.write(lambda file: record_balance(file, account, balance, borrowed))

    def permission(self, account: Account) -> Permission | None:
        """To be had before a service is asked; None where nothing can be recorded."""
        known = self._file.read(lambda file: permission_of(file, account), None)
        if known is None and self._file.write(lambda file: permit(file, account)):
            known = self._file.read(lambda file: permission_of(file, account), None)
        return known

    def is_permitted(self, account: Account, permission: Permission) -> bool:
        """False where the account, or everything, was erased since then, by any process."""
        return self._file.read(lambda file: is_permitted(file, account, permission), False)

    def record_permitted(
        self,
        account: Account,
        balance: Balance,
        borrowed: Credential | None,
        permission: Permission,
    ) -> None:
        """Record what was asked for after the permission was given, while that still holds."""

        def write(file: "sqlite3.Connection") -> None:
            if is_permitted(file, account, permission):
                record_balance(file, account, balance, borrowed, permission.newest)

        self._file.write(write, make=False)

    def record_all(self, account: Account, balances: Iterable[Balance]) -> None:
        """Record many balances of the keyring's wallet at once, the oldest first; all or none."""

        def write(file: "sqlite3.Connection") -> None:
            for balance in balances:
                record_balance(file, account, balance, None)

        self._file.write(write)

    def latest(self, account: Account, borrowed: Credential | None = None) -> Balance | None:
        """The balance that was recorded last of the wallet that the credential is of.

        With None that is the wallet of the keyring's credential, and never one of a credential
        from the environment; the other way round as well.
        """
        return self._file.read(lambda file: latest_balance(file, account, borrowed), None)

    def spending(
        self, account: Account, account_id: str, now: datetime
    ) -> tuple[HourSpending, ...]:
        """What was spent in each hour of the 14 days up to ``now``, oldest first.

        Hours of which nothing is known are missing.
        """
        return self._file.read(lambda file: spending_until(file, account, account_id, now), ())

    def curve(
        self, account: Account, account_id: str, span: Span, now: datetime, gap: timedelta
    ) -> Curve:
        """The available balance over the span up to ``now``: a few hundred points at most.

        Nobody looked where two samples are further apart than ``gap``.
        """
        empty = Curve(span, now - span.value, now)
        return self._file.read(
            lambda file: read_curve(file, account, account_id, span, now, gap), empty
        )

    def samples(
        self, account: Account, account_id: str, since: datetime, now: datetime | None = None
    ) -> tuple[Sample, ...]:
        """What is kept in full resolution and reaches beyond ``since``, oldest first."""
        at = now or datetime.now(UTC)
        return self._file.read(lambda file: full_samples(file, account, account_id, since, at), ())

    def recorded(
        self, account: Account, since: datetime | None, now: datetime | None = None
    ) -> Iterator[Recorded]:
        """All that is kept of the account's wallets from ``since`` on, oldest first.

        The order of a wallet is that in which it was recorded, also where a clock was wrong.
        """
        nothing: list[Raw] = []
        at = now or datetime.now(UTC)
        return recorded_of(
            self._file.read(lambda file: all_recorded(file, account, since, at), nothing)
        )

    def keyring_users(self) -> list[str]:
        """The keyring's names of all accounts that anything was recorded of, with their hosts."""
        nobody: list[str] = []
        return self._file.read(keyring_users, nobody)

    def forget(self, account_id: str | None) -> bool:
        """Remove all of the account with this id of the settings; None removes every file.

        What is asked for by now, by any process, is not recorded any more. False where something
        may be left.
        """
        if account_id is None:
            self._file.close()
            waits_removed = self.waits.remove()
            return erase_all(self._path) and waits_removed
        self.waits.forget(account_id)
        return erase_one(self._path, self._file, account_id)

    def tidy_up(self) -> None:
        """Move what stands in SQLite's log into the file itself, so that a copy of it has all."""
        self._file.read(lambda file: file.execute("PRAGMA wal_checkpoint(TRUNCATE)"), None)

    def close(self) -> None:
        """Close the file. It is opened again by any other call."""
        self._file.close()
