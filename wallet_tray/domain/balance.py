"""The balance of a wallet at one moment, and its severity."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Context, Decimal
from enum import IntEnum

# An amount has at most 400 characters and lies within a double's range. The difference of two
# amounts needs fewer digits than this precision. So the subtraction is exact; the default 28 digits
# would round.
_EXACT = Context(prec=1500, Emax=999_999, Emin=-999_999)


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

    account_id: str
    total: Decimal
    available: Decimal
    amount_due: Decimal
    unit: str
    amount_due_unit: str
    fetched_at: datetime

    @property
    def reserved(self) -> Decimal:
        """The amount held for pending transactions: exactly the total minus the available one."""
        # Return plain 0 regardless of exponents; "0E+292" would be unreadable.
        return _EXACT.subtract(self.total, self.available) or Decimal(0)


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
