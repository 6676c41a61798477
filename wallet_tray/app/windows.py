"""The program's windows: one of each kind, imported and created on first use."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from wallet_tray.app.account_session import saved_sentence
from wallet_tray.app.settings_windows import SettingsWindows, bring_up
from wallet_tray.domain.account import Account
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import known_problem
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import Problem, ProblemKind, Remedy, RetryPolicy
from wallet_tray.domain.settings import Settings
from wallet_tray.refresh.messages import SignedIn
from wallet_tray.text.problems import problem_sentence
from wallet_tray.text.results import no_tray_note
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.popup.presenter import Banner, popup_view
from wallet_tray.ui.user_actions import UserActions

if TYPE_CHECKING:
    from wallet_tray.ui.dialogs.sign_in import SignInDialog
    from wallet_tray.ui.popup.popup import Popup

# The click that closes a popup of the window system also reaches the icon, a moment later.
_SAME_CLICK_MS = 300

# After one of these, another refresh may bring up a prompt of the keyring.
_ASKING = frozenset(
    {
        ProblemKind.KEYRING_LOCKED,
        ProblemKind.KEYRING_WAITING,
        ProblemKind.KEYRING_MISSING,
        ProblemKind.KEYRING_FAILED,
    }
)


class Windows(QObject):
    """Opens and fills the popup and the sign-in window.

    ``settings`` are the windows around the settings.

    Signals:
        opened(): the popup was opened.
    """

    opened = Signal()
    actions: UserActions

    def __init__(
        self, options: Callable[[], DisplayOptions], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.is_hindered: Callable[[], bool] = lambda: False  # called before a window opens
        self.chosen = 0
        self.span: ChartRange | None = None  # chosen by the user
        self._options = options
        self._wallets: Sequence[Wallet] = ()
        self._note = ""
        self._popup: Popup | None = None
        self._has_tray = True
        self._closed = QElapsedTimer()
        self._sign_in: SignInDialog | None = None
        self._account: Account | None = None
        self.settings = SettingsWindows(options, self)

    def use_actions(self, actions: UserActions) -> None:
        """Connect all windows to the user's actions; call it before one opens."""
        self.actions = self.settings.actions = actions

    @property
    def sign_in_account(self) -> Account | None:
        """The account of the last sign-in window."""
        return self._account

    @property
    def popup_is_open(self) -> bool:
        """True while the popup is on the screen."""
        return self._popup is not None and self._popup.isVisible()

    def show_wallets(self, wallets: Sequence[Wallet], note: str) -> None:
        """Show one wallet per account in the popup; ``note`` is about the settings."""
        waits = _waits_for_keyring(wallets) and not _waits_for_keyring(self._wallets)
        self._wallets, self._note = wallets, note
        if waits:
            self.close_popup()
        self.settings.show_wallets(wallets, note)
        self.chosen = min(self.chosen, max(len(wallets) - 1, 0))
        if self.popup_is_open:
            self._fill()

    def toggle_popup(self, chosen: int) -> None:
        """Open the popup with this account, or close it."""
        if self._popup is not None and self.popup_is_open and self._has_tray:
            self._popup.close()
        elif not (self._closed.isValid() and self._closed.elapsed() < _SAME_CLICK_MS):
            self.open_popup(chosen)

    def open_popup(self, chosen: int) -> None:
        """Open the popup with this account, or bring it to the front."""
        self.chosen = chosen
        if not self.is_hindered():
            self._open_popup()

    def open_without_tray(self) -> None:
        """Open the popup as a window of its own, as this desktop has no tray."""
        self._has_tray = False
        self._drop_popup()
        self._open_popup()

    def use_tray(self) -> None:
        """Make the next popup a tray popup, as a tray has appeared; an open window stays."""
        self._has_tray = True
        if self.popup_is_open:
            self._fill()

    def open_sign_in(self, account: Account, sign_in: Callable[[Credential], None]) -> None:
        """Prompt for a credential of this account; the bound method ``sign_in`` verifies it."""
        if self.is_hindered():
            return
        before = self._account
        if self._sign_in is not None and before and before.keyring_user != account.keyring_user:
            self._sign_in.reject()  # a key must never go to an account other than the one named
        self.close_popup()  # on X11 it keeps the keyboard from the window and the keyring
        if self._sign_in is None or not self._sign_in.isVisible():
            from wallet_tray.ui.dialogs.sign_in import SignInDialog

            self._account = account
            self._sign_in = SignInDialog(account, self.actions, self._options().locale)
            self._sign_in.sign_in_requested.connect(sign_in)
        bring_up(self._sign_in)

    def close_sign_in(self) -> None:
        """Cancel the sign-in: discard what is being entered or verified."""
        if self._sign_in is not None and self._sign_in.isVisible():
            self._sign_in.reject()

    def show_sign_in_answer(self, answer: object) -> None:
        """Show the result for the entered credential."""
        if self._sign_in is None or self._account is None:
            return
        options = self._options()
        if isinstance(answer, SignedIn):
            self._sign_in.show_success(saved_sentence(answer, options))
        elif isinstance(answer, Problem):
            kind = self._sign_in.credential_kind
            account = replace(self._account, credential=kind)
            # A sign-in is never retried automatically, so the wording for a terminal fits here too.
            passes = answer.kind.pace is RetryPolicy.BACK_OFF
            sentence = problem_sentence(answer, account, options.locale, terminal=passes)
            self._sign_in.show_failure(sentence)

    def choose(self, index: int) -> None:
        """Show another account in the popup."""
        self.chosen = index
        self._fill()

    def choose_range(self, span: ChartRange) -> None:
        """Show another time range in the chart."""
        self.span = span
        self._fill()

    def close_popup(self) -> None:
        """Close the popup before a window opens: a popup of the window system keeps the mouse."""
        if self._popup is not None and self._has_tray:
            self._popup.close()

    def make_way_for_keyring(self) -> None:
        """Close the popup before a keyring prompt: on X11 an open popup keeps the keyboard."""
        problem = known_problem(self._wallets[self.chosen].state) if self._wallets else None
        if problem is not None and problem.kind in _ASKING:
            self.close_popup()

    def retranslate(self, settings: Settings) -> None:
        """Replace the windows with new ones, in the language now in force.

        The sign-in window stays, as it holds the user's input: the next one uses the new language.
        """
        was_open = self.popup_is_open
        self._drop_popup()
        if was_open:
            self._open_popup()
        self.settings.retranslate(settings)

    def _open_popup(self) -> None:
        if self._popup is not None and self._popup.as_window is self._has_tray:
            self._drop_popup()
        if self._popup is None:
            self._popup = self._make_popup()
        self._fill()
        self._popup.open()
        self.opened.emit()

    def _make_popup(self) -> "Popup":
        from wallet_tray.ui.popup.popup import Popup
        from wallet_tray.ui.tray.painter import application_icon

        popup = Popup(self.actions, as_window=not self._has_tray)
        popup.setWindowIcon(application_icon())
        popup.closed.connect(self._closed.start)
        return popup

    def _fill(self) -> None:
        if self._popup is None:
            return
        if not self._wallets:
            self._popup.show_banner(self._settings_banner(None))
            return
        view = popup_view(self._wallets[self.chosen], self._options(), self.span)
        if self._note:
            view = replace(view, banner=self._settings_banner(view.banner))
        elif view.banner is None and (note := self._no_tray_note()):
            view = replace(view, banner=Banner(note, Remedy.NONE, ""))
        self._popup.show_accounts([one.account.label for one in self._wallets], self.chosen)
        self._popup.show_view(view)

    def _settings_banner(self, banner: Banner | None) -> Banner:
        """Put the problem with the settings first: it may be why the user is not signed in."""
        if banner is None or banner.remedy is Remedy.NONE:
            text = self._note if banner is None else f"{self._note}\n{banner.text}"
            return Banner(text, Remedy.SETTINGS, self.tr("Settings…"))
        return replace(banner, text=f"{self._note}\n{banner.text}")

    def _no_tray_note(self) -> str:
        if self._has_tray:
            return ""
        return no_tray_note(os.environ.get("XDG_CURRENT_DESKTOP", ""), self._options().locale)

    def _drop_popup(self) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup.deleteLater()
            self._popup = None


def _waits_for_keyring(wallets: Sequence[Wallet]) -> bool:
    problems = [known_problem(wallet.state) for wallet in wallets]
    return any(one is not None and one.kind is ProblemKind.KEYRING_WAITING for one in problems)
