"""The language on the screen: its choice, loading and change at run time."""

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from wallet_tray.domain.settings_schema import AUTO_LANGUAGE, LANGUAGES
from wallet_tray.text.locale import Locale
from wallet_tray.ui.locale import qt_locale
from wallet_tray.ui.tray.parts import resource_folder

ENGLISH = "en"
"""Needs no catalogue: the source texts are English, and ``english_plural`` forms plurals."""

_log = logging.getLogger(__name__)


class LanguageController:
    """The catalogues of Qt's translations. Use it only in the GUI thread.

    ``code`` is the language of the texts, ``locale`` its formats. ``languages`` are those with
    a catalogue in ``folder``, plus English.
    """

    def __init__(
        self,
        languages: tuple[str, ...] = LANGUAGES,
        folder: Path | None = None,
        system: QLocale | None = None,
    ) -> None:
        self._languages = languages
        self._folder = folder or resource_folder("translations")
        self._system = QLocale() if system is None else system
        self._setting = ""
        self._translators: list[QTranslator] = []
        self.code = ENGLISH
        self.locale: Locale = qt_locale(self._system, QLocale(ENGLISH))

    def use(self, setting: str) -> bool:
        """Apply the setting ("auto" or a code); return whether anything changed.

        Existing widgets keep their texts until they are recreated or retranslated.
        """
        if setting == self._setting:
            return False
        self._setting = setting
        code = language_for(setting, self._system, self._languages)
        if code != self.code:
            self.code = self._load(code)
        formats = formats_for(setting, self._system)
        names = QLocale(self.code)
        self.locale = qt_locale(formats, formats if _same_tongue(formats, names) else names)
        return True

    def _load(self, code: str) -> str:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = []
        direction = QLocale(code).textDirection()
        if code != ENGLISH:
            own = QTranslator()
            if not own.load(f"wallet_tray_{code}", str(self._folder)):
                _log.warning("the catalogue of %s cannot be read", code)
                return self._load(ENGLISH)
            qts = QTranslator()  # for the buttons that Qt labels itself
            if qts.load(f"qtbase_{code}", _qts_folder()):
                self._translators.append(qts)
            self._translators.append(own)  # the last one is queried first
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        if direction is not QGuiApplication.layoutDirection():
            QGuiApplication.setLayoutDirection(direction)
        return code


def language_for(setting: str, system: QLocale, languages: tuple[str, ...] = LANGUAGES) -> str:
    """Return the language of the setting or, for "auto", the first supported one of the system's.

    Regions share a language (de-AT uses de), but scripts do not: Traditional Chinese does not use
    Simplified. English if no preferred language is supported.
    """
    candidates = system.uiLanguages() if setting == AUTO_LANGUAGE else [setting]
    scripts: dict[QLocale.Language, QLocale.Script] = {}
    for candidate in candidates:
        wanted = QLocale(candidate)
        # Qt's list goes from "zh-Hant-TW" down to "zh", which would be taken for the other script.
        script = scripts.setdefault(wanted.language(), wanted.script())
        if script is not wanted.script() and "-" not in candidate:
            continue
        for code in languages:
            if _same_tongue(wanted, QLocale(code)):
                return code
    return ENGLISH


def formats_for(setting: str, system: QLocale) -> QLocale:
    """Return the locale of numbers and times: the system's, unless its language differs.

    With a language chosen from the list, the system's country is kept if Qt knows the combination
    (English in Germany has 1.234,50). Otherwise the language's own locale is used.
    """
    wanted = QLocale(setting)
    if setting == AUTO_LANGUAGE or wanted.language() is QLocale.Language.C:
        return system
    if setting not in LANGUAGES:
        return wanted  # written into the file, with or without a country
    if _same_tongue(wanted, system):
        return system
    if system.language() is QLocale.Language.C:
        return system if setting == ENGLISH else wanted
    language = QLocale.languageToCode(wanted.language())
    here = QLocale(f"{language}_{QLocale.territoryToCode(system.territory())}")
    return here if here.territory() is system.territory() else wanted


def _same_tongue(one: QLocale, other: QLocale) -> bool:
    return one.language() is other.language() and one.script() is other.script()


def _qts_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
