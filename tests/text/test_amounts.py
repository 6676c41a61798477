"""Amounts as people read them: short, and never on the wrong side of a limit."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from wallet_tray.domain.balance import level_of
from wallet_tray.text.amounts import (
    amount_text,
    amount_with_unit,
    estimated_with_unit,
    exact_text,
    icon_number,
    owed_with_unit,
)
from wallet_tray.text.locale import Locale

GERMAN = Locale(group=".", decimal=",")
SUFFIXES = {"M": 6, "G": 9, "T": 12}
FINITE_DOUBLES = st.floats(allow_nan=False, allow_infinity=False).map(lambda x: Decimal(repr(x)))


def value_of(text: str) -> Decimal:
    """What a reader takes the text for; for "<0.000001" a number in between."""
    text = text.replace("−", "-").replace(",", "")
    if text[0] in "<>":
        return Decimal(text[1:]) / 2
    number, _, letter = text.partition("\u00a0")
    return Decimal(number).scaleb(SUFFIXES[letter] if letter else 0)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("84.1", "84.10"),
        ("100", "100.00"),
        ("1", "1.00"),
        ("1234.5", "1,234.50"),
        ("999999.99", "999,999.99"),
        ("1000000", "1.00\u00a0M"),
        ("1250000", "1.25\u00a0M"),
        ("999999.996", "1.00\u00a0M"),
        ("999999999.9", "1.00\u00a0G"),
        ("2500000000", "2.50\u00a0G"),
        ("7.5e12", "7.50\u00a0T"),
        ("999.99e12", "999.99\u00a0T"),
        ("1e15", "1.00e15"),
        ("1.7976931348623157e308", "1.79e308"),
        ("-1.7976931348623157e308", "−1.79e308"),
        ("0", "0.00"),
        ("-0", "0.00"),
        ("0E+292", "0.00"),
        ("0E-300", "0.00"),
        ("0.000", "0.00"),
        ("0.5", "0.50"),
        ("0.1234567", "0.1235"),
        ("0.01234567", "0.01235"),
        ("0.00000149", "0.00000149"),
        ("0.000001", "0.000001"),
        ("0.00000099", "<0.000001"),
        ("5e-324", "<0.000001"),
        ("-5e-324", ">−0.000001"),
        ("-3", "−3.00"),
        ("-1234567", "−1.23\u00a0M"),
        ("-0.25", "−0.25"),
        ("1.005", "1.00"),
        ("1.015", "1.02"),
    ],
)
def test_amount(amount: str, text: str) -> None:
    assert amount_text(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("1234567.8", "1,23\u00a0M"),
        ("123456.78", "123.456,78"),
        ("-1234.5", "−1.234,50"),
        ("0.1234", "0,1234"),
        ("1e20", "1,00e20"),
        ("0", "0,00"),
        ("1e-9", "<0,000001"),
    ],
)
def test_german(amount: str, text: str) -> None:
    assert amount_text(Decimal(amount), GERMAN) == text


@pytest.mark.parametrize(
    ("amount", "limits", "text"),
    [
        ("99.996", ["100"], "99.99"),
        ("99.996", ["0", "100"], "99.99"),
        ("100.004", ["100"], "100.00"),
        ("20.0001", ["20.00005"], "20.01"),
        ("99.996", ["99.995", "100"], "99.996"),
        ("0.99996", ["1"], "0.9999"),
        ("999999.996", ["1000000"], "999,999.99"),
        ("1254999", ["1255000"], "1.25\u00a0M"),
        ("1255000", ["1255000"], "1.26\u00a0M"),
        ("19.999999999999999999999999999999999999", ["20"], "19.99"),
        ("-0.00001", ["0"], "−0.00001"),
    ],
)
def test_at_a_limit(amount: str, limits: list[str], text: str) -> None:
    assert amount_text(Decimal(amount), limits=map(Decimal, limits)) == text


CLOSE = st.builds(
    lambda limit, off, exponent: (limit, limit + Decimal(off).scaleb(exponent)),
    st.decimals(min_value=0, max_value=10**14, places=3),
    st.integers(-50, 50),
    st.integers(-12, 3),
)


@settings(max_examples=400, deadline=None)
@given(
    CLOSE | st.tuples(st.decimals(0, 10**14, places=2), FINITE_DOUBLES),
    st.decimals(min_value=0, max_value=10**14, places=2),
)
@example((Decimal(100), Decimal("99.996")), Decimal("99.995"))
def test_the_text_has_the_level_of_the_amount(
    pair: tuple[Decimal, Decimal], other: Decimal
) -> None:
    limit, amount = pair
    assume(abs(amount) < 10**15)
    shown = value_of(amount_text(amount, limits=(limit, other)))
    with localcontext() as exact:
        exact.prec = 400
        assert (shown < limit) == (amount < limit) or shown.copy_abs() < Decimal("0.000001")
        assert level_of(shown, max(limit, other), min(limit, other)) == level_of(
            amount, max(limit, other), min(limit, other)
        ) or shown.copy_abs() < Decimal("0.000001")


@settings(max_examples=400, deadline=None)
@given(FINITE_DOUBLES)
def test_short_and_close_whatever_a_double_holds(amount: Decimal) -> None:
    text = amount_text(amount)
    assert len(text) <= 12
    assert text.isprintable() or "\u00a0" in text
    assert "-" not in text
    assert "E" not in text
    if 1 <= abs(amount) < 10**15:
        assert abs(value_of(text) - amount) <= abs(amount) / 100
    assert (text[0] == "−" or text.startswith(">−")) == (amount < 0)


def test_unit_and_mask() -> None:
    assert amount_with_unit(Decimal("84.1"), "BYC") == "84.10\u00a0BYC"
    assert amount_with_unit(Decimal("84.1"), "BYC", hidden=True) == "•••\u00a0BYC"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("84.100000", "84.100000"),
        ("-1.23456789012345678901234567890", "−1.23456789012345678901234567890"),
        ("1e3", "1000"),
        ("1.7976931348623157e308", "1.7976931348623157E+308"),
        ("0", "0"),
        ("0.00", "0.00"),
        ("-0", "0"),
        ("0E+292", "0"),
        ("0E-300", "0"),
    ],
)
def test_exact(amount: str, text: str) -> None:
    assert exact_text(Decimal(amount)) == text


@given(FINITE_DOUBLES)
def test_exact_is_exact(amount: Decimal) -> None:
    text = exact_text(amount)
    assert Decimal(text.replace("−", "-")) == amount
    assert len(text) <= 64


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("0E+292", "0"),
        ("0.01", "<1"),
        ("0.99", "<1"),
        ("1", "1"),
        ("42.99", "42"),
        ("999.999", "999"),
        ("1000", "1k"),
        ("1049", "1k"),
        ("1299", "1.2k"),
        ("9999.99", "9.9k"),
        ("99999", "99k"),
        ("999999.99", "999k"),
        ("1e6", "1M"),
        ("1.29e9", "1.2G"),
        ("999e12", "999T"),
        ("1e15", "∞"),
        ("1.79e308", "∞"),
        ("-0.01", "-1"),
        ("-3", "-3"),
        ("-2.5", "-3"),
        ("-999", "-999"),
        ("-999.5", "-1k"),
        ("-1999", "-2k"),
        ("-1234", "-1.3k"),
        ("-2000", "-2k"),
        ("-99001", "-100k"),
        ("-123456.78", "-124k"),
        ("-899999.99", "-900k"),
        ("-900000.01", "-1M"),
        ("-999000", "-1M"),
        ("-1234567", "-1.3M"),
        ("-123456789.5", "-124M"),
        ("-99.5e12", "-100T"),
        ("-1e308", "-∞"),
        ("9999.9999999999999999999999999999999999", "9.9k"),
    ],
)
def test_icon_number(amount: str, text: str) -> None:
    assert icon_number(Decimal(amount)) == text


def icon_value(text: str) -> Decimal:
    if "∞" in text:
        return Decimal("-Infinity" if text[0] == "-" else "Infinity")
    if text == "<1":
        return Decimal("0.01")
    scale = {"k": 3, "M": 6, "G": 9, "T": 12}.get(text[-1], 0)
    return Decimal(text.rstrip("kMGT")).scaleb(scale)


@settings(max_examples=400, deadline=None)
@given(
    FINITE_DOUBLES | st.decimals(-(10**7), 10**7, places=2),
    FINITE_DOUBLES | st.decimals(-(10**7), 10**7, places=2),
)
def test_icon_numbers_fit_and_follow_the_amount(one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    shown = [icon_value(icon_number(amount)) for amount in (less, more)]
    assert shown[0] <= shown[1]
    for amount in (less, more):
        text = icon_number(amount)
        assert 1 <= len(text) <= (4 if amount >= 0 else 5)
        assert not text.startswith((".", "-.")), "it would be misread"
        if text.startswith("-") and "∞" not in text:
            assert icon_value(text) >= 2 * amount or amount > -10, "never far from the amount"
        if "∞" not in text and not 0 < amount < 1:
            assert icon_value(text) <= amount


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "0.00"),
        ("0E-8", "0.00"),
        ("7", "7.00"),
        ("7.5", "7.50"),
        ("1E+3", "1,000.00"),
        ("1234567.89", "1,234,567.89"),
        ("-1234567.8", "−1,234,567.80"),
        ("999999999.999", "999,999,999.999"),
        ("0.005", "0.005"),
        ("12.345678", "12.345678"),
        ("1000000000", "1.00\u00a0G"),
        ("1.79e308", "1.79e308"),
        ("12.3456789012", "12.35"),
    ],
)
def test_money_that_is_owed_is_reported_to_the_last_digit(amount: str, text: str) -> None:
    assert owed_with_unit(Decimal(amount), "USD") == f"{text}\u00a0USD"


def test_money_that_is_owed_is_hidden_and_grouped_as_the_reader_does() -> None:
    assert owed_with_unit(Decimal("1234.5"), "USD", GERMAN) == "1.234,50\u00a0USD"
    assert "2" not in owed_with_unit(Decimal(2), "USD", hidden=True)


@given(st.decimals(-(10**9) + 1, 10**9 - 1, places=2))
def test_no_cent_of_what_is_owed_is_lost(amount: Decimal) -> None:
    text = owed_with_unit(amount, "USD").removesuffix("\u00a0USD")
    assert value_of(text) == amount


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0.5672", "0.57"),
        ("0.999", "1.00"),
        ("-0.5672", "−0.57"),
        ("12.345", "12.34"),
        ("0.006", "0.01"),
        ("0.004", "<0.01"),
        ("-0.004", ">−0.01"),
        ("0", "0.00"),
        ("1e-300", "<0.01"),
        ("1234567", "1.23\u00a0M"),
    ],
)
def test_an_estimate_has_cents_and_no_more(amount: str, text: str) -> None:
    assert estimated_with_unit(Decimal(amount), "USD") == f"{text}\u00a0USD"
