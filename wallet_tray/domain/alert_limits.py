"""The limits that trigger alerts."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wallet_tray.domain.balance import Balance


class Beyond(StrEnum):
    """A limit that is crossed though the balance itself may be above its own; the names are those
    that bars see."""

    AMOUNT_DUE = "amount-due"
    HOURS_LEFT = "hours-left"


@dataclass(frozen=True, slots=True)
class AlertLimits:
    """The limits of one account; 0 switches a limit off.

    ``low_balance`` and ``critical_balance`` are in the account's unit. ``amount_due`` is in the
    unit of the amount due, ``hours_left`` in hours. All are finite and at least 0.
    """

    low_balance: Decimal = Decimal(100)
    critical_balance: Decimal = Decimal(20)
    amount_due: Decimal = Decimal(0)
    hours_left: Decimal = Decimal(0)

    def beyond(self, balance: Balance, hours_left: Decimal | None) -> tuple[Beyond, ...]:
        """Which limits besides those of the balance are crossed, as long as they are.

        An empty wallet has no time left, and says so by itself.
        """
        found = []
        if 0 < self.amount_due < balance.amount_due:
            found.append(Beyond.AMOUNT_DUE)
        if balance.available > 0 and hours_left is not None and hours_left < self.hours_left:
            found.append(Beyond.HOURS_LEFT)
        return tuple(found)
