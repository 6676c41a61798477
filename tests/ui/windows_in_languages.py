"""Every window of the program with everything in it, made in the language that is in force."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import cycle

from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTabBar,
    QTabWidget,
    QWidget,
)

from tests.support.builders import make_account, make_settings
from tests.support.recording_actions import RecordingActions
from tests.ui.popup_states import MANNER, full, wallets
from wallet_tray import diagnostics
from wallet_tray.app.diagnosis import diagnosis_view
from wallet_tray.diagnostics.finding import Finding, Message, State
from wallet_tray.diagnostics.run import DiagnosticReport
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Stale
from wallet_tray.domain.alert import OwnLimits
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.results import AutostartState, InstalledPackage
from wallet_tray.text.locale import Locale
from wallet_tray.text.results import _NAMES
from wallet_tray.ui.dialogs.about import AboutDialog
from wallet_tray.ui.dialogs.diagnostics import DiagnosisDialog
from wallet_tray.ui.dialogs.sign_in import SignInDialog
from wallet_tray.ui.dialogs.welcome import WelcomeDialog
from wallet_tray.ui.language import LanguageController
from wallet_tray.ui.popup.popup import Popup
from wallet_tray.ui.popup.presenter import popup_view
from wallet_tray.ui.settings.account_choice import AccountChoice
from wallet_tray.ui.settings.confirmations import EraseConfirmation, RemovalConfirmation
from wallet_tray.ui.settings.dialog import SettingsDialog
from wallet_tray.ui.settings.new_account import NewAccountDialog
from wallet_tray.ui.widgets.labels import ElidedLabel

LAB = make_account(id="lab", label="Lab", api_url="https://lab.example/v1", top_up_url="")
SETTINGS = replace(
    make_settings(),
    accounts=(replace(make_account(), own_limits=OwnLimits(low_balance=Decimal(50))), LAB),
    proxy="http://proxy.example:1",
)
_UNBROKEN = re.compile(
    r"[^\s\u3000-\u9fff\uff00-\uffef]+"
)  # Chinese goes on in a new line anywhere
PAGES = ("general", "alerts", "accounts")
NO_SYSTEM = QLocale(QLocale.Language.C)  # the language is the one that is asked for


def speak(code: str) -> LanguageController:
    """This language from now on; give it back with ``use("en")``."""
    language = LanguageController(system=NO_SYSTEM)
    language.use(code)
    return language


def popups(locale: Locale) -> Iterator[tuple[str, Wallet]]:
    """Wallets in the states that have the most to say."""
    states = wallets()
    yield "popup", full()
    yield "popup, a day", states["a day"]
    yield "popup, stale", states["stale"]
    yield "popup, signed out", states["signed out"]
    yield "popup, first refresh", states["first refresh"]
    yield "popup, paused", replace(full(), paused=True)
    rejected = Problem(ProblemKind.CREDENTIAL_REJECTED, MANNER.now)
    stale = Stale(full().state.balance, rejected, MANNER.now)  # type: ignore[union-attr]
    yield "popup, rejected", replace(full(), state=stale, snoozed=True)


def make_popup(wallet: Wallet, locale: Locale, *, accounts: bool = False) -> Popup:
    """The popup of a wallet."""
    popup = Popup(RecordingActions())
    labels = ["ByteNite", "Lab"] if accounts else ["ByteNite"]
    popup.show_accounts(labels, 0)
    span = [wallet.curve.span] if wallet.curve else []
    popup.show_view(popup_view(wallet, replace(MANNER, locale=locale), *span))
    return popup


def dialogs(locale: Locale) -> Iterator[tuple[str, QWidget]]:
    """The other windows; each is shown before the next is made."""
    for place, page in enumerate(PAGES):
        settings = SettingsDialog(SETTINGS, RecordingActions(), signed_in=place != 2, locale=locale)
        settings.show_autostart(AutostartState.ON)
        settings.findChildren(QTabWidget)[0].setCurrentIndex(place)
        yield f"settings, {page}", settings
    dialog = SettingsDialog(SETTINGS, RecordingActions(), signed_in=True, locale=locale)
    yield "add an account", NewAccountDialog({"default"}, locale, dialog)
    yield "remove an account", RemovalConfirmation(LAB, dialog)
    yield "erase everything", EraseConfirmation(dialog)
    yield "reset", reset_question(dialog)
    dialog.deleteLater()
    yield "sign in", SignInDialog(make_account(), RecordingActions(), locale)
    welcome = WelcomeDialog(make_account(), RecordingActions())
    welcome.show_autostart(AutostartState.ON)
    yield "welcome", welcome
    diagnosis = DiagnosisDialog(RecordingActions())
    diagnosis.show_diagnosis(diagnosis_view(everything_found(), {}, locale))
    yield "diagnosis", diagnosis
    about = AboutDialog("1.2.3")
    about.show_parts([InstalledPackage("wallet-tray", "1.2.3", "MIT", "")])
    yield "about", about


def everything_found() -> DiagnosticReport:
    """All findings that there are, with "ByteNite" in the place of every value."""
    states = cycle(State)
    found = []
    for check in pkgutil.iter_modules(diagnostics.__path__):
        module = importlib.import_module(f"{diagnostics.__name__}.{check.name}")
        for words in vars(module).values():
            if isinstance(words, Message):
                places = re.findall(r"{([a-z_]+)}", words.found + words.todo)
                name = list(_NAMES)[len(found) % len(_NAMES)]
                values = dict.fromkeys(places, "ByteNite")
                found.append(Finding(name, next(states), words, values))
    return DiagnosticReport(tuple(found), {})


def reset_question(dialog: SettingsDialog) -> QMessageBox:
    """What the settings window asks before it resets."""
    dialog._ask_to_reset()
    (question,) = dialog.findChildren(QMessageBox)[-1:]
    return question


def texts_on(window: QWidget) -> Iterator[str]:
    """All that is read or heard of a window."""
    yield window.windowTitle()
    for one in window.findChildren(QWidget):
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        if isinstance(one, QComboBox):
            yield from (one.itemText(i) for i in range(one.count()))
        if isinstance(one, QListWidget):
            yield from (one.item(i).text() for i in range(one.count()))
        if isinstance(one, QTabBar):
            yield from (one.tabText(i) for i in range(one.count()))


def cut_texts(window: QWidget) -> list[str]:
    """What has less room than its text needs; names that the user gives are shortened in sight."""
    found = []
    layout = window.layout()
    if layout is not None and layout.totalMinimumSize().width() > window.width():
        found.append(f"the window needs {layout.totalMinimumSize().width()} of {window.width()}")
    for one in window.findChildren(QWidget):
        if one.isVisible() and not _has_room(one, window):
            text = one.text() if isinstance(one, QLabel | QAbstractButton) else ""
            found.append(f"{type(one).__name__} “{text}” {one.accessibleName()}")
    return found


def _has_room(one: QWidget, window: QWidget) -> bool:
    place = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
    if isinstance(one, ElidedLabel):
        return bool(one.accessibleName()) or _width_of(one, one.text()) <= one.width()
    if isinstance(one, QLabel) and one.text():
        if place.right() > window.width() or place.left() < 0:
            return False
        if one.wordWrap():
            words = _UNBROKEN.findall(one.text())
            return one.height() >= one.heightForWidth(one.width()) and one.width() >= max(
                (_width_of(one, word) for word in words), default=0
            )
        return all(_width_of(one, line) <= one.width() for line in one.text().splitlines())
    if isinstance(one, QAbstractButton) and one.text():
        return one.width() >= _needed(one).width() and place.right() <= window.width()
    if isinstance(one, QComboBox) and not isinstance(one, AccountChoice):
        return one.minimumContentsLength() > 0 or one.width() >= one.sizeHint().width()
    if isinstance(one, QTabBar):
        return one.width() >= one.sizeHint().width()
    return True


def _needed(button: QAbstractButton) -> QSize:
    """Buttons may have less than the style's usual margins, but never less than their text."""
    if isinstance(button, QPushButton):
        text = button.text().replace("&", "")
        return QSize(_width_of(button, text) + 8, 0)
    return button.sizeHint()


def _width_of(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()
