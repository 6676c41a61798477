"""Keeping a balance, and saying how long it will last."""

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
    """Records the balances of one account. Blocks for the disk, 2 s at most; no Qt."""

    def __init__(
        self, history: History, account: Account, leave: RecordingLeave | None = None
    ) -> None:
        self._leave = leave or RecordingLeave()
        self._history = history
        self._account = account

    def record(
        self, balance: Balance, borrowed: Credential | None = None, number: int = 0
    ) -> Outlook:
        """Keep the balance; its outlook, by what was recorded of its wallet up to its time.

        ``borrowed`` is the environment's credential it was asked with, None for the keyring's.
        ``number`` was drawn from the leave before the balance was asked for.
        """
        self._leave.use(number, partial(self._history.record, self._account, balance, borrowed))
        return self.outlook(balance, balance.fetched_at)

    def outlook(self, balance: Balance, now: datetime) -> Outlook:
        """The outlook alone, as of the balance's own time; of ``now`` if the clock was ahead."""
        at = min(now, balance.fetched_at)
        spending = self._history.spending(self._account, balance.account_id, at)
        try:
            return project(balance.available, spending, at)
        except Exception as error:  # noqa: BLE001  a fault of ours must not cost the balance
            fault, account = type(error).__name__, self._account.id
            _log.error("account %s: no projection, by a fault of ours: %s", account, fault)
            return NoProjection.NOT_ENOUGH_DATA
