"""Dates and counted sentences the way Qt's locales write them."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from wallet_tray.ui.locale import qt_locale

AT = datetime(2026, 3, 5, 14, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "weekday", "day"),
    [
        ("en_US", "Thu", "Mar 5"),
        ("en_GB", "Thu", "5 Mar"),
        ("de_DE", "Do", "5. März"),
        ("es_ES", "jue", "5 de mar"),
        ("ja_JP", "木", "3月5日"),
        ("ko_KR", "목", "3월 5일"),
        ("hu_HU", "Cs", "márc. 5"),
        ("lv_LV", "Ceturtd.", "5. marts"),
        ("C", "Thu", "5 Mar"),
    ],
)
def test_days(language: str, weekday: str, day: str) -> None:
    locale = qt_locale(QLocale(language))
    assert locale.weekday(AT) == weekday
    assert locale.day_month(AT) == day


def test_no_language_has_a_year_or_a_weekday_in_its_day_and_month() -> None:
    for locale in QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    ):
        text = qt_locale(locale).day_month(AT)
        assert 2 <= len(text) <= 24, (locale.name(), text)
        assert "2026" not in text
        assert locale.standaloneDayName(4) not in text


def test_counted_sentences_without_a_translation_are_english() -> None:
    locale = qt_locale(QLocale("de"))
    assert locale.plural("About %n day(s) left", 1) == "About 1 day left"
    assert locale.plural("About %n day(s) left", 9) == "About 9 days left"
