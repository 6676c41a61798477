"""The wallet services over HTTP: a key becomes a balance as the account's description says.

This is the only file that uses httpx. The environment affects a request only through the https
proxy. There are no redirects, cookies, decompression or reused connections. Every request is
bounded by one deadline and 256 KiB.
"""

import logging
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import httpcore
import httpx

from wallet_tray import __version__
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.history_values import Transaction
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.domain.settings import SYSTEM_PROXY
from wallet_tray.http.deadline import BoundedBackend, open_pool, tls_context
from wallet_tray.http.errors import failure_of
from wallet_tray.http.proxy import proxy_for
from wallet_tray.http.request import (
    Outgoing,
    check_address,
    description_of,
    require_usable,
    signed,
)
from wallet_tray.http.response import HEADERS_READ, answer_from, failure, refused
from wallet_tray.providers.model import Answer, Meaning, RequestSpec
from wallet_tray.providers.reader import Refusal, parse, read, take
from wallet_tray.providers.strategies import DETAILS, Details, IssuedToken, exchange_of

T = TypeVar("T")

REQUEST_LIMIT = timedelta(seconds=15)
"""The upper limit of every request, whatever the service does."""

PAGE_SIZE = 50
"""Transactions requested at a time; they fit well into the 256 KiB of a reply."""

_KEY_QUERY = "wallet_tray.key_query"  # an extension of a request, for ``_Transport``

_log = logging.getLogger(__name__)


class WalletApi:
    """A client of wallet services, one per worker; ``proxy`` is the setting ``network.proxy``.

    All calls may block up to ``limit``, and at most 15 s for each request. They raise only
    WalletTrayError. Its problem contains no text of a server and no credential. ``key`` is the
    account's key, or the access token in its place.
    """

    def __init__(self, proxy: str = SYSTEM_PROXY) -> None:
        self._client = httpx.Client(
            transport=_Transport(proxy),
            trust_env=False,
            follow_redirects=False,
            headers={
                "Accept": "application/json",
                "Accept-Encoding": "identity",
                "Connection": "close",
                "User-Agent": f"wallet-tray/{__version__}",
            },
        )

    def exchange(self, account: Account, api_key: str, limit: timedelta) -> IssuedToken:
        """Return a new access token for the API key."""
        exchange = exchange_of(account.provider)
        if exchange is None:
            raise failure(ProblemKind.NOT_FOUND, "a service without access tokens")
        require_usable(api_key)
        check_address(account)
        outgoing = Outgoing(
            "POST",
            account.api_url + exchange.path,
            {"Content-Type": "application/json"},
            exchange.body(api_key),
        )
        answer = self._ask(account, outgoing, limit)
        token = parse(answer, exchange.token_from)
        if isinstance(token, Refusal):
            if answer.status in exchange.key_refused and not token.markup:
                reason = "the API key was refused"
                token = replace(token, meaning=Meaning.BAD_KEY, reason=reason)
            raise refused(account.provider, answer, token)
        return token

    def balance(self, account: Account, key: str, limit: timedelta) -> Balance:
        """Return the current balance, from the one or two requests of the description."""
        provider = account.provider
        deadline = time.monotonic() + limit.total_seconds()
        answers: list[Answer] = []
        taken: dict[str, str] = {}
        for spec in description_of(account).requests:
            left = timedelta(seconds=deadline - time.monotonic()) if answers else limit
            answers.append(self._ask(account, signed(account, spec, key, taken), left))
            if spec.take is not None:
                found = take(provider, answers[-1])
                if isinstance(found, Refusal):
                    break  # ``read`` finds the same
                taken[spec.take.name] = found
        reading = read(provider, answers, account.variant)
        if isinstance(reading, Refusal):
            raise refused(provider, answers[-1], reading)
        figures = dict(reading.figures)
        available = figures.pop(Figure.AVAILABLE)
        return Balance(
            wallet_id=reading.wallet_id,
            available=available,
            figures=figures,
            flags=reading.flags,
            fetched_at=datetime.now(UTC),
        )

    def transactions(
        self, account: Account, key: str, wallet_id: WalletId, limit: timedelta
    ) -> tuple[Transaction, ...]:
        """Return the newest transactions of the wallet ``wallet_id``, newest first; 50 at most.

        If a service lists the oldest first, its last page is fetched too, within the same
        ``limit``.
        """
        details = _details_of(account)
        deadline = time.monotonic() + limit.total_seconds()

        def first_page(body: bytes) -> tuple[int, tuple[Transaction, ...]]:
            return details.offset_of_newest(body, PAGE_SIZE), details.transactions(body, wallet_id)

        def page(offset: int) -> RequestSpec:
            return RequestSpec(
                details.transactions_path, query=details.page_query(PAGE_SIZE, offset)
            )

        offset, found = self._parsed(account, page(0), key, limit, first_page)
        if not offset:
            return found
        left = timedelta(seconds=deadline - time.monotonic())
        return self._parsed(
            account, page(offset), key, left, lambda body: details.transactions(body, wallet_id)
        )

    def exchange_rate(self, account: Account, key: str, limit: timedelta) -> Money:
        """Return the price of one unit of the balance, more than 0."""
        details = _details_of(account)
        spec = RequestSpec(details.price_path)
        return self._parsed(account, spec, key, limit, details.unit_price)

    def close(self) -> None:
        """Release everything; no request may be in progress."""
        self._client.close()

    def _parsed(
        self,
        account: Account,
        spec: RequestSpec,
        key: str,
        limit: timedelta,
        parser: Callable[[bytes], T],
    ) -> T:
        answer = self._ask(account, signed(account, spec, key), limit)
        parsed = parse(answer, parser)
        if isinstance(parsed, Refusal):
            raise refused(account.provider, answer, parsed)
        return parsed

    def _ask(self, account: Account, outgoing: Outgoing, limit: timedelta) -> Answer:
        seconds = min(limit, REQUEST_LIMIT).total_seconds()
        if seconds <= 0:
            raise failure(ProblemKind.TIMED_OUT, "no time was left")
        try:
            with self._client.stream(
                outgoing.method,
                outgoing.url,
                headers=outgoing.headers,
                content=outgoing.content,
                timeout=seconds,
                extensions={_KEY_QUERY: outgoing.key_query},
            ) as response:
                answer = answer_from(response.status_code, response.headers, response.iter_raw())
        except httpx.InvalidURL:
            kind, detail = ProblemKind.ACCOUNT_UNUSABLE, "no address that can be asked"
        except Exception as error:  # noqa: BLE001  hostile bytes cause all sorts of exceptions
            kind, detail = failure_of(error)
        else:
            _log.debug("%s answered with status %d", account.host, answer.status)
            return answer
        # Raise outside the handler, so that no exception with a secret in its text is chained to
        # ours.
        raise failure(kind, detail)


class _Transport(httpx.BaseTransport):
    """A transport with one connection per request, through the proxy that applies at that time."""

    def __init__(self, proxy_setting: str) -> None:
        self._proxy_setting = proxy_setting
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        proxy = proxy_for(str(url), self._proxy_setting)
        backend = BoundedBackend()
        pool = open_pool(proxy, self._tls_context() if url.scheme == "https" else None, backend)
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=_target(request)
        )
        try:
            answer = pool.handle_request(
                httpcore.Request(
                    request.method,
                    target,
                    headers=request.headers.raw,
                    content=request.read(),
                    extensions=request.extensions,
                )
            )
            headers = [
                (name, text)
                for name, text in answer.headers
                if name.decode("ascii").lower() in HEADERS_READ
            ]
            return httpx.Response(answer.status, headers=headers, stream=_Body(answer, backend))
        except BaseException:
            backend.close()
            raise

    def _tls_context(self) -> ssl.SSLContext:
        with self._lock:
            if self._tls is None:
                self._tls = tls_context()  # takes milliseconds, so create it only when needed
            return self._tls


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response, backend: BoundedBackend) -> None:
        self._answer = answer
        self._backend = backend

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        try:
            self._answer.close()
        finally:
            self._backend.close()


def _target(request: httpx.Request) -> bytes:
    """Return the path and the query, which may hold the key from here on."""
    target = request.url.raw_path
    key_query: str = request.extensions[_KEY_QUERY]
    joint = b"&" if b"?" in target else b"?"
    return target + joint + key_query.encode("ascii") if key_query else target


def _details_of(account: Account) -> Details:
    details = DETAILS.get(account.provider.strategies.details)
    if details is None:
        raise failure(ProblemKind.NOT_FOUND, "a service without this call")
    return details
