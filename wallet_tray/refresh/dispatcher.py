"""The request queue of an account's worker: one request in flight, always with a timeout."""

import sys
import time
from collections import deque
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from wallet_tray.domain.balance import WalletId
from wallet_tray.domain.refresh_policy import REFRESH_LIMIT
from wallet_tray.refresh.messages import SIGN_IN_WAIT, Answer, FetchDetails, Refresh, Request
from wallet_tray.refresh.timer import milliseconds
from wallet_tray.refresh.worker import RefreshWorker

# The worker enforces its own limit. This covers calls that cannot be interrupted, and the keyring.
_WATCHDOG = REFRESH_LIMIT + timedelta(seconds=5)
_SIGN_IN_WATCHDOG = _WATCHDOG + SIGN_IN_WAIT
_REPLACEMENTS_AN_HOUR = 3

MOST_LEFT_WORKERS = 2
"""At most this many replaced workers may still run; a new one waits until one of them ends."""


class RequestDispatcher(QObject):
    """Requests to a worker, without replies that are out of date.

    A worker that misses two timeouts in a row is replaced. It is blocked in a call that cannot be
    interrupted, such as a name lookup.

    The owner knows which request is in flight. It ends with one call, in the GUI thread: to
    ``on_answer`` with its reply, or to ``on_timeout``. ``on_details`` takes a wallet's id and what
    its lookup found.
    """

    def __init__(
        self,
        make_worker: Callable[[], RefreshWorker],
        on_answer: Callable[[Answer], None],
        on_timeout: Callable[[], None],
        on_details: Callable[[WalletId, object], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_worker = make_worker
        self._on_answer = on_answer
        self._on_timeout = on_timeout
        self._on_details = on_details
        self._number = 0
        self._looking_up = False  # a lookup is queued or in progress
        self._silent = 0  # consecutive timeouts
        self._left: list[RefreshWorker] = []  # replaced, but still running
        self._held: Request | None = None  # until one of them ends
        self._replaced: deque[timedelta] = deque(maxlen=_REPLACEMENTS_AN_HOUR)  # by uptime
        self._watchdog = QTimer(self, singleShot=True)
        self._watchdog.timeout.connect(self._give_up)
        self._worker = self._connected_worker()

    def ask(self, request: Callable[[int], Request]) -> None:
        """Create a request with the next number and send it.

        Any request in flight is out of date.
        """
        self._number += 1
        self._held = request(self._number)
        limit = _WATCHDOG if isinstance(self._held, Refresh) else _SIGN_IN_WATCHDOG
        self._watchdog.start(milliseconds(limit))
        self._send_held()

    def fetch_details(self, wallet_id: WalletId) -> None:
        """Queue a request for a wallet's details, never two at a time."""
        if not self._looking_up and self._worker_may_begin():
            self._looking_up = True
            self._worker.ask(FetchDetails(self._number, wallet_id))

    def outdate(self) -> None:
        """Ignore the reply to any request in flight."""
        self._number += 1
        self._watchdog.stop()
        self._held = None

    def replace_worker(self) -> None:
        """Use a new worker with the newest settings; later requests do not wait for the old one.

        If several old workers are still busy, requests wait: many changes must not start many
        threads.
        """
        self._worker.stop()
        self._left.append(self._worker)
        self._worker.answered.disconnect(self._take)
        self._looking_up = False
        self._worker = self._connected_worker()

    def cancel(self) -> bool:
        """Discard a credential in flight; return False if the keyring is already storing it."""
        return self._worker.cancel()

    def stop(self) -> None:
        """Stop requests and ignore late replies. Returns at once."""
        self.outdate()
        self._worker.stop()

    def _connected_worker(self) -> RefreshWorker:
        worker = self._make_worker()
        worker.answered.connect(self._take)
        worker.ended.connect(self._send_held)
        return worker

    def _worker_may_begin(self) -> bool:
        self._left = [worker for worker in self._left if worker.is_at_work]
        return self._worker.is_at_work or len(self._left) < MOST_LEFT_WORKERS

    def _send_held(self) -> None:
        if self._held is not None and self._worker_may_begin():
            request, self._held = self._held, None
            self._worker.ask(request)

    def _take(self, answer: Answer) -> None:
        if isinstance(answer.request, FetchDetails):
            self._looking_up = False
            self._on_details(answer.request.wallet_id, answer.outcome)
        elif answer.request.number == self._number:
            self._watchdog.stop()
            self._silent = 0
            self._on_answer(answer)

    def _give_up(self) -> None:
        self.outdate()
        self._silent += 1
        now = uptime()
        if self._silent >= 2:
            hour = now - timedelta(hours=1)
            if len(self._replaced) < _REPLACEMENTS_AN_HOUR or self._replaced[0] < hour:
                self._replaced.append(now)
                self.replace_worker()
        self._on_timeout()


def uptime() -> timedelta:
    """Return the time since the computer started, sleep included, whatever its clock is set to.

    After an hour of sleep, what blocked a worker has probably gone. So the hour must not last
    longer, as it would by ``time.monotonic``, which stands still during sleep on Linux and macOS.
    """
    clock: int | None = getattr(time, "CLOCK_BOOTTIME", None)  # Linux
    if clock is None and sys.platform == "darwin":
        clock = time.CLOCK_MONOTONIC  # counts sleep there
    # On Windows Python's clock counts sleep.
    return timedelta(seconds=time.monotonic() if clock is None else time.clock_gettime(clock))
