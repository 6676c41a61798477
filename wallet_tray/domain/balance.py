"""The balance of a wallet at one moment, and its severity."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import NamedTuple, NewType

from wallet_tray.domain.money import OTHERS, Figure, Money

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


class WalletKey(NamedTuple):
    """A wallet of an account: the service's own id of it, and its unit.

    Amounts of different units have no common history.
    """

    id: WalletId
    unit: str


class Flag(StrEnum):
    """A state of the wallet beside its amounts."""

    BLOCKED = "blocked"
    AUTO_TOP_UP = "auto_top_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One balance reported by a wallet service: exact amounts, each with its unit.

    ``figures`` holds what this wallet states beside ``available``; a figure that it does not state
    is absent. ``fetched_at`` is aware and in UTC.
    """

    wallet_id: WalletId
    available: Money
    figures: Mapping[Figure, Money] = field(default_factory=dict)
    flags: frozenset[Flag] = frozenset()
    fetched_at: datetime

    @property
    def unit(self) -> str:
        """The unit of the available amount."""
        return self.available.unit

    @property
    def wallet(self) -> WalletKey:
        """The wallet that the balance belongs to."""
        return WalletKey(self.wallet_id, self.unit)

    @property
    def counted(self) -> Money:
        """The amount whose changes are spending and top-ups.

        It is the total where the wallet states one in the unit of the available amount, so that a
        reservation is no spending. Otherwise it is the available amount.
        """
        total = self.figures.get(Figure.TOTAL)
        return self.available if total is None or total.unit != self.unit else total

    @property
    def others(self) -> tuple[tuple[Figure, Money], ...]:
        """The figures beside ``available``, in the order in which they are shown."""
        return tuple((one, self.figures[one]) for one in OTHERS if one in self.figures)

    def amount(self, figure: Figure) -> Decimal | None:
        """Return the number of a figure, without its unit; None if the wallet does not state it."""
        money = self.figures.get(figure)
        return None if money is None else money.amount


def level_of(
    available: Decimal, low: Decimal, critical: Decimal, *, zero_is_normal: bool = False
) -> Level:
    """Return the severity of ``available``; a limit of 0 is off.

    A limit is crossed when the balance falls *below* it. A wallet is empty at 0 or below, unless
    that is normal there.
    """
    if available <= 0 and not zero_is_normal:
        return Level.EMPTY
    if critical > 0 and available < critical:
        return Level.CRITICAL
    if low > 0 and available < low:
        return Level.LOW
    return Level.OK
