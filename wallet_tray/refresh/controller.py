"""The refresh controller: owns one account's wallet state and keeps it fresh."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet_tray.domain.account import Account
from wallet_tray.domain.account_state import (
    Failed,
    Loading,
    WalletState,
    after,
    known_balance,
    known_problem,
    restored,
)
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.refresh_policy import (
    keyring_may_mend,
    network_may_mend,
    popup_refreshes,
    waits_for_user,
)
from wallet_tray.refresh.dispatcher import RequestDispatcher
from wallet_tray.refresh.messages import (
    Activity,
    Afterwards,
    Answer,
    Event,
    Idle,
    Refresh,
    Refreshed,
    Refreshing,
    Request,
    SignedIn,
    SignedOut,
    SignIn,
    SigningIn,
    SigningOut,
    SignOut,
    WalletDetails,
    ended,
    note,
    postpone,
    waiting,
)
from wallet_tray.refresh.timer import RefreshTimer
from wallet_tray.refresh.worker import RefreshWorker


class RefreshController(QObject):
    """Refreshes one account, with at most one request in flight; further requests join it.

    The timer decides when the next request is due, the dispatcher passes it to the worker. This
    class decides what each event means for the state and for the next request. While paused, no
    refresh starts by itself. All methods belong to the GUI thread and return at once.

    Each request begins in ``_begin`` and ends in ``_end``. Events may outdate a refresh in flight.
    They wait for signing in or out, as the user does.

    Signals:
        changed(): the state or the details changed, or a refresh ended.
        started(): a refresh started; nothing else has changed.
        outcome(object): a Balance or a Problem arrived, before ``changed``; for the alerts.
        sign_in_answered(object): SignedIn, or the Problem that prevented it.
        slept(): the clock reveals that the computer slept; for systems that do not report it.
    """

    changed = Signal()
    started = Signal()
    outcome = Signal(object)
    sign_in_answered = Signal(object)
    slept = Signal()

    def __init__(
        self,
        account: Account,
        make_worker: Callable[[Account], RefreshWorker],
        interval: timedelta,
        uniform: Callable[[float, float], float] = random.uniform,
        parent: QObject | None = None,
        *,
        is_paused: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self.account = account
        self.state: WalletState = Loading()
        self.details: WalletDetails | None = None  # of the last wallet whose details arrived
        self._activity: Activity = Idle()
        self._is_paused = is_paused
        self._timer = RefreshTimer(interval, uniform, self)
        self._timer.due.connect(self.refresh_now)
        self._timer.slept.connect(self._on_slept)
        self._dispatcher = RequestDispatcher(
            lambda: make_worker(self.account), self._take, self._give_up, self._take_details, self
        )

    @property
    def refreshing(self) -> bool:
        """True while a request is in flight."""
        return not isinstance(self._activity, Idle)

    def refresh_now(self, *, insist: bool = False) -> None:
        """Refresh unless a request is already in flight; ``insist`` as in ``Refresh``."""
        if not self.refreshing:
            self._refresh(insist=insist)

    def request_refresh(self) -> None:
        """Refresh at once for the user, but at most every five seconds."""
        if self._timer.may_refresh_now():
            self.refresh_now(insist=True)

    def refresh_if_older(self, age: timedelta) -> None:
        """Refresh for an opened popup if the balance is older than ``age``."""
        is_due = popup_refreshes(self.state, age, datetime.now(UTC))
        if is_due and not self._is_paused() and self._timer.may_refresh_now():
            self.refresh_now()

    def fetch_details(self) -> None:
        """Request the popup's additional data, for ``details``.

        A refresh takes precedence, and only one look-up runs at a time. Failures are silent.
        """
        if note(self._activity, Event.DETAILS_WANTED):
            return
        self._activity.events.discard(Event.DETAILS_WANTED)
        balance = known_balance(self.state)
        if balance is None or known_problem(self.state) is not None or self._is_paused():
            return
        self._dispatcher.fetch_details(balance.wallet_id)

    def restore(self, balance: Balance) -> None:
        """Show a balance of an earlier run until this run gets one."""
        state = restored(self.state, balance, paused=self._is_paused())
        if state != self.state:
            self.state = state
            self.changed.emit()

    def sign_in(self, credential: Credential) -> None:
        """Verify a credential and keep it; ``sign_in_answered`` delivers the answer."""
        self._sign(SigningIn, partial(SignIn, credential=credential))

    def cancel_sign_in(self) -> None:
        """Cancel the sign-in; a verified credential that waits for the keyring prompt is kept."""
        if not isinstance(self._activity, SigningIn) or not self._dispatcher.cancel():
            return
        step = waiting(self._activity)
        self._outdate()
        # The stopped worker stores nothing, so the next request need not wait for it.
        self._dispatcher.replace_worker()
        if isinstance(self.state, Loading):
            self.refresh_now()
        else:
            self._arm(known_problem(self.state))
        self.changed.emit()
        self._do(step)

    def sign_out(self) -> None:
        """Remove the credential; the state becomes signed out."""
        self._sign(SigningOut, SignOut)

    def reset(self) -> None:
        """Reset after "Erase everything": signed out, nothing known, nothing in flight.

        A credential that is being written to the keyring right now is removed again afterwards.
        """
        on_its_way = isinstance(self._activity, SigningIn) and not self._dispatcher.cancel()
        self._outdate()
        self._timer.reset_failures()
        events = self._activity.events - {Event.DETAILS_WANTED}
        if on_its_way:
            self._begin(SigningOut(events, erased=True), SignOut)
        else:
            self._dispatcher.replace_worker()
            self._activity = Idle(events, erased=True)
        now = datetime.now(UTC)
        self.state = Failed(Problem(ProblemKind.SIGNED_OUT, now), now)
        self.details = None
        self.changed.emit()

    def resumed(self) -> None:
        """Outdate the request in flight, and give the network a moment."""
        if self._is_paused() or self._needs_keyring_or_user():
            self._activity.events.add(Event.TOKEN_OUTDATED)
            self._look_into_keyring()
            return
        if postpone(self._activity, Afterwards.RESUME):
            return
        was_refreshing = self.refreshing
        self._outdate()
        self._activity.events.add(Event.TOKEN_OUTDATED)
        self._timer.arm_after_sleep()
        if was_refreshing:
            self.changed.emit()

    def network_returned(self) -> None:
        """Retry soon now that the network is back, but only after a network failure."""
        if not self._is_paused() and not note(self._activity, Event.NETWORK_RETURNED):
            self._retry_soon()

    def credential_changed(self) -> None:
        """Outdate the request in flight and refresh: another program signed in or out."""
        if postpone(self._activity, Afterwards.RELOAD_CREDENTIAL):
            return
        self._abandon_refresh()
        self._outdate()
        self._timer.reset_failures()
        self._activity.events.add(Event.TOKEN_OUTDATED)
        self.refresh_now()

    def keyring_answered(self) -> None:
        """Refresh after a late answer to the keyring prompt: the worker had stopped waiting."""
        if note(self._activity, Event.KEYRING_ANSWERED):
            return
        problem = known_problem(self.state)
        if problem is not None and problem.kind is ProblemKind.KEYRING_WAITING:
            self.refresh_now()

    def keyring_changed(self) -> None:
        """Retry if only the keyring was missing: one appeared, was unlocked or changed."""
        if not note(self._activity, Event.KEYRING_CHANGED):
            self._look_into_keyring()

    def pause_changed(self) -> None:
        """Stop automatic refreshes as they are paused now, or resume them with one at once."""
        if self._is_paused():
            self._timer.stop()
        elif self._needs_keyring_or_user():
            self._look_into_keyring()
        else:
            self.refresh_now()

    def set_interval(self, interval: timedelta) -> None:
        """Start a new interval now; a refresh that is due sooner stays due."""
        self._timer.set_interval(interval)

    def apply_settings(self, account: Account) -> None:
        """Adopt changed settings; replace the worker for another address or kind of credential."""
        before, self.account = self.account, account
        if (before.api_url, before.provider) != (account.api_url, account.provider):
            self.restart(Afterwards.MOVE)
        elif before.credential is not account.credential:
            self.restart()
        elif before != account:
            self.changed.emit()

    def restart(self, step: Afterwards = Afterwards.RESTART) -> None:
        """Start over with a new worker; a balance of the same address stays visible."""
        if postpone(self._activity, step):
            return
        self._outdate()
        if step is Afterwards.MOVE or isinstance(self.state, Failed):
            self.state = Loading()
        self._timer.reset_failures()
        self._dispatcher.replace_worker()
        self.refresh_now()
        self.changed.emit()

    def stop(self) -> None:
        """Stop: no further request, and late answers are dropped. Returns at once."""
        self._outdate()
        self._dispatcher.stop()

    def _on_slept(self) -> None:
        self._activity.events.add(Event.TOKEN_OUTDATED)
        self.slept.emit()

    def _refresh(self, *, insist: bool = False, quiet: bool = False) -> None:
        self._timer.stop()
        events = ended(self._activity).events
        request = partial(Refresh, renew=Event.TOKEN_OUTDATED in events, insist=insist, quiet=quiet)
        self._begin(Refreshing(events - {Event.TOKEN_OUTDATED}), request)

    def _sign(self, kind: type[SigningIn | SigningOut], request: Callable[[int], Request]) -> None:
        """Sign in or out; what waits for an earlier request waits for this one."""
        self._abandon_refresh()
        self._begin(kind(ended(self._activity).events, waiting(self._activity)), request)

    def _abandon_refresh(self) -> None:
        """Leave a refresh in flight to its worker: it may hang, and the user waits for the next."""
        self._timer.stop()
        if isinstance(self._activity, Refreshing):
            self._dispatcher.replace_worker()

    def _begin(self, activity: Activity, request: Callable[[int], Request]) -> None:
        """Send a request, the only one in flight from now on."""
        was_idle, self._activity = not self.refreshing, activity
        self._dispatcher.ask(request)
        if was_idle:
            self.started.emit()

    def _end(self) -> Activity:
        """Become idle, as the request in flight is complete; return what ends."""
        done, self._activity = self._activity, ended(self._activity)
        return done

    def _outdate(self) -> None:
        """Become idle: drop the answer to the request in flight, and disarm the timer."""
        self._timer.stop()
        self._dispatcher.outdate()
        self._end()

    def _do(self, step: Afterwards) -> None:
        """Do what waited for the end of a sign-in or sign-out, if anything."""
        match step:
            case Afterwards.RESUME:
                self.resumed()
            case Afterwards.RELOAD_CREDENTIAL:
                self.credential_changed()
            case Afterwards.RESTART | Afterwards.MOVE:
                self.restart(step)

    def _give_up(self) -> None:
        done = self._end()
        self._timer.stop()
        detail = "no answer of the worker"
        problem = Problem(ProblemKind.TIMED_OUT, datetime.now(UTC), detail=detail)
        self._settle(done, problem)
        if isinstance(done, SigningIn):
            self.sign_in_answered.emit(problem)
        self._do(waiting(done))

    def _take(self, answer: Answer) -> None:
        done = self._end()
        if isinstance(done, SigningOut) and done.erased:
            self._dispatcher.replace_worker()  # a restart that waited was dropped
        keyring_answered = Event.KEYRING_ANSWERED in done.events
        match done, answer.outcome:
            case _, SignedIn() as signed_in:
                if waiting(done) is not Afterwards.MOVE:
                    self._settle(done, signed_in.balance, signed_in.outlook)
                self.sign_in_answered.emit(signed_in)
            case _, SignedOut():
                self._settle(done, Problem(ProblemKind.SIGNED_OUT, datetime.now(UTC)))
            case SigningIn(), Problem() as problem:
                # Nothing was stored, so the earlier state is still valid.
                self._arm(known_problem(self.state))
                self.changed.emit()
                self.sign_in_answered.emit(problem)
            case _, Problem(kind=ProblemKind.KEYRING_WAITING) if keyring_answered:
                self.refresh_now()  # the keyring no longer waits
            case _, Refreshed(balance=balance, outlook=outlook):
                self._settle(done, balance, outlook)
            case _, Problem() as problem:
                self._settle(done, problem)
        self._do(waiting(done))
        if Event.DETAILS_WANTED in self._activity.events:
            self.fetch_details()

    def _take_details(self, wallet_id: WalletId, outcome: object) -> None:
        balance = known_balance(self.state)
        if isinstance(outcome, WalletDetails) and balance and balance.wallet_id == wallet_id:
            self.details = outcome
            self.changed.emit()

    def _settle(
        self,
        done: Activity,
        outcome: Balance | Problem,
        outlook: Forecast = NoProjection.NOT_ENOUGH_DATA,
    ) -> None:
        problem = outcome if isinstance(outcome, Problem) else None
        self._timer.count(problem)
        self.state = after(self.state, outcome, outlook)
        self._arm(problem)
        if Event.NETWORK_RETURNED in done.events and not self._is_paused():
            self._retry_soon()
        self.outcome.emit(outcome)
        self.changed.emit()
        waits = problem and problem.kind is ProblemKind.KEYRING_WAITING  # its end is reported
        if Event.KEYRING_CHANGED in done.events and not (waits or self.refreshing):
            self._look_into_keyring()

    def _arm(self, problem: Problem | None) -> None:
        if not self._is_paused():
            self._timer.arm(problem)

    def _retry_soon(self) -> None:
        if network_may_mend(known_problem(self.state)):
            self._timer.retry_soon()

    def _look_into_keyring(self) -> None:
        """Refresh if the keyring may help, but not while an erased key may still be in it."""
        problem = known_problem(self.state)
        if problem is None or not keyring_may_mend(problem) or self._is_paused():
            return
        if isinstance(self._activity, Idle) and self._activity.erased:
            return
        # The user may have dismissed the prompt before; a missing keyring never raised one.
        self._refresh(quiet=problem.kind is not ProblemKind.KEYRING_MISSING)

    def _needs_keyring_or_user(self) -> bool:
        problem = known_problem(self.state)
        return not self.refreshing and (waits_for_user(problem) or keyring_may_mend(problem))
