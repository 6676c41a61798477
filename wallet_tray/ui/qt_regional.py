"""Numbers, times and sentences the way this desktop's user reads them."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from wallet_tray.words.regional import ENGLISH, Regional


def qt_regional(locale: QLocale) -> Regional:
    """What ``words`` needs to know, from Qt's locale and its installed translations.

    A system that names no language ("C") is written to in English.
    """
    if locale.language() is QLocale.Language.C:
        return replace(ENGLISH, translate=_translate)

    def clock(at: datetime) -> str:
        return locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)

    def date_and_clock(at: datetime) -> str:
        moment = QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute))
        return locale.toString(moment, QLocale.FormatType.ShortFormat)

    return Regional(
        group=locale.groupSeparator(),
        decimal=locale.decimalPoint(),
        clock=clock,
        date_and_clock=date_and_clock,
        translate=_translate,
    )


def _translate(source: str) -> str:
    return QCoreApplication.translate("words", source)
