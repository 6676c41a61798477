"""The alerts of one account: judges every outcome and updates the notification slot."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import Alert, AlertKind
from wallet_tray.domain.alert_memory import (
    LONGEST_SNOOZE,
    SNOOZE_STEP,
    AlertMemory,
    Snooze,
    by_this_clock,
    in_units,
)
from wallet_tray.domain.alert_policy import (
    ACCESS_TOKEN_NOTICE,
    OUTAGE,
    AlertContext,
    Step,
    delivered,
    dismissed,
    is_snoozed,
    restarted,
    snoozed,
    step,
    with_current_figures,
)
from wallet_tray.domain.alert_rules import traits_of
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection, hours_left
from wallet_tray.domain.problem import Problem

_LONGEST_TIMER = timedelta(days=20)  # Qt's limit is 2^31 ms


class AlertController(QObject):
    """Owns the alert memory of one account. All methods belong to the GUI thread.

    No alert before this run's first outcome: what an earlier run knew may be hours old. The first
    outcome counts even if it is a failure, so an outage hides nothing. A paused start has its first
    outcome when the user resumes, or refreshes by hand.

    Signals:
        said(Alert): show this in the account's notification slot, replacing what is there.
        closed(): clear the slot; the trouble is over, or the user wants quiet.
        remembered(AlertMemory): the memory has changed, or was read at the start; save it.
        snooze_changed(): alerts are snoozed now, or no longer.
    """

    said = Signal(object)
    closed = Signal()
    remembered = Signal(object)
    snooze_changed = Signal()

    def __init__(
        self,
        account: Account,
        memory: AlertMemory,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
        *,
        is_paused: Callable[[], bool] = lambda: False,
        is_quiet: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self.account = account
        known = in_units(memory, account.unit, account.due_unit)
        self.memory = by_this_clock(known, now())
        self._now = now
        self._awake_since = now()
        self._is_paused = is_paused
        self._is_quiet = is_quiet
        self._outlook: Forecast = NoProjection.NOT_ENOUGH_DATA
        self._credential_ends: datetime | None = None
        self._has_outcome = False
        self._pending: Alert | None = None  # a large drop that no notification service took
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look_again)
        # The clock may be set back during a snooze, so its length is limited by running time too.
        self._snooze_end = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._snooze_end.timeout.connect(self._end_snooze)
        self._time_snooze()
        self._was_snoozed = self.is_snoozed
        self._arm()

    @property
    def is_snoozed(self) -> bool:
        """True while the user wants no notifications of this account."""
        return is_snoozed(self.memory, self._now())

    def start(self) -> None:
        """Make alerts due again that no notification service took before the last exit."""
        self.memory = restarted(self.memory)
        self.remembered.emit(self.memory)  # the clock may have been set since it was saved
        self._pending = self.memory.shown if self.memory.undelivered else None

    def take(
        self, outcome: Balance | Problem, outlook: Forecast = NoProjection.NOT_ENOUGH_DATA
    ) -> None:
        """Judge the outcome of a refresh; ``outlook`` belongs to its balance."""
        self._outlook = outlook
        is_first, self._has_outcome = not self._has_outcome, True
        self._judge(outcome)
        if is_first:
            self._remember(with_current_figures(self.memory, self._context()))

    def apply_settings(self, account: Account) -> None:
        """Apply changed settings; a moved limit alone raises no alert."""
        if account != self.account:
            self.account = account
            self._judge(None)

    def snooze(self, until: Snooze) -> None:
        """Snooze alerts until then; None ends the snooze and shows what is new and still holds."""
        self._apply(snoozed(by_this_clock(self.memory, self._now()), until))
        self._time_snooze()
        self._judge(None)

    def reset(self) -> None:
        """Reset to an empty memory after "Erase everything"."""
        self._apply(Step(AlertMemory(), close=self.memory.shown is not None))

    def quiet_changed(self) -> None:
        """Hold alerts back as the screen is locked now, or release them."""
        self._judge(None)

    def resumed(self) -> None:
        """Restart the outage count after a sleep, and check whether a snooze is over.

        Failures before this moment are no outage, because the computer slept.
        """
        self._awake_since = self._now()
        self._judge(None)

    def pause_changed(self) -> None:
        """Suspend the outage check as refreshing is paused now, or start it over."""
        self._awake_since = self._now()
        self._arm()

    def set_credential_end(self, end: datetime | None) -> None:
        """Set when the pasted access token expires; None for an API key."""
        self._credential_ends = end
        self._judge(None)

    def delivered(self) -> None:
        """Record that a notification service took the last alert."""
        self._remember(delivered(self.memory))

    def dismissed(self) -> None:
        """Record that the notification left the screen, other than by this program."""
        self._remember(dismissed(self.memory))

    def _look_again(self) -> None:
        self._judge(None)

    def _time_snooze(self) -> None:
        self._snooze_end.stop()
        if isinstance(self.memory.snooze, datetime):
            left = min(self.memory.snooze - self._now(), LONGEST_SNOOZE)
            self._snooze_end.start(max(left // timedelta(milliseconds=1), 0))

    def _end_snooze(self) -> None:
        if isinstance(self.memory.snooze, datetime):
            self.snooze(None)

    def _judge(self, outcome: Balance | Problem | None) -> None:
        context = self._context(outcome)
        result = step(self.memory, outcome, context)
        if self._pending is not None and not (context.quiet or self.is_snoozed):
            shown, self._pending = result.memory.shown, None
            if shown is not None and result.say is None:
                result = replace(result, say=shown)
        self._apply(result)

    def _context(self, outcome: Balance | Problem | None = None) -> AlertContext:
        now = self._now()
        seen = self.memory.seen
        unit = self.account.unit or (seen.available.unit if seen is not None else "")
        if isinstance(outcome, Balance):
            unit = outcome.unit
        # If the clock was set back, an outage counts from that moment.
        self._awake_since = now if self._is_paused() else min(self._awake_since, now)
        return AlertContext(
            now=now,
            awake_since=self._awake_since,
            limits=self.account.limits_in(unit),
            unit=unit,
            traits=traits_of(self.account, unit),
            quiet=self._is_quiet() or not self._has_outcome,
            hours_left=hours_left(self._outlook),
            credential_ends=self._credential_ends,
        )

    def _apply(self, result: Step) -> None:
        self._remember(result.memory)
        if result.close:
            self.closed.emit()
        if isinstance(result.say, Alert):
            self.said.emit(result.say)
        if self.is_snoozed != self._was_snoozed:
            self._was_snoozed = self.is_snoozed
            self.snooze_changed.emit()
        self._arm()

    def _remember(self, memory: AlertMemory) -> None:
        if memory != self.memory:
            self.memory = memory
            self.remembered.emit(memory)

    def _arm(self) -> None:
        """Set the timer for the next change by time alone: refreshes can be a day apart."""
        self._timer.stop()
        now = self._now()
        coming = [moment - now for moment in self._moments() if moment > now]
        if coming:
            left = min(min(coming) + timedelta(seconds=1), _LONGEST_TIMER)
            self._timer.start(left // timedelta(milliseconds=1))

    def _moments(self) -> Iterator[datetime]:
        """Yield when a snooze ends, an outage is long enough, and the notice of an end is due.

        A snooze also notes the clock in steps, as refreshes may be stopped.
        """
        if isinstance(self.memory.snooze, datetime):
            yield self.memory.snooze
            yield self._now() + SNOOZE_STEP
        failing_since = self.memory.failing_since
        is_active = AlertKind.NO_BALANCE in self.memory.active
        if failing_since is not None and not is_active and not self._is_paused():
            yield max(failing_since, self._awake_since) + OUTAGE
        if self._credential_ends is not None:
            yield self._credential_ends - ACCESS_TOKEN_NOTICE
