"""Optional details from a service, fetched independently of each other and the balance."""

import logging
import math
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Protocol, TypeVar

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import WalletId
from wallet_tray.domain.history_values import Transaction
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import ProblemKind, WalletTrayError
from wallet_tray.refresh.messages import WalletDetails

DETAIL_LIMIT = timedelta(seconds=5)
"""The limit of each part; a refresh of the balance may be waiting for it."""

PRICE_KEPT = timedelta(hours=6)
"""A unit's price changes with the service's price list, not with the hour."""

NOT_OFFERED_FOR = timedelta(days=1)
"""A part that a service does not offer is requested again after this time."""

_TRANSACTIONS = "transactions"
_EXCHANGE_RATE = "exchange rate"

_log = logging.getLogger(__name__)

T = TypeVar("T")


class DetailsService(Protocol):
    """The interface of http.client.WalletApi, which is imported late."""

    def transactions(
        self, account: Account, key: str, wallet_id: WalletId, limit: timedelta
    ) -> tuple[Transaction, ...]: ...

    def exchange_rate(self, account: Account, key: str, limit: timedelta) -> Money: ...


class DetailsFetcher:
    """Fetches the details of one account's wallet; ``monotonic`` is a clock in seconds.

    A part that the service does not offer (404) is requested again after a day. A price is kept
    for six hours. A part that fails is missing, and is requested again the next time.
    """

    def __init__(
        self,
        account: Account,
        api: DetailsService,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._account = account
        self._api = api
        self._monotonic = monotonic
        self._not_offered: dict[str, float] = {}  # until when
        self._unit_price: Money | None = None
        self._unit_price_until = 0.0

    def details(self, key: str, wallet_id: WalletId) -> WalletDetails:
        """Return the newest transactions of the wallet ``wallet_id`` and a unit's price.

        Never raises. Blocks at most 10 s. An access token in the place of the ``key`` is used
        without renewal.
        """
        account, api = self._account, self._api
        transactions = self._part(
            _TRANSACTIONS,
            lambda: api.transactions(account, key, wallet_id, DETAIL_LIMIT),
        )
        return WalletDetails(transactions or (), self._price(key))

    def _price(self, key: str) -> Money | None:
        if self._unit_price is not None and self._monotonic() < self._unit_price_until:
            return self._unit_price
        self._unit_price = self._part(
            _EXCHANGE_RATE,
            lambda: self._api.exchange_rate(self._account, key, DETAIL_LIMIT),
        )
        self._unit_price_until = self._monotonic() + PRICE_KEPT.total_seconds()
        return self._unit_price

    def _part(self, name: str, ask: Callable[[], T]) -> T | None:
        if self._monotonic() < self._not_offered.get(name, -math.inf):
            return None
        try:
            return ask()
        except WalletTrayError as error:
            if error.problem.kind is ProblemKind.NOT_FOUND:
                self._not_offered[name] = self._monotonic() + NOT_OFFERED_FOR.total_seconds()
            _log.debug("account %s: no %s: %s", self._account.id, name, error)
        except Exception as error:  # noqa: BLE001  an internal error must not end the refreshes
            fault, account = type(error).__name__, self._account.id
            _log.error("account %s: no %s, by a fault of ours: %s", account, name, fault)
        return None
