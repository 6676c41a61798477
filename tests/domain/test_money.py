"""Amounts keep their unit and all their digits."""

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_tray.domain.money import Figure, Money, UnitMismatchError, exact_product, exact_sum

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=40) | st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(-(10**18), 10**18),
    st.integers(-300, 300),
)


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


@pytest.mark.parametrize(
    "combine",
    [operator.add, operator.sub, operator.lt, operator.le, operator.gt, operator.ge],
)
@pytest.mark.parametrize("amount", ["0", "5"])
def test_two_units_are_neither_compared_nor_added(
    combine: Callable[[Money, Money], object], amount: str
) -> None:
    with pytest.raises(UnitMismatchError):
        combine(Money(Decimal(5), "EUR"), usd(amount))


def test_two_units_are_unequal() -> None:
    assert usd("5") != Money(Decimal(5), "EUR")
    assert usd("0") != Money(Decimal(0), "EUR")
    assert usd("5.00") == usd("5")
    assert len({usd("5.00"), usd("5"), Money(Decimal(5), "EUR")}) == 2


def test_units_never_change_in_a_sum_over_python_s_sum() -> None:
    with pytest.raises(UnitMismatchError):
        sum([Money(Decimal(1), "EUR")], start=usd("1"))


@pytest.mark.parametrize("zero", ["-0", "-0.00", "0E+292", "0.000"])
def test_zero_has_neither_sign_nor_exponent(zero: str) -> None:
    for money in (usd(zero), -usd(zero), usd(zero) + usd(zero), usd("1.5") - usd("1.5")):
        assert str(money.amount) == "0"
        assert not money


@pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("Infinity"), 5, 5.0, "5", True, None])
def test_only_a_finite_decimal_is_an_amount(amount: object) -> None:
    with pytest.raises(ValueError, match="finite Decimal"):
        Money(amount, "USD")


def test_an_amount_without_a_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="has a unit"):
        Money(Decimal(5), "")


@given(AMOUNTS, AMOUNTS)
def test_arithmetic_is_exact(one: Decimal, other: Decimal) -> None:
    first, second = Money(one, "USD"), Money(other, "USD")
    assert Fraction((first + second).amount) == Fraction(one) + Fraction(other)
    assert Fraction((first - second).amount) == Fraction(one) - Fraction(other)
    assert Fraction((-first).amount) == -Fraction(one)
    assert (first < second) == (Fraction(one) < Fraction(other))
    assert Fraction(exact_product(one, Decimal("-0.0000005"))) == Fraction(one) / -2_000_000


@given(st.lists(AMOUNTS, max_size=6))
def test_a_sum_is_exact_in_any_order(amounts: list[Decimal]) -> None:
    exact = sum(map(Fraction, amounts), Fraction(0))
    assert Fraction(exact_sum(amounts)) == exact
    assert Fraction(exact_sum(reversed(amounts))) == exact


def test_sums_of_nothing_and_of_opposites_are_plain_zero() -> None:
    assert str(exact_sum([])) == "0"
    assert str(exact_sum([Decimal("1.50"), Decimal("-1.50")])) == "0"
    assert str(exact_product(Decimal("-0.00"), Decimal("0.01"))) == "0"


def test_figures_are_named_as_in_a_description() -> None:
    assert [figure.value for figure in Figure] == [
        "available",
        "total",
        "reserved",
        "due",
        "granted",
        "credit_line",
        "per_hour",
    ]
