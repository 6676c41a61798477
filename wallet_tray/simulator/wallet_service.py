"""The simulated wallet service without the network: one request in, one reply out."""

import json

from wallet_tray.simulator.books_reply import exchange_rate_reply, transactions_reply
from wallet_tray.simulator.replies import DROPPED, Reply, error_reply, token_reply
from wallet_tray.simulator.request import Request
from wallet_tray.simulator.scenarios import Moment
from wallet_tray.simulator.service import (
    ACCESS_TOKEN,
    BALANCE,
    EXCHANGE_RATE,
    TRANSACTIONS,
    ServiceState,
)

_READ = ("GET", "HEAD")
_METHODS = {BALANCE: _READ, ACCESS_TOKEN: ("POST",), TRANSACTIONS: _READ, EXCHANGE_RATE: _READ}
_BOOKS = (TRANSACTIONS, EXCHANGE_RATE)


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
            offered = self._has_books or request.path not in _BOOKS
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
            return self._scenario.books(moment, exchange_rate_reply())
        self._living.at(moment.elapsed)
        reply = transactions_reply(
            self._living.books, self._account_id, self.wall_time, request.query
        )
        return self._scenario.books(moment, reply)

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
