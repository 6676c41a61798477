"""The limits that trigger alerts."""

from dataclasses import dataclass
from decimal import Decimal


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
