"""Everything about one account, wired together: its refreshes, its alerts, its notifications."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from wallet_tray.alerts.alert_controller import AlertController
from wallet_tray.alerts.alert_notification import SNOOZE, TOP_UP, alert_notification
from wallet_tray.desks.history_reading import Past
from wallet_tray.desktop.notification import Notification
from wallet_tray.desktop.notifications import Notifier
from wallet_tray.domain.access_token_end import access_token_end
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import Alert
from wallet_tray.domain.alert_memory import AlertMemory, Snooze, UntilToppedUp
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.drops import named
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.wallet_state import known_balance, known_outlook
from wallet_tray.refresh.controller import RefreshController
from wallet_tray.refresh.errands import Details, SignedIn
from wallet_tray.refresh.worker import RefreshWorker
from wallet_tray.ui.snooze_menu import SnoozeChoice
from wallet_tray.ui.wallet import Manner, Wallet
from wallet_tray.words.cautious_start import cautious_start_sentence

CLOCKS_DIFFER = timedelta(minutes=2)
"""The service's clock and this one may be apart by so much when a job's name is looked for."""

ACCESS_TOKEN_LIFE = timedelta(hours=1)
"""How long a pasted access token that does not say it works at most (ByteNite's documentation)."""


class WalletDesk(QObject):
    """One account of the tray program. All methods belong to the GUI thread.

    Signals:
        changed(): what is shown of this account is another one now.
        remembered(): the alert memory changed; keep it.
        sign_in_answered(object): SignedIn, or the Problem that stood in the way.
        recall_requested(Account): nothing is known; what was recorded before would help.
        keyring_opened(): it was shut when it was asked before, and gave the credential now.
        open_requested(str), top_up_requested(str): by the notification of this account (its id).
    """

    changed = Signal()
    remembered = Signal()
    sign_in_answered = Signal(object)
    recall_requested = Signal(object)
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
        manner: Callable[[], Manner],
        parent: QObject | None = None,
        is_from_environment: Callable[[Account], bool] = lambda _account: False,
        credential_end: Callable[[Account], datetime | None] = lambda _account: None,
    ) -> None:
        super().__init__(parent)
        self.note = ""
        self._paused = False
        self._cautious = False
        self._past: Past | None = None
        self._shown: Notification | None = None  # in these words
        self._details = Details()
        self._has_recalled = False
        self._keyring_shut = False  # when it was asked last
        self._unkept: SignedIn | None = None  # that the note is about; the keyring may take it yet
        self._is_from_environment = is_from_environment
        self._credential_end = credential_end
        self._known_end: datetime | None = None
        self._manner = manner
        self._notifier = notifier
        self.refreshes = RefreshController(account, make_worker, interval, parent=self)
        self.alerts = AlertController(account, memory, parent=self)
        self.refreshes.slept.connect(self.alerts.woke)
        self.refreshes.outcome.connect(self._on_outcome)
        self.refreshes.details.connect(self._on_details)
        self.refreshes.changed.connect(self.changed)
        self.refreshes.sign_in_answered.connect(self._on_sign_in_answered)
        self.alerts.said.connect(self._show_alert)
        self.alerts.closed.connect(self._close_alert)
        self.alerts.remembered.connect(self._on_remembered)
        self.alerts.snooze_changed.connect(self.changed)
        notifier.action_invoked.connect(self._on_action)
        notifier.delivered.connect(self._on_delivered)
        notifier.dismissed.connect(self._on_dismissed)

    @property
    def account(self) -> Account:
        """The account as the settings have it now."""
        return self.refreshes.account

    def wallet(self) -> Wallet:
        """What is known at the moment, for the presenter."""
        past, note = self._known_past(), self.note
        if self._cautious:
            note = cautious_start_sentence(self._manner().regional)
        return Wallet(
            self.account,
            self.refreshes.state,
            self.refreshes.refreshing,
            self.alerts.is_snoozed,
            note,
            self._is_from_environment(self.account),
            past.curve if past else None,
            named(past.drops, self._details.transactions, CLOCKS_DIFFER) if past else (),
            self._details.dollars,
            self._paused,
        )

    def left_on_screen(self) -> Notification | None:
        """What an earlier run of the program has shown last of this account, in today's words."""
        memory = self.alerts.memory
        if memory.shown is None or memory.undelivered:
            return None
        self._shown = self._notification(memory.shown)
        return self._shown

    def start(self) -> None:
        """Begin to refresh; while that is paused what was recorded last has to do."""
        self.alerts.start()
        if self._paused:
            self.recall_requested.emit(self.account)
        else:
            self.refreshes.refresh_now()

    def stop(self) -> None:
        """No further refresh; returns at once."""
        self.refreshes.stop()

    def look_up(self) -> None:
        """The popup shows this account: ask for what it likes to show beside the balance."""
        self.refreshes.look_up()

    def show_past(self, past: Past) -> None:
        """What the history tells of this account's wallet."""
        if past != self._past:
            self._past = past
            self.changed.emit()

    def adopt(self, account: Account) -> None:
        """Changed settings of this account."""
        self.alerts.adopt(account)
        self.refreshes.adopt(account)

    def sign_in(self, credential: Credential) -> None:
        """Verify a credential, then keep it; the answer comes by ``sign_in_answered``."""
        self.refreshes.sign_in(credential)

    def sign_out(self) -> None:
        """Remove the credential."""
        self.note, self._unkept = "", None
        self._note_end(None)
        self.refreshes.sign_out()

    def forget(self) -> None:
        """The user has erased everything: nothing is known of this account any more."""
        self.note, self._unkept = "", None
        self.forget_past()
        self._details = Details()
        self._note_end(None)
        self.refreshes.forget()
        self.alerts.forget()
        self._close_alert()

    def forget_past(self) -> None:
        """What the history told was erased."""
        self._past = None

    def credential_changed(self) -> None:
        """Another program signed in or out."""
        self.note, self._unkept = "", None
        self._note_end(None)
        self.refreshes.credential_changed()

    def keyring_answered(self) -> None:
        """The keyring's question was answered after we had stopped waiting for it."""
        self.refreshes.keyring_answered()

    def credential_kept(self) -> None:
        """The keyring took the credential after all: its first wizard may take minutes."""
        if self._unkept is not None:
            self.note = kept_sentence(replace(self._unkept, unkept=None), self._manner())
            self._unkept = None
            self.changed.emit()

    def keyring_open(self) -> None:
        """The keyring was opened for another account: this one may go on as well."""
        if self._keyring_shut:
            self.refreshes.refresh_now()

    def woke(self) -> None:
        """The computer woke up."""
        self.alerts.woke()
        self.refreshes.woke()

    def set_paused(self, paused: bool) -> None:
        """No refresh comes by itself from now on, or they do again."""
        self._paused = paused
        self._cautious = self._cautious and paused
        self.alerts.set_paused(paused)
        self.refreshes.set_paused(paused)
        self.changed.emit()

    def be_cautious(self) -> None:
        """Paused, and said why: the program has ended by itself again and again."""
        self._cautious = True
        self.set_paused(True)

    def show_alert_again(self) -> None:
        """In other words, where one is on show: amounts are hidden now, or no longer."""
        shown = self.alerts.memory.shown
        if shown is None or self.alerts.is_snoozed:
            return
        notification = self._notification(shown)
        if notification != self._shown:  # one that has no amount stays as it is
            self._shown = notification
            self._notifier.reword(notification)

    def snooze(self, choice: SnoozeChoice) -> None:
        """Quiet for a while, or no longer."""
        self.alerts.snooze(snooze_until(choice, self._manner().now))

    # -- inside

    def _on_outcome(self, outcome: Balance | Problem) -> None:
        was_shut, self._keyring_shut = self._keyring_shut, is_shut_keyring(outcome)
        if was_shut and isinstance(outcome, Balance):
            self.keyring_opened.emit()
        if isinstance(outcome, Balance) and (end := self._credential_end(self.account)) is not None:
            self._note_end(end)  # of a token that was kept by an earlier run, or elsewhere
        self.alerts.take(outcome, known_outlook(self.refreshes.state))
        if known_balance(self.refreshes.state) is None and not self._has_recalled:
            self._has_recalled = True
            self.recall_requested.emit(self.account)

    def _on_details(self, details: Details) -> None:
        self._details = details
        self.changed.emit()

    def _known_past(self) -> Past | None:
        """None where it is that of another wallet: the user has signed in with another key."""
        balance = known_balance(self.refreshes.state)
        if self._past is None or balance is None or self._past.account_id != balance.account_id:
            return None
        return self._past

    def _on_sign_in_answered(self, answer: object) -> None:
        if isinstance(answer, SignedIn):
            end = access_token_end(answer.credential)
            if end is None and answer.credential.kind is CredentialKind.ACCESS_TOKEN:
                end = datetime.now(UTC) + ACCESS_TOKEN_LIFE
            self._note_end(end)
            self._unkept = answer if answer.unkept is not None else None
            self.note = kept_sentence(answer, self._manner())
            self.changed.emit()
        self.sign_in_answered.emit(answer)

    def _note_end(self, end: datetime | None) -> None:
        if end != self._known_end:
            self._known_end = end
            self.alerts.set_credential_end(end)

    def _show_alert(self, alert: Alert) -> None:
        self._shown = self._notification(alert)
        self._notifier.show(self._shown)

    def _notification(self, alert: Alert) -> Notification:
        manner = self._manner()
        return alert_notification(
            alert, self.account, manner.now, manner.regional, hide_amounts=manner.hide_amounts
        )

    def _close_alert(self) -> None:
        self._notifier.close(self.account.id)

    def _on_remembered(self, _memory: AlertMemory) -> None:
        self.remembered.emit()

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


def kept_sentence(answer: SignedIn, manner: Manner) -> str:
    """What the user must know about the credential that was taken; "" where all is as usual."""
    translate = manner.regional.translate
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
    """``now`` is in the user's zone: tomorrow begins at eight in the morning there."""
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
    """Where the keyring waits for its user, or was refused its password."""
    shut = (ProblemKind.KEYRING_LOCKED, ProblemKind.KEYRING_WAITING)
    return isinstance(outcome, Problem) and outcome.kind in shut
