"""A simulated wallet: balance, reserved amounts, amount due, transactions and scripted events."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from wallet_tray.domain.balance import WalletId


@dataclass(frozen=True, slots=True)
class Statement:
    """The content of a balance reply: balances in BYC, ``amount_due`` in USD, all finite."""

    wallet_id: WalletId
    total: Decimal
    available: Decimal
    amount_due: Decimal


@dataclass(frozen=True, slots=True)
class Job:
    """A running job. ``amount`` is reserved now and spent at ``ends_at``, a scenario time."""

    amount: Decimal
    ends_at: timedelta


@dataclass(frozen=True, slots=True)
class Wallet:
    """A wallet at one moment. Balances are in BYC, ``amount_due`` is in USD.

    Wallets are immutable: every change returns a new one. Times are arguments and count from the
    scenario's start.
    """

    wallet_id: WalletId
    total: Decimal
    amount_due: Decimal = Decimal(0)
    jobs: tuple[Job, ...] = ()

    @property
    def reserved(self) -> Decimal:
        """The amount reserved by running jobs."""
        return sum((job.amount for job in self.jobs), Decimal(0))

    @property
    def available(self) -> Decimal:
        """The amount that can be spent now: the total minus the reserved amount."""
        return self.total - self.reserved

    @property
    def statement(self) -> Statement:
        """The wallet as the balance call reports it."""
        return Statement(self.wallet_id, self.total, self.available, self.amount_due)

    def with_job(self, amount: Decimal, ends_at: timedelta) -> "Wallet":
        """Return the wallet with a job started.

        Raises ValueError unless 0 < amount <= available.
        """
        if not 0 < amount <= self.available:
            raise ValueError("a job reserves more than nothing and at most what is available")
        return replace(self, jobs=(*self.jobs, Job(amount, ends_at)))

    def settled(self, elapsed: timedelta) -> "Wallet":
        """Return the wallet at ``elapsed``: finished jobs are spent, the others keep running."""
        ended = sum((job.amount for job in self.jobs if job.ends_at <= elapsed), Decimal(0))
        running = tuple(job for job in self.jobs if job.ends_at > elapsed)
        return replace(self, total=self.total - ended, jobs=running)

    def charged(self, amount: Decimal) -> "Wallet":
        """Return the wallet after an unreserved cost. The total may fall below zero."""
        return replace(self, total=self.total - _at_least_nothing(amount))

    def topped_up(self, amount: Decimal) -> "Wallet":
        """Return the wallet after a purchase of ``amount`` BYC."""
        return replace(self, total=self.total + _at_least_nothing(amount))

    def owing(self, amount: Decimal) -> "Wallet":
        """Return the wallet after another ``amount`` USD became due."""
        return replace(self, amount_due=self.amount_due + _at_least_nothing(amount))

    def bill_paid(self) -> "Wallet":
        """Return the wallet after payment of everything due."""
        return replace(self, amount_due=Decimal(0))


def _at_least_nothing(amount: Decimal) -> Decimal:
    if not amount >= 0:
        raise ValueError("an amount is a number from 0 on")
    return amount


ENTRIES_KEPT = 1000

_DEEDS = ("Render", "Transcode", "Train", "Simulate", "Evaluate", "Resize", "Index", "Encode")
_THINGS = (
    "product photos",
    "harbor scene",
    "interview clips",
    "sentiment model",
    "wind tunnel mesh",
    "map tiles",
    "lecture video",
    "bird calls",
    "support tickets",
    "chess openings",
)
TOP_UP_NAME = "Top-up"
CHARGE_NAME = "Storage"


@dataclass(frozen=True, slots=True)
class Entry:
    """One transaction. ``at`` is a scenario time; ``number`` counts from 1.

    ``amount`` is in BYC, never 0, and negative for money spent. ``balance`` is the total after the
    transaction. ``job`` is the job's number, or 0 if no job was involved.
    """

    number: int
    at: timedelta
    amount: Decimal
    balance: Decimal
    name: str
    job: int = 0


class Ledger:
    """The latest transactions of one wallet, 1000 at most. The seed decides the job names."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._entries: deque[Entry] = deque(maxlen=ENTRIES_KEPT)
        self._written = 0
        self._jobs = 0

    def __len__(self) -> int:
        return len(self._entries)

    def newest_first(self) -> Iterator[Entry]:
        """Iterate over the kept entries."""
        return reversed(self._entries)

    def job_paid(self, at: timedelta, cost: Decimal, balance: Decimal) -> None:
        """Record the payment of a finished job."""
        self._jobs += 1
        self._write(at, -cost, balance, job_name(self._seed, self._jobs), self._jobs)

    def changed(self, at: timedelta, amount: Decimal, balance: Decimal) -> None:
        """Record a change of the total by ``amount`` that no job caused."""
        self._write(at, amount, balance, TOP_UP_NAME if amount > 0 else CHARGE_NAME)

    def _write(
        self, at: timedelta, amount: Decimal, balance: Decimal, name: str, job: int = 0
    ) -> None:
        if amount:
            self._written += 1
            self._entries.append(Entry(self._written, at, amount, balance, name, job))


def job_name(seed: int, number: int) -> str:
    """Return a made-up name for the job with this number."""
    random = Random(f"job {seed} {number}")  # noqa: S311  simulated data, reproducible by seed
    return f"{random.choice(_DEEDS)} {random.choice(_THINGS)} {number}"


Change = Callable[[Wallet], Wallet]


@dataclass(frozen=True, slots=True)
class Event:
    """A change of the wallet at a scenario time."""

    at: timedelta
    change: Change


Course = Callable[[Random], Iterator[Event]]
"""Factory of a wallet's endless events, in chronological order, from a seeded generator."""


class ScriptedWallet:
    """A wallet that follows its course, and the log of its transactions.

    Its state at a time depends only on the seed and that time, not on the number of calls.
    """

    def __init__(self, start: Wallet, course: Course, seed: int) -> None:
        self.ledger = Ledger(seed)
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
            self.ledger.changed(self._next.at, total - before, total)
            self._next = next(self._events, None)
        self._settle(elapsed)
        return self._wallet

    def _settle(self, elapsed: timedelta) -> None:
        balance = self._wallet.total
        for job in sorted(self._wallet.jobs, key=lambda job: job.ends_at):
            if job.ends_at <= elapsed:
                balance -= job.amount
                self.ledger.job_paid(job.ends_at, job.amount, balance)
        self._wallet = self._wallet.settled(elapsed)
