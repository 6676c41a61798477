"""Events of a simulated wallet over time, in a seeded, repeatable order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from wallet_tray.simulator.books import Books
from wallet_tray.simulator.wallet import Wallet

Change = Callable[[Wallet], Wallet]


@dataclass(frozen=True, slots=True)
class Event:
    """A change of the wallet at a scenario time."""

    at: timedelta
    change: Change


Course = Callable[[Random], Iterator[Event]]
"""Factory of a wallet's endless events, in chronological order, from a seeded generator."""


class LivingWallet:
    """A wallet that follows its course, and the log of its transactions.

    Its state at a time depends only on the seed and that time, not on the number of calls.
    """

    def __init__(self, start: Wallet, course: Course, seed: int) -> None:
        self.books = Books(seed)
        self._wallet = start
        self._events = course(Random(seed))  # noqa: S311  simulated data, reproducible by seed
        self._next = next(self._events, None)

    def at(self, elapsed: timedelta) -> Wallet:
        """Return the wallet at ``elapsed``, which must not precede an earlier call's time.

        For an earlier time the last wallet is returned.
        """
        while self._next is not None and self._next.at <= elapsed:
            self._settle(self._next.at)
            before = self._wallet.total
            self._wallet = self._next.change(self._wallet)
            total = self._wallet.total
            self.books.changed(self._next.at, total - before, total)
            self._next = next(self._events, None)
        self._settle(elapsed)
        return self._wallet

    def _settle(self, elapsed: timedelta) -> None:
        balance = self._wallet.total
        for job in sorted(self._wallet.jobs, key=lambda job: job.ends_at):
            if job.ends_at <= elapsed:
                balance -= job.amount
                self.books.job_paid(job.ends_at, job.amount, balance)
        self._wallet = self._wallet.settled(elapsed)
