"""The windows around the settings: settings, diagnosis, About and welcome."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from wallet_tray import __version__
from wallet_tray.app.diagnosis import diagnosis_view
from wallet_tray.domain.account import Account
from wallet_tray.domain.account_snapshot import Wallet, unit_in
from wallet_tray.domain.account_state import known_balance, known_problem
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.domain.results import (
    AutostartRefusal,
    AutostartState,
    Erasure,
    Export,
    InstalledPackage,
)
from wallet_tray.domain.settings import Settings
from wallet_tray.text.results import autostart_sentence, erasure_sentence, export_sentence
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.user_actions import UserActions

if TYPE_CHECKING:
    from wallet_tray.diagnostics.run import DiagnosticReport
    from wallet_tray.ui.dialogs.about import AboutDialog
    from wallet_tray.ui.dialogs.diagnostics import DiagnosisDialog
    from wallet_tray.ui.dialogs.welcome import WelcomeDialog
    from wallet_tray.ui.settings.dialog import SettingsDialog


class SettingsWindows(QObject):
    """One window of each kind, imported and created on first use.

    With ``welcome_is_due``, the welcome opens once it is clear that the user is not signed in. A
    missing keyring counts as not signed in.

    Signals:
        opened(): a window opened that shows if the program starts at login.
        welcomed(): the welcome is over and must not open again.
    """

    opened = Signal()
    welcomed = Signal()
    actions: UserActions

    def __init__(
        self, options: Callable[[], DisplayOptions], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.is_hindered: Callable[[], bool] = lambda: False  # called before a window opens
        self.welcome_is_due = False
        self._options = options
        self._wallets: Sequence[Wallet] = ()
        self._note = ""
        self._passing_note = ""
        self._settings: SettingsDialog | None = None
        self._diagnosis: DiagnosisDialog | None = None
        self._about: AboutDialog | None = None
        self._welcome: WelcomeDialog | None = None
        self._welcomed: Account | None = None
        self._to_demo = False

    def open_settings(self, settings: Settings, *, signed_in: bool) -> None:
        """Show the settings; ``signed_in`` counts until the state of a wallet is known."""
        if self.is_hindered():
            return
        if self._settings is None or not self._settings.isVisible():
            self._passing_note = ""
            self._settings = self._make_settings(settings, signed_in=signed_in)
            self._update_settings_window()
        bring_up(self._settings)
        self.opened.emit()

    def show_settings(self, settings: Settings) -> None:
        """Show other settings, which are in force now."""
        if self._settings is not None:
            self._settings.show_settings(settings)

    def show_refused(self) -> None:
        """Show that a change was not saved."""
        if self._settings is not None:
            self._settings.show_refused()

    def show_wallets(self, wallets: Sequence[Wallet], note: str) -> None:
        """Show the state of each account; ``note`` is about the settings."""
        self._wallets, self._note = wallets, note
        self._update_settings_window()
        self._follow_first_start()

    def show_note(self, note: str) -> None:
        """Show a sentence in the open settings, until the user's next request."""
        self._passing_note = note
        self._update_settings_window()

    def show_autostart(self, state: AutostartState, refusal: AutostartRefusal | None) -> None:
        """Show what the desktop does at login, and why that is not the requested state."""
        trouble = "" if refusal is None else autostart_sentence(refusal, self._options().locale)
        if self._settings is not None:
            self._settings.show_autostart(state, trouble)
        if self._welcome is not None:
            self._welcome.show_autostart(state, trouble)

    def show_export(self, export: Export) -> None:
        """Show the result of an export of recorded balances."""
        if self._settings is not None:
            sentence = export_sentence(export, self._options().locale)
            self._settings.show_export(export.account_id, sentence)

    def show_erasure(self, erasure: Erasure | None) -> None:
        """Show the result of "Erase everything"; None while it is running."""
        if self._settings is None:
            return
        if erasure is None:
            self._settings.show_erasing()
        else:
            self._settings.show_erasure(erasure_sentence(erasure, self._options().locale))

    def open_diagnosis(self) -> None:
        """Open the diagnosis and start the checks; ``show_diagnosis`` shows their findings."""
        if self.is_hindered():
            return
        if self._diagnosis is None:
            from wallet_tray.ui.dialogs.diagnostics import DiagnosisDialog

            self._diagnosis = DiagnosisDialog(self.actions)
        bring_up(self._diagnosis)
        self.actions.run_checks()

    def show_diagnostics_running(self) -> None:
        """Show that the checks are running."""
        if self._diagnosis is not None:
            self._diagnosis.show_running()

    def show_diagnosis(self, report: "DiagnosticReport | None") -> None:
        """Show the findings; None after an internal error."""
        if self._diagnosis is not None:
            labels = {one.account.id: one.account.label for one in self._wallets}
            view = diagnosis_view(report, labels, self._options().locale)
            self._diagnosis.show_diagnosis(view)

    def open_about(self) -> bool:
        """Show the version; return True if ``show_parts`` must add the components."""
        if self.is_hindered():
            return False
        is_new = self._about is None
        if self._about is None:
            from wallet_tray.ui.dialogs.about import AboutDialog

            self._about = AboutDialog(__version__)
        bring_up(self._about)
        return is_new

    def show_parts(self, parts: Sequence[InstalledPackage]) -> None:
        """Show the program's components."""
        if self._about is not None:
            self._about.show_parts(parts)

    def retranslate(self, settings: Settings) -> None:
        """Replace all open windows with new ones, in the language now in force."""
        if self._settings is not None and self._settings.isVisible():
            old = self._settings
            self._settings = self._make_settings(settings, signed_in=True)
            self._update_settings_window()
            self._settings.take_place_of(old)
            _end(old)
            bring_up(self._settings)
            self.opened.emit()
        if self._diagnosis is not None:
            was_open = self._diagnosis.isVisible()
            _end(self._diagnosis)
            self._diagnosis = None
            if was_open:
                self.open_diagnosis()
        if self._about is not None:
            was_open = self._about.isVisible()
            _end(self._about)
            self._about = None
            if was_open:
                self.actions.open_about()
        if self._welcome is not None and self._welcomed is not None:
            self._welcome.finished.disconnect(self._on_welcomed)
            _end(self._welcome)
            self._open_welcome(self._welcomed)

    def _make_settings(self, settings: Settings, *, signed_in: bool) -> "SettingsDialog":
        from wallet_tray.ui.settings.dialog import SettingsDialog

        locale = self._options().locale
        return SettingsDialog(settings, self.actions, signed_in=signed_in, locale=locale)

    def _update_settings_window(self) -> None:
        if self._settings is None:
            return
        if self._wallets:
            self._settings.show_signed_out([w.account.id for w in self._wallets if _signed_out(w)])
            self._settings.show_units({w.account.id: unit_in(w) for w in self._wallets})
        self._settings.show_note(self._note or self._passing_note)

    def _follow_first_start(self) -> None:
        first = self._wallets[0] if self._wallets else None
        if first is None:
            return
        if self.welcome_is_due and known_balance(first.state) is not None:
            self.welcome_is_due = False
        elif self.welcome_is_due and _wants_a_key(first):
            self.welcome_is_due = False
            self._open_welcome(first.account)
        elif self._welcome is not None and known_balance(first.state) is not None:
            self._welcome.accept()  # signed in, here or on the command line

    def _open_welcome(self, account: Account) -> None:
        from wallet_tray.ui.dialogs.welcome import WelcomeDialog

        self._welcomed = account
        self._welcome = WelcomeDialog(account, self.actions)
        self._welcome.finished.connect(self._on_welcomed)
        bring_up(self._welcome)
        self.opened.emit()

    def show_demo_starting(self) -> None:
        """Keep the welcome for the next start: the demo comes first."""
        self._to_demo = True

    def show_no_demo(self) -> None:
        """Show that the demo did not start, and return to normal."""
        self._to_demo = False
        if self._welcome is not None:
            self._welcome.show_no_demo()

    def _on_welcomed(self) -> None:
        if self._welcome is not None:
            self._welcome.deleteLater()
            self._welcome = None
        if not self._to_demo:
            self.welcomed.emit()


def bring_up(dialog: QDialog) -> None:
    """Show a window, or bring it to the front."""
    from wallet_tray.ui.tray.painter import application_icon

    dialog.setWindowIcon(application_icon())
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def _end(dialog: QDialog) -> None:
    dialog.close()
    dialog.deleteLater()


def _wants_a_key(wallet: Wallet) -> bool:
    problem = known_problem(wallet.state)
    return problem is not None and problem.kind in (
        ProblemKind.SIGNED_OUT,
        ProblemKind.KEYRING_MISSING,
    )


def _signed_out(wallet: Wallet) -> bool:
    problem = known_problem(wallet.state)
    return problem is not None and problem.kind is ProblemKind.SIGNED_OUT
