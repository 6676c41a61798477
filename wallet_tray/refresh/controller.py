"""The refresh controller: owns one account's wallet state and keeps it fresh."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.outlook import NoProjection, Outlook
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.refresh_policy import (
    keyring_may_mend,
    network_may_mend,
    waits_for_user,
)
from wallet_tray.domain.wallet_state import (
    Failed,
    Loading,
    WalletState,
    after,
    known_balance,
    known_problem,
    recalled,
)
from wallet_tray.refresh.errands import (
    Answer,
    Details,
    Refresh,
    Refreshed,
    Request,
    SignedIn,
    SignedOut,
    SignIn,
    SignOut,
)
from wallet_tray.refresh.refresh_timer import RefreshTimer
from wallet_tray.refresh.request_line import RequestLine
from wallet_tray.refresh.worker import RefreshWorker


class RefreshController(QObject):
    """Refreshes one account. At most one request is in flight; wishes meanwhile are met by it.

    The refresh timer says when the next one comes, the request line takes it to the worker and
    brings its answer; here is what each event means for the state, and for what is asked next.

    While refreshing is paused only what the user asks for is done, and nothing by itself.

    All methods belong to the GUI thread and return at once. A refresh in flight may be outdated
    by what happens meanwhile; signing in and out is not, as somebody waits for its answer: what
    would outdate it is done after it.

    Signals:
        changed(): the state, or whether a refresh is under way, is another one now.
        outcome(object): a Balance or a Problem has come, before ``changed``; for the alerts.
        sign_in_answered(object): SignedIn, or the Problem that stood in the way.
        details(object): Details of the wallet whose balance is known, after ``look_up``.
        slept(): the clock shows that the computer slept; for systems that say no word of it.
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
        self._later: Callable[[], None] | None = None  # to be done after signing in or out
        self._look_up_wished = False  # as soon as the request in flight has been answered
        self._renew = False
        self._paused = False
        self._network_returned = False  # since the request in flight went down
        self._forgotten = False  # until something is asked
        self._elsewhere = False  # the address is another one since what is known was asked for
        self._keyring_answered = False  # since the request in flight went down
        self._keyring_changed = False  # likewise
        self._timer = RefreshTimer(interval, uniform, self)
        self._timer.due.connect(self.refresh_now)
        self._timer.slept.connect(self._on_slept)
        self._line = RequestLine(lambda: make_worker(self.account), self)
        self._line.answered.connect(self._take)
        self._line.given_up.connect(self._on_given_up)
        self._line.looked_up.connect(self._take_details)

    @property
    def refreshing(self) -> bool:
        """True while a request is in flight."""
        return self._line.in_flight is not None

    def refresh_now(self, *, insist: bool = False) -> None:
        """Refresh unless a request is in flight already.

        ``insist`` asks a service as well that has asked this or another process to wait.
        """
        if not self.refreshing:
            self._refresh(insist=insist)

    def refresh_wished(self) -> None:
        """The user wants a refresh: at once, but at most every five seconds."""
        if self._timer.wish():
            self.refresh_now(insist=True)

    def refresh_if_older(self, age: timedelta) -> None:
        """The popup was opened: refresh where the balance is older than ``age``."""
        if self._paused:
            return
        problem = known_problem(self.state)
        if waits_for_user(problem):
            return  # asking again would only raise the keyring's question again
        if problem is not None and problem.retry_after is not None:
            return  # the service has said when; only "Refresh now" is stronger
        balance = getattr(self.state, "balance", None)
        # A balance of the future was fetched under a clock that was ahead: its age is not known.
        is_old = balance is None or abs(datetime.now(UTC) - balance.fetched_at) > age
        if is_old and self._timer.wish():
            self.refresh_now()

    def look_up(self) -> None:
        """Ask for what the popup likes to show beside the balance; it comes by ``details``.

        Never in front of a refresh, never two at a time; what fails simply does not come.
        """
        if self.refreshing:
            self._look_up_wished = True
            return
        self._look_up_wished = False
        balance = known_balance(self.state)
        if balance is None or known_problem(self.state) is not None or self._paused:
            return
        self._line.look_up(balance.account_id)

    def recall(self, balance: Balance) -> None:
        """A balance of an earlier run, for as long as this one brings none."""
        state = recalled(self.state, balance, paused=self._paused)
        if state != self.state:
            self.state = state
            self.changed.emit()

    def sign_in(self, credential: Credential) -> None:
        """Check a credential and keep it; the answer comes by ``sign_in_answered``."""
        self._stop_refreshing()
        self._ask(partial(SignIn, credential=credential))

    def cancel_sign_in(self) -> None:
        """Whoever signed in has gone away: a credential that is being checked is not kept.

        One that was verified and waits for the keyring's own question is: that is answered there.
        """
        if not isinstance(self._line.in_flight, SignIn) or not self._line.cancel():
            return
        self._outdate()
        # The stopped one keeps nothing, and the next request need not wait for it.
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

    def forget(self) -> None:
        """The user has erased everything: signed out, nothing is known, nothing is in flight.

        A credential that is on its way into the keyring just now is taken out again after it.
        """
        self._later = None
        self._look_up_wished = False
        on_its_way = isinstance(self._line.in_flight, SignIn) and not self._line.cancel()
        self._outdate()
        self._timer.forget_failures()
        if on_its_way:
            self._ask(SignOut)
        else:
            self._line.replace_worker()
        now = datetime.now(UTC)
        self.state = Failed(Problem(ProblemKind.SIGNED_OUT, now), now)
        self._forgotten = True
        self.changed.emit()

    def woke(self) -> None:
        """The computer woke up: what is in flight is outdated, and the network needs a moment."""
        if self._paused or self._stopped_by_problem():
            self._renew = True
            self._look_into_keyring()
            return
        if self._comes_later(self.woke):
            return
        was_refreshing = self.refreshing
        self._outdate()
        self._renew = True
        self._timer.arm_after_sleep()
        if was_refreshing:
            self.changed.emit()

    def network_returned(self) -> None:
        """There is a network again: who may have failed for want of one asks soon, and no other."""
        if self._paused:
            return
        if self.refreshing:
            self._network_returned = True  # it may fail yet, on the network that was
            return
        self._hurry()

    def credential_changed(self) -> None:
        """Another program signed in or out: what is in flight is outdated; ask anew."""
        if self._comes_later(self.credential_changed):
            return
        self._stop_refreshing()
        self._outdate()
        self._timer.forget_failures()
        self._renew = True
        self.refresh_now()

    def keyring_answered(self) -> None:
        """The keyring's question was answered after the worker had stopped waiting for it."""
        self._keyring_answered = self.refreshing  # that it waits may be on its way up just now
        problem = known_problem(self.state)
        if problem is not None and problem.kind is ProblemKind.KEYRING_WAITING:
            self.refresh_now()  # unless it is under way

    def keyring_changed(self) -> None:
        """A keyring came, opened or changed: look into it if that was all that was missing."""
        self._keyring_changed = self.refreshing  # it may have been asked before that
        if not self.refreshing:
            self._look_into_keyring()

    def set_paused(self, paused: bool) -> None:
        """No refresh comes by itself from now on; or they do again, the first one at once."""
        if paused == self._paused:
            return
        self._paused = paused
        if paused:
            self._timer.stop()
        elif self._stopped_by_problem():
            self._look_into_keyring()
        else:
            self.refresh_now()

    def set_interval(self, interval: timedelta) -> None:
        """A new interval counts from now on; what is due sooner stays due."""
        self._timer.set_interval(interval)

    def adopt(self, account: Account) -> None:
        """Changed settings of the same account; the worker is made anew where it must ask
        elsewhere or with another kind of credential."""
        before, self.account = self.account, account
        if (before.api_url, before.provider) != (account.api_url, account.provider):
            self._elsewhere = True
            self.restart()
        elif before.credential is not account.credential:
            self.restart()
        elif before != account:
            self.changed.emit()

    def restart(self) -> None:
        """Start over with a new worker: the address, the proxy or the credential's kind changed.

        A known balance stays on show, unless it is that of another address.
        """
        if self._comes_later(self.restart):
            return
        self._outdate()
        if self._elsewhere or isinstance(self.state, Failed):
            self.state = Loading()
        self._elsewhere = False
        self._timer.forget_failures()
        self._line.replace_worker()
        self.refresh_now()

    def stop(self) -> None:
        """No further request; a late answer is dropped. Returns at once."""
        self._later = None
        self._timer.stop()
        self._line.stop()

    # -- inside

    def _on_slept(self) -> None:
        self._renew = True
        self.slept.emit()

    def _refresh(self, *, insist: bool = False, quiet: bool = False) -> None:
        self._timer.stop()
        renew, self._renew = self._renew, False
        self._ask(partial(Refresh, renew=renew, insist=insist, quiet=quiet))

    def _stop_refreshing(self) -> None:
        """The user waits for what comes now, and a refresh may hang for long."""
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
        """Whatever is in flight will be dropped when it comes, and no next one is due."""
        self._timer.stop()
        self._line.outdate()

    def _comes_later(self, step: Callable[[], None]) -> bool:
        """True while the user signs in or out; ``step`` is then done afterwards."""
        if not isinstance(self._line.in_flight, SignIn | SignOut):
            return False
        if self._later != self.restart:  # a restart asks anew like all the others, and more
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
                # Nothing was kept, so what was known before still holds.
                self._arm(known_problem(self.state))
                self.changed.emit()
                self.sign_in_answered.emit(problem)
            case Problem(kind=ProblemKind.KEYRING_WAITING) if self._keyring_answered:
                self.refresh_now()  # it waits no longer
            case Refreshed(balance=balance, outlook=outlook):
                self._settle(balance, outlook)
            case Problem() as problem:
                self._settle(problem)
        self._do_later()
        if self._look_up_wished:
            self.look_up()

    def _take_details(self, answer: Answer) -> None:
        balance = known_balance(self.state)
        asked_of = getattr(answer.request, "account_id", None)
        if isinstance(answer.outcome, Details) and balance and balance.account_id == asked_of:
            self.details.emit(answer.outcome)

    def _settle(
        self, outcome: Balance | Problem, outlook: Outlook = NoProjection.NOT_ENOUGH_DATA
    ) -> None:
        problem = outcome if isinstance(outcome, Problem) else None
        self._timer.count(problem)
        self.state = after(self.state, outcome, outlook)
        self._arm(problem)
        if self._network_returned and not self._paused:
            self._hurry()
        self.outcome.emit(outcome)
        self.changed.emit()
        waits = problem and problem.kind is ProblemKind.KEYRING_WAITING  # and says when it ends
        if self._keyring_changed and not (waits or self.refreshing):
            self._look_into_keyring()

    def _arm(self, problem: Problem | None) -> None:
        if not self._paused:
            self._timer.arm(problem)

    def _hurry(self) -> None:
        if network_may_mend(known_problem(self.state)):
            self._timer.hurry()

    def _look_into_keyring(self) -> None:
        """Not while a key that the user erases may still be in there."""
        problem = known_problem(self.state)
        if problem is None or self._paused or self._forgotten or not keyring_may_mend(problem):
            return
        # Its question may have been dismissed before; where there was none, it cannot have been.
        self._refresh(quiet=problem.kind is not ProblemKind.KEYRING_MISSING)

    def _stopped_by_problem(self) -> bool:
        return waits_for_user(known_problem(self.state)) and not self.refreshing
