"""A simulated wallet: what it holds, what its running jobs hold back, and what is owed."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Statement:
    """What the balance call tells: balances in BYC, ``amount_due`` in USD, all finite."""

    account_id: str
    total: Decimal
    available: Decimal
    amount_due: Decimal


@dataclass(frozen=True, slots=True)
class Job:
    """A running job. ``amount`` is held back now and spent at ``ends_at``, a scenario time."""

    amount: Decimal
    ends_at: timedelta


@dataclass(frozen=True, slots=True)
class Wallet:
    """A wallet at one moment. Balances are in BYC, ``amount_due`` is in USD.

    Every change gives a new wallet; times are handed in and count from the scenario's start.
    """

    account_id: str
    total: Decimal
    amount_due: Decimal = Decimal(0)
    jobs: tuple[Job, ...] = ()

    @property
    def reserved(self) -> Decimal:
        """What the running jobs hold back."""
        return sum((job.amount for job in self.jobs), Decimal(0))

    @property
    def available(self) -> Decimal:
        """What can be spent now: the total less what is reserved."""
        return self.total - self.reserved

    @property
    def statement(self) -> Statement:
        """The wallet as the balance call tells it."""
        return Statement(self.account_id, self.total, self.available, self.amount_due)

    def with_job(self, amount: Decimal, ends_at: timedelta) -> "Wallet":
        """The wallet after a job was started. Raises ValueError unless 0 < amount <= available."""
        if not 0 < amount <= self.available:
            raise ValueError("a job reserves more than nothing and at most what is available")
        return replace(self, jobs=(*self.jobs, Job(amount, ends_at)))

    def settled(self, elapsed: timedelta) -> "Wallet":
        """The wallet at ``elapsed``: jobs that have ended are spent, the others keep running."""
        ended = sum((job.amount for job in self.jobs if job.ends_at <= elapsed), Decimal(0))
        running = tuple(job for job in self.jobs if job.ends_at > elapsed)
        return replace(self, total=self.total - ended, jobs=running)

    def charged(self, amount: Decimal) -> "Wallet":
        """The wallet after a cost that no job had reserved; it may fall below zero."""
        return replace(self, total=self.total - _at_least_nothing(amount))

    def topped_up(self, amount: Decimal) -> "Wallet":
        """The wallet after ``amount`` BYC was bought."""
        return replace(self, total=self.total + _at_least_nothing(amount))

    def owing(self, amount: Decimal) -> "Wallet":
        """The wallet after ``amount`` USD more became due."""
        return replace(self, amount_due=self.amount_due + _at_least_nothing(amount))

    def bill_paid(self) -> "Wallet":
        """The wallet after everything due was paid."""
        return replace(self, amount_due=Decimal(0))


def _at_least_nothing(amount: Decimal) -> Decimal:
    if not amount >= 0:
        raise ValueError("an amount is a number from 0 on")
    return amount
