"""Recording of balances, and their outlook."""

import logging
from datetime import datetime
from functools import partial

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.outlook import NoProjection, Outlook
from wallet_tray.domain.projection import project
from wallet_tray.refresh.recording_leave import RecordingLeave
from wallet_tray.services.history import History

_log = logging.getLogger(__name__)


class BalanceRecorder:
    """A recorder of one account's balances. Blocks for the disk, 2 s at most; no Qt."""

    def __init__(
        self, history: History, account: Account, leave: RecordingLeave | None = None
    ) -> None:
        self._leave = leave or RecordingLeave()
        self._history = history
        self._account = account

    def record(
        self, balance: Balance, borrowed: Credential | None = None, number: int = 0
    ) -> Outlook:
        """Record the balance and return its outlook, from its wallet's records up to its time.

        ``borrowed`` is the environment's credential used for the request, or None for the
        keyring's. ``number`` is the ticket drawn before the request.
        """
        self._leave.use(number, partial(self._history.record, self._account, balance, borrowed))
        return self.outlook(balance, balance.fetched_at)

    def outlook(self, balance: Balance, now: datetime) -> Outlook:
        """Return only the outlook, at the balance's own time.

        If the clock was ahead, it is the outlook at ``now``.
        """
        at = min(now, balance.fetched_at)
        spending = self._history.spending(self._account, balance.account_id, at)
        try:
            return project(balance.available, spending, at)
        except Exception as error:  # noqa: BLE001  an internal error must not lose the balance
            _log.error("nothing was projected, by a fault of ours: %s", type(error).__name__)
            return NoProjection.NOT_ENOUGH_DATA
