"""Access tokens, created from the API key on demand and kept only in memory."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind, RetryPolicy, WalletTrayError
from wallet_tray.providers.strategies import IssuedToken

RENEWED_AT = 0.80
"""The part of a token's life after which the next one is fetched, give or take 5 % of it."""

_SPREAD = (0.95, 1.05)
# Seconds after a renewal that failed while the token still lives; later where the service says so.
_NEXT_TRY = 60.0


class TokenExchange(Protocol):
    """A source of access tokens for an API key, such as the wallet API."""

    def exchange(self, account: Account, api_key: str, limit: timedelta) -> IssuedToken: ...


@dataclass(slots=True)
class _Held:
    text: str = field(repr=False)
    api_key: str = field(repr=False)
    renew_at: float
    ends_at: float


class AccessTokens:
    """The current access token of each account; thread-safe.

    ``monotonic`` is a clock in seconds; ``uniform(a, b)`` returns a random number in a … b.
    """

    def __init__(
        self,
        api: TokenExchange,
        monotonic: Callable[[], float] = time.monotonic,
        uniform: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self._api = api
        self._monotonic = monotonic
        self._uniform = uniform
        self._lock = threading.Lock()
        self._held: dict[str, _Held] = {}

    def token(self, account: Account, credential: Credential, limit: timedelta) -> str:
        """Return a token that should be valid; renew it at 80 % of its life.

        A pasted access token is returned unchanged, and so is the key of a provider that exchanges
        none. Only one exchange runs at a time, and waiting callers share its result. Blocks up to
        ``limit``. Raises WalletTrayError.
        """
        is_sent_itself = not account.provider.exchanges_key
        if is_sent_itself or credential.kind is CredentialKind.ACCESS_TOKEN:
            return credential.text
        asked_at = time.monotonic()
        if not self._lock.acquire(timeout=max(limit.total_seconds(), 0)):
            raise WalletTrayError(
                Problem(ProblemKind.TIMED_OUT, datetime.now(UTC), detail="another exchange hangs")
            )
        try:
            left = limit - timedelta(seconds=time.monotonic() - asked_at)
            return self._current(account, credential.text, left)
        finally:
            self._lock.release()

    def drop(self, account: Account, token: str | None = None) -> None:
        """Discard the account's token, or only ``token`` if it is still the current one.

        Waits for an exchange in progress, so do not call it in the GUI thread.
        """
        with self._lock:
            held = self._held.get(account.keyring_user)
            if held is not None and token in (None, held.text):
                del self._held[account.keyring_user]

    def _current(self, account: Account, api_key: str, limit: timedelta) -> str:
        now = self._monotonic()
        held = self._held.get(account.keyring_user)
        if held is not None and held.api_key != api_key:
            held = None
        if held is not None and now < held.renew_at:
            return held.text
        try:
            issued = self._api.exchange(account, api_key, limit)
        except WalletTrayError as error:
            # A valid token bridges a temporary failure of the exchange.
            if held is None or now >= held.ends_at or error.problem.kind.pace is RetryPolicy.STOP:
                raise
            asked = error.problem.retry_after or timedelta(0)
            held.renew_at = now + max(_NEXT_TRY, asked.total_seconds())
            return held.text
        life = issued.lifetime.total_seconds()
        renew_at = now + life * RENEWED_AT * self._uniform(*_SPREAD)
        self._held[account.keyring_user] = _Held(issued.text, api_key, renew_at, now + life)
        return issued.text
