"""Strict JSON: what is a document, where a pointer leads, and what is a number."""

import contextlib
import json
import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wallet_tray.providers.json_reader import (
    ABSENT,
    MAX_DEPTH,
    NotUnderstoodError,
    NumberText,
    Pointer,
    document_of,
    exact_number,
)

CPU_LIMIT = 0.3  # seconds for the largest answer that is accepted
LARGEST = 256 * 1024


def at(pointer: str, document: object) -> object:
    parsed = Pointer.parse(pointer)
    assert parsed is not None
    return parsed.find(document)


RFC_6901 = {
    "foo": ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    'k"l': 6,
    " ": 7,
    "m~n": 8,
}


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", RFC_6901),
        ("/foo", ["bar", "baz"]),
        ("/foo/0", "bar"),
        ("/", 0),
        ("/a~1b", 1),
        ("/c%d", 2),
        ("/e^f", 3),
        ("/g|h", 4),
        ("/i\\j", 5),
        ('/k"l', 6),
        ("/ ", 7),
        ("/m~0n", 8),
    ],
)
def test_pointers_of_the_rfc(pointer: str, value: object) -> None:
    assert at(pointer, RFC_6901) == value
    assert str(Pointer.parse(pointer)) == pointer


@pytest.mark.parametrize("pointer", ["foo", "/a~", "/a~2", "#/foo", "0", " /a", "~"])
def test_text_that_is_no_pointer(pointer: str) -> None:
    assert Pointer.parse(pointer) is None


def test_tilde_and_one_stays_so() -> None:
    assert at("/~01", {"~1": "here", "/": "not here"}) == "here"


@pytest.mark.parametrize(
    "pointer", ["/x", "/x/y/z", "/null/x", "/list/2", "/list/-", "/list/0/x", "/list/99999999"]
)
def test_missing_value_is_absent(pointer: str) -> None:
    assert at(pointer, {"null": None, "list": [None, 1]}) is ABSENT


@pytest.mark.parametrize(
    "pointer",
    [
        "/text/x",
        "/number/x",
        "/truth/x",
        "/list/x",
        "/list/00",
        "/list/+1",
        "/list/-1",
        "/list/1e0",
    ],
)
def test_other_type_on_the_way_is_refused(pointer: str) -> None:
    document = {"text": "a", "number": NumberText("1"), "truth": True, "list": [1, 2]}
    with pytest.raises(NotUnderstoodError) as caught:
        at(pointer, document)
    assert caught.value.pointer == pointer
    parsed = Pointer.parse(pointer)
    assert parsed is not None
    assert parsed.look(document) is ABSENT


def test_null_is_found() -> None:
    assert at("/a", {"a": None}) is None


@pytest.mark.parametrize(
    "body",
    [b'{"a":1}', b'\xef\xbb\xbf{"a":1}', b' \r\n\t{"a":1}\n', b"[1]", b'"text"', b"null", b"1"],
)
def test_document_of_any_type(body: bytes) -> None:
    assert document_of(body) == json.loads(body.decode("utf-8-sig"), parse_int=NumberText)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbf\xef\xbb\xbf{}",
        b'{"a":1}{',
        b'{"a":1,"a":1}',
        b'{"a":{"b":1,"\\u0062":2}}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":-Infinity}',
        b'{"a":01}',
        b'{"a":+1}',
        b'{"a":.5}',
        b'{"a":\xff}',
        b'{"a":"\xff"}',
        b"{'a':1}",
        '{"a":1}'.encode("utf-16"),
        b"\x00" * 100,
    ],
)
def test_other_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        document_of(body)
    assert caught.value.__cause__ is None
    assert not caught.value.markup


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_nesting_has_a_limit(opening: str) -> None:
    closing = "".join(
        "]" if bracket == "[" else "}" for bracket in opening[::-1] if bracket in "[{"
    )
    levels = MAX_DEPTH // len(closing)
    assert document_of((opening * levels + "1" + closing * levels).encode()) is not None
    for body in (
        opening * (levels + 1) + "1" + closing * (levels + 1),
        opening * 100_000,
        "[1," + opening * (levels + 1) + "1" + closing * (levels + 1) + "]",
    ):
        with pytest.raises(NotUnderstoodError, match="deep"):
            document_of(body.encode())


@pytest.mark.parametrize("text", ["[" * 200, '\\"' + "[" * 200, "\\\\" + "{" * 200, "]}" * 100])
def test_brackets_in_a_text_are_no_nesting(text: str) -> None:
    assert document_of(f'["{text}"]'.encode()) == json.loads(f'["{text}"]')


@pytest.mark.parametrize(
    "body",
    [
        b"[" + b"[]," * (LARGEST // 3 - 1) + b"[]]",
        b'"' + b'\\"' * (LARGEST // 2 - 1) + b'"',
        b'"' + b"\\" * (LARGEST - 1),
        b'"' * LARGEST,
        b"[" * LARGEST,
        b"]" * LARGEST,
    ],
    ids=["lists", "escapes", "backslashes", "quotes", "opening", "closing"],
)
def test_largest_answer_is_read_in_time(body: bytes) -> None:
    started = time.thread_time()
    with contextlib.suppress(NotUnderstoodError):
        document_of(body)
    assert time.thread_time() - started < CPU_LIMIT


def test_numbers_keep_their_text() -> None:
    document = document_of(b'[1, -0, 1.10, 1e5, 12345678901234567890.123456789, "1"]')
    assert isinstance(document, list)
    assert document == ["1", "-0", "1.10", "1e5", "12345678901234567890.123456789", "1"]
    assert [type(entry) for entry in document] == [NumberText] * 5 + [str]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("0e30", "0"),
        ("110.00", "110.00"),
        ("-12.5", "-12.5"),
        ("1e3", "1000"),
        ("1E+30", "1e30"),
        ("1e-30", "1e-30"),
        ("1e007", "1e7"),
        ("9" * 40 + "." + "9" * 40, "9" * 40 + "." + "9" * 40),
    ],
)
def test_number_is_exact(text: str, amount: str) -> None:
    for raw in (text, NumberText(text)):
        number = exact_number(raw)
        assert number == Decimal(amount)
        assert not (number.is_zero() and str(number) != "0")


NO_NUMBERS = [
    None,
    True,
    False,
    1,
    1.5,
    [],
    {},
    ["1"],
    ABSENT,
    "",
    " ",
    " 1",
    "1 ",
    "1\n",
    "\u00a01",
    "+1",
    "--1",
    "01",
    "00",
    "-01",
    ".5",
    "5.",
    "1.e3",
    "1e",
    "1e+",
    "1e31",
    "1e-31",
    "1E999",
    "1e0031",
    "0e31",
    "1e1000",
    "1,000",
    "1,5",
    "1_000",
    "1 000",
    "1\u2009000",
    "1'000",
    "NaN",
    "nan",
    "sNaN",
    "Infinity",
    "-inf",
    "0x10",
    "١٢",
    "１２",
    "\u22125",
    "1/2",
    "12 USD",
    "$12",
    "1" * 41,
    "0." + "1" * 41,
    "true",
    "null",
]


@pytest.mark.parametrize("raw", NO_NUMBERS, ids=repr)
def test_other_value_is_no_number(raw: object) -> None:
    with pytest.raises(NotUnderstoodError):
        exact_number(raw)
    if type(raw) is str:
        with pytest.raises(NotUnderstoodError):
            exact_number(NumberText(raw))


@settings(max_examples=500, deadline=None, database=None)
@given(
    st.text("0123456789+-.eE_ ,\n١", max_size=10)
    | st.decimals().map(str).filter(lambda text: len(text) <= 40)
)
@example("1e30")
@example("1e+031")
def test_number_agrees_with_the_standard_library(text: str) -> None:
    """A text is a number if it is JSON's, without blanks, and within the limits."""
    try:
        value = json.loads(text, parse_float=Fraction, parse_int=Fraction)
        is_number = isinstance(value, Fraction) and text == text.strip()
        exponent = text.lower().partition("e")[2] or "0"
        is_number = is_number and len(exponent.lstrip("+-")) <= 3 and abs(int(exponent)) <= 30
    except ValueError:
        is_number = False
    if is_number:
        assert Fraction(exact_number(text)) == value
    else:
        with pytest.raises(NotUnderstoodError):
            exact_number(text)


@settings(max_examples=300, deadline=None, database=None)
@given(st.binary(max_size=60) | st.text('[]{}":,1 \\tn', max_size=40).map(str.encode))
def test_any_bytes_are_a_document_or_refused(body: bytes) -> None:
    with contextlib.suppress(NotUnderstoodError):
        document_of(body)
