"""The worker: one daemon thread with a request queue; a signal delivers the answers."""

import contextlib
import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from queue import SimpleQueue
from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.refresh.messages import (
    Answer,
    FetchDetails,
    Refresh,
    Refreshed,
    Request,
    RequestHandler,
    SignedIn,
    SignedOut,
    SignIn,
    SignOut,
    WalletDetails,
)

_log = logging.getLogger(__name__)


class RefreshWorker(QObject):
    """Executes the requests of one account one by one, outside the GUI thread.

    A ``threading.Thread`` and not a QThread: a QThread that blocks at exit aborts the process,
    while a daemon thread does not.

    Signals:
        answered(Answer): one per request, except refreshes that a newer request overtook in the
            queue. Connect bound methods of QObjects of the GUI thread only. A lambda or plain
            function would run in the worker's thread.
        ended(): its thread finished its last request or died of it; the same rule holds here.
    """

    answered = Signal(object)
    ended = Signal()

    # Keeps references: a worker whose thread held the last one would be deleted in that thread.
    # Qt objects must be deleted in the thread that they belong to.
    _started: ClassVar[set["RefreshWorker"]] = set()

    def __init__(self, make_handler: Callable[[], RequestHandler], name: str) -> None:
        super().__init__()
        self._make_handler = make_handler
        self._client: RequestHandler | None = None
        self._requests: SimpleQueue[Request | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=f"worker {name}", daemon=True)
        self._stopped = False
        self._keeping = False
        self._has_ended = False
        self._decision = threading.Lock()  # a sign-in is either cancelled or stored

    def ask(self, request: Request) -> None:
        """Queue a request; the first one starts the thread."""
        if self._thread.ident is None:
            self._thread.start()
            ended = {worker for worker in self._started if not worker._thread.is_alive()}
            self._started.difference_update(ended)
            self._started.add(self)
        self._requests.put(request)

    @property
    def is_at_work(self) -> bool:
        """True from the first request until the last one is done, however long that takes."""
        return self._thread.ident is not None and not self._has_ended

    def stop(self) -> None:
        """End the thread after its current request; does not wait for it."""
        with self._decision:
            self._stopped = True
        self._requests.put(None)

    def cancel(self) -> bool:
        """Keep a credential from being stored; return False if it is already being stored.

        Must be followed by ``stop``.
        """
        with self._decision:
            self._stopped = not self._keeping
            return self._stopped

    @property
    def is_keeping(self) -> bool:
        """True while a verified credential goes into the keyring: too late to cancel."""
        return self._keeping

    def _run(self) -> None:
        try:
            self._work()
        finally:
            self._close_handler()
            self._has_ended = True
            with contextlib.suppress(RuntimeError):  # Qt has deleted this object
                self.ended.emit()

    def _work(self) -> None:
        while (request := self._requests.get()) is not None:
            if isinstance(request, Refresh) and not self._requests.empty():
                continue  # outdated while the thread was stuck
            answer = self.step(request)
            if self._stopped:
                return
            try:
                self.answered.emit(answer)
            except RuntimeError:  # the program is ending and Qt has deleted this object
                return

    def _close_handler(self) -> None:
        if self._client is not None:
            try:
                self._client.close()
            except Exception as error:  # noqa: BLE001  the thread ends anyway
                _log.error("%s did not end well: %s", self._thread.name, type(error).__name__)

    def step(self, request: Request) -> Answer:
        """Execute one request; never raises."""
        try:
            if self._client is None:  # imports httpx and others: not before the icon shows
                self._client = self._make_handler()
            return Answer(request, self._done(self._client, request))
        except WalletTrayError as error:
            return Answer(request, error.problem)
        except ImportError:
            problem = Problem(ProblemKind.REPLACED, datetime.now(UTC))
            _log.error("%s: what is imported late is gone", self._thread.name)
            return Answer(request, problem)
        except Exception as error:  # noqa: BLE001  every request needs an answer
            # Only the type: the text of a foreign exception may hold a token.
            name = self._thread.name
            _log.error("%s: a request failed by a fault of ours: %s", name, type(error).__name__)
            detail = type(error).__name__
            return Answer(request, Problem(ProblemKind.FAULT, datetime.now(UTC), detail=detail))

    def _is_wanted(self) -> bool:
        """Return whether to keep a verified credential; from True on it is being kept."""
        with self._decision:
            self._keeping = not self._stopped
            return self._keeping

    def _done(
        self, client: RequestHandler, request: Request
    ) -> Refreshed | SignedIn | SignedOut | WalletDetails:
        match request:
            case Refresh(renew=renew, insist=insist, quiet=quiet):
                return client.refresh(renew=renew, insist=insist, quiet=quiet)
            case SignIn(credential=credential):
                try:
                    return client.sign_in(credential, self._is_wanted)
                finally:
                    self._keeping = False
            case SignOut():
                client.sign_out()
                return SignedOut()
            case FetchDetails(wallet_id=wallet_id):
                return client.details(wallet_id)
