"""The conditions that cause a warning, and a single warning as a plain value."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeGuard

from wallet_tray.domain.balance import Balance
from wallet_tray.domain.money import Figure, Money, exact_product


class AlertKind(StrEnum):
    """The conditions that cause a notification, worst first."""

    EMPTY = "empty"
    CREDENTIAL_REJECTED = "credential-rejected"
    CRITICAL = "critical"
    NO_BALANCE = "no-balance"
    AMOUNT_DUE = "amount-due"
    ACCESS_TOKEN_ENDS = "access-token-ends"  # noqa: S105  a condition, not a token
    LOW = "low"
    HOURS_LEFT = "hours-left"
    LARGE_DROP = "large-drop"


_WORST_FIRST = list(AlertKind)

URGENT = frozenset({AlertKind.EMPTY, AlertKind.CRITICAL, AlertKind.CREDENTIAL_REJECTED})
"""Alerts that stay on the screen until dismissed; the others disappear after a while."""


def worst(kinds: frozenset[AlertKind]) -> AlertKind:
    """Return the worst of several simultaneous conditions. ``kinds`` must not be empty."""
    return min(kinds, key=_WORST_FIRST.index)


@dataclass(frozen=True, slots=True)
class Alert:
    """One warning, with the figures at the time of the warning.

    ``amount`` is the value compared with the limit: the available balance, the amount due, the
    hours left (in "h"), or the size of a drop. ``at`` and ``since`` are aware and in UTC.
    ``since`` is the last balance's time for NO_BALANCE, and the expiry for ACCESS_TOKEN_ENDS.
    ``hours_left`` accompanies a falling balance if there is a projection.
    """

    kind: AlertKind
    at: datetime
    amount: Money | None = None
    limit: Money | None = None
    since: datetime | None = None
    hours_left: Decimal | None = None

    @property
    def urgent(self) -> bool:
        """True if the alert must stay until dismissed."""
        return self.kind in URGENT

    @property
    def unit(self) -> str:
        """The unit of amount and limit; "" without either."""
        measured = self.amount if self.amount is not None else self.limit
        return "" if measured is None else measured.unit


_REARMED_BELOW = Decimal("1.05")
_REARMED_ABOVE = Decimal("0.95")


def is_beyond(value: Decimal, limit: Decimal, *, below: bool) -> bool:
    """Return whether the value is on the wrong side of the limit: below it, or above it."""
    return value < limit if below else value > limit


def is_rearmed(value: Decimal, limit: Decimal, *, below: bool) -> bool:
    """Return whether the value is on the right side by 5 % of the limit.

    A value that fluctuates around a limit so warns only once.
    """
    if below:
        return value >= exact_product(limit, _REARMED_BELOW)
    return value <= exact_product(limit, _REARMED_ABOVE)


class Threshold(NamedTuple):
    """The limit of one figure; ``below`` names its wrong side.

    A figure that is absent, or in another unit, is neither beyond the limit nor re-armed.
    """

    figure: Figure
    below: bool
    limit: Money

    def is_crossed(self, stated: Money | None) -> bool:
        """Return whether the figure is on the wrong side."""
        return self._is_comparable(stated) and is_beyond(
            stated.amount, self.limit.amount, below=self.below
        )

    def is_rearmed(self, stated: Money | None) -> bool:
        """Return whether the figure is far enough on the right side to warn again."""
        return self._is_comparable(stated) and is_rearmed(
            stated.amount, self.limit.amount, below=self.below
        )

    def _is_comparable(self, stated: Money | None) -> TypeGuard[Money]:
        return stated is not None and stated.unit == self.limit.unit


class Beyond(StrEnum):
    """A limit that is crossed though the balance itself may be above its own; the names are those
    that bars see."""

    AMOUNT_DUE = "amount-due"
    HOURS_LEFT = "hours-left"


class OwnLimits(NamedTuple):
    """The limits that the user wrote for an account; None where the usual one counts."""

    low_balance: Decimal | None = None
    critical_balance: Decimal | None = None
    amount_due: Decimal | None = None
    hours_left: Decimal | None = None


@dataclass(frozen=True, slots=True)
class AlertLimits:
    """The limits of one account; 0 switches a limit off.

    ``low_balance`` and ``critical_balance`` are in the account's unit. ``amount_due`` is in the
    unit of the amount due, ``hours_left`` in hours. All are finite and at least 0.
    """

    low_balance: Decimal = Decimal(0)
    critical_balance: Decimal = Decimal(0)
    amount_due: Decimal = Decimal(0)
    hours_left: Decimal = Decimal(0)

    def thresholds(self, unit: str, due_unit: str) -> dict[AlertKind, Threshold]:
        """Return the limits of figures that are on, as far as their unit is known.

        ``unit`` is the unit of the balance, ``due_unit`` that of the amount due.
        """
        limits = (
            (AlertKind.CRITICAL, Figure.AVAILABLE, True, self.critical_balance, unit),
            (AlertKind.LOW, Figure.AVAILABLE, True, self.low_balance, unit),
            (AlertKind.AMOUNT_DUE, Figure.DUE, False, self.amount_due, due_unit),
        )
        return {
            kind: Threshold(figure, below, Money(limit, in_unit))
            for kind, figure, below, limit, in_unit in limits
            if limit > 0 and in_unit
        }

    def beyond(
        self, balance: Balance, hours_left: Decimal | None, due_unit: str = ""
    ) -> tuple[Beyond, ...]:
        """Return the crossed limits besides those of the balance.

        ``due_unit`` is the unit of the limit of the amount due; "" if it is that of the balance.
        The hours left of an empty wallet do not count: being empty says enough.
        """
        found = []
        due = balance.figures.get(Figure.DUE)
        limits = self.thresholds(balance.unit, due_unit or (due.unit if due is not None else ""))
        owed = limits.get(AlertKind.AMOUNT_DUE)
        if owed is not None and owed.is_crossed(due):
            found.append(Beyond.AMOUNT_DUE)
        if (
            balance.available.amount > 0
            and hours_left is not None
            and is_beyond(hours_left, self.hours_left, below=True)
        ):
            found.append(Beyond.HOURS_LEFT)
        return tuple(found)
