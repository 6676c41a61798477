"""Recording of what a service replies, and the forecast of how long a balance lasts."""

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection
from wallet_tray.domain.problem import Problem, WalletTrayError

if TYPE_CHECKING:
    from wallet_tray.history.history import History
    from wallet_tray.history.permission import Permission


class RecordingGate:
    """Recording tickets, shared by all workers of an account; thread-safe.

    Take a ticket before the request. A balance is recorded only if its ticket is still valid.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._number = 0
        self._is_over = False

    def ticket(self) -> int:
        """Return a ticket to record with."""
        with self._lock:
            return self._number

    def commit(self, number: int, record: Callable[[], None]) -> None:
        """Call ``record`` unless the ticket has become invalid."""
        with self._lock:
            if number == self._number and not self._is_over:
                record()

    def revoke(self, *, for_good: bool = False) -> None:
        """Invalidate all tickets drawn so far; with ``for_good`` also all future ones.

        Waits for recordings in progress, 2 s at most each.
        """
        with self._lock:
            self._number += 1
            self._is_over = self._is_over or for_good


_log = logging.getLogger(__name__)


class BalanceRecorder:
    """Records the balances of one account, one request at a time. No Qt.

    Blocks for the disk, at most 2 s. A balance is recorded only if it was requested after ``ask``
    and no process has erased the account since.
    """

    def __init__(
        self, history: "History", account: Account, gate: RecordingGate | None = None
    ) -> None:
        self._gate = gate or RecordingGate()
        self._history = history
        self._account = account
        self._permission: Permission | None = None  # of the request in progress
        self._asked_with: Credential | None = None

    def ask(self, credential: Credential, *, insist: bool) -> None:
        """Prepare a request with this credential; call it right before the request.

        Raises WalletTrayError while the service has asked for a pause, unless the user insists
        (``insist``).
        """
        self._asked_with = credential
        if not insist:
            problem = self._history.waits.problem(self._account, credential, datetime.now(UTC))
            if problem is not None:
                self._asked_with = None  # no request was sent
                raise WalletTrayError(problem)
        self._permission = self._history.permission(self._account)

    def failed(self, problem: Problem, number: int = 0) -> None:
        """Save the waiting time that the service set; no balance arrived."""
        permission, self._permission = self._permission, None
        credential, self._asked_with = self._asked_with, None
        if credential is None or problem.retry_after is None:
            return
        history, account = self._history, self._account
        # Without a permission to check, nothing can have been erased.
        if permission is None or history.is_permitted(account, permission):
            self._gate.commit(number, partial(history.waits.note, account, credential, problem))

    def record(
        self, balance: Balance, env_credential: Credential | None = None, number: int = 0
    ) -> Forecast:
        """Record the balance and return its outlook, from its wallet's records up to its time.

        ``env_credential`` is the environment's credential used for the request, or None for the
        keyring's. ``number`` is the ticket drawn before the request.
        """
        history, account = self._history, self._account
        # If ``ask`` got no permission, a new one would belong to another request.
        permission = self._permission if self._asked_with else history.permission(account)
        self._permission = self._asked_with = None
        history.waits.end(account)
        if permission is not None:
            self._gate.commit(
                number,
                partial(history.record_permitted, account, balance, env_credential, permission),
            )
        return self.outlook(balance, balance.fetched_at)

    def outlook(self, balance: Balance, now: datetime) -> Forecast:
        """Return only the outlook, at the balance's own time.

        If the clock was ahead, it is the outlook at ``now``.
        """
        from wallet_tray.domain.forecast.forecast import project  # the icon does not wait for it

        if self._account.provider.zero_is_normal:
            return NoProjection.NOT_FALLING  # a postpaid balance does not run dry
        at = min(now, balance.fetched_at)
        spending = self._history.spending(self._account, balance.wallet, at)
        try:
            return project(balance.available.amount, spending, at)
        except Exception as error:  # noqa: BLE001  an internal error must not lose the balance
            fault, account = type(error).__name__, self._account.id
            _log.error("account %s: no projection, by a fault of ours: %s", account, fault)
            return NoProjection.NOT_ENOUGH_DATA
