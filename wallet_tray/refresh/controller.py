"""The refresh controller: owns one account's wallet state and the timer that keeps it fresh."""

import random
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import Pace, Problem, ProblemKind
from wallet_tray.domain.refresh_policy import (
    MANUAL_GAP,
    REFRESH_LIMIT,
    RESUME_DELAY,
    next_delay,
)
from wallet_tray.domain.wallet_state import Loading, WalletState, after, known_problem
from wallet_tray.refresh.errands import (
    Answer,
    Refresh,
    Request,
    SignedIn,
    SignedOut,
    SignIn,
    SignOut,
)
from wallet_tray.refresh.worker import RefreshWorker

# The worker keeps to the limit by itself; this is for what cannot be interrupted, and the keyring.
_WATCHDOG = REFRESH_LIMIT + timedelta(seconds=5)
_REPLACEMENTS_AN_HOUR = 3


class RefreshController(QObject):
    """Refreshes one account. At most one request is in flight; wishes meanwhile are met by it.

    All methods belong to the GUI thread and return at once.

    Signals:
        changed(): the state, or whether a refresh is under way, is another one now.
        outcome(object): a Balance or a Problem has come, before ``changed``; for the alerts.
        sign_in_answered(object): SignedIn, or the Problem that stood in the way.
    """

    changed = Signal()
    outcome = Signal(object)
    sign_in_answered = Signal(object)

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
        self.refreshing = False
        self._make_worker = make_worker
        self._interval = interval
        self._uniform = uniform
        self._number = 0
        self._failures = 0
        self._renew = False
        self._silent = 0  # requests in a row that the watchdog gave up on
        self._replaced: deque[datetime] = deque(maxlen=_REPLACEMENTS_AN_HOUR)
        self._last_wish = datetime.min.replace(tzinfo=UTC)
        self._timer = self._single_shot(self.refresh_now)
        self._watchdog = self._single_shot(self._give_up)
        self._worker = self._connected_worker()

    def refresh_now(self) -> None:
        """Refresh unless a request is in flight already."""
        if self.refreshing:
            return
        self._timer.stop()
        renew, self._renew = self._renew, False
        self._ask(Refresh(self._next_number(), renew=renew))

    def refresh_wished(self) -> None:
        """The user wants a refresh: at once, but at most every five seconds."""
        now = datetime.now(UTC)
        wait = self._last_wish + MANUAL_GAP - now
        if timedelta(0) < wait <= MANUAL_GAP:
            if not self._timer.isActive() or self._timer.remainingTime() > _ms(wait):
                self._timer.start(_ms(wait))
            return
        self._last_wish = now
        self.refresh_now()

    def refresh_if_older(self, age: timedelta) -> None:
        """The popup was opened: refresh where the balance is older than ``age``."""
        problem = known_problem(self.state)
        if problem is not None and problem.kind.pace is Pace.STOP:
            return  # asking again would only raise the keyring's question again
        balance = getattr(self.state, "balance", None)
        if balance is None or datetime.now(UTC) - balance.fetched_at > age:
            self.refresh_wished()

    def sign_in(self, credential: Credential) -> None:
        """Check a credential and keep it; the answer comes by ``sign_in_answered``."""
        self._timer.stop()
        self._ask(SignIn(self._next_number(), credential), watched=False)

    def sign_out(self) -> None:
        """Remove the credential; the state becomes signed out."""
        self._timer.stop()
        self._ask(SignOut(self._next_number()), watched=False)

    def woke(self) -> None:
        """The computer woke up: what is in flight is outdated, and the network needs a moment."""
        if self._stopped_by_problem():
            return
        self._outdate()
        self._renew = True
        shortest, longest = (delay.total_seconds() for delay in RESUME_DELAY)
        self._timer.start(_ms(timedelta(seconds=self._uniform(shortest, longest))))

    def credential_changed(self) -> None:
        """Another program signed in or out: what is in flight is outdated; ask anew."""
        self._outdate()
        self._failures = 0
        self._renew = True
        self.refresh_now()

    def set_interval(self, interval: timedelta) -> None:
        """A new interval counts from now on."""
        if interval != self._interval:
            self._interval = interval
            if self._timer.isActive() and not self._failures:
                self._timer.start(_ms(interval))

    def adopt(self, account: Account) -> None:
        """Changed settings of the same account; the worker is made anew where it must ask
        elsewhere or with another kind of credential."""
        before, self.account = self.account, account
        same = (before.api_url, before.credential, before.provider) == (
            account.api_url,
            account.credential,
            account.provider,
        )
        if not same:
            self.restart()
        elif before != account:
            self.changed.emit()

    def restart(self) -> None:
        """Start over with a new worker: the address, the proxy or the credential's kind changed."""
        self._outdate()
        self.state = Loading()
        self._failures = 0
        self._replace_worker()
        self.changed.emit()
        self.refresh_now()

    def stop(self) -> None:
        """No further request; a late answer is dropped. Returns at once."""
        self._outdate()
        self._worker.stop()

    # -- inside

    def _single_shot(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        # Coarse timers may fire 5 % early or late and let the system wake up less often.
        timer.setTimerType(Qt.TimerType.CoarseTimer)
        timer.timeout.connect(slot)
        return timer

    def _connected_worker(self) -> RefreshWorker:
        worker = self._make_worker(self.account)
        worker.answered.connect(self._take)
        return worker

    def _replace_worker(self) -> None:
        self._worker.stop()
        self._worker.answered.disconnect(self._take)
        self._worker = self._connected_worker()

    def _next_number(self) -> int:
        self._number += 1
        return self._number

    def _ask(self, request: Request, *, watched: bool = True) -> None:
        was_refreshing, self.refreshing = self.refreshing, True
        if watched:
            self._watchdog.start(_ms(_WATCHDOG))
        else:
            self._watchdog.stop()
        self._worker.ask(request)
        if not was_refreshing:
            self.changed.emit()

    def _outdate(self) -> None:
        """Whatever is in flight will be dropped when it comes."""
        self._number += 1
        self._timer.stop()
        self._watchdog.stop()
        self.refreshing = False

    def _give_up(self) -> None:
        """The worker is stuck in something that cannot be interrupted, such as a name look-up."""
        self._outdate()
        self._silent += 1
        now = datetime.now(UTC)
        if self._silent >= 2:
            hour = now - timedelta(hours=1)
            if len(self._replaced) < _REPLACEMENTS_AN_HOUR or self._replaced[0] < hour:
                self._replaced.append(now)
                self._replace_worker()
        self._settle(Problem(ProblemKind.TIMED_OUT, now, detail="no answer of the worker"))

    def _take(self, answer: Answer) -> None:
        if answer.request.number != self._number:
            return  # outdated: something newer was asked meanwhile
        self._watchdog.stop()
        self._silent = 0
        self.refreshing = False
        match answer.outcome:
            case SignedIn() as signed_in:
                self._settle(signed_in.balance)
                self.sign_in_answered.emit(signed_in)
            case SignedOut():
                self._settle(Problem(ProblemKind.SIGNED_OUT, datetime.now(UTC)))
            case Problem() as problem if isinstance(answer.request, SignIn):
                # Nothing was kept, so what was known before still holds.
                self._arm(known_problem(self.state))
                self.changed.emit()
                self.sign_in_answered.emit(problem)
            case Balance() | Problem() as outcome:
                self._settle(outcome)

    def _settle(self, outcome: Balance | Problem) -> None:
        problem = outcome if isinstance(outcome, Problem) else None
        self._failures = self._failures + 1 if problem else 0
        self.state = after(self.state, outcome)
        self._arm(problem)
        self.outcome.emit(outcome)
        self.changed.emit()

    def _arm(self, problem: Problem | None) -> None:
        delay = next_delay(problem, max(self._failures, 1), self._interval, self._uniform)
        if delay is not None:
            self._timer.start(_ms(delay))

    def _stopped_by_problem(self) -> bool:
        problem = known_problem(self.state)
        return problem is not None and problem.kind.pace is Pace.STOP and not self.refreshing


def _ms(duration: timedelta) -> int:
    return max(0, duration // timedelta(milliseconds=1))
