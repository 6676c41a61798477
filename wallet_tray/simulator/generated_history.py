"""A made-up history for the demo: one month of balances.

``--demo`` starts with an empty history, so a month's chart would stay empty for a month. This
module fills it with balances drawn from a seed. They serve only demonstrations and pictures. The
last balance is the starting balance of the scenario "drain".

The wallet's owner works from Monday to Friday and runs jobs then. Longer jobs run through some
nights, and a few at weekends. The owner tops up before the wallet is empty. The laptop slept over
one weekend: the jobs continued, but no balance was recorded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

from wallet_tray.simulator.wallet_scripts import DRAIN_START

_NOTHING = Decimal(0)
_SATURDAY = 5
_NIGHTS = (0.5, 0.5, 0.5, 0.5, 1, 0.2, 0.2)  # probability of night jobs, from Monday on
_QUIET = timedelta(minutes=20)  # before the end: longer than any refresh interval
_BEFORE_TOP_UP = (70, 110)  # BYC
_FULL = (420, 820)  # BYC; the total right after a top-up
_STEP = 50  # BYC; top-ups are round amounts
_BUSY = (0.5, 0.7, 1, 1, 1.4, 2.2)  # random factors, so that days differ


@dataclass(frozen=True, slots=True)
class PastBalance:
    """The balance of a wallet ``at`` a moment (aware, UTC, whole seconds).

    Balances are in BYC, ``amount_due`` is in USD.
    """

    at: datetime
    total: Decimal
    available: Decimal
    amount_due: Decimal


@dataclass(frozen=True, slots=True)
class _Job:
    begin: datetime
    end: datetime
    cost: Decimal


def past(seed: int, now: datetime, days: int = 30) -> Iterator[PastBalance]:
    """Yield the balances of the last ``days`` (1 or more) up to ``now``, oldest first.

    Balances are 5 to 14 minutes apart, except over the skipped weekend. That weekend is missing if
    ``days`` is too small. ``now`` is aware; its time zone decides the working hours. The last
    balance is at ``now``: 180 BYC, nothing reserved, nothing due.
    """
    random = Random(f"past {seed}")  # noqa: S311  simulated data, reproducible by seed
    now = now.replace(microsecond=0)
    begin = now.astimezone(UTC) - timedelta(days=days)
    jobs = sorted(_jobs(random, now, days), key=lambda job: job.end)
    changes = [(job.end, -job.cost) for job in jobs]
    changes = sorted(changes + list(_top_ups(random, jobs)))
    total = DRAIN_START - sum((amount for _, amount in changes), _NOTHING)
    bill = _bill(random, now, days)
    asleep = _weekend_asleep(now, days)
    done = 0
    for at in _looks(random, begin, now.astimezone(UTC)):
        while done < len(changes) and changes[done][0] <= at:
            total += changes[done][1]
            done += 1
        if asleep[0] <= at < asleep[1]:
            continue
        running = (job.cost for job in jobs if job.begin <= at < job.end)
        due = next((unit_price for since, unit_price in reversed(bill) if since <= at), _NOTHING)
        yield PastBalance(at, total, total - sum(running, _NOTHING), due)


def _looks(random: Random, begin: datetime, now: datetime) -> Iterator[datetime]:
    at = begin
    while at < now:
        yield at
        at += timedelta(seconds=random.randint(300, 840))
    yield now


def _jobs(random: Random, now: datetime, days: int) -> Iterator[_Job]:
    last = now.astimezone(UTC) - _QUIET
    for day in range(days, -1, -1):
        midnight = _midnight(now, day)
        at_work = midnight.weekday() < _SATURDAY
        busy = random.choice(_BUSY)
        for _ in range(random.randint(4, 9) if at_work else random.randint(0, 2)):
            begin = midnight + timedelta(minutes=random.randint(8 * 60, 18 * 60))
            yield from _job(begin, random.randint(15, 110), busy * random.uniform(1, 8), last)
        if random.random() < _NIGHTS[midnight.weekday()]:
            begin = midnight + timedelta(minutes=random.randint(21 * 60, 23 * 60))
            for hour in range(random.randint(3, 7)):  # night jobs are paid hour by hour
                part = begin + timedelta(hours=hour)
                yield from _job(part, 60, random.uniform(1.5, 5), last)


def _job(begin: datetime, minutes: int, cost: float, last: datetime) -> Iterator[_Job]:
    start = begin.astimezone(UTC)
    end = start + timedelta(minutes=minutes)
    if end <= last:
        yield _Job(start, end, Decimal(round(cost * 100)) / 100)


def _top_ups(random: Random, jobs: list[_Job]) -> Iterator[tuple[datetime, Decimal]]:
    """Yield the top-ups backwards, from the known final balance."""
    total = DRAIN_START
    full = random.uniform(*_FULL)
    for job in reversed(jobs):
        total += job.cost
        if total > full:
            low = random.uniform(*_BEFORE_TOP_UP)
            amount = Decimal(int((float(total) - low) / _STEP) * _STEP)
            yield job.end - timedelta(minutes=random.randint(2, 6)), amount
            total -= amount
            full = random.uniform(*_FULL)


def _bill(random: Random, now: datetime, days: int) -> list[tuple[datetime, Decimal]]:
    """Return the amounts due and their start times.

    The amount grows every night. It is paid on Mondays and at the end.
    """
    bill, due = [], _NOTHING
    for day in range(days, -1, -1):
        midnight = _midnight(now, day)
        if day:
            due += Decimal(random.randint(20, 190)) / 100
            bill.append(((midnight + timedelta(hours=3)).astimezone(UTC), due))
        if midnight.weekday() == 0 or day == 0:
            due = _NOTHING
            paid = midnight + timedelta(hours=9)
            bill.append((min(paid, now - _QUIET).astimezone(UTC), due))
    return sorted(bill, key=lambda step: step[0])


def _weekend_asleep(now: datetime, days: int) -> tuple[datetime, datetime]:
    """Return the latest weekend (Friday evening to Monday morning) at least four days old."""
    for day in range(4, days - 3):
        monday = _midnight(now, day)
        if monday.weekday() == 0:
            friday = monday - timedelta(days=3)
            evening, morning = friday + timedelta(hours=19), monday + timedelta(hours=8)
            return evening.astimezone(UTC), morning.astimezone(UTC)
    return now, now


def _midnight(now: datetime, days_ago: int) -> datetime:
    return (now - timedelta(days=days_ago)).replace(hour=0, minute=0, second=0, microsecond=0)
