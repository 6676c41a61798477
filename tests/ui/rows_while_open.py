"""Which rows of a window overlap or are too low while what is in it changes.

This is a program of its own, as language, font and platform are chosen at its start.

    python tests/ui/rows_while_open.py LANGUAGE POINTS

Prints a line for each fault, and nothing where there is none. Works on any platform of Qt.
"""

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from tests.support.builders import make_account, make_settings
from tests.support.recording_actions import RecordingActions

LONG = "ByteNite rejects the API key. " * 3
WALKS = 6  # at random, so many times
STEPS = 10
TRIES, PAUSE_MS = 40, 50


def main(language: str, points: int) -> None:
    """Each story in a window of its own; a fault comes with what was done before."""
    from PySide6.QtCore import QLocale
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from wallet_tray.ui.language import LanguageController
    from wallet_tray.ui.popup.popup import Popup

    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    font = application.font()
    font.setPointSize(points)
    application.setFont(font)
    screen_language = LanguageController(system=QLocale(QLocale.Language.C))
    screen_language.use(language)
    for story in (popup_stories, walks, dialog_stories):
        for name, window, visible in story(screen_language.locale):
            if not visible:
                application.processEvents()
                continue
            found = faults(window) if isinstance(window, Popup) else set()  # at once
            for _ in range(TRIES):  # a window manager takes its time
                application.processEvents()
                if not (later := faults(window)):
                    break
                QTest.qWait(PAUSE_MS)
            found |= later
            if found:
                print(f"{name}: {', '.join(sorted(found))}")


Step = Callable[[object], None]


def popup_steps(locale) -> dict[str, Step]:
    """What can happen to a popup that is open."""
    from tests.ui.popup_states import MANNER, wallets
    from wallet_tray.domain.account_snapshot import Wallet
    from wallet_tray.domain.problem import Remedy
    from wallet_tray.ui.popup.presenter import Banner, popup_view

    options = replace(MANNER, locale=locale)
    known = wallets()
    week = popup_view(known["a week"], options)
    short = Banner("Kept until you quit.", Remedy.NONE, "")
    long = Banner(LONG, Remedy.SIGN_IN, "Sign in…")

    def show(view) -> Step:
        return lambda popup: popup.show_view(view)

    blank = replace(known["a week"], curve=None, drops=())
    return {
        "loading": show(popup_view(Wallet(known["a week"].account), options)),
        "a balance": show(popup_view(blank, options)),
        "chart and drops": show(week),
        "no drops": show(popup_view(known["empty history"], options)),
        "signed out": show(popup_view(known["signed out"], options)),
        "stale": show(popup_view(known["stale"], options)),
        "huge": show(popup_view(known["1.8e308"], options)),
        "negative": show(popup_view(known["negative"], options)),
        "a short banner": show(replace(week, banner=short)),
        "a long banner": show(replace(week, banner=long)),
        "a long state": show(replace(week, status="alerts snoozed · " * 8)),
        "a long outlook": show(replace(week, outlook="About nine days left at this pace " * 4)),
        "several accounts": lambda popup: popup.show_accounts(["a", "The second one " * 4], 1),
        "one account": lambda popup: popup.show_accounts(["a"], 0),
        "no account, short": lambda popup: popup.show_banner(short),
        "no account, long": lambda popup: popup.show_banner(long),
        "closed": lambda popup: popup.close(),
        "open": lambda popup: popup.open(),
    }


def popup_stories(locale) -> Iterator[tuple[str, object, bool]]:
    """From each state of the open popup to each other one."""
    from wallet_tray.ui.popup.popup import Popup

    steps = popup_steps(locale)
    names = [name for name in steps if name not in ("closed", "open")]
    popup = Popup(RecordingActions())
    steps["loading"](popup)
    popup.open()
    order = [name for one in names for other in names for name in (one, other)]
    for before, name in pairwise(order):
        steps[name](popup)
        yield f"{before} → {name}", popup, True
    popup.close()
    popup.deleteLater()


def walks(locale) -> Iterator[tuple[str, object, bool]]:
    """Opened and closed in between, in any order; the same at every run."""
    from wallet_tray.ui.popup.popup import Popup

    chance, steps = random.Random(10), popup_steps(locale)
    for _ in range(WALKS):
        popup, done = Popup(RecordingActions()), ["loading"]
        steps["loading"](popup)
        for _ in range(STEPS):
            done.append(chance.choice([*steps, "open", "open"]))
            steps[done[-1]](popup)
            yield " → ".join(done), popup, popup.isVisible()
        popup.close()
        popup.deleteLater()


def dialog_stories(locale) -> Iterator[tuple[str, object, bool]]:
    """The other windows with more to say than when they were opened."""
    from PySide6.QtWidgets import QLineEdit

    from wallet_tray.domain.results import AutostartState
    from wallet_tray.ui.dialogs.diagnostics import DiagnosisDialog, DiagnosisView
    from wallet_tray.ui.dialogs.sign_in import SignInDialog
    from wallet_tray.ui.dialogs.welcome import WelcomeDialog
    from wallet_tray.ui.settings.dialog import SettingsDialog
    from wallet_tray.ui.settings.new_account import NewAccountDialog

    sign_in = SignInDialog(make_account(), RecordingActions(), locale)
    seen(sign_in)
    sign_in.show_failure(LONG * 3)
    yield "sign-in refused", sign_in, True
    sign_in._is_token.setChecked(True)
    yield "sign-in with a token", sign_in, True
    sign_in.show_success(LONG * 4)
    yield "sign-in done", sign_in, True
    welcome = WelcomeDialog(make_account(), RecordingActions())
    seen(welcome)
    yield "welcome", welcome, True
    welcome.show_autostart(AutostartState.OFF, LONG * 3)
    yield "welcome with trouble", welcome, True
    welcome.show_no_demo()
    yield "welcome without demo", welcome, True
    settings = SettingsDialog(make_settings(), RecordingActions(), signed_in=True, locale=locale)
    account = NewAccountDialog({"default"}, locale, settings)
    seen(account)
    yield "an account", account, True
    for field in account.findChildren(QLineEdit):
        field.setText("ftp://")
        field.editingFinished.emit()
        yield "an account with advice", account, True
    account.close()
    diagnosis = DiagnosisDialog(RecordingActions())
    seen(diagnosis)
    diagnosis.show_running()
    yield "diagnosis running", diagnosis, True
    diagnosis.show_diagnosis(DiagnosisView(LONG * 5, (), "text"))
    yield "diagnosis", diagnosis, True


def seen(window) -> None:
    """Show it, and wait for the window manager: it gives a new window its first size."""
    from PySide6.QtTest import QTest

    window.show()
    assert QTest.qWaitForWindowExposed(window)


def faults(window) -> set[str]:
    """Rows that overlap, and those that are lower than they must be."""
    from PySide6.QtWidgets import QScrollArea, QWidget

    found: set[str] = set()
    layout = window.layout()
    if layout is None:
        return found
    if isinstance(window, QWidget) and window.isWindow():
        height = window.height()
        if layout.totalMinimumSize().height() > height:
            found.add(f"{height} px are too few")
        wanted = layout.totalHeightForWidth(window.width())
        if layout.hasHeightForWidth() and wanted > height:
            found.add(f"{wanted} px wanted, {height} there")
        if type(window).__name__ == "Popup" and layout.hasHeightForWidth() and wanted < height:
            found.add(f"{height} px where {wanted} are enough")
    parts = [one for one in window.children() if isinstance(one, QWidget) and one.isVisible()]
    for place, part in enumerate(parts):
        who = f"{type(part).__name__} {part.accessibleName()}".strip()
        needed = part.minimumHeight() or part.minimumSizeHint().height()
        if part.hasHeightForWidth() and not isinstance(part, QScrollArea):
            needed = max(needed, part.heightForWidth(part.width()))
        if part.height() < needed:
            found.add(f"{who} has {part.height()} px, needs {needed}")
        for other in parts[place + 1 :]:
            if part.geometry().intersects(other.geometry()):
                found.add(f"{who} lies over {type(other).__name__} {other.accessibleName()}")
        inside = part.widget() if isinstance(part, QScrollArea) else part
        found |= faults(inside) if inside is not None and inside.isVisible() else set()
    return found


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
