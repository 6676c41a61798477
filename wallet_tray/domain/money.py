"""Money: an amount and its unit, which never part.

Amounts of different units are neither ordered nor added: there is no common measure. They are
merely unequal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wallet_tray.domain.exact import EXACT

NO_AMOUNT = Decimal(0)


class UnitMismatchError(ValueError):
    """Two amounts of different units were compared or added. It is a fault of the program."""


class Figure(StrEnum):
    """The meanings of an amount, in the order in which they are shown."""

    AVAILABLE = "available"  # what can be spent now
    TOTAL = "total"  # the whole that ``AVAILABLE`` is the rest of
    RESERVED = "reserved"  # already spoken for
    DUE = "due"  # owed, never below 0
    GRANTED = "granted"  # the part that was given, not paid
    CREDIT_LINE = "credit_line"  # the part that is lent
    PER_HOUR = "per_hour"  # what is being spent in an hour, as the service says


OTHERS = tuple(figure for figure in Figure if figure is not Figure.AVAILABLE)
"""The figures that a wallet may state beside the available amount."""


@dataclass(frozen=True, slots=True)
class Money:
    """A finite, exact amount in a unit, such as "USD" or "credits". A zero has no sign."""

    amount: Decimal
    unit: str

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal or not self.amount.is_finite():
            raise ValueError("an amount is a finite Decimal")
        if not self.unit:
            raise ValueError("an amount has a unit")
        if self.amount.is_zero():  # "-0" and "0E+292" would be unreadable
            object.__setattr__(self, "amount", NO_AMOUNT)

    def __add__(self, other: "Money") -> "Money":
        """Return the exact sum. Raises UnitMismatchError."""
        return Money(EXACT.add(self.amount, self._same_unit(other)), self.unit)

    def __sub__(self, other: "Money") -> "Money":
        """Return the exact difference. Raises UnitMismatchError."""
        return Money(EXACT.subtract(self.amount, self._same_unit(other)), self.unit)

    def __neg__(self) -> "Money":
        """Return the amount with the other sign; nothing is rounded."""
        return Money(self.amount.copy_negate(), self.unit)

    def __bool__(self) -> bool:
        """Return False for 0."""
        return bool(self.amount)

    def __lt__(self, other: "Money") -> bool:
        """Return True if this is less. Raises UnitMismatchError, as all comparisons of size do."""
        return self.amount < self._same_unit(other)

    def __le__(self, other: "Money") -> bool:
        """Return True if this is not more."""
        return self.amount <= self._same_unit(other)

    def __gt__(self, other: "Money") -> bool:
        """Return True if this is more."""
        return self.amount > self._same_unit(other)

    def __ge__(self, other: "Money") -> bool:
        """Return True if this is not less."""
        return self.amount >= self._same_unit(other)

    def _same_unit(self, other: "Money") -> Decimal:
        if other.unit != self.unit:
            raise UnitMismatchError(f"{self.unit} and {other.unit} have no common measure")
        return other.amount


def exact_sum(amounts: Iterable[Decimal]) -> Decimal:
    """Return the sum with all digits; Python's ``sum`` would round to 28.

    One amount alone stays as it is written. A zero is plain 0.
    """
    total: Decimal | None = None
    for amount in amounts:
        total = amount if total is None else EXACT.add(total, amount)
    return total or NO_AMOUNT


def exact_product(amount: Decimal, scale: Decimal) -> Decimal:
    """Return the product with all digits. A zero is plain 0."""
    return EXACT.multiply(amount, scale) or NO_AMOUNT
