"""The simulated wallet's arithmetic, for any amounts and any order of events."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_tray.simulator.wallet import Wallet

cents = st.integers(1, 10**12).map(lambda number: Decimal(number) / 100)
seconds = st.integers(0, 10**6).map(lambda number: timedelta(seconds=number))


def test_a_job_reserves_and_then_spends() -> None:
    wallet = Wallet("id", Decimal(100)).with_job(Decimal("30.25"), timedelta(seconds=60))
    assert (wallet.total, wallet.reserved, wallet.available) == (
        Decimal(100),
        Decimal("30.25"),
        Decimal("69.75"),
    )
    assert wallet.settled(timedelta(seconds=59)) == wallet
    spent = wallet.settled(timedelta(seconds=60))
    assert (spent.total, spent.reserved, spent.available) == (
        Decimal("69.75"),
        Decimal(0),
        Decimal("69.75"),
    )


@given(st.lists(st.tuples(cents, seconds), max_size=20), seconds, seconds)
def test_nothing_is_lost_or_made(
    jobs: list[tuple[Decimal, timedelta]], early: timedelta, late: timedelta
) -> None:
    wanted = sum((amount for amount, _ in jobs), Decimal(1))
    wallet = Wallet("id", wanted)
    for amount, ends_at in jobs:
        before = wallet.available
        wallet = wallet.with_job(amount, ends_at)
        assert wallet.available == before - amount
        assert wallet.total == wanted
    now = wallet.settled(early)
    assert now.available == Decimal(1), "settling spends what was held back and nothing else"
    assert now.reserved == sum((a for a, end in jobs if end > early), Decimal(0))
    assert now.settled(late) == wallet.settled(max(early, late))


@given(cents, cents, cents)
def test_top_ups_costs_and_dues(start: Decimal, amount: Decimal, due: Decimal) -> None:
    wallet = Wallet("id", start).topped_up(amount).owing(due)
    assert wallet.available == wallet.total == start + amount
    assert wallet.amount_due == due
    assert wallet.charged(start + amount + due).available == -due
    assert wallet.bill_paid() == Wallet("id", start + amount)


@pytest.mark.parametrize("amount", [Decimal(0), Decimal(-1), Decimal("100.01"), Decimal("NaN")])
def test_a_job_it_cannot_afford_is_refused(amount: Decimal) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        Wallet("id", Decimal(100)).with_job(amount, timedelta(seconds=1))


@pytest.mark.parametrize("change", [Wallet.topped_up, Wallet.charged, Wallet.owing])
def test_negative_amounts_are_refused(change: object) -> None:
    assert callable(change)
    with pytest.raises(ValueError, match="from 0 on"):
        change(Wallet("id", Decimal(1)), Decimal(-1))
