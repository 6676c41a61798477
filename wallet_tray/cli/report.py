"""The report of a command about one wallet: known facts and problems."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from wallet_tray.domain.account import Account
from wallet_tray.domain.alert_limits import Beyond
from wallet_tray.domain.balance import Balance, Level, level_of
from wallet_tray.domain.forecast.outlook import NoProjection, Outlook, hours_left
from wallet_tray.domain.problem import Pace, Problem, ProblemKind

STALE_INTERVALS = 3
STALE_AT_LEAST = timedelta(minutes=15)
CLOCK_SLACK = timedelta(seconds=60)
"""A time further in the future was recorded with another clock, so its age is unknown."""


class Mark(StrEnum):
    """The marks shown beside the level, named as the bars see them."""

    STALE = "stale"
    PROBLEM = "problem"
    SIGNED_OUT = "signed-out"


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one wallet at ``now`` (aware); ``balance`` is the last known one, or None.

    ``stale`` means that the balance is too old to be current. ``problem`` is why there is no newer
    one. ``hidden`` masks amounts wherever people see them.
    """

    account: Account
    now: datetime
    balance: Balance | None = None
    outlook: Outlook = NoProjection.NOT_ENOUGH_DATA
    stale: bool = False
    problem: Problem | None = None
    hidden: bool = False

    @property
    def level(self) -> Level | None:
        """The severity of the balance, or None if unknown."""
        if self.balance is None:
            return None
        limits = self.account.limits
        return level_of(self.balance.available, limits.low_balance, limits.critical_balance)

    @property
    def level_word(self) -> str:
        """The level as people read it: "" where there is nothing to say."""
        if self.balance is not None and self.balance.available < 0:
            return "overdrawn"
        return self.level.word if self.level else ""

    @property
    def beyond(self) -> tuple[Beyond, ...]:
        """Which limits besides those of the balance are crossed."""
        if self.balance is None:
            return ()
        return self.account.limits.beyond(self.balance, hours_left(self.outlook))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks, most important last; empty if all is well."""
        if self.problem is not None and self.problem.kind is ProblemKind.SIGNED_OUT:
            return (Mark.SIGNED_OUT,)
        stale = (Mark.STALE,) if self.stale else ()
        lasts = self.problem is not None and self.problem.kind.pace is not Pace.BACK_OFF
        return (*stale, Mark.PROBLEM) if lasts or self.balance is None else stale


def age_of(balance: Balance, now: datetime) -> timedelta:
    """Return the time since the balance was fetched; 0 if the clock was set back since."""
    return max(now - balance.fetched_at, timedelta(0))


def is_within(balance: Balance, now: datetime, limit: timedelta) -> bool:
    """Return whether the balance is known to be no older than ``limit``."""
    return balance.fetched_at - now <= CLOCK_SLACK and now - balance.fetched_at <= limit


def is_stale(balance: Balance, now: datetime, interval: timedelta) -> bool:
    """Return whether several refreshes must have failed or refreshing has stopped.

    That is the case after three intervals, but not before 15 minutes.
    """
    return not is_within(balance, now, max(STALE_INTERVALS * interval, STALE_AT_LEAST))
