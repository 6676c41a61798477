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
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.refresh_policy import (
    keyring_may_mend,
    network_may_mend,
    waits_for_user,
)
from wallet_tray.refresh.dispatcher import RequestDispatcher
from wallet_tray.refresh.messages import (
    Answer,
    Refresh,
    Refreshed,
    Request,
    SignedIn,
    SignedOut,
    SignIn,
    SignOut,
    WalletDetails,
)
from wallet_tray.refresh.timer import RefreshTimer
from wallet_tray.refresh.worker import RefreshWorker


class RefreshController(QObject):
    """Refreshes one account, with at most one request in flight; further requests join it.

    The timer decides when the next request is due, the dispatcher passes it to the worker. This
    class decides what each event means for the state and for the next request. While paused, no
    refresh starts by itself. All methods belong to the GUI thread and return at once. Events may
    outdate a refresh in flight. They wait for signing in or out, as the user does.

    Signals:
        changed(): the state changed, or a refresh started or ended.
        outcome(object): a Balance or a Problem arrived, before ``changed``; for the alerts.
        sign_in_answered(object): SignedIn, or the Problem that prevented it.
        details(object): WalletDetails of the known balance's wallet, after ``fetch_details``.
        slept(): the clock reveals that the computer slept; for systems that do not report it.
    """

    changed = Signal()
    outcome = Signal(object)
    sign_in_answered = Signal(object)
    details = Signal(object)
    slept = Signal()

    def __init__(
        self,
        account: Account,
        make_worker: Callable[[Account], RefreshWorker],
        interval: timedelta,
        uniform: Callable[[float, float], float] = random.uniform,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.account = account
        self.state: WalletState = Loading()
        self._later: Callable[[], None] | None = None  # runs after signing in or out
        self._details_requested = False  # once the request in flight is answered
        self._renew = False
        self._paused = False
        self._network_returned = False  # since the request in flight began
        self._forgotten = False  # until the next request
        self._elsewhere = False  # the address changed since the known balance was requested
        self._keyring_answered = False  # since the request in flight began
        self._keyring_changed = False  # since the request in flight began
        self._timer = RefreshTimer(interval, uniform, self)
        self._timer.due.connect(self.refresh_now)
        self._timer.slept.connect(self._on_slept)
        self._line = RequestDispatcher(lambda: make_worker(self.account), self)
        self._line.answered.connect(self._take)
        self._line.given_up.connect(self._on_given_up)
        self._line.looked_up.connect(self._take_details)

    @property
    def refreshing(self) -> bool:
        """True while a request is in flight."""
        return self._line.in_flight is not None

    def refresh_now(self, *, insist: bool = False) -> None:
        """Refresh unless a request is already in flight.

        ``insist`` also sends the request if the service asked this or another process to wait.
        """
        if not self.refreshing:
            self._refresh(insist=insist)

    def request_refresh(self) -> None:
        """Refresh at once for the user, but at most every five seconds."""
        if self._timer.may_refresh_now():
            self.refresh_now(insist=True)

    def refresh_if_older(self, age: timedelta) -> None:
        """Refresh for an opened popup if the balance is older than ``age``."""
        if self._paused:
            return
        problem = known_problem(self.state)
        if waits_for_user(problem):
            return  # a refresh would only raise the keyring prompt again
        if problem is not None and problem.retry_after is not None:
            return  # the service set the time; only "Refresh now" overrides it
        balance = getattr(self.state, "balance", None)
        # A balance from the future was fetched while the clock was ahead: its age is unknown.
        is_old = balance is None or abs(datetime.now(UTC) - balance.fetched_at) > age
        if is_old and self._timer.may_refresh_now():
            self.refresh_now()

    def fetch_details(self) -> None:
        """Request the popup's additional data; ``details`` delivers it.

        A refresh takes precedence, and only one look-up runs at a time. Failures are silent.
        """
        if self.refreshing:
            self._details_requested = True
            return
        self._details_requested = False
        balance = known_balance(self.state)
        if balance is None or known_problem(self.state) is not None or self._paused:
            return
        self._line.fetch_details(balance.wallet_id)

    def restore(self, balance: Balance) -> None:
        """Show a balance of an earlier run until this run gets one."""
        state = restored(self.state, balance, paused=self._paused)
        if state != self.state:
            self.state = state
            self.changed.emit()

    def sign_in(self, credential: Credential) -> None:
        """Verify a credential and keep it; ``sign_in_answered`` delivers the answer."""
        self._stop_refreshing()
        self._ask(partial(SignIn, credential=credential))

    def cancel_sign_in(self) -> None:
        """Cancel the sign-in: a credential still being checked is not kept.

        A verified credential that waits for the keyring prompt is still kept. The user answers that
        prompt.
        """
        if not isinstance(self._line.in_flight, SignIn) or not self._line.cancel():
            return
        self._outdate()
        # The stopped worker stores nothing, so the next request need not wait for it.
        self._line.replace_worker()
        if isinstance(self.state, Loading):
            self.refresh_now()
        else:
            self._arm(known_problem(self.state))
        self.changed.emit()
        self._do_later()

    def sign_out(self) -> None:
        """Remove the credential; the state becomes signed out."""
        self._stop_refreshing()
        self._ask(SignOut)

    def reset(self) -> None:
        """Reset after "Erase everything": signed out, nothing known, nothing in flight.

        A credential that is being written to the keyring right now is removed again afterwards.
        """
        self._later = None
        self._details_requested = False
        on_its_way = isinstance(self._line.in_flight, SignIn) and not self._line.cancel()
        self._outdate()
        self._timer.reset_failures()
        if on_its_way:
            self._ask(SignOut)
        else:
            self._line.replace_worker()
        now = datetime.now(UTC)
        self.state = Failed(Problem(ProblemKind.SIGNED_OUT, now), now)
        self._forgotten = True
        self.changed.emit()

    def resumed(self) -> None:
        """Outdate the request in flight, and give the network a moment."""
        if self._paused or self._needs_keyring_or_user():
            self._renew = True
            self._look_into_keyring()
            return
        if self._comes_later(self.resumed):
            return
        was_refreshing = self.refreshing
        self._outdate()
        self._renew = True
        self._timer.arm_after_sleep()
        if was_refreshing:
            self.changed.emit()

    def network_returned(self) -> None:
        """Retry soon now that the network is back, but only after a network failure."""
        if self._paused:
            return
        if self.refreshing:
            self._network_returned = True  # it may still fail on the old network
            return
        self._retry_soon()

    def credential_changed(self) -> None:
        """Outdate the request in flight and refresh: another program signed in or out."""
        if self._comes_later(self.credential_changed):
            return
        self._stop_refreshing()
        self._outdate()
        self._timer.reset_failures()
        self._renew = True
        self.refresh_now()

    def keyring_answered(self) -> None:
        """Refresh after a late answer to the keyring prompt: the worker had stopped waiting."""
        self._keyring_answered = self.refreshing  # KEYRING_WAITING may be arriving just now
        problem = known_problem(self.state)
        if problem is not None and problem.kind is ProblemKind.KEYRING_WAITING:
            self.refresh_now()  # unless one is in flight

    def keyring_changed(self) -> None:
        """Retry if only the keyring was missing: one appeared, was unlocked or changed."""
        self._keyring_changed = self.refreshing  # the request may have read the keyring before
        if not self.refreshing:
            self._look_into_keyring()

    def set_paused(self, paused: bool) -> None:
        """Pause automatic refreshes, or resume them with one at once."""
        if paused == self._paused:
            return
        self._paused = paused
        if paused:
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
            self._elsewhere = True
            self.restart()
        elif before.credential is not account.credential:
            self.restart()
        elif before != account:
            self.changed.emit()

    def restart(self) -> None:
        """Start over with a new worker; a balance of the same address stays visible."""
        if self._comes_later(self.restart):
            return
        self._outdate()
        if self._elsewhere or isinstance(self.state, Failed):
            self.state = Loading()
        self._elsewhere = False
        self._timer.reset_failures()
        self._line.replace_worker()
        self.refresh_now()

    def stop(self) -> None:
        """Stop: no further request, and late answers are dropped. Returns at once."""
        self._later = None
        self._timer.stop()
        self._line.stop()

    def _on_slept(self) -> None:
        self._renew = True
        self.slept.emit()

    def _refresh(self, *, insist: bool = False, quiet: bool = False) -> None:
        self._timer.stop()
        renew, self._renew = self._renew, False
        self._ask(partial(Refresh, renew=renew, insist=insist, quiet=quiet))

    def _stop_refreshing(self) -> None:
        """Abandon a refresh in flight: it may hang, and the user waits for the next request."""
        self._timer.stop()
        if isinstance(self._line.in_flight, Refresh):
            self._line.replace_worker()

    def _ask(self, request: Callable[[int], Request]) -> None:
        was_refreshing = self.refreshing
        self._keyring_answered = self._keyring_changed = self._forgotten = False
        self._network_returned = False
        self._line.ask(request)
        if not was_refreshing:
            self.changed.emit()

    def _outdate(self) -> None:
        """Drop the answer to the request in flight and disarm the timer."""
        self._timer.stop()
        self._line.outdate()

    def _comes_later(self, step: Callable[[], None]) -> bool:
        """Return True during a sign-in or sign-out; ``step`` then runs afterwards."""
        if not isinstance(self._line.in_flight, SignIn | SignOut):
            return False
        if self._later != self.restart:  # a restart refreshes like all others, and does more
            self._later = step
        return True

    def _do_later(self) -> None:
        later, self._later = self._later, None
        if later is not None:
            later()

    def _on_given_up(self, request: Request) -> None:
        self._timer.stop()
        now = datetime.now(UTC)
        problem = Problem(ProblemKind.TIMED_OUT, now, detail="no answer of the worker")
        self._settle(problem)
        if isinstance(request, SignIn):
            self.sign_in_answered.emit(problem)
        self._do_later()

    def _take(self, answer: Answer) -> None:
        match answer.outcome:
            case SignedIn() as signed_in:
                if not self._elsewhere:
                    self._settle(signed_in.balance, signed_in.outlook)
                self.sign_in_answered.emit(signed_in)
            case SignedOut():
                self._settle(Problem(ProblemKind.SIGNED_OUT, datetime.now(UTC)))
            case Problem() as problem if isinstance(answer.request, SignIn):
                # Nothing was stored, so the earlier state is still valid.
                self._arm(known_problem(self.state))
                self.changed.emit()
                self.sign_in_answered.emit(problem)
            case Problem(kind=ProblemKind.KEYRING_WAITING) if self._keyring_answered:
                self.refresh_now()  # the keyring no longer waits
            case Refreshed(balance=balance, outlook=outlook):
                self._settle(balance, outlook)
            case Problem() as problem:
                self._settle(problem)
        self._do_later()
        if self._details_requested:
            self.fetch_details()

    def _take_details(self, answer: Answer) -> None:
        balance = known_balance(self.state)
        asked_of = getattr(answer.request, "wallet_id", None)
        if isinstance(answer.outcome, WalletDetails) and balance and balance.wallet_id == asked_of:
            self.details.emit(answer.outcome)

    def _settle(
        self, outcome: Balance | Problem, outlook: Forecast = NoProjection.NOT_ENOUGH_DATA
    ) -> None:
        problem = outcome if isinstance(outcome, Problem) else None
        self._timer.count(problem)
        self.state = after(self.state, outcome, outlook)
        self._arm(problem)
        if self._network_returned and not self._paused:
            self._retry_soon()
        self.outcome.emit(outcome)
        self.changed.emit()
        waits = problem and problem.kind is ProblemKind.KEYRING_WAITING  # its end is reported
        if self._keyring_changed and not (waits or self.refreshing):
            self._look_into_keyring()

    def _arm(self, problem: Problem | None) -> None:
        if not self._paused:
            self._timer.arm(problem)

    def _retry_soon(self) -> None:
        if network_may_mend(known_problem(self.state)):
            self._timer.retry_soon()

    def _look_into_keyring(self) -> None:
        """Refresh if the keyring may help, but not while an erased key may still be in it."""
        problem = known_problem(self.state)
        if problem is None or self._paused or self._forgotten or not keyring_may_mend(problem):
            return
        # The user may have dismissed the prompt before; a missing keyring never raised one.
        self._refresh(quiet=problem.kind is not ProblemKind.KEYRING_MISSING)

    def _needs_keyring_or_user(self) -> bool:
        problem = known_problem(self.state)
        return not self.refreshing and (waits_for_user(problem) or keyring_may_mend(problem))
