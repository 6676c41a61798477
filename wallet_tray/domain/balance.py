"""What a wallet holds at one moment, and how serious that is."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Context, Decimal
from enum import IntEnum

# An amount has at most 400 characters and lies within a double's range, so the difference of two
# needs fewer digits than this: subtraction is exact where the default 28 digits would round.
_EXACT = Context(prec=1500, Emax=999_999, Emin=-999_999)


class Level(IntEnum):
    """How serious a balance is; a larger value is worse."""

    OK = 0
    LOW = 1
    CRITICAL = 2
    EMPTY = 3

    @property
    def word(self) -> str:
        """The name that scripts see: "ok", "low", "critical" or "empty"."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Balance:
    """One answer of a wallet service. Amounts are finite and exactly as received.

    ``available`` and ``total`` are in ``unit``, ``amount_due`` is in ``amount_due_unit``;
    any of them may be negative. ``fetched_at`` is aware and in UTC.
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
        """What is held for pending transactions: the total less what is available, exactly."""
        # Nothing is plain 0, whatever exponents the two had ("0E+292" is no way to say it).
        return _EXACT.subtract(self.total, self.available) or Decimal(0)


def level_of(available: Decimal, low: Decimal, critical: Decimal) -> Level:
    """How serious it is to have ``available`` left; a limit of 0 is switched off.

    A limit is crossed when the balance falls *below* it; a wallet is empty at 0 or below.
    """
    if available <= 0:
        return Level.EMPTY
    if critical > 0 and available < critical:
        return Level.CRITICAL
    if low > 0 and available < low:
        return Level.LOW
    return Level.OK
