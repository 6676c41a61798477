"""Everything about one account, wired together: its refreshes, alerts and notifications."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from wallet_tray.alerts.controller import AlertController
from wallet_tray.alerts.notification import SNOOZE, TOP_UP, alert_notification
from wallet_tray.app.history import Past
from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.desktop.notifications.notifier import Notifier
from wallet_tray.domain.account import Account
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import known_balance, known_outlook
from wallet_tray.domain.alert import Alert
from wallet_tray.domain.alert_memory import AlertMemory, Snooze, UntilToppedUp
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential, CredentialKind, access_token_end
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.spending_periods import named
from wallet_tray.refresh.controller import RefreshController
from wallet_tray.refresh.messages import SignedIn, WalletDetails
from wallet_tray.refresh.worker import RefreshWorker
from wallet_tray.text.results import cautious_start_sentence
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice

CLOCKS_DIFFER = timedelta(minutes=2)
"""Tolerated difference between the service's clock and this one when matching a job's name."""

ACCESS_TOKEN_LIFE = timedelta(hours=1)
"""Maximum life of a pasted access token without an expiry date, as the service documents it."""


@dataclass(slots=True)
class Pause:
    """Whether automatic refreshes are paused, and why; all accounts share one."""

    by_user: bool = False
    safe_mode: bool = False
    """Several runs in a row ended unexpectedly."""

    def is_on(self) -> bool:
        """Return whether anything pauses automatic refreshes."""
        return self.by_user or self.safe_mode


class AccountSession(QObject):
    """One account of the tray program. All methods belong to the GUI thread.

    Signals:
        changed(): this account's presentation has changed; ``refreshes`` and ``alerts`` report
            their own changes, and the answer to a sign-in.
        restore_requested(Account): nothing is known yet; the last recorded balance would help.
        keyring_opened(): the keyring was locked before, and returned the credential now.
        open_requested(str), top_up_requested(str): an action of the notification; the account's id.
    """

    changed = Signal()
    restore_requested = Signal(object)
    keyring_opened = Signal()
    open_requested = Signal(str)
    top_up_requested = Signal(str)

    def __init__(
        self,
        account: Account,
        make_worker: Callable[[Account], RefreshWorker],
        interval: timedelta,
        memory: AlertMemory,
        notifier: Notifier,
        options: Callable[[], DisplayOptions],
        *,
        parent: QObject | None = None,
        pause: Pause | None = None,
        is_quiet: Callable[[], bool] = lambda: False,
        environment_variable: Callable[[Account], str | None] = lambda _account: None,
        credential_end: Callable[[Account], datetime | None] = lambda _account: None,
    ) -> None:
        super().__init__(parent)
        self.note = ""
        self._pause = pause or Pause()
        self._past: Past | None = None
        self._shown: Notification | None = None  # as last worded
        self._is_left = False  # _shown is on the screen from an earlier run
        self._has_recalled = False
        self._keyring_shut = False  # at the last request
        self._unkept: SignedIn | None = None  # subject of the note; the keyring may still store it
        self._environment_variable = environment_variable
        self._credential_end = credential_end
        self._known_end: datetime | None = None
        self._options = options
        self._notifier = notifier
        is_paused = self._pause.is_on
        self.refreshes = RefreshController(
            account, make_worker, interval, parent=self, is_paused=is_paused
        )
        self.alerts = AlertController(
            account, memory, parent=self, is_paused=is_paused, is_quiet=is_quiet
        )
        self.refreshes.slept.connect(self.alerts.resumed)
        self.refreshes.outcome.connect(self._on_outcome)
        self.refreshes.sign_in_answered.connect(self._on_sign_in_answered)
        self.alerts.said.connect(self._show_alert)
        self.alerts.closed.connect(self._close_alert)
        notifier.action_invoked.connect(self._on_action)
        notifier.delivered.connect(self._on_delivered)
        notifier.dismissed.connect(self._on_dismissed)

    @property
    def account(self) -> Account:
        """Return the account as in the current settings."""
        return self.refreshes.account

    def wallet(self) -> Wallet:
        """Return the current state of the account for the presenter."""
        past, note = self._known_past(), self.note
        details = self.refreshes.details or WalletDetails()
        if self._pause.safe_mode:
            note = cautious_start_sentence(self._options().locale)
        return Wallet(
            self.account,
            self.refreshes.state,
            refreshing=self.refreshes.refreshing,
            snoozed=self.alerts.is_snoozed,
            note=note,
            environment_variable=self._environment_variable(self.account),
            curve=past.curve if past else None,
            drops=named(past.drops, details.transactions, CLOCKS_DIFFER) if past else (),
            unit_price=details.unit_price,
            paused=self._pause.is_on(),
        )

    def left_on_screen(self) -> Notification | None:
        """Return the last notification shown by an earlier run, in the current wording.

        None if there was none, or if it was never delivered.
        """
        memory = self.alerts.memory
        if memory.shown is None or memory.undelivered:
            return None
        self._shown, self._is_left = self._notification(memory.shown), True
        return self._shown

    def start(self, *, refresh: bool = True) -> None:
        """Start with a refresh, or by requesting the last recorded balance instead."""
        self.alerts.start()
        if refresh:
            self.refreshes.refresh_now()
        else:
            self._renew_left()  # no outcome to wait for
            self.restore_requested.emit(self.account)

    def stop(self) -> None:
        """Stop refreshing; returns at once."""
        self.refreshes.stop()

    def fetch_details(self) -> None:
        """Request the details shown beside the balance, as the popup shows this account."""
        self.refreshes.fetch_details()

    def show_past(self, past: Past) -> None:
        """Show this account's past from the history."""
        if past != self._past:
            self._past = past
            self.changed.emit()

    def apply_settings(self, account: Account) -> None:
        """Apply changed settings of this account."""
        self.alerts.apply_settings(account)
        self.refreshes.apply_settings(account)

    def sign_in(self, credential: Credential) -> None:
        """Verify a credential, then store it; ``refreshes.sign_in_answered`` follows."""
        self.refreshes.sign_in(credential)

    def sign_out(self) -> None:
        """Remove the credential."""
        self.note, self._unkept = "", None
        self._note_end(None)
        self.refreshes.sign_out()

    def reset(self) -> None:
        """Reset the account, as the user has erased everything."""
        self.note, self._unkept = "", None
        self.clear_past()
        self._note_end(None)
        self.refreshes.reset()
        self.alerts.reset()
        self._close_alert()

    def clear_past(self) -> None:
        """Drop the past read from the history, as the history was erased."""
        self._past = None

    def credential_changed(self) -> None:
        """Refresh after another program signed in or out."""
        self.note, self._unkept = "", None
        self._note_end(None)
        self.refreshes.credential_changed()

    def keyring_answered(self) -> None:
        """Go on after the user answered a keyring prompt too late for the waiting request."""
        self.refreshes.keyring_answered()

    def credential_saved(self) -> None:
        """Update the note after the keyring stored the credential late.

        The keyring's first wizard may take minutes.
        """
        if self._unkept is not None:
            self.note = saved_sentence(replace(self._unkept, unkept=None), self._options())
            self._unkept = None
            self.changed.emit()

    def keyring_open(self) -> None:
        """Refresh if the keyring was locked: another account has found it open."""
        if self._keyring_shut:
            self.refreshes.refresh_now()

    def resumed(self) -> None:
        """Refresh and check alerts after the computer woke up."""
        self.alerts.resumed()
        self.refreshes.resumed()

    def pause_changed(self) -> None:
        """Pause or resume automatic refreshes, as ``Pause`` says now."""
        self.alerts.pause_changed()
        self.refreshes.pause_changed()
        self.changed.emit()

    def show_alert_again(self) -> None:
        """Reword a visible notification, as amounts are hidden now, or shown again."""
        shown = self.alerts.memory.shown
        if shown is None or self._shown is None or self.alerts.is_snoozed:
            return
        notification = self._notification(shown)
        if notification != self._shown:  # one without an amount stays as it is
            self._shown = notification
            self._notifier.reword(notification)

    def snooze(self, choice: SnoozeChoice) -> None:
        """Snooze this account's alerts, or end the snooze."""
        self.alerts.snooze(snooze_until(choice, self._options().now))

    def _on_outcome(self, outcome: Balance | Problem) -> None:
        was_shut, self._keyring_shut = self._keyring_shut, is_shut_keyring(outcome)
        if was_shut and isinstance(outcome, Balance):
            self.keyring_opened.emit()
        if isinstance(outcome, Balance) and (end := self._credential_end(self.account)) is not None:
            self._note_end(end)  # of a token stored by an earlier run or another program
        self.alerts.take(outcome, known_outlook(self.refreshes.state))
        self._renew_left()
        self._is_left = False
        if known_balance(self.refreshes.state) is None and not self._has_recalled:
            self._has_recalled = True
            self.restore_requested.emit(self.account)

    def _known_past(self) -> Past | None:
        """Return the past; None if it belongs to the wallet of an earlier key."""
        balance = known_balance(self.refreshes.state)
        if self._past is None or balance is None or self._past.wallet != balance.wallet:
            return None
        return self._past

    def _on_sign_in_answered(self, answer: object) -> None:
        if isinstance(answer, SignedIn):
            end = access_token_end(answer.credential)
            if end is None and answer.credential.kind is CredentialKind.ACCESS_TOKEN:
                end = datetime.now(UTC) + ACCESS_TOKEN_LIFE
            self._note_end(end)
            self._unkept = answer if answer.unkept is not None else None
            self.note = saved_sentence(answer, self._options())
            self.changed.emit()

    def _note_end(self, end: datetime | None) -> None:
        if end != self._known_end:
            self._known_end = end
            self.alerts.set_credential_end(end)

    def _renew_left(self) -> None:
        """Send what an earlier run left on the screen again, so that its buttons reach this run."""
        shown = self.alerts.memory.shown
        if self._is_left and shown is not None:
            self._shown = self._notification(shown)
            self._notifier.reword(self._shown)

    def _show_alert(self, alert: Alert) -> None:
        self._is_left = False
        self._shown = self._notification(alert)
        self._notifier.show(self._shown)

    def _notification(self, alert: Alert) -> Notification:
        options = self._options()
        return alert_notification(
            alert, self.account, options.now, options.locale, hide_amounts=options.hide_amounts
        )

    def _close_alert(self) -> None:
        self._notifier.close(self.account.id)

    def _on_action(self, slot: str, key: str) -> None:
        if slot != self.account.id:
            return
        if key == SNOOZE:
            self.snooze(SnoozeChoice.AN_HOUR)
        elif key == TOP_UP:
            self.top_up_requested.emit(slot)
        else:
            self.open_requested.emit(slot)

    def _on_delivered(self, slot: str) -> None:
        if slot == self.account.id:
            self.alerts.delivered()

    def _on_dismissed(self, slot: str) -> None:
        if slot == self.account.id:
            self.alerts.dismissed()


def saved_sentence(answer: SignedIn, options: DisplayOptions) -> str:
    """Return what the user must know about the accepted credential; "" in the usual case."""
    translate = options.locale.translate
    sentences = []
    if answer.credential.kind is CredentialKind.ACCESS_TOKEN:
        sentences.append(translate("The access token works for an hour at most."))
    match answer.unkept:
        case None:
            pass
        case Problem(kind=ProblemKind.KEYRING_MISSING):
            sentences.append(
                translate("There is no keyring here, so the key is kept in memory until you quit.")
            )
        case Problem():
            sentences.append(
                translate("The keyring did not take the key, so it is kept until you quit.")
            )
    return " ".join(sentences)


def snooze_until(choice: SnoozeChoice, now: datetime) -> Snooze:
    """Return the end of a snooze. ``now`` is in the user's zone: tomorrow starts there at 8 a.m."""
    match choice:
        case SnoozeChoice.AN_HOUR:
            return now.astimezone(UTC) + timedelta(hours=1)
        case SnoozeChoice.UNTIL_TOMORROW:
            tomorrow = now + timedelta(days=1)
            return tomorrow.replace(hour=8, minute=0, second=0, microsecond=0).astimezone(UTC)
        case SnoozeChoice.UNTIL_TOPPED_UP:
            return UntilToppedUp.UNTIL_TOPPED_UP
        case SnoozeChoice.NO_LONGER:
            return None


def is_shut_keyring(outcome: Balance | Problem) -> bool:
    """Return whether the keyring waits for its user, or could not be unlocked."""
    shut = (ProblemKind.KEYRING_LOCKED, ProblemKind.KEYRING_WAITING)
    return isinstance(outcome, Problem) and outcome.kind in shut
