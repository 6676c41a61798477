"""What is remembered of alerts comes back as it was; what is damaged counts as forgotten."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet_tray.domain.alert import Alert, AlertKind, AlertLimits
from wallet_tray.domain.alert_memory import (
    AlertMemory,
    LastBalance,
    OtherWallet,
    Record,
    UntilToppedUp,
    from_record,
    to_record,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FULL = AlertMemory(
    seen=LastBalance(NOON, Decimal("100.5"), Decimal(-3), Decimal("0.10"), Decimal(4), "acc-1"),
    limits=AlertLimits(Decimal(100), Decimal(20), Decimal(5), Decimal("1.5")),
    active=frozenset({AlertKind.EMPTY, AlertKind.LOW}),
    said=frozenset({AlertKind.LOW}),
    failing_since=NOON - timedelta(minutes=4),
    shown=Alert(AlertKind.LOW, NOON, Decimal("99.99"), Decimal(100), "BYC", NOON, Decimal(4)),
    undelivered=True,
    snooze=NOON + timedelta(hours=1),
    drops=(Decimal("0.1"), Decimal(3)),
    others=(OtherWallet("acc-0", frozenset({AlertKind.CRITICAL, AlertKind.LOW}), NOON),),
    judged_at=NOON + timedelta(minutes=7),
)

LATER = {"others", "judgedAt"}

amounts = st.decimals(allow_nan=False, allow_infinity=False).filter(
    lambda amount: abs(amount.adjusted()) <= 1000
) | st.sampled_from([Decimal("1.7976931348623157e308"), Decimal("5e-324"), Decimal("0E+292")])
# Years at the very ends overflow in some time zones, and are refused.
times = st.datetimes(
    min_value=datetime(2, 1, 1),  # noqa: DTZ001  the zone is drawn beside it
    max_value=datetime(9998, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
) | st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001
    max_value=datetime(9998, 1, 1),  # noqa: DTZ001
    timezones=st.just(timezone(timedelta(hours=5, minutes=45))),
)
kinds = st.frozensets(st.sampled_from(AlertKind))
memories = st.builds(
    AlertMemory,
    seen=st.none()
    | st.builds(LastBalance, times, amounts, amounts, amounts, st.none() | amounts, st.text()),
    limits=st.none() | st.builds(AlertLimits, amounts, amounts, amounts, amounts),
    active=kinds,
    said=kinds,
    failing_since=st.none() | times,
    shown=st.none()
    | st.builds(
        Alert,
        st.sampled_from(AlertKind),
        times,
        st.none() | amounts,
        st.none() | amounts,
        st.text(),
        st.none() | times,
        st.none() | amounts,
    ),
    undelivered=st.booleans(),
    snooze=st.none() | times | st.just(UntilToppedUp.UNTIL_TOPPED_UP),
    drops=st.lists(amounts, max_size=5).map(tuple),
    others=st.lists(st.builds(OtherWallet, st.text(), kinds, times), max_size=3).map(tuple),
    judged_at=st.none() | times,
)


def through_json(memory: AlertMemory) -> Record:
    record: Record = json.loads(json.dumps(to_record(memory), allow_nan=False))
    return record


@settings(max_examples=80, deadline=None)
@given(memories)
def test_comes_back_as_it_was(memory: AlertMemory) -> None:
    back = from_record(through_json(memory))
    assert back == memory
    assert str(back.drops) == str(memory.drops)  # 1.50 is not made 1.5


def test_the_full_and_the_empty_memory() -> None:
    assert from_record(through_json(FULL)) == FULL
    assert from_record(through_json(AlertMemory())) == AlertMemory()


@pytest.mark.parametrize("key", list(to_record(FULL)))
@pytest.mark.parametrize(
    "junk",
    ["", "x", "NaN", "-Infinity", 7, -1.5, True, [], {}, [[]], ["x"], [7], {"at": "x"}, "9" * 5000],
    ids=lambda junk: repr(junk)[:12],
)
def test_damage_is_forgotten_and_never_raises(key: str, junk: object) -> None:
    record = through_json(FULL)
    record[key] = junk
    memory = from_record(record)
    # some junk is a value of its own right: an empty list of kinds, no snooze that is text
    assert memory == AlertMemory() or through_json(memory)[key] in (junk, False)


def test_memory_of_an_older_version_without_later_parts_is_read() -> None:
    record = through_json(FULL)
    del record["others"], record["judgedAt"]
    assert from_record(record) == replace(FULL, others=(), judged_at=None)


@pytest.mark.parametrize("key", [key for key in to_record(FULL) if key not in LATER])
def test_a_part_that_is_missing(key: str) -> None:
    record = through_json(FULL)
    del record[key]
    assert from_record(record) == AlertMemory()


def _set(*path: str | int) -> Callable[[Any, object], None]:
    def change(record: Any, value: object) -> None:
        for part in path[:-1]:
            record = record[part]
        record[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("seen", "available"), "NaN"),
        (("seen", "available"), "Infinity"),
        (("seen", "available"), "1e99999"),
        (("seen", "available"), 12),
        (("seen", "at"), "2026-03-01T12:00:00"),
        (("seen", "at"), "yesterday"),
        (("seen", "accountId"), None),
        (("limits", 0), "sNaN"),
        (("shown", "kind"), "apocalypse"),
        (("shown", "at"), None),
        (("active", 0), "apocalypse"),
        (("drops", 0), "1e-99999"),
        (("snooze",), "2026-03-01"),
    ],
    ids=lambda part: str(part),
)
def test_one_bad_figure_inside(path: tuple[str | int, ...], value: object) -> None:
    record = through_json(FULL)
    _set(*path)(record, value)
    assert from_record(record) == AlertMemory()


def test_an_unknown_part_is_no_damage() -> None:
    assert from_record({**through_json(FULL), "colour": "red"}) == FULL


def test_nothing_in_a_record() -> None:
    assert from_record({}) == AlertMemory()


def test_memory_of_an_older_version_without_its_hours_left_is_read() -> None:
    record = json.loads(json.dumps(to_record(FULL)))
    del record["shown"]["hoursLeft"]
    memory = from_record(record)
    assert memory.shown == replace(FULL.shown, hours_left=None)
    assert memory.seen == FULL.seen
    assert memory.said == FULL.said


@pytest.mark.parametrize("basis", ["hour", "week", None, "a word of another version", 7])
def test_the_basis_of_an_older_version_is_read_and_dropped(basis: object) -> None:
    record = json.loads(json.dumps(to_record(FULL)))
    record["seen"]["basis"] = record["shown"]["basis"] = basis
    assert from_record(record) == FULL
    assert "basis" not in json.dumps(to_record(from_record(record)))
