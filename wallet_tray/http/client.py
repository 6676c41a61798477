"""The wallet service over HTTP: API key to access token, then balance and details.

This is the only file that uses httpx. The environment affects a request only through the https
proxy. There are no redirects, cookies, decompression or reused connections. Every call is bounded
by one deadline and 64 KiB.
"""

import json
import logging
import re
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import httpcore
import httpx

from wallet_tray import __version__
from wallet_tray.domain.account import Account, canonical_url
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.history_values import Transaction
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.domain.settings import SYSTEM_PROXY
from wallet_tray.http.deadline import BoundedBackend, open_pool, tls_context
from wallet_tray.http.errors import failure_of
from wallet_tray.http.proxy import proxy_for
from wallet_tray.http.response import HEADERS_READ, Answer, answer_from, failure
from wallet_tray.providers.bytenite import IssuedToken, access_token_from, balance_from

REQUEST_LIMIT = timedelta(seconds=15)
"""The upper limit of every call, whatever the service does."""

PAGE_SIZE = 50
"""Transactions requested at a time; they fit well into the 64 KiB of a reply."""

_log = logging.getLogger(__name__)
# Other characters would appear in an exception's text: "Illegal header value b'…'".
_USABLE = re.compile(r"[\x21-\x7e]{1,8192}")


class WalletApi:
    """A client of wallet services, one per worker; ``proxy`` is the setting ``network.proxy``.

    All calls may block up to ``limit``, at most 15 s. They raise only WalletTrayError. Its problem
    contains no text of a server and no credential.
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
        _require_usable(api_key)
        body = json.dumps({"apiKey": api_key}).encode("ascii")
        headers = {"Content-Type": "application/json"}
        answer = self._ask("POST", account, account.access_token_url, limit, headers, body)
        if answer.status in (400, 401, 403):
            raise failure(ProblemKind.CREDENTIAL_REJECTED, "the API key was refused", answer.status)
        return answer.read(access_token_from)

    def balance(self, account: Account, access_token: str, limit: timedelta) -> Balance:
        """Return the current balance."""
        answer = self._get(account, account.balance_url, access_token, limit)
        return answer.read(lambda body: balance_from(body, datetime.now(UTC)))

    def transactions(
        self, account: Account, access_token: str, wallet_id: WalletId, limit: timedelta
    ) -> tuple[Transaction, ...]:
        """Return the newest transactions of the wallet ``wallet_id``, newest first; 50 at most.

        No order is requested, because its syntax is undocumented. If a service lists the oldest
        first, its last page is fetched too, within the same ``limit``.
        """
        from wallet_tray.providers.bytenite_transactions import offset_of_newest, transactions_from

        deadline = time.monotonic() + limit.total_seconds()
        answer = self._page(account, access_token, 0, limit)
        offset = answer.read(lambda body: offset_of_newest(body, PAGE_SIZE))
        if offset:
            left = timedelta(seconds=deadline - time.monotonic())
            answer = self._page(account, access_token, offset, left)
        return answer.read(lambda body: transactions_from(body, wallet_id))

    def exchange_rate(self, account: Account, access_token: str, limit: timedelta) -> Decimal:
        """Return the price of one unit of the balance in US dollars, more than 0."""
        answer = self._get(account, account.exchange_rate_url, access_token, limit)
        from wallet_tray.providers.bytenite_transactions import unit_price_from

        return answer.read(unit_price_from)

    def close(self) -> None:
        """Release everything; no request may be in progress."""
        self._client.close()

    def _page(self, account: Account, access_token: str, offset: int, limit: timedelta) -> Answer:
        url = account.transactions_url
        query = f"?pagination.limit={PAGE_SIZE}&pagination.offset={offset}"
        return self._get(account, url and url + query, access_token, limit)

    def _get(self, account: Account, url: str, access_token: str, limit: timedelta) -> Answer:
        _require_usable(access_token)
        if not url:
            raise failure(ProblemKind.NOT_FOUND, "a service without this call")
        # ByteNite expects the token alone, without "Bearer".
        return self._ask("GET", account, url, limit, {"Authorization": access_token}, None)

    def _ask(
        self,
        method: str,
        account: Account,
        url: str,
        limit: timedelta,
        headers: dict[str, str],
        content: bytes | None,
    ) -> Answer:
        if canonical_url(account.api_url, allow_http_on_loopback=True) != account.api_url:
            raise failure(
                ProblemKind.ACCOUNT_UNUSABLE, "no address that a credential may be sent to"
            )
        seconds = min(limit, REQUEST_LIMIT).total_seconds()
        if seconds <= 0:
            raise failure(ProblemKind.TIMED_OUT, "no time was left")
        try:
            with self._client.stream(
                method, url, headers=headers, content=content, timeout=seconds
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
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
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


def _require_usable(secret: str) -> None:
    if not _USABLE.fullmatch(secret):
        raise failure(ProblemKind.CREDENTIAL_UNUSABLE, "characters that no header can carry")
