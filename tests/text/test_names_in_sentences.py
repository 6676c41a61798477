"""Names that are written from the right leave the sentence around them alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_tray.text.amounts import isolate

OPENING, CLOSING = "\u2068", "\u2069"


@pytest.mark.parametrize(
    "name", ["\u05d0\u05e8\u05e0\u05e7", "\u0645\u062d\u0641\u0638\u0629 2", "Job \u05d0"]
)
def test_a_name_from_the_right_is_isolated(name: str) -> None:
    assert isolate(name) == f"{OPENING}{name}{CLOSING}"


@pytest.mark.parametrize(
    "name", ["ByteNite", "\u94b1\u5305", "M\u00fcller & S\u00f6hne", "1234", ""]
)
def test_any_other_stays_as_it_is(name: str) -> None:
    assert isolate(name) == name


@given(st.text(st.characters(exclude_categories=["C"]), max_size=80))
def test_nothing_of_a_name_is_lost(name: str) -> None:
    shown = isolate(name)
    assert shown.strip(OPENING + CLOSING) == name
    turns = any(unicodedata.bidirectional(one) in ("R", "AL") for one in name)
    assert (shown != name) is turns
