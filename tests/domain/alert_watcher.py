"""An account's alert policy as a test drives it, step by step."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from tests.support.builders import alert_context
from wallet_tray.domain.alert import Alert, AlertLimits
from wallet_tray.domain.alert_memory import (
    AlertMemory,
    Snooze,
    UntilToppedUp,
)
from wallet_tray.domain.alert_policy import (
    Step,
    delivered,
    snoozed,
    step,
)
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.problem import Problem, ProblemKind

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LIMITS = AlertLimits(Decimal(100), Decimal(20), Decimal(10), Decimal(6))
OFF = AlertLimits(Decimal(0), Decimal(0), Decimal(0), Decimal(0))
FOREVER = UntilToppedUp.UNTIL_TOPPED_UP


class Watcher:
    """One account's policy, five minutes a step, and its user's notifications."""

    def __init__(self, limits: AlertLimits = LIMITS) -> None:
        self.memory = AlertMemory()
        self.now = NOON
        self.around = alert_context(NOON, NOON, limits)
        self.last: Alert | None = None

    def balance(
        self,
        available: str,
        due: str | None = "0",
        *,
        hours: str | None = None,
        reserved: str | None = "0",
        wallet: str = "a",
        unit: str = "BYC",
        due_unit: str = "USD",
    ) -> str:
        """The wallet states no amount due without ``due``, and no total without ``reserved``."""
        self.now += timedelta(minutes=5)
        hours_left = None if hours is None else Decimal(hours)
        self.around = replace(self.around, hours_left=hours_left, unit=unit)
        figures = {}
        if due is not None:
            figures[Figure.DUE] = Money(Decimal(due), due_unit)
        if reserved is not None:
            figures[Figure.TOTAL] = Money(Decimal(available) + Decimal(reserved), unit)
        return self._told(
            Balance(
                wallet_id=WalletId(wallet),
                available=Money(Decimal(available), unit),
                figures=figures,
                fetched_at=self.now,
            )
        )

    def taken(self, available: str, wallet: str) -> str:
        """A balance whose alert, if there is one, a notification service takes."""
        said = self.balance(available, wallet=wallet)
        self.memory = delivered(self.memory)
        return said

    def balances(self, *available: str) -> list[str]:
        return [self.balance(one) for one in available]

    def problem(self, kind: ProblemKind, minutes: float = 5) -> str:
        self.now += timedelta(minutes=minutes)
        return self._told(Problem(kind, self.now))

    def wait(self, **duration: float) -> str:
        self.now += timedelta(**duration)
        return self._told(None)

    def limits(self, **limits: str) -> str:
        moved = {name: Decimal(limit) for name, limit in limits.items()}
        self.around = replace(self.around, limits=replace(self.around.limits, **moved))
        return self._told(None)

    def lock(self, locked: bool = True) -> str:
        self.around = replace(self.around, quiet=locked)
        return self._told(None)

    def wake(self) -> None:
        self.around = replace(self.around, awake_since=self.now)

    def token_ends(self, end: datetime | None) -> str:
        self.around = replace(self.around, credential_ends=end)
        return self._told(None)

    def snooze(self, until: Snooze) -> str:
        closed = self._words(snoozed(self.memory, until))
        return closed or self._told(None)

    def deliver(self) -> None:
        self.memory = delivered(self.memory)

    def _told(self, outcome: Balance | Problem | None) -> str:
        return self._words(step(self.memory, outcome, replace(self.around, now=self.now)))

    def _words(self, result: Step) -> str:
        self.memory, self.last = result.memory, result.say
        assert not (result.say and result.close), "an alert takes the slot; nothing to close"
        return result.say.kind.value if result.say else "closed" if result.close else ""
