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

from tests.domain.alert_records import VERSION_1, in_version_1
from wallet_tray.domain.alert import Alert, AlertKind, AlertLimits
from wallet_tray.domain.alert_memory import (
    AlertMemory,
    LastBalance,
    OtherWallet,
    Record,
    UntilToppedUp,
    from_record,
    in_units,
    to_record,
)
from wallet_tray.domain.money import Money

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FULL = AlertMemory(
    seen=LastBalance(
        NOON,
        Money(Decimal(-3), "BYC"),
        Money(Decimal("100.5"), "BYC"),
        Money(Decimal("0.10"), "USD"),
        Decimal(4),
        "acc-1",
    ),
    limits=AlertLimits(Decimal(100), Decimal(20), Decimal(5), Decimal("1.5")),
    active=frozenset({AlertKind.EMPTY, AlertKind.LOW}),
    said=frozenset({AlertKind.LOW}),
    failing_since=NOON - timedelta(minutes=4),
    shown=Alert(
        AlertKind.LOW,
        NOON,
        Money(Decimal("99.99"), "BYC"),
        Money(Decimal(100), "BYC"),
        NOON,
        Decimal(4),
    ),
    undelivered=True,
    snooze=NOON + timedelta(hours=1),
    drops=(Decimal("0.1"), Decimal(3)),
    others=(OtherWallet("acc-0", "BYC", frozenset({AlertKind.CRITICAL, AlertKind.LOW}), NOON),),
    judged_at=NOON + timedelta(minutes=7),
)

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
units = st.text(min_size=1)
monies = st.builds(Money, amounts, units)
kinds = st.frozensets(st.sampled_from(AlertKind))
memories = st.builds(
    AlertMemory,
    seen=st.none()
    | units.flatmap(
        lambda unit: st.builds(
            LastBalance,
            times,
            st.builds(Money, amounts, st.just(unit)),
            st.none() | st.builds(Money, amounts, st.just(unit)),
            st.none() | monies,
            st.none() | amounts,
            st.text(),
        )
    ),
    limits=st.none() | st.builds(AlertLimits, amounts, amounts, amounts, amounts),
    active=kinds,
    said=kinds,
    failing_since=st.none() | times,
    shown=st.none()
    | units.flatmap(
        lambda unit: st.builds(
            Alert,
            st.sampled_from(AlertKind),
            times,
            st.none() | st.builds(Money, amounts, st.just(unit)),
            st.none() | st.builds(Money, amounts, st.just(unit)),
            st.none() | times,
            st.none() | amounts,
        )
    ),
    undelivered=st.booleans(),
    snooze=st.none() | times | st.just(UntilToppedUp.UNTIL_TOPPED_UP),
    drops=st.lists(amounts, max_size=5).map(tuple),
    others=st.lists(st.builds(OtherWallet, st.text(), units, kinds, times), max_size=3).map(tuple),
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


@pytest.mark.parametrize("key", [key for key in to_record(FULL) if key != "version"])
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
        (("seen", "unit"), ""),
        (("seen", "unit"), None),
        (("seen", "unit"), 7),
        (("seen", "dueUnit"), None),
        (("shown", "unit"), ""),
        (("others", 0, "unit"), None),
        (("version",), 1),
        (("version",), 3),
        (("version",), "2"),
        (("version",), True),
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


# records of version 1


def test_record_of_version_1_is_read_whole() -> None:
    memory = in_units(from_record(VERSION_1), "BYC", "USD")
    due = Money(Decimal(12), "USD")
    assert memory == AlertMemory(
        seen=LastBalance(
            NOON,
            Money(Decimal("84.10"), "BYC"),
            Money(Decimal("100.5"), "BYC"),
            due,
            Decimal(4),
            "acc-1",
        ),
        limits=AlertLimits(Decimal(100), Decimal(20), Decimal(10), Decimal("1.5")),
        active=frozenset({AlertKind.LOW, AlertKind.AMOUNT_DUE}),
        said=frozenset({AlertKind.LOW, AlertKind.AMOUNT_DUE}),
        shown=Alert(AlertKind.AMOUNT_DUE, NOON, due, Money(Decimal(10), "USD")),
        snooze=UntilToppedUp.UNTIL_TOPPED_UP,
        drops=(Decimal("0.1"), Decimal(3)),
        others=(OtherWallet("acc-0", "BYC", frozenset({AlertKind.CRITICAL, AlertKind.LOW}), NOON),),
    )


def test_release_0_9_reads_the_record_of_a_bytenite_wallet() -> None:
    """It passes over keys that it does not know; what is left is what it wrote itself."""
    memory = in_units(from_record(VERSION_1), "BYC", "USD")
    expected = json.loads(json.dumps(VERSION_1))
    del expected["seen"]["basis"], expected["shown"]["basis"]  # 0.9 does without it
    assert in_version_1(through_json(memory)) == expected


def test_record_of_version_1_waits_for_its_units_over_any_number_of_saves() -> None:
    """The account may be unusable for now, so that none of its units are known."""
    memory = from_record(VERSION_1)
    for _ in range(3):
        memory = from_record(through_json(in_units(memory, "", "")))
    assert in_units(memory, "BYC", "USD") == in_units(from_record(VERSION_1), "BYC", "USD")


def test_units_that_are_known_stay() -> None:
    assert in_units(FULL, "EUR", "EUR") == FULL


def test_empty_wallet_of_version_1_gets_its_unit() -> None:
    record = json.loads(json.dumps(VERSION_1))
    record["seen"].update(available="0", total="0", amountDue="0")
    seen = in_units(from_record(record), "BYC", "USD").seen
    assert seen is not None
    assert seen.wallet == ("acc-1", "BYC")
    assert seen.total == Money(Decimal(0), "BYC")
    assert seen.due == Money(Decimal(0), "USD")


def test_record_of_the_first_releases_without_later_parts_is_read() -> None:
    record = json.loads(json.dumps(VERSION_1))
    del record["others"], record["judgedAt"], record["seen"]["basis"]
    del record["shown"]["basis"], record["shown"]["hoursLeft"]
    memory, whole = from_record(record), from_record(VERSION_1)
    assert whole.seen is not None
    assert memory == replace(whole, others=())


@pytest.mark.parametrize("key", [key for key in VERSION_1 if key not in {"others", "judgedAt"}])
def test_a_part_that_is_missing_in_version_1(key: str) -> None:
    assert from_record({k: part for k, part in VERSION_1.items() if k != key}) == AlertMemory()


@pytest.mark.parametrize("key", [key for key in VERSION_1 if key != "undelivered"])
@pytest.mark.parametrize("junk", ["x", 7, True, [7], {"at": "x"}], ids=repr)
def test_damage_of_version_1_is_forgotten_and_never_raises(key: str, junk: object) -> None:
    assert from_record({**VERSION_1, key: junk}) == AlertMemory()
