"""The screen in other languages: chosen, loaded, changed; nothing left in English, nothing cut."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.support.builders import make_account
from tests.support.other_wallets import at_zero
from tests.support.recording_actions import RecordingActions
from tests.ui.popup_states import MANNER, full, wallets
from tests.ui.windows_in_languages import (
    NO_SYSTEM,
    SETTINGS,
    cut_texts,
    dialogs,
    make_popup,
    popups,
    texts_on,
)
from wallet_tray.alerts.notification import alert_notification
from wallet_tray.app.settings_windows import SettingsWindows
from wallet_tray.domain.alert import Alert, AlertKind
from wallet_tray.domain.money import Money
from wallet_tray.domain.settings_schema import LANGUAGES
from wallet_tray.providers.provider import AtZero
from wallet_tray.text.locale import Locale
from wallet_tray.ui.language import LanguageController, formats_for, language_for
from wallet_tray.ui.tray.icon import TrayIcon
from wallet_tray.ui.tray.painter import IconPainter
from wallet_tray.ui.tray.presenter import tray_view

AT = datetime(2026, 3, 5, 14, 2, tzinfo=UTC)


@pytest.fixture
def language(qtbot: QtBot) -> Iterator[LanguageController]:
    language = LanguageController(system=NO_SYSTEM)
    yield language
    language.use("en")
    assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.fixture(scope="session")
def pseudo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import pseudo_language
    from source_texts import gather

    folder = tmp_path_factory.mktemp("translations")
    pseudo_language.make(gather().texts(), folder)
    return folder


@pytest.fixture
def pseudo(qtbot: QtBot, pseudo_folder: Path) -> Iterator[LanguageController]:
    """The pseudo language is in force."""
    language = LanguageController(("en", "he"), pseudo_folder, NO_SYSTEM)
    language.use("he")
    yield language
    language.use("en")
    assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight


# -- which language it is


@pytest.mark.parametrize(
    ("setting", "system", "code"),
    [
        ("auto", "de_AT", "de"),
        ("auto", "C", "en"),
        ("auto", "nl_NL", "en"),
        ("auto", "zh_CN", "zh_CN"),
        ("auto", "zh_SG", "zh_CN"),
        ("auto", "zh_TW", "en"),
        ("auto", "zh_HK", "en"),
        ("en", "de_DE", "en"),
        ("de", "en_US", "de"),
        ("de_CH", "C", "de"),
        ("de-AT", "C", "de"),
        ("es_MX", "C", "es"),
        ("zh-Hans", "C", "zh_CN"),
        ("zh", "C", "zh_CN"),
        ("zh_TW", "C", "en"),
        ("pt_BR", "C", "en"),
        ("xx", "de_DE", "en"),
    ],
)
def test_the_language_that_is_spoken(setting: str, system: str, code: str) -> None:
    assert language_for(setting, QLocale(system)) == code


@pytest.mark.parametrize(
    ("setting", "system", "formats"),
    [
        ("auto", "de_AT", "de_AT"),
        ("auto", "pl_PL", "pl_PL"),
        ("de", "de_AT", "de_AT"),
        ("de", "C", "de_DE"),
        ("de", "en_US", "de_DE"),
        ("en", "de_DE", "en_DE"),
        ("en", "C", "C"),
        ("de_CH", "de_DE", "de_CH"),
        ("xx", "fr_FR", "fr_FR"),
    ],
)
def test_how_numbers_and_times_are_written(setting: str, system: str, formats: str) -> None:
    assert formats_for(setting, QLocale(system)).name() == formats


def test_days_are_called_as_the_sentence_around_them(qtbot: QtBot) -> None:
    language = LanguageController(system=QLocale("pl_PL"))
    language.use("auto")
    assert language.code == "en"
    assert language.locale.weekday(AT) == "Thu"
    assert language.locale.decimal == ","


# -- what is loaded


@pytest.mark.parametrize(
    ("code", "quit_text", "cancel"),
    [
        ("de", "Beenden", "Abbrechen"),
        ("it", "Esci", "Annulla"),
        ("es", "Salir", "Cancelar"),
        ("fr", "Quitter", "Annuler"),
        ("zh_CN", "退出", "取消"),
    ],
)
def test_a_catalogue_comes_with_qts_own_words(
    language: LanguageController, qtbot: QtBot, code: str, quit_text: str, cancel: str
) -> None:
    assert language.use(code)
    assert language.code == code
    assert QCoreApplication.translate("TrayIcon", "Quit") == quit_text
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") == cancel
    assert not language.use(code)
    assert language.use("en")
    assert QCoreApplication.translate("TrayIcon", "Quit") == "Quit"


@pytest.mark.parametrize(
    ("code", "one", "many"),
    [
        ("en", "About 1 day left", "About 9 days left"),
        ("de", "Noch etwa 1 Tag", "Noch etwa 9 Tage"),
        ("it", "Resta circa 1 giorno", "Restano circa 9 giorni"),
        ("es", "Queda cerca de 1 día", "Quedan cerca de 9 días"),
        ("fr", "Il reste environ 1 jour", "Il reste environ 9 jours"),
        ("zh_CN", "大约还可用 1 天", "大约还可用 9 天"),
    ],
)
def test_plurals(language: LanguageController, code: str, one: str, many: str) -> None:
    language.use(code)
    assert language.locale.plural("About %n day(s) left", 1) == one
    assert language.locale.plural("About %n day(s) left", 9) == many


def test_a_catalogue_that_is_missing_means_english(qtbot: QtBot, tmp_path: Path) -> None:
    language = LanguageController(folder=tmp_path, system=NO_SYSTEM)
    language.use("de")
    assert language.code == "en"
    assert QCoreApplication.translate("TrayIcon", "Quit") == "Quit"


def test_numbers_and_times_follow(language: LanguageController) -> None:
    language.use("de")
    view = tray_view([full()], replace(MANNER, locale=language.locale))
    assert view.tooltip.splitlines()[0] == "Wallet Tray: 84,10\u00a0BYC (Stand 14:02), niedrig"
    assert view.rows[1] == "Gesamt: 100,10\u00a0BYC, reserviert: 16,00\u00a0BYC"
    assert language.locale.weekday(AT) == "Do"


# -- on the screen


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_cut(language: LanguageController, qtbot: QtBot, code: str) -> None:
    language.use(code)
    _see_that_nothing_is_cut(qtbot, language.locale)


def test_nothing_is_cut_from_right_to_left(pseudo: LanguageController, qtbot: QtBot) -> None:
    assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    _see_that_nothing_is_cut(qtbot, pseudo.locale)


def _see_that_nothing_is_cut(qtbot: QtBot, locale: Locale) -> None:
    for name, window in _windows(locale):
        qtbot.addWidget(window)
        for _ in range(3):
            QCoreApplication.processEvents()
        assert cut_texts(window) == [], name
        window.close()


def _windows(locale: Locale) -> Iterator[tuple[str, QWidget]]:
    for name, wallet in popups(locale):
        popup = make_popup(wallet, locale)
        popup.open()
        yield name, popup
    for name, window in dialogs(locale):
        window.show()
        yield name, window


# What is no text of ours: names, units, codes, and what the user or the service has written.
_DATA = re.compile(
    r"ByteNite|Lab|BYC|USD|Wallet Tray|wallet-tray|MIT|1\.2\.3|https?://\S*|bytenite|default"
    r"|render-\S*|protein-\S*|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9.]+e[0-9]+"
    r"|English|Deutsch|Italiano|Español|Français|简体中文|[A-Z]"
)


def test_no_text_on_the_screen_is_left_in_english(pseudo: LanguageController, qtbot: QtBot) -> None:
    for name, window in _windows(pseudo.locale):
        qtbot.addWidget(window)
        left = [text for text in texts_on(window) if re.search("[A-Za-z]", _DATA.sub("", text))]
        assert left == [], name
        window.close()


def test_menu_tooltip_and_notifications_are_not_left_in_english(
    pseudo: LanguageController, qtbot: QtBot
) -> None:
    tray = TrayIcon(IconPainter(), RecordingActions())
    options = replace(MANNER, locale=pseudo.locale)
    said = []
    for wallet in wallets().values():
        view = tray_view([wallet], options, trouble=True)
        several = tray_view([wallet] * 5, options)
        tray.show_view(view)
        said += [view.tooltip, several.tooltip, *view.rows, *several.rows]
        said += [action.text() for action in tray._menu.actions()]
        said += [action.text() for action in tray._snooze.actions()]
    tray.stop()
    for kind, means in product(AlertKind, (None, *AtZero)):
        amount, limit = Money(Decimal("84.10"), "BYC"), Money(Decimal(100), "BYC")
        alert = Alert(kind, AT, amount, limit, AT - timedelta(hours=1), Decimal(9))
        shown = alert_notification(alert, at_zero(make_account(), means), AT, pseudo.locale)
        said += [shown.title, shown.body, *(text for _, text in shown.actions)]
    assert [text for text in said if re.search("[A-Za-z]", _DATA.sub("", text))] == []


# -- changed while the program runs


def test_the_menu_follows(language: LanguageController) -> None:
    tray = TrayIcon(IconPainter(), RecordingActions())
    texts = [action.text() for action in tray._menu.actions()]
    assert "Settings…" in texts
    language.use("fr")
    tray.retranslate()
    texts = [action.text() for action in tray._menu.actions()]
    assert {"Paramètres…", "Suspendre les alertes", "Quitter"} <= set(texts)
    assert "Jusqu’à demain" in [action.text() for action in tray._snooze.actions()]
    tray.stop()


def test_the_settings_window_stays_where_it_is(language: LanguageController, qtbot: QtBot) -> None:
    options = MANNER

    def spoken():
        return replace(options, locale=language.locale)

    windows = SettingsWindows(spoken)
    windows.actions = RecordingActions()
    windows.open_settings(SETTINGS, signed_in=True)
    before = windows._settings
    assert before is not None
    qtbot.addWidget(before)
    before.activateWindow()
    qtbot.waitUntil(before.isActiveWindow)
    (combo,) = (one for one in before.findChildren(QComboBox) if one.accessibleName() == "Language")
    combo.setFocus()
    language.use("it")
    windows.retranslate(replace(SETTINGS, language="it"))
    after = windows._settings
    assert after is not None
    qtbot.addWidget(after)
    assert after is not before
    assert after.isVisible()
    assert not before.isVisible()
    assert after.windowTitle() == "Impostazioni di Wallet Tray"
    assert after.findChildren(QTabWidget)[0].currentIndex() == 0
    (combo,) = (one for one in after.findChildren(QComboBox) if one.accessibleName() == "Lingua")
    assert after.focusWidget() is combo
    assert combo.currentData() == "it"
    after.close()
