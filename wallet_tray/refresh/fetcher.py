"""One refresh from credential to balance, for the tray program and the command line."""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.domain.refresh_policy import REFRESH_LIMIT
from wallet_tray.http.access_tokens import AccessTokens, TokenExchange
from wallet_tray.refresh.details import DETAIL_LIMIT, DetailsFetcher, DetailsService
from wallet_tray.refresh.messages import WalletDetails
from wallet_tray.storage.files import LogLimit

AGAIN = timedelta(days=1)


class FailureLog:
    """The log of an account's failed refreshes; ``account_id`` is its id in the settings.

    An outage of days takes a few lines, not one for each attempt, even if its causes alternate.
    ``monotonic`` is a clock in seconds.
    """

    def __init__(
        self, account_id: AccountId, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._account_id = account_id
        self._limit = LogLimit(AGAIN, monotonic)

    def tell(self, level: int, line: str) -> None:
        """Log a failed refresh; ``line`` contains only our own words."""
        if self._limit.passes(line):
            _log.log(level, "account %s: %s", self._account_id, line)

    def end(self) -> None:
        """Reset after a balance, so that the next failure is logged."""
        if self._limit.reset():
            _log.info("account %s: there is a balance again", self._account_id)


_log = logging.getLogger(__name__)


class Credentials(Protocol):
    """Storage of an account's credential."""

    def credential(self, account: Account) -> Credential:
        """Return the credential. Raises WalletTrayError: SIGNED_OUT or one of KEYRING_*."""
        ...


class WalletService(TokenExchange, DetailsService, Protocol):
    """The service for balances (http.client.WalletApi, which is imported late)."""

    def balance(self, account: Account, key: str, limit: timedelta) -> Balance: ...


class BalanceFetcher:
    """Fetches the balance of one account; blocks at most 30 s besides the keyring.

    Its methods raise only WalletTrayError; ``details`` raises nothing.
    """

    def __init__(
        self,
        account: Account,
        credentials: Credentials,
        api: WalletService,
        tokens: AccessTokens,
    ) -> None:
        self._account = account
        self._credentials = credentials
        self._api = api
        self._tokens = tokens
        self._details = DetailsFetcher(account, api)
        self._works = False
        self._failures = FailureLog(account.id)

    def fetch(self, asking: Callable[[Credential], None] = lambda _: None) -> Balance:
        """Return the balance, fetched with the account's own credential.

        ``asking`` gets the credential right before the request, and may raise WalletTrayError.
        """
        self._works = False

        def ask() -> Balance:
            credential = self._credentials.credential(self._account)
            asking(credential)
            return self._balance(credential, self._tokens)

        balance = _only_known_errors(ask, self._failures)
        self._failures.end()
        self._works = True
        return balance

    def details(self, wallet_id: WalletId) -> WalletDetails:
        """Return the service's additional data of wallet ``wallet_id``. Never raises.

        Requires an earlier balance and uses the token of a refresh. Optional data must neither
        raise a keyring prompt nor repeat a failure. Blocks at most 15 s besides the keyring.
        """
        if not self._works or not self._account.provider.strategies.details:
            return WalletDetails()
        try:
            credential = self._credentials.credential(self._account)
            token = self._tokens.token(self._account, credential, DETAIL_LIMIT)
        except WalletTrayError as error:
            _log.debug("account %s: no details: %s", self._account.id, error)
            return WalletDetails()
        return self._details.details(token, wallet_id)

    def verify(
        self, credential: Credential, asking: Callable[[Credential], None] = lambda _: None
    ) -> Balance:
        """Return the balance, fetched with ``credential``; stored credentials stay untouched."""

        def ask() -> Balance:
            asking(credential)
            return self._balance(credential, AccessTokens(self._api))

        balance = _only_known_errors(ask, FailureLog(self._account.id))
        self._works = True
        return balance

    def discard_token(self) -> None:
        """Drop the access token, after a sleep or a sign-in; the next fetch gets a new one."""
        self._tokens.drop(self._account)

    def _balance(self, credential: Credential, tokens: AccessTokens) -> Balance:
        deadline = time.monotonic() + REFRESH_LIMIT.total_seconds()
        token = tokens.token(self._account, credential, _left(deadline))
        try:
            return self._api.balance(self._account, token, _left(deadline))
        except WalletTrayError as error:
            is_exchanged = self._account.provider.exchanges_key
            if error.problem.kind is not ProblemKind.CREDENTIAL_REJECTED or not is_exchanged:
                raise
            rejected = error.problem
        if credential.kind is CredentialKind.ACCESS_TOKEN:
            raise WalletTrayError(
                Problem(ProblemKind.ACCESS_TOKEN_ENDED, rejected.at, rejected.status)
            )
        # The token may have been revoked early: retry silently with a new one.
        tokens.drop(self._account, token)
        token = tokens.token(self._account, credential, _left(deadline))
        return self._api.balance(self._account, token, _left(deadline))


def _left(deadline: float) -> timedelta:
    return timedelta(seconds=max(deadline - time.monotonic(), 0))


def _only_known_errors(step: Callable[[], Balance], failures: FailureLog) -> Balance:
    try:
        return step()
    except WalletTrayError as error:
        status = f", status {error.problem.status}" if error.problem.status else ""
        failures.tell(logging.WARNING, f"no balance: {error}{status}")
        raise
    except Exception as error:  # noqa: BLE001  a bug must not end the refreshes
        name = type(error).__name__
        failures.tell(logging.ERROR, f"a refresh failed with {name}")
        kind = ProblemKind.REPLACED if isinstance(error, ImportError) else ProblemKind.FAULT
        raise WalletTrayError(Problem(kind, datetime.now(UTC), detail=name)) from None
