"""A simulated wallet: balance, amounts reserved by running jobs, and amount due."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Statement:
    """The content of a balance reply: balances in BYC, ``amount_due`` in USD, all finite."""

    account_id: str
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

    account_id: str
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
        return Statement(self.account_id, self.total, self.available, self.amount_due)

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
