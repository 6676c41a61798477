"""Numbers as they are typed."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_tray.text.amounts import typed_number, typed_text
from wallet_tray.text.locale import ENGLISH, Locale

GERMAN = replace(ENGLISH, group=".", decimal=",")
FRENCH = replace(ENGLISH, group="\u202f", decimal=",")
SWISS = replace(ENGLISH, group="’", decimal=".")


@pytest.mark.parametrize(
    ("text", "locale", "number"),
    [
        ("100", ENGLISH, "100"),
        (" 0.5 ", ENGLISH, "0.5"),
        (".5", ENGLISH, "0.5"),
        ("5.", ENGLISH, "5"),
        ("1,234.5", ENGLISH, "1234.5"),
        ("1,234,567", ENGLISH, "1234567"),
        ("12,5", ENGLISH, "12.5"),  # no group: a decimal point is meant
        ("1.234,5", GERMAN, "1234.5"),
        ("1.234", GERMAN, "1234"),
        ("12.5", GERMAN, "12.5"),
        ("0,01", GERMAN, "0.01"),
        ("1\u202f234,5", FRENCH, "1234.5"),
        ("1 234,5", FRENCH, "1234.5"),
        ("1’234.5", SWISS, "1234.5"),
    ],
)
def test_typed_numbers_are_understood(text: str, locale: Locale, number: str) -> None:
    assert typed_number(text, locale) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        ",",
        "-1",
        "+1",
        "1e5",
        "0x1",
        "1.2.3",
        "1,2,3",
        "nan",
        "inf",
        "1 BYC",
        "٣",
        "²",
    ],
)
def test_invalid_typed_numbers(text: str) -> None:
    assert typed_number(text) is None


@given(
    st.decimals(min_value=0, max_value=10**15, allow_nan=False, places=4),
    st.sampled_from([ENGLISH, GERMAN, FRENCH, SWISS]),
)
def test_shown_number_parses_to_itself(number: Decimal, locale: Locale) -> None:
    assert typed_number(typed_text(number, locale), locale) == number


def test_it_is_shown_exactly_and_no_longer_than_needed() -> None:
    assert typed_text(Decimal("100.12345")) == "100.12345"
    assert typed_text(Decimal("1E+3")) == "1000"
    assert typed_text(Decimal("1.50"), GERMAN) == "1,5"
