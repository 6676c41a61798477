"""The daemon thread that makes all calls to the keyring, one after the other.

So only one prompt is open at a time, and a keyring that never responds blocks only one thread. A
daemon thread never delays the end of the program (an executor's thread would).
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError

if TYPE_CHECKING:
    from wallet_tray.credentials.keyring_backend import Keyring

_log = logging.getLogger(__name__)

STUCK = timedelta(seconds=30)
"""A call that takes longer may never end; the next request does not wait for it."""

MOST_STUCK = 1
"""The most threads left behind with stuck calls; further requests wait for one of them to end."""


@dataclass(slots=True, eq=False)
class KeyringCall:
    """One call for an account: its ``action`` and, after its end, its text or its problem.

    ``finish`` is called with the call in the keyring thread, before any waiting caller continues. A
    call that ``may_be_overtaken`` changes nothing, so another thread may continue while it is
    stuck. ``is_overtaken`` then says that its result is too late and unused.
    """

    account_id: str
    action: "Callable[[Keyring], str | None]"
    finish: Callable[["KeyringCall"], None]
    text: str | None = field(default=None, repr=False)
    problem: Problem | None = None
    may_be_overtaken: bool = False
    is_overtaken: bool = False
    _ended: threading.Event = field(default_factory=threading.Event)
    _left_alone: bool = False


class KeyringThread:
    """The thread that makes the calls one after the other; the first call starts it.

    ``keyring_factory`` is called in the thread. ``on_late_answer`` is called there too, with the
    account's id. It reports the end of a call that a caller has stopped waiting for.
    """

    def __init__(
        self,
        keyring_factory: "Callable[[], Keyring]",
        on_late_answer: Callable[[str], None] | None = None,
    ) -> None:
        self.on_late_answer = on_late_answer
        self._keyring_factory = keyring_factory
        self._calls: queue.SimpleQueue[KeyringCall] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._under_way: tuple[KeyringCall, float] | None = None  # with its start, monotonic
        self._stuck: set[threading.Thread] = set()
        self._lock = threading.Lock()

    def submit(self, call: KeyringCall) -> None:
        """Append the call to the queue."""
        self._calls.put(call)
        with self._lock:
            if self._thread is None:
                self._start()

    def overtake(self) -> None:
        """Continue in a new thread if a call is stuck; at most MOST_STUCK times.

        Called on each new request: the keyring may hang, or its prompt may be lost, while the next
        call may succeed. A call that changes something is never overtaken, as a later change could
        be made first. It ends with its daemon.
        """
        with self._lock:
            if self._thread is None or self._under_way is None:
                return
            call, begin = self._under_way
            is_stuck = time.monotonic() - begin > STUCK.total_seconds()
            if call.may_be_overtaken and is_stuck and len(self._stuck) < MOST_STUCK:
                call.is_overtaken = True
                self._stuck.add(self._thread)
                self._start()

    def _start(self) -> None:
        """Start a new thread. The caller holds the lock."""
        self._under_way = None
        self._thread = threading.Thread(target=self._serve, name="keyring", daemon=True)
        self._thread.start()

    def wait_for(self, call: KeyringCall, until: float | None) -> bool:
        """Wait for the call's end; return False if ``until`` (see ``deadline``) comes first."""
        left = None if until is None else max(0.0, until - time.monotonic())
        if call._ended.wait(left):
            return True
        with self._lock:
            if call._ended.is_set():
                return True
            call._left_alone = True
        return False

    def _serve(self) -> None:
        keyring: Keyring | None = None
        this = threading.current_thread()
        while this not in self._stuck:
            call = self._calls.get()
            with self._lock:
                self._under_way = call, time.monotonic()
            try:
                keyring = keyring or self._keyring_factory()
                call.text = call.action(keyring)
            except WalletTrayError as error:
                call.problem = error.problem
            except Exception as error:  # noqa: BLE001  the thread has to live on
                detail = type(error).__name__
                gone = isinstance(error, ImportError)
                kind = ProblemKind.REPLACED if gone else ProblemKind.KEYRING_FAILED
                call.problem = Problem(kind, datetime.now(UTC), detail=detail)
            call.finish(call)
            with self._lock:
                call._ended.set()
                left_alone = call._left_alone
                if this is self._thread:
                    self._under_way = None
            if left_alone:
                self._tell(call.account_id)
        with self._lock:
            self._stuck.discard(this)

    def _tell(self, account_id: str) -> None:
        if self.on_late_answer is None:
            return
        try:
            self.on_late_answer(account_id)
        except Exception as error:  # noqa: BLE001  the thread has to live on
            _log.error("The late answer of the keyring was not taken: %s", type(error).__name__)


def deadline(wait: timedelta | None) -> float | None:
    """Return the end of ``wait`` from now on, in monotonic seconds; None for no end."""
    return None if wait is None else time.monotonic() + wait.total_seconds()
