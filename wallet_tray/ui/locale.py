"""Numbers, times and sentences in the formats of the desktop's user."""

import re
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from wallet_tray.text.locale import ENGLISH, Locale, english_plural

_TOKEN = re.compile(r"'[^']*'|d+|M+|y+|.")  # of Qt's date formats


def qt_locale(locale: QLocale, names: QLocale | None = None) -> Locale:
    """Return the formats of texts, from Qt's locale and its installed translations.

    ``names`` is the locale of the texts, if different: names of days and months match the sentence
    around them. A system without a language ("C") gets English.
    """
    if locale.language() is QLocale.Language.C:
        return replace(ENGLISH, translate=_translate, plural=_plural)
    called = names or locale
    day_month_format = _day_month_format(called)

    def clock(at: datetime) -> str:
        return locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)

    def date_and_clock(at: datetime) -> str:
        moment = QDateTime(_date(at), QTime(at.hour, at.minute))
        return locale.toString(moment, QLocale.FormatType.ShortFormat)

    def weekday(at: datetime) -> str:
        return called.standaloneDayName(at.isoweekday(), QLocale.FormatType.ShortFormat)

    def day_month(at: datetime) -> str:
        return called.toString(_date(at), day_month_format)

    return Locale(
        group=locale.groupSeparator(),
        decimal=locale.decimalPoint(),
        clock=clock,
        date_and_clock=date_and_clock,
        weekday=weekday,
        day_month=day_month,
        translate=_translate,
        plural=_plural,
    )


def _day_month_format(locale: QLocale) -> str:
    """Return day and short month, with the order and signs of the locale's long date."""
    tokens = _TOKEN.findall(locale.dateFormat(QLocale.FormatType.LongFormat))
    places = [i for i, token in enumerate(tokens) if token in ("d", "dd") or token[0] == "M"]
    if len(places) != 2:
        return "d MMM"
    first, last = places
    # Chinese, Japanese and Korean write a sign of their own after the number.
    behind = tokens[last + 1 : last + 2]
    kept = tokens[first : last + 1] + [sign for sign in behind if not sign.isascii()]
    return "".join("MMM" if part == "MMMM" else part for part in kept)


def _date(at: datetime) -> QDate:
    return QDate(at.year, at.month, at.day)


def _translate(source: str) -> str:
    return QCoreApplication.translate("words", source)


def _plural(source: str, number: int) -> str:
    # Without a translation Qt inserts the number but leaves the "(s)".
    text = QCoreApplication.translate("words", source, "", number)
    return english_plural(source, number) if "(s)" in text else text
