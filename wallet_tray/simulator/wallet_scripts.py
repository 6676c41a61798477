"""Event sequences of the scenarios' wallets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import count
from random import Random

from wallet_tray.simulator.wallet import Change, Event, Wallet

STEADY_START = Decimal("1842.50")
DRAIN_START = Decimal("180.00")


@dataclass(frozen=True, slots=True)
class _Phase:
    """A series of jobs that lowers the available balance between ``begin`` and ``end`` (seconds).

    The first job starts exactly at ``begin`` and leaves ``first``. The last job leaves ``last``.
    """

    begin: int
    end: int
    first: Decimal
    last: Decimal
    jobs: int


# With the default limits of 100 and 20, a client that refreshes every 3 s sees each level at least
# six times. The wallet rests after the top-up, so one cycle is one complete story.
_DRAIN = (
    _Phase(2, 20, Decimal(164), Decimal(118), 4),
    _Phase(20, 50, Decimal(94), Decimal(26), 6),
    _Phase(50, 75, Decimal(18), Decimal("2.40"), 5),
    _Phase(75, 95, Decimal(0), Decimal(0), 1),
)
_DUE_AT = 82
_TOP_UP_AT = 95
_AFTER_TOP_UP = Decimal(240)
_REST = _Phase(110, 390, Decimal(236), Decimal(180), 12)
_CYCLE = 400


def steady(random: Random) -> Iterator[Event]:
    """Yield small jobs, with a top-up long before the wallet runs low."""
    now = 0.0
    due_at = 600.0
    while True:
        now += random.uniform(5, 25)
        amount = _cents(random.uniform(0.2, 4))
        yield Event(_seconds(now), _job_if_affordable(amount, now + random.uniform(10, 90)))
        if now >= due_at:
            yield Event(_seconds(now), _due(_cents(random.uniform(1, 9))))
            due_at += 600
        yield Event(_seconds(now), _topped_up_below(Decimal(400), Decimal(1500)))


def drain(random: Random) -> Iterator[Event]:
    """Yield a drain from ok through low, critical and empty to a top-up, all within 95 s.

    The sequence repeats every 400 s.
    """
    available = DRAIN_START
    for cycle in count():
        start = cycle * _CYCLE
        for phase in _DRAIN:
            yield from _falling(phase, start, available, random)
            available = phase.last
            if phase.begin < _DUE_AT < phase.end:
                yield Event(_seconds(start + _DUE_AT), _due(Decimal("12.60")))
        yield Event(_seconds(start + _TOP_UP_AT), _new_period)
        yield from _falling(_REST, start, _AFTER_TOP_UP, random)
        available = _REST.last


def rising_bill(random: Random) -> Iterator[Event]:
    """Yield charges of a few dollars every few seconds; the bill is paid after two minutes."""
    for period in count():
        for second in range(10, 120, 10):
            amount = _cents(random.uniform(2, 8))
            yield Event(_seconds(period * 120 + second), _due(amount))
        yield Event(_seconds(period * 120 + 120), Wallet.bill_paid)


def overdraft(random: Random) -> Iterator[Event]:
    """Yield unreserved costs that repeatedly push the wallet slightly below zero."""
    for step in count(1):
        amount = _cents(random.uniform(2, 6))
        yield Event(_seconds(step * 10), _charge(amount))


def _falling(phase: _Phase, start: int, before: Decimal, random: Random) -> Iterator[Event]:
    cents = (phase.first - phase.last) * 100
    rests = sorted(random.randrange(1, max(int(cents), 2)) for _ in range(phase.jobs - 2))
    levels = [phase.last + Decimal(rest) / 100 for rest in reversed(rests)]
    levels = [phase.first, *levels, phase.last][: max(phase.jobs, 1)]
    step = (phase.end - phase.begin) / phase.jobs
    for index, level in enumerate(levels):
        at = start + phase.begin + index * step
        if level < before:  # two jobs may draw the same level
            yield Event(_seconds(at), _job_if_affordable(before - level, at + random.uniform(3, 9)))
        before = level


def _job_if_affordable(amount: Decimal, ends_at: float) -> Change:
    def change(wallet: Wallet) -> Wallet:
        affordable = amount <= wallet.available
        return wallet.with_job(amount, _seconds(ends_at)) if affordable else wallet

    return change


def _due(amount: Decimal) -> Change:
    return lambda wallet: wallet.owing(amount)


def _charge(amount: Decimal) -> Change:
    return lambda wallet: wallet.charged(amount)


def _topped_up_below(level: Decimal, amount: Decimal) -> Change:
    return lambda wallet: wallet.topped_up(amount) if wallet.available < level else wallet


def _new_period(wallet: Wallet) -> Wallet:
    return wallet.bill_paid().topped_up(_AFTER_TOP_UP)


def _seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def _cents(number: float) -> Decimal:
    return Decimal(round(number * 100)) / 100
