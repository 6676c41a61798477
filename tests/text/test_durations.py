"""The time left as a sentence that is no more exact than it is."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_tray.domain.forecast.outlook import LONGEST, NoProjection, Projection
from wallet_tray.text.locale import Locale
from wallet_tray.text.times import time_left_text

NOW = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)


def projection(hours: str, shortest: str, longest: str) -> Projection:
    amounts = (Decimal(hours), Decimal(shortest), Decimal(longest))
    return Projection(NOW, *amounts)


@pytest.mark.parametrize(
    ("hours", "shortest", "longest", "text"),
    [
        ("216", "170", "286", "About 9 days left (7 to 12)"),
        ("216", "216", "216", "About 9 days left"),
        ("50", "20", "90", "About 2 days left (up to 4)"),
        ("47", "30", "60", "About 47 hours left (30 to 60)"),
        ("9.4", "7", "12", "About 9 hours left (7 to 12)"),
        ("0.7", "0.5", "1.1", "About 40 minutes left (30 to 70)"),
        ("0.1", "0.05", "0.15", "About 6 minutes left (3 to 9)"),
        ("0.02", "0.01", "0.015", "About 1 minute left"),
        ("0.02", "0", "73", "About 1 minute left (up to 4 days)"),
        ("0.02", "0", "2.5", "About 1 minute left (up to 3 hours)"),
        ("1.5", "0.2", "1.8", "About 90 minutes left (10 to 110)"),
        ("1.5", "0.2", "2.2", "About 2 hours left (up to 3)"),
        ("1.5", "1.2", "9", "About 2 hours left (1 to 9)"),
        ("28", "10", "112", "About 1 day left (up to 5)"),
        ("16", "2", "96", "About 16 hours left (2 to 96)"),
        ("16", "2", "130", "About 16 hours left (up to 6 days)"),
        ("16", "2", "120", "About 16 hours left (up to 5 days)"),
        ("47", "30", "4000", "About 47 hours left (up to 6 months)"),
        ("1200", "900", "8000", "About 2 months left (1 to 11)"),
        ("2200", "1500", "4400", "About 3 months left (2 to 7)"),
        ("2200", "1500", "8760", "About 3 months left (2 or more)"),
        ("8760", "4000", "8760", "A year or more left"),
    ],
)
def test_time_left(hours: str, shortest: str, longest: str, text: str) -> None:
    assert time_left_text(projection(hours, shortest, longest), NOW) == text


def test_time_left_shrinks_as_time_passes() -> None:
    outlook = projection("48", "40", "60")
    assert time_left_text(outlook, NOW + timedelta(hours=24)).startswith(
        "About 24 hours left (16 to 36)"
    )


def test_text_for_a_missing_forecast() -> None:
    not_enough = time_left_text(NoProjection.NOT_ENOUGH_DATA, NOW)
    assert not_enough == "Time left: not enough data yet"
    assert time_left_text(NoProjection.NOT_FALLING, NOW) == ""
    assert time_left_text(projection("0", "0", "0"), NOW) == ""


def test_hidden_amounts_show_no_number() -> None:
    text = time_left_text(projection("216", "170", "286"), NOW, hidden=True)
    assert text == "About ••• left"


HOURS = st.decimals(Decimal("0.001"), LONGEST, places=3)


@given(st.lists(HOURS, min_size=3, max_size=3))
def test_every_projection_has_a_sentence(hours: list[Decimal]) -> None:
    shortest, estimate, longest = sorted(hours)
    outlook = Projection(NOW, estimate, shortest, longest)
    text = time_left_text(outlook, NOW)
    assert text
    assert not {"{", "}", "%"} & set(text)
    assert "None" not in text
    assert " 1 minutes" not in text
    assert "(0 " not in text


def test_other_languages_get_source_sentences_with_numbers() -> None:
    asked: list[tuple[str, int]] = []

    def plural(source: str, number: int) -> str:
        asked.append((source, number))
        return "Reicht etwa 9 Tage"

    german = {
        "{left} ({shortest} to {longest})": "{left} ({shortest} bis {longest})",
    }
    locale = Locale(translate=lambda source: german[source], plural=plural)
    text = time_left_text(projection("216", "170", "286"), NOW, locale)
    assert text == "Reicht etwa 9 Tage (7 bis 12)"
    assert asked == [("About %n day(s) left", 9)]


def test_nothing_is_said_once_the_time_is_over() -> None:
    assert time_left_text(projection("9", "7", "12"), NOW + timedelta(hours=9)) == ""
