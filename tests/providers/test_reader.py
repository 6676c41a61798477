"""The steps of reading an answer, one by one, on small descriptions."""

import json
from decimal import Decimal

import pytest

from tests.support.wallet_answers import answers_of, described, shipped
from wallet_tray.domain.balance import Flag
from wallet_tray.domain.money import Figure, Money
from wallet_tray.providers.model import Advice, Answer, Meaning
from wallet_tray.providers.provider import Provider
from wallet_tray.providers.reader import BalanceReading, Refusal, read, take

TWO = (
    'path = "/projects"\ntake = { name = "project", at = "/projects/0/id" }\n'
    '[[request]]\npath = "/{project}/balance"'
)
PICK = '[pick]\nlist = "/l"\nunit = "/u"\nworth = "/w"\nprefer = ["usd", "CNY"]\n'
ENTRY = 'available.terms = [{ entry = "/w" }]'
NO_UNIT = {"[unit]": "", "fixed": ""}


def body(document: object) -> bytes:
    return json.dumps(document).encode()


def reading(
    provider: Provider, document: object, status: int = 200, variant: str = ""
) -> BalanceReading | Refusal:
    raw = document if isinstance(document, bytes) else body(document)
    return read(provider, answers_of(provider, Answer(status, raw)), variant)


def amounts(provider: Provider, document: object, variant: str = "") -> dict[Figure, Money]:
    found = reading(provider, document, variant=variant)
    assert isinstance(found, BalanceReading), found
    return dict(found.figures)


def problem(provider: Provider, document: object, status: int = 200, variant: str = "") -> Refusal:
    found = reading(provider, document, status, variant)
    assert isinstance(found, Refusal), found
    return found


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def test_steps_1_two_requests_are_read_in_order() -> None:
    provider = described(path=TWO)
    first = Answer(200, body({"projects": [{"id": "p-1"}]}))
    last = Answer(200, body({"balance": 5}))
    assert take(provider, first) == "p-1"
    found = read(provider, [first, last])
    assert isinstance(found, BalanceReading)
    assert (found.available, found.wallet_id) == (usd("5"), "p-1")


@pytest.mark.parametrize(
    ("status", "raw", "meaning"),
    [
        (401, b"", Meaning.BAD_KEY),
        (200, b"", Meaning.NOT_UNDERSTOOD),
        (200, b"<html>", Meaning.NOT_UNDERSTOOD),
        (429, b"<html>", Meaning.RATE_LIMITED),
        (200, b'{"projects":[]}', Meaning.NOT_UNDERSTOOD),
        (200, b'{"projects":[{"id":null}]}', Meaning.NOT_UNDERSTOOD),
    ],
)
def test_step_1_first_problem_ends_the_refresh(status: int, raw: bytes, meaning: Meaning) -> None:
    provider = described(path=TWO)
    first = Answer(status, raw)
    refusal = take(provider, first)
    assert isinstance(refusal, Refusal)
    assert refusal.meaning is meaning
    assert read(provider, [first]) == refusal


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 500, 503])
@pytest.mark.parametrize("raw", [b"<html>", b"\n <!doctype html>", b"\xef\xbb\xbf<a>"])
def test_step_2_web_page_with_a_bad_status_is_no_answer_of_the_service(
    status: int, raw: bytes
) -> None:
    provider = described(f"[[error]]\nstatus = {status}\nmeans = 'blocked'")
    assert problem(provider, raw, status) == Refusal(
        meaning=Meaning.SERVICE, status=status, markup=True
    )
    assert problem(provider, raw, 429).meaning is Meaning.RATE_LIMITED


RULES = """
[[error]]
status = 401
at = "/code"
is = 7
means = "no-permission"
advice = "admin-key"

[[error]]
at = "/message"
contains = "Slow DOWN"
means = "rate-limited"

[[error]]
status = 422
means = "blocked"

[[error]]
at = "/error"
means = "service"
"""


@pytest.mark.parametrize(
    ("status", "document", "meaning"),
    [
        (401, {"code": 7}, Meaning.NO_PERMISSION),
        (401, {"code": 7.0}, Meaning.NO_PERMISSION),
        (401, {"code": "7"}, Meaning.BAD_KEY),
        (401, {"code": True}, Meaning.BAD_KEY),
        (401, {"code": [7]}, Meaning.BAD_KEY),
        (401, {"code": 8}, Meaning.BAD_KEY),
        (403, {"code": 7}, Meaning.NO_PERMISSION),
        (401, b"no JSON", Meaning.BAD_KEY),
        (200, {"message": "please SLOW down now", "balance": 5}, Meaning.RATE_LIMITED),
        (401, {"message": "slow down", "code": 7}, Meaning.NO_PERMISSION),
        (200, {"message": ["slow down"], "error": {}}, Meaning.SERVICE),
        (422, b"", Meaning.BLOCKED),
        (422, {"message": "slow down"}, Meaning.RATE_LIMITED),
        (200, {"error": False, "balance": 5}, Meaning.SERVICE),
        (200, {"error": 0, "balance": 5}, Meaning.SERVICE),
        (402, {"balance": 5}, Meaning.SERVICE),
    ],
)
def test_step_3_first_rule_that_matches_wins(
    status: int, document: object, meaning: Meaning
) -> None:
    assert problem(described(RULES), document, status).meaning is meaning


def test_step_3_null_is_no_error_and_the_advice_is_kept() -> None:
    provider = described(RULES)
    assert amounts(provider, {"error": None, "balance": 5}) == {Figure.AVAILABLE: usd("5")}
    assert problem(provider, {"code": 7}, 401).advice is Advice.ADMIN_KEY


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (401, Meaning.BAD_KEY),
        (403, Meaning.NO_PERMISSION),
        (429, Meaning.RATE_LIMITED),
        *((status, Meaning.SERVICE) for status in (301, 302, 304, 400, 402, 404, 407, 410, 422)),
        *((status, Meaning.SERVICE) for status in (500, 502, 503, 504, 599)),
    ],
)
@pytest.mark.parametrize("raw", [b"", b"{}", b'{"balance":5}', b"text", b"null"])
def test_step_4_status_decides(status: int, meaning: Meaning, raw: bytes) -> None:
    assert problem(described(), raw, status) == Refusal(meaning=meaning, status=status)


@pytest.mark.parametrize(
    ("status", "raw"),
    [
        (200, b""),
        (200, b"text"),
        (200, b'{"balance":5'),
        (200, b'{"balance":5,"balance":6}'),
        (200, b'{"balance":5,"x":NaN}'),
        (204, b""),
        (204, b'{"balance":5}'),
        (200, b"[" * 200_000),
        (200, b"null"),
        (200, b"5"),
        (200, b"[]"),
        (200, b"{}"),
    ],
)
def test_step_5_other_body_is_not_understood(status: int, raw: bytes) -> None:
    assert problem(described(), raw, status).meaning is Meaning.NOT_UNDERSTOOD


@pytest.mark.parametrize("status", [200, 201, 203, 206])
def test_any_good_status_with_a_balance_is_read(status: int) -> None:
    assert isinstance(reading(described(), {"balance": 5}, status), BalanceReading)


EXPECT = """
[[expect]]
at = "/ok"
is = true
otherwise = "bad-key"

[[expect]]
at = "/code"
is = "0"
"""


@pytest.mark.parametrize(
    ("document", "meaning"),
    [
        ({"ok": False, "code": "1"}, Meaning.BAD_KEY),
        ({"ok": 1, "code": "0"}, Meaning.BAD_KEY),
        ({"ok": "true", "code": "0"}, Meaning.BAD_KEY),
        ({"ok": True, "code": 0}, Meaning.SERVICE),
        ({"ok": True, "code": False}, Meaning.SERVICE),
        ({"ok": None, "code": "0"}, Meaning.NOT_UNDERSTOOD),
        ({"code": "0"}, Meaning.NOT_UNDERSTOOD),
        ({}, Meaning.NOT_UNDERSTOOD),
        ([], Meaning.NOT_UNDERSTOOD),
        ({"ok": True}, Meaning.NOT_UNDERSTOOD),
    ],
)
def test_step_6_expected_value(document: object, meaning: Meaning) -> None:
    provider = described(EXPECT)
    if isinstance(document, dict):
        document["balance"] = 5
    assert problem(provider, document).meaning is meaning
    assert amounts(provider, {"ok": True, "code": "0", "balance": 5})


def test_step_6_expected_value_is_of_the_last_answer_only() -> None:
    provider = described(EXPECT, path=TWO)
    good = {"ok": True, "code": "0", "balance": 5}
    assert isinstance(reading(provider, good), BalanceReading)


UNKNOWN = """
[[unknown]]
all_zero = ["/a", "/b"]
means = "no-permission"
advice = "management-key"

[[unknown]]
null = "/in/limit"
means = "no-wallet"

[[unknown]]
empty = "/l"
means = "blocked"
"""


@pytest.mark.parametrize(
    ("document", "meaning"),
    [
        ({"a": 0, "b": 0}, Meaning.NO_PERMISSION),
        ({"a": "0.00", "b": -0.0}, Meaning.NO_PERMISSION),
        ({"a": 0, "b": 1}, None),
        ({"a": 0}, None),
        ({"a": 0, "b": None}, None),
        ({"a": 0, "b": False}, None),
        ({"a": 0, "b": ""}, None),
        ({"in": {"limit": None}}, Meaning.NO_WALLET),
        ({"in": {}}, Meaning.NO_WALLET),
        ({"in": None}, None),
        ({"in": []}, None),
        ({"in": "text"}, None),
        ({"in": {"limit": 0}}, None),
        ({"l": []}, Meaning.BLOCKED),
        ({"l": {}}, None),
        ({"l": ""}, None),
        ({"l": [0]}, None),
        ({"l": None}, None),
    ],
)
def test_step_7_reading_that_is_none(document: dict[str, object], meaning: Meaning | None) -> None:
    found = reading(described(UNKNOWN), {**document, "balance": 5})
    if meaning is None:
        assert isinstance(found, BalanceReading)
    else:
        assert isinstance(found, Refusal)
        assert found.meaning is meaning


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        ("p-1_A", "p-1_A"),
        (17, "17"),
        ("a" * 128, "a" * 128),
        ("a" * 129, None),
        ("", None),
        ("a/b", None),
        ("..", None),
        ("a%2f", None),
        ("a b", None),
        ("a\n", None),
        ("ä", None),
        (1.5, None),
        (float("inf"), None),  # stands for 1e5
        (True, None),
        (None, None),
        (["a"], None),
        ({"a": "b"}, None),
    ],
)
def test_step_7_taken_text_is_a_plain_id(value: object, taken: str | None) -> None:
    document = {"projects": [{"id": value}]}
    raw = body(document).replace(b"Infinity", b"1e5")
    found = take(described(path=TWO), Answer(200, raw))
    if taken is None:
        assert isinstance(found, Refusal)
        assert found.meaning is Meaning.NOT_UNDERSTOOD
    else:
        assert found == taken


VARIANTS = """
[[variant]]
id = "a"
name = "A"
unit = "EUR"

[[variant]]
id = "b"
name = "B"
unit = "DIEM"
"""
BY_VARIANT = (
    'available.terms = [{ at = "/a", variant = "a" }, { at = "/b", variant = "b" }]\n'
    'total.terms = [{ at = "/t", variant = "b" }]'
)


def test_step_8_variant_chooses_unit_and_terms() -> None:
    provider = described(VARIANTS, available=BY_VARIANT, **NO_UNIT)
    document = {"a": 1, "b": 2, "t": 3}
    first = {Figure.AVAILABLE: Money(Decimal(1), "EUR")}
    assert amounts(provider, document) == first
    assert amounts(provider, document, "a") == first
    assert amounts(provider, document, "b") == {
        Figure.AVAILABLE: Money(Decimal(2), "DIEM"),
        Figure.TOTAL: Money(Decimal(3), "DIEM"),
    }
    with pytest.raises(LookupError):
        reading(provider, document, variant="c")


@pytest.mark.parametrize(
    ("entries", "unit", "amount"),
    [
        ([("EUR", 5)], "EUR", "5"),
        ([("CNY", 5), ("USD", 6)], "USD", "6"),
        ([("USD", 0), ("CNY", 5)], "CNY", "5"),
        ([("EUR", 4), ("CNY", 5)], "CNY", "5"),
        ([("EUR", 4), ("CHF", 5)], "EUR", "4"),
        ([("CNY", 0), ("USD", 0)], "USD", "0"),
        ([("EUR", 0), ("CHF", 0)], "EUR", "0"),
        ([("CNY", 3), ("USD", -6)], "USD", "-6"),
        ([("usd", "6.50")], "USD", "6.50"),
    ],
)
def test_step_9_one_entry_is_picked(
    entries: list[tuple[str, object]], unit: str, amount: str
) -> None:
    provider = described(PICK, available=ENTRY, **NO_UNIT)
    document = {"l": [{"u": name, "w": worth} for name, worth in entries]}
    assert amounts(provider, document) == {Figure.AVAILABLE: Money(Decimal(amount), unit)}


GOOD_ENTRY = {"u": "USD", "w": 5}
BAD_LISTS = {
    "none": [],
    "no list": {"0": GOOD_ENTRY},
    "null": None,
    "text": "USD",
    "an entry of another type": [GOOD_ENTRY, 5],
    "a null entry": [GOOD_ENTRY, None],
    "no unit": [GOOD_ENTRY, {"w": 5}],
    "a null unit": [GOOD_ENTRY, {"u": None, "w": 5}],
    "a unit with a digit": [GOOD_ENTRY, {"u": "U5D", "w": 5}],
    "a unit of other letters": [GOOD_ENTRY, {"u": "ÜSD", "w": 5}],
    "a unit as a number": [GOOD_ENTRY, {"u": 5, "w": 5}],
    "no worth": [GOOD_ENTRY, {"u": "CNY"}],
    "a null worth": [GOOD_ENTRY, {"u": "CNY", "w": None}],
    "a worth of text": [GOOD_ENTRY, {"u": "CNY", "w": "much"}],
    "a true worth": [GOOD_ENTRY, {"u": "CNY", "w": True}],
    "a unit twice": [GOOD_ENTRY, {"u": "CNY", "w": 1}, {"u": "usd", "w": 1}],
}


@pytest.mark.parametrize("entries", BAD_LISTS.values(), ids=BAD_LISTS.keys())
def test_step_9_odd_list_is_not_understood(entries: object) -> None:
    refusal = problem(described(PICK, available=ENTRY, **NO_UNIT), {"l": entries})
    assert refusal.meaning is Meaning.NOT_UNDERSTOOD
    assert refusal.pointer in ("/l", "/u", "/w")


@pytest.mark.parametrize(("count", "is_read"), [(1000, True), (1001, False)])
def test_step_9_list_has_a_limit(count: int, is_read: bool) -> None:
    provider = described(PICK + "sum = true", available=ENTRY, **NO_UNIT)
    found = reading(provider, {"l": [GOOD_ENTRY] * count})
    assert isinstance(found, BalanceReading) is is_read


def test_step_9_entries_of_one_unit_are_added() -> None:
    more = 'available.terms = [{ entry = "/w" }]\ngranted.terms = [{ entry = "/g" }]'
    provider = described(PICK + "sum = true", available=more, **NO_UNIT)
    entries = [
        {"u": "CNY", "w": 100, "g": 0},
        {"u": "USD", "w": "0.1", "g": 1},
        {"u": "usd", "w": 0.2, "g": 2},
    ]
    found = amounts(provider, {"l": entries})
    assert found == {Figure.AVAILABLE: usd("0.3"), Figure.GRANTED: usd("3")}
    del entries[1]["g"]
    assert amounts(provider, {"l": entries}) == {Figure.AVAILABLE: usd("0.3")}
    # Opposites make the unit empty, so the next one is picked.
    entries[2]["w"] = "-0.1"
    assert amounts(provider, {"l": entries})[Figure.AVAILABLE].unit == "CNY"


@pytest.mark.parametrize(
    ("terms", "document", "amount"),
    [
        ('{ at = "/a", scale = "-0.01" }', {"a": "-1000"}, "10"),
        ('{ at = "/a", scale = "0.0000005" }', {"a": 10000000}, "5"),
        ('{ at = "/a" }, { at = "/b", scale = "-1" }', {"a": 0.3, "b": 0.1}, "0.2"),
        ('{ at = "/a", scale = "-1", magnitude = true }', {"a": -5}, "-5"),
        ('{ at = "/a", scale = "0.01", magnitude = true }', {"a": "-3816"}, "38.16"),
        ('{ at = "/a" }', {"a": -0.0}, "0"),
        ('{ at = "/a", scale = "-1" }', {"a": 0}, "0"),
        ('{ at = "/a" }', {"a": "0.1234567890123456789012345678901234567"}, None),
        ('{ at = "/a", scale = "-1", magnitude = true }', {"a": "0." + "7" * 40}, "-0." + "7" * 40),
        ('{ at = "/a" }, { at = "/b" }', {"a": 10**14, "b": "1e-30"}, f"{10**14}.{'0' * 29}1"),
        ('{ at = "/a" }', {"a": 10**15}, "1e15"),
    ],
)
def test_step_11_figure_is_the_exact_sum_of_its_terms(
    terms: str, document: dict[str, object], amount: str | None
) -> None:
    provider = described(available=f"available.terms = [{terms}]")
    money = amounts(provider, document)[Figure.AVAILABLE]
    assert money.amount == Decimal(amount or str(document["a"]))
    assert str(money.amount) != "-0"


@pytest.mark.parametrize("value", [10**15 + 1, -(10**15) - 1, "1e16", "1000000000000000.1"])
def test_step_11_amount_beyond_all_wallets_is_not_understood(value: object) -> None:
    refusal = problem(described(), {"balance": value})
    assert (refusal.meaning, refusal.pointer) == (Meaning.NOT_UNDERSTOOD, "/balance")


def test_step_11_only_the_amount_due_has_a_floor() -> None:
    provider = described(
        available='available.terms = [{ at = "/a" }]\ndue.terms = [{ at = "/a" }]\n'
        'total.terms = [{ at = "/a" }]'
    )
    assert amounts(provider, {"a": -5}) == {
        Figure.AVAILABLE: usd("-5"),
        Figure.TOTAL: usd("-5"),
        Figure.DUE: usd("0"),
    }


MORE = (
    'available.terms = [{ at = "/a" }]\n'
    'total.terms = [{ at = "/t" }, { at = "/x/u" }]\n'
    'granted.terms = [{ at = "/g" }]'
)


@pytest.mark.parametrize(
    ("document", "figures"),
    [
        ({"a": 1, "t": 2, "x": {"u": 3}, "g": 4}, {Figure.TOTAL, Figure.GRANTED}),
        ({"a": 1}, set()),
        ({"a": 1, "t": None, "x": {"u": 3}, "g": None}, set()),
        ({"a": 1, "t": 2, "x": {}, "g": 0}, {Figure.GRANTED}),
        ({"a": 1, "t": 2, "x": None}, set()),
    ],
)
def test_step_12_absent_figure_stays_absent(
    document: dict[str, object], figures: set[Figure]
) -> None:
    assert set(amounts(described(available=MORE), document)) == {Figure.AVAILABLE, *figures}


@pytest.mark.parametrize(
    ("document", "pointer"),
    [
        ({}, "/a"),
        ({"a": None, "t": 1}, "/a"),
        ({"a": 1, "g": True}, "/g"),
        ({"a": 1, "g": ""}, "/g"),
        ({"a": 1, "g": [1]}, "/g"),
        ({"a": 1, "t": "x", "x": {"u": 3}}, "/t"),
        ({"a": 1, "x": {"u": "x"}}, "/x/u"),
        ({"a": 1, "t": 2, "x": "text"}, "/x/u"),
        ({"a": 1, "t": 2, "x": [1]}, "/x/u"),
        ({"a": {"value": 1}}, "/a"),
    ],
)
def test_step_12_wrong_type_refuses_the_whole_answer(
    document: dict[str, object], pointer: str
) -> None:
    refusal = problem(described(available=MORE), document)
    assert (refusal.meaning, refusal.pointer) == (Meaning.NOT_UNDERSTOOD, pointer)


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("usd", "USD"),
        ("USD", "USD"),
        ("characters", "CHARACTERS"),
        ("", None),
        ("US$", None),
        ("A" * 13, None),
        ("USD ", None),
        ("USD\n", None),
        ("ＵＳＤ", None),
        (5, None),
        (True, None),
        (None, None),
        (["USD"], None),
    ],
)
def test_step_13_unit_of_the_answer(unit: object, wanted: str | None) -> None:
    found = reading(described(fixed='at = "/u"'), {"balance": 5, "u": unit})
    if wanted is None:
        assert isinstance(found, Refusal)
        assert (found.meaning, found.pointer) == (Meaning.NOT_UNDERSTOOD, "/u")
    else:
        assert isinstance(found, BalanceReading)
        assert found.available.unit == wanted


def test_step_13_missing_unit_is_not_understood() -> None:
    assert problem(described(fixed='at = "/u"'), {"balance": 5}).pointer == "/u"


@pytest.mark.parametrize(
    ("value", "is_up"), [(True, True), (False, False), (1, False), ("true", False), (None, False)]
)
def test_flag_never_fails_an_answer(value: object, is_up: bool) -> None:
    provider = described('[flags]\nblocked = { at = "/f/x", is = true }')
    for document in ({"balance": 5, "f": {"x": value}}, {"balance": 5}, {"balance": 5, "f": 3}):
        found = reading(provider, document)
        assert isinstance(found, BalanceReading)
        assert found.available == usd("5")
        assert (Flag.BLOCKED in found.flags) == (is_up and isinstance(document.get("f"), dict))


def test_blocked_wallet_keeps_its_amount() -> None:
    document = {"stripe_balance": -5.0, "recent": 1.0, "suspended": True}
    found = reading(shipped("deepinfra"), document)
    assert isinstance(found, BalanceReading)
    assert (found.available, found.flags) == (usd("4"), frozenset({Flag.BLOCKED}))


def test_no_text_of_the_service_is_in_a_refusal() -> None:
    secret = "s3cr3t-of-the-service"
    for document in (
        {"balance": secret},
        {"balance": {secret: secret}},
        {"message": secret, secret: secret},
        f'{{"balance": 5, "x": "{secret}'.encode(),
        f"<html>{secret}".encode(),
    ):
        for status in (200, 401, 500):
            assert secret not in repr(reading(described(), document, status))
