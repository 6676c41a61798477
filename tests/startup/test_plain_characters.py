"""Consoles that lack a character: a minus stays one, whatever else is lost."""

import pytest

from wallet_tray.startup import process
from wallet_tray.text.amounts import MASK, MINUS, NO_BREAK_SPACE


@pytest.fixture(autouse=True)
def known() -> None:
    process.register()


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "latin-1", "koi8-r"])
def test_an_amount_stays_one(encoding: str) -> None:
    text = f"{MINUS}1,234.50{NO_BREAK_SPACE}BYC"
    shown = text.encode(encoding, process.PLAIN).decode(encoding)
    assert shown.replace(NO_BREAK_SPACE, " ") == "-1,234.50 BYC"


def test_a_mask_shows_that_something_is_hidden() -> None:
    assert MASK.encode("ascii", process.PLAIN) == b"*" * len(MASK)


def test_character_without_a_substitute_is_a_question_mark() -> None:
    assert "a\u4e2d\u6587\U0001f4b0b".encode("ascii", process.PLAIN) == b"a???b"


def test_nothing_is_lost_where_the_encoding_has_it() -> None:
    text = f"{MINUS}1{NO_BREAK_SPACE}{MASK}"
    assert text.encode("utf-8", process.PLAIN).decode("utf-8") == text


def test_plain_encoding_does_not_decode() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", process.PLAIN)
