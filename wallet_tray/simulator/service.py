"""The state of the simulated service, its access tokens, and controls for tests and demos."""

import json
import threading
import uuid
from base64 import urlsafe_b64encode
from collections import Counter, deque
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

from wallet_tray.domain.balance import WalletId
from wallet_tray.simulator.handler import Request
from wallet_tray.simulator.replies import (
    DROPPED,
    Reply,
    error_reply,
    exchange_rate_reply,
    token_reply,
    transactions_reply,
)
from wallet_tray.simulator.scenarios import SCENARIOS, Moment
from wallet_tray.simulator.wallet import ScriptedWallet, Statement, Wallet

TOKENS_KEPT = 1000


class AccessTokens:
    """The access tokens issued so far, and their validity.

    Times are seconds of any monotonic clock. The key and the tokens follow from the seed.
    """

    def __init__(self, seed: int, life: timedelta) -> None:
        self.life = life
        self._random = Random(f"credentials {seed}")  # noqa: S311  simulated, reproducible by seed
        self.api_key = self._text(360)
        self._ends: dict[str, float] = {}

    def issue(self, now: float) -> str:
        """Return a new access token, valid from ``now`` for ``life``."""
        self._ends = {token: end for token, end in self._ends.items() if end > now}
        if len(self._ends) >= TOKENS_KEPT:
            del self._ends[next(iter(self._ends))]  # a looping client must not fill the memory
        token = self._text(120)
        self._ends[token] = now + self.life.total_seconds()
        return token

    def is_valid(self, token: str, now: float) -> bool:
        """Return whether ``token`` was issued and has neither expired nor been revoked."""
        return self._ends.get(token, now) > now

    def revoke_all(self) -> None:
        """Revoke every access token issued so far."""
        self._ends.clear()

    def _text(self, size: int) -> str:
        return urlsafe_b64encode(self._random.randbytes(size)).decode("ascii")


BASE_PATH = "/v1"
BALANCE = f"{BASE_PATH}/wallet/balance"
ACCESS_TOKEN = f"{BASE_PATH}/auth/access_token"
TRANSACTIONS = f"{BASE_PATH}/wallet/transactions"
EXCHANGE_RATE = f"{BASE_PATH}/wallet/exchange_rate"
REQUESTS_KEPT = 100
PACE_LIMIT = 1000.0


class ServiceState:
    """A running scenario, its credentials and its past requests. All methods are thread-safe.

    ``pace`` is the speed of the scenario's time. ``seed`` decides everything random. ``clock``
    returns monotonic seconds. Without ``has_transactions`` the service offers neither transactions
    nor an exchange rate. Raises KeyError for an unknown scenario and ValueError unless
    0 < pace <= 1000.
    """

    def __init__(
        self,
        scenario: str,
        seed: int,
        pace: float,
        token_life: timedelta,
        clock: Callable[[], float],
        has_transactions: bool = True,
    ) -> None:
        if not 0 < pace <= PACE_LIMIT:
            raise ValueError("the pace is a number above 0, 1000 at most")
        self._scenario = SCENARIOS[scenario]
        self._pace = pace
        self._clock = clock
        self._has_transactions = has_transactions
        self._lock = threading.RLock()
        self._tokens = AccessTokens(seed, token_life)
        self._own_token = ""
        self._key_revoked = False
        random = Random(f"account {seed}")  # noqa: S311  simulated data, reproducible by seed
        self._wallet_id = WalletId(str(uuid.UUID(int=random.getrandbits(128), version=4)))
        start = Wallet(self._wallet_id, self._scenario.start)
        self._living = ScriptedWallet(start, self._scenario.course, seed)
        self._pinned: Statement | None = None
        self._queued: dict[str, deque[Reply]] = {
            path: deque() for path in (BALANCE, ACCESS_TOKEN, TRANSACTIONS, EXCHANGE_RATE)
        }
        self._requests: deque[Request] = deque(maxlen=REQUESTS_KEPT)
        self._counts: Counter[str] = Counter()
        self._played: Counter[str] = Counter()
        self._started_at: float | None = None
        self._begun = datetime.now(UTC)

    @property
    def api_key(self) -> str:
        """The only API key that the service accepts."""
        return self._tokens.api_key

    @property
    def access_token(self) -> str:
        """An access token that is valid now."""
        with self._lock:
            if not self._tokens.is_valid(self._own_token, self._clock()):
                self._own_token = self._tokens.issue(self._clock())
            return self._own_token

    @property
    def statement(self) -> Statement:
        """The wallet's current statement."""
        with self._lock:
            return self._pinned or self._living.at(self.elapsed()).statement

    def set_balance(
        self,
        available: Decimal | int | None = None,
        total: Decimal | int | None = None,
        amount_due: Decimal | int | None = None,
    ) -> None:
        """Pin the wallet to these amounts, independent of the scenario.

        The transaction log continues to follow the scenario. Omitted amounts stay unchanged;
        ``available`` without ``total`` keeps the reserved amount. Raises ValueError for amounts
        that are not finite.
        """
        with self._lock:
            now = self.statement
            free = now.available if available is None else Decimal(available)
            whole = now.total + (free - now.available) if total is None else Decimal(total)
            due = now.amount_due if amount_due is None else Decimal(amount_due)
            if not (free.is_finite() and whole.is_finite() and due.is_finite()):
                raise ValueError("amounts are finite; anything else goes through answer_next")
            self._pinned = Statement(now.wallet_id, whole, free, due)

    def unpin(self) -> None:
        """Let the wallet follow its scenario again."""
        with self._lock:
            self._pinned = None

    def answer_next(
        self,
        status: int,
        body: bytes | str = b"",
        headers: Mapping[str, str] | None = None,
        *,
        path: str = BALANCE,
        delay: timedelta = timedelta(0),
        drop: bool = False,
        times: int = 1,
    ) -> None:
        """Queue a reply for ``path``, sent once or ``times`` times, in order.

        A queued reply is sent before credentials are checked. With ``drop`` the connection closes
        without a reply.
        """
        raw = body.encode() if isinstance(body, str) else body
        with self._lock:
            self._queued[path].extend([Reply(status, raw, headers or {}, delay, drop)] * times)

    def revoke_access_tokens(self) -> None:
        """Revoke every access token issued so far: they get a 401. The API key still works."""
        with self._lock:
            self._tokens.revoke_all()

    def revoke_api_key(self) -> None:
        """Revoke the API key and all access tokens: they get a 401."""
        with self._lock:
            self._key_revoked = True

    def request_count(self, path: str | None = None) -> int:
        """Return the number of requests for ``path`` (BALANCE, TRANSACTIONS …), or of all."""
        with self._lock:
            return self._counts.total() if path is None else self._counts[path]

    @property
    def requests(self) -> tuple[Request, ...]:
        """The latest requests (100 at most), oldest first."""
        with self._lock:
            return tuple(self._requests)

    def begin(self) -> None:
        """Start the scenario's time unless it already runs."""
        with self._lock:
            if self._started_at is None:
                self._started_at = self._clock()
                self._begun = datetime.now(UTC)

    def elapsed(self) -> timedelta:
        """Return the scenario time since ``begin``, at the scenario's pace."""
        if self._started_at is None:
            return timedelta(0)
        return timedelta(seconds=(self._clock() - self._started_at) * self._pace)

    def wall_time(self, elapsed: timedelta) -> datetime:
        """Return the wall-clock time (aware, UTC) of a scenario time.

        It is based on the wall clock at ``begin`` and ignores later clock changes.
        """
        return self._begun + elapsed / self._pace


_READ = ("GET", "HEAD")
_METHODS = {BALANCE: _READ, ACCESS_TOKEN: ("POST",), TRANSACTIONS: _READ, EXCHANGE_RATE: _READ}
_TRANSACTION_PATHS = (TRANSACTIONS, EXCHANGE_RATE)


class WalletService(ServiceState):
    """A service that replies according to the specification and its scenario."""

    def refuses(self) -> bool:
        """Return whether the scenario refuses connections at present."""
        return self._scenario.refuses(self.elapsed())

    def respond(self, request: Request) -> Reply:
        """Return the reply to one request."""
        with self._lock:
            if self.refuses():
                return DROPPED  # accepted before the listener was closed
            offered = self._has_transactions or request.path not in _TRANSACTION_PATHS
            known = request.path in _METHODS and offered
            self._requests.append(request)
            self._counts[request.path if known else "other"] += 1
            if not known:
                return error_reply(404)
            methods = _METHODS[request.path]
            if request.method not in methods:
                return error_reply(405, headers={"Allow": ", ".join(methods)})
            if self._queued[request.path]:
                return self._queued[request.path].popleft()
            if request.path == ACCESS_TOKEN:
                return self._exchange(request)
            token = request.headers.get("authorization", "")
            if self._key_ended() or not self._tokens.is_valid(token, self._clock()):
                return _unauthenticated("The access token is missing or not valid.")
            return self._read(request)

    def _read(self, request: Request) -> Reply:
        moment = self._moment(request.path)
        if request.path == BALANCE:
            return self._scenario.balance(moment, self.statement)
        if request.path == EXCHANGE_RATE:
            return self._scenario.transactions(moment, exchange_rate_reply())
        self._living.at(moment.elapsed)
        reply = transactions_reply(
            self._living.ledger, self._wallet_id, self.wall_time, request.query
        )
        return self._scenario.transactions(moment, reply)

    def _exchange(self, request: Request) -> Reply:
        objection = self._scenario.exchange(self._moment(ACCESS_TOKEN))
        if objection is not None:
            return objection
        key = _key_in(request.body)
        if key is None:
            return error_reply(400, "The body must be a JSON object with an apiKey.")
        if self._key_ended() or key != self.api_key:
            return _unauthenticated("The API key is not valid.")
        return token_reply(self._tokens.issue(self._clock()), self._tokens.life)

    def _key_ended(self) -> bool:
        return self._key_revoked or self._scenario.key_ended(self.elapsed())

    def _moment(self, path: str) -> Moment:
        number = self._played[path]
        self._played[path] += 1
        return Moment(self.elapsed(), number)


def _key_in(body: bytes) -> str | None:
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return None
    key = document.get("apiKey") if isinstance(document, dict) else None
    return key if isinstance(key, str) and key else None


def _unauthenticated(message: str) -> Reply:
    # RFC 9110 section 11.6.1 requires a challenge with every 401. Tokens are sent without a scheme.
    return error_reply(401, message, {"WWW-Authenticate": 'ApiKey realm="wallet"'})
