"""Services and clients that do as a test says."""

import threading
from collections import deque
from datetime import timedelta
from typing import Any

from tests.support.builders import balance
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection
from wallet_tray.domain.history_values import Transaction
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import Problem, WalletTrayError
from wallet_tray.providers.strategies import IssuedToken
from wallet_tray.refresh.messages import Refreshed, SignedIn, WalletDetails
from wallet_tray.simulator.handler import Request
from wallet_tray.simulator.replies import Reply
from wallet_tray.simulator.server import BALANCE, SimulatedService


class HeldService(SimulatedService):
    """Holds back each balance while ``go_on`` is not set; it is set at first."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()

    def respond(self, request: Request) -> Reply:
        if request.path == BALANCE:
            self.asked.set()
            self.go_on.wait(60)
        return super().respond(request)


class Hang:
    """A step that lasts until it is let go, and then ends with ``outcome``."""

    def __init__(self, outcome: object = None) -> None:
        self.outcome = outcome or balance()
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def __call__(self) -> object:
        self.begun.set()
        assert self.go_on.wait(90), "a test forgot to let go"
        return self.outcome


class ScriptedClient:
    """In the place of an AccountClient: does the steps of ``script``, later gives ``answer``.

    A step is an outcome, an exception to raise, or a callable that gives one of the two. The
    ``outlook`` comes with each balance, ``unkept`` with each sign-in. Details are
    ``details_given``, unless the script says otherwise.
    """

    def __init__(self) -> None:
        self.answer: Balance | Problem | None = None  # None: a balance of now
        self.outlook: Forecast = NoProjection.NOT_ENOUGH_DATA
        self.unkept: Problem | None = None
        self.details_given = WalletDetails()
        self.script: deque[object] = deque()
        self.calls: list[str] = []
        self.closed_in: list[int] = []
        self.threads: set[int] = set()
        self.hangs: list[Hang] = []
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()

    def hang(self, outcome: object = None) -> Hang:
        """Append a step that hangs."""
        self.hangs.append(Hang(outcome))
        self.script.append(self.hangs[-1])
        return self.hangs[-1]

    def refresh(self, *, renew: bool, insist: bool = False, quiet: bool = False) -> Any:
        call = ("quiet " if quiet else "") + ("renew" if renew else "refresh")
        done = self._do(call, self.answer or balance())
        return Refreshed(done, self.outlook) if isinstance(done, Balance) else done

    def sign_in(self, credential: Credential, _is_wanted: object = None) -> Any:
        done = self._do("sign in", self.answer or balance())
        return SignedIn(done, credential, self.unkept) if isinstance(done, Balance) else done

    def sign_out(self) -> None:
        self._do("sign out", None)

    def close(self) -> None:
        self.closed_in.append(threading.get_ident())

    def details(self, wallet_id: str) -> Any:
        return self._do(f"details {wallet_id}", self.details_given)

    def _do(self, call: str, usual: object) -> object:
        with self._lock:
            self.calls.append(call)
            self.threads.add(threading.get_ident())
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            step = self.script.popleft() if self.script else usual
        try:
            done = step() if callable(step) else step
        finally:
            with self._lock:
                self._at_once -= 1
        if isinstance(done, Problem):
            raise WalletTrayError(done)
        if isinstance(done, BaseException):
            raise done
        return done


class ScriptedApi:
    """In the place of a WalletApi: answers each kind of call from its script, then as ``usual``.

    It notes what it was ``asked``, and the ``limits`` that it was given. Each call ``takes`` some
    of the ``seconds`` that pass.
    """

    def __init__(
        self,
        known: Balance,
        transactions: tuple[Transaction, ...] = (),
        price: Money | None = None,
    ) -> None:
        self.scripts: dict[str, deque[Any]] = {
            name: deque() for name in ("balance", "exchange", "transactions", "exchange_rate")
        }
        self.usual: dict[str, Any] = {
            "balance": known,
            "transactions": transactions,
            "exchange_rate": price,
        }
        self.asked: list[str] = []
        self.limits: list[timedelta] = []
        self.takes = 0.0
        self.seconds = 100.0

    def balance(self, account: Account, access_token: str, limit: timedelta) -> Any:
        return self._play("balance", access_token, limit)

    def exchange(self, account: Account, api_key: str, limit: timedelta) -> Any:
        number = sum(entry.startswith("exchange ") for entry in self.asked) + 1
        self.usual["exchange"] = IssuedToken(f"WTSENTINEL-{number}", timedelta(hours=1))
        return self._play("exchange", api_key, limit)

    def transactions(
        self, account: Account, access_token: str, wallet_id: str, limit: timedelta
    ) -> Any:
        return self._play("transactions", f"{access_token} {wallet_id}", limit)

    def exchange_rate(self, account: Account, access_token: str, limit: timedelta) -> Any:
        return self._play("exchange_rate", access_token, limit)

    def _play(self, name: str, how: str, limit: timedelta) -> Any:
        self.asked.append(f"{name} {how}")
        self.limits.append(limit)
        self.seconds += self.takes
        script = self.scripts[name]
        outcome = script.popleft() if script else self.usual[name]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


class FixedCredential:
    """In the place of the stored credentials: gives one, or raises."""

    def __init__(self, outcome: Credential | Exception) -> None:
        self.outcome = outcome

    def credential(self, account: Account) -> Credential:
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome
