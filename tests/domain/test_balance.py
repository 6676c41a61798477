"""Levels and the reserved amount."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import builders
from wallet_tray.domain.balance import Level, level_of
from wallet_tray.domain.money import Figure

limits = st.decimals(min_value=0, max_value=10**15, places=2)
amounts = st.decimals(min_value=-(10**16), max_value=10**16, places=4)


@pytest.mark.parametrize(
    ("available", "low", "critical", "level"),
    [
        ("100", "100", "20", Level.OK),
        ("99.9999", "100", "20", Level.LOW),
        ("20", "100", "20", Level.LOW),
        ("19.99", "100", "20", Level.CRITICAL),
        ("0.0001", "100", "20", Level.CRITICAL),
        ("0", "100", "20", Level.EMPTY),
        ("-0", "100", "20", Level.EMPTY),
        ("0E+292", "100", "20", Level.EMPTY),
        ("-1", "0", "0", Level.EMPTY),
        ("0.01", "0", "0", Level.OK),
        ("15", "0", "20", Level.CRITICAL),
        ("15", "100", "0", Level.LOW),
        ("15", "10", "20", Level.CRITICAL),
        ("1.7976931348623157e308", "100", "20", Level.OK),
        ("5e-324", "100", "20", Level.CRITICAL),
    ],
)
def test_level(available: str, low: str, critical: str, level: Level) -> None:
    assert level_of(Decimal(available), Decimal(low), Decimal(critical)) is level


@pytest.mark.parametrize(
    ("available", "low", "critical", "level"),
    [
        ("0", "0", "0", Level.OK),
        ("-5", "0", "0", Level.OK),
        ("0", "100", "0", Level.LOW),
        ("-5", "100", "20", Level.CRITICAL),
    ],
)
def test_level_where_zero_is_normal(available: str, low: str, critical: str, level: Level) -> None:
    shown = level_of(Decimal(available), Decimal(low), Decimal(critical), zero_is_normal=True)
    assert shown is level


@given(amounts, amounts, limits, limits)
def test_less_is_never_better(
    one: Decimal, other: Decimal, low: Decimal, critical: Decimal
) -> None:
    less, more = sorted((one, other))
    assert level_of(less, low, critical) >= level_of(more, low, critical)


def test_words() -> None:
    assert [level.word for level in Level] == ["ok", "low", "critical", "empty"]


@pytest.mark.parametrize(
    ("total", "available", "reserved"),
    [
        ("100", "60", "40"),
        ("0", "-5", "5"),
        ("-5", "5", "-10"),
        ("0.3", "0.1", "0.2"),
        ("1" + "0" * 40 + ".01", "0.02", "9" * 40 + ".99"),
        ("1e300", "1e300", "0"),
    ],
)
def test_reserved_is_exact(total: str, available: str, reserved: str) -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    balance = builders.balance(available, total=total, at=now, wallet_id="a")
    assert balance.amount(Figure.RESERVED) == Decimal(reserved)


def test_reserved_from_end_to_end_of_a_double() -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    top, tiny = Decimal("1.7976931348623157e308"), Decimal("5e-324")
    balance = builders.balance(tiny, total=top, at=now, wallet_id="a")
    stated = balance.amount(Figure.RESERVED)
    assert stated is not None
    assert len(str(stated.as_tuple().digits)) > 600 * 3
    assert stated < top
