"""The balance of a wallet at one moment, and its severity."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import IntEnum
from typing import NewType

from wallet_tray.domain.exact import exact_difference

# The service's own id of a wallet; a service may send none. An AccountId is the settings' id.
WalletId = NewType("WalletId", str)
NO_WALLET_ID = WalletId("")


class Level(IntEnum):
    """The severity of a balance; a larger value is worse."""

    OK = 0
    LOW = 1
    CRITICAL = 2
    EMPTY = 3

    @property
    def word(self) -> str:
        """The name in scripts: "ok", "low", "critical" or "empty"."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One balance reported by a wallet service. Amounts are finite and exactly as received.

    ``available`` and ``total`` are in ``unit``, ``amount_due`` is in ``amount_due_unit``. Any of
    them may be negative. ``fetched_at`` is aware and in UTC.
    """

    wallet_id: WalletId
    total: Decimal
    available: Decimal
    amount_due: Decimal
    unit: str
    amount_due_unit: str
    fetched_at: datetime

    @property
    def reserved(self) -> Decimal:
        """The amount held for pending transactions: exactly the total minus the available one."""
        return exact_difference(self.total, self.available)


def level_of(available: Decimal, low: Decimal, critical: Decimal) -> Level:
    """Return the severity of ``available``; a limit of 0 is off.

    A limit is crossed when the balance falls *below* it. A wallet is empty at 0 or below.
    """
    if available <= 0:
        return Level.EMPTY
    if critical > 0 and available < critical:
        return Level.CRITICAL
    if low > 0 and available < low:
        return Level.LOW
    return Level.OK
