"""Numbers, times and sentences the way this desktop's user reads them."""

import re
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from wallet_tray.words.regional import ENGLISH, Regional, counted_in_english

_TOKEN = re.compile(r"'[^']*'|d+|M+|y+|.")  # of Qt's date formats


def qt_regional(locale: QLocale, names: QLocale | None = None) -> Regional:
    """What ``words`` needs to know, from Qt's locale and its installed translations.

    ``names`` is the locale of the texts, where that is another one: days and months are called as
    the sentence around them. A system that names no language ("C") is written to in English.
    """
    if locale.language() is QLocale.Language.C:
        return replace(ENGLISH, translate=_translate, counted=_counted)
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

    return Regional(
        group=locale.groupSeparator(),
        decimal=locale.decimalPoint(),
        clock=clock,
        date_and_clock=date_and_clock,
        weekday=weekday,
        day_month=day_month,
        translate=_translate,
        counted=_counted,
    )


def _day_month_format(locale: QLocale) -> str:
    """Day and short month in the order and with the signs of the locale's long date."""
    tokens = _TOKEN.findall(locale.dateFormat(QLocale.FormatType.LongFormat))
    places = [i for i, token in enumerate(tokens) if token in ("d", "dd") or token[0] == "M"]
    if len(places) != 2:
        return "d MMM"
    first, last = places
    # Chinese, Japanese and Korean write a sign of its own behind the number.
    behind = tokens[last + 1 : last + 2]
    kept = tokens[first : last + 1] + [sign for sign in behind if not sign.isascii()]
    return "".join("MMM" if part == "MMMM" else part for part in kept)


def _date(at: datetime) -> QDate:
    return QDate(at.year, at.month, at.day)


def _translate(source: str) -> str:
    return QCoreApplication.translate("words", source)


def _counted(source: str, number: int) -> str:
    # Without a translation Qt fills in the number and leaves the ending open.
    text = QCoreApplication.translate("words", source, "", number)
    return counted_in_english(source, number) if "(s)" in text else text
