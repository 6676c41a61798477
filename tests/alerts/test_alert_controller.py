"""The alert controller: what it says, closes and remembers, and when it looks again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.support import builders
from tests.support.builders import Amount, make_account
from wallet_tray.alerts.controller import AlertController
from wallet_tray.domain.alert import Alert, AlertKind, AlertLimits, OwnLimits
from wallet_tray.domain.alert_memory import AlertMemory, UntilToppedUp, from_record, to_record
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import Problem, ProblemKind

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Listener(QObject):
    """Notes what the controller says, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.memory = AlertMemory()
        self.snooze_changes = 0

    def listen(self, controller: AlertController) -> None:
        controller.said.connect(self._on_said)
        controller.closed.connect(self._on_closed)
        controller.remembered.connect(self._on_remembered)
        controller.snooze_changed.connect(self._on_snooze_changed)

    def _on_said(self, alert: Alert) -> None:
        self.words.append(alert.kind.value)

    def _on_closed(self) -> None:
        self.words.append("closed")

    def _on_remembered(self, memory: AlertMemory) -> None:
        self.memory = memory

    def _on_snooze_changed(self) -> None:
        self.snooze_changes += 1


class Bench:
    """One controller with a clock that the test moves; ``restart`` ends and starts the program."""

    def __init__(self) -> None:
        self.now = START
        self.is_quiet = self.is_paused = False
        self.account = make_account(limits=AlertLimits(Decimal(100), Decimal(20), Decimal(10)))
        self.listener = Listener()
        self.controllers: list[AlertController] = []
        self.controller = self._start()

    def restart(self) -> None:
        self.controller.deleteLater()
        # What is kept is what went through the file.
        self.listener.memory = from_record(to_record(self.listener.memory))
        self.controller = self._start()
        self.controller.start()

    def _start(self) -> AlertController:
        controller = AlertController(
            self.account,
            self.listener.memory,
            now=lambda: self.now,
            is_quiet=lambda: self.is_quiet,
            is_paused=lambda: self.is_paused,
        )
        self.controllers.append(controller)
        self.listener.listen(controller)
        return controller

    def balance(self, available: Amount, due: Amount = 0) -> list[str]:
        """The next balance; what was said because of it."""
        return self.heard(
            lambda: self.controller.take(builders.balance(available, due=due, at=self.now))
        )

    def problem(self, kind: ProblemKind = ProblemKind.OFFLINE) -> list[str]:
        return self.heard(lambda: self.controller.take(Problem(kind, self.now)))

    def set_quiet(self, quiet: bool) -> None:
        self.is_quiet = quiet
        self.controller.quiet_changed()

    def heard(self, step: Callable[[], None]) -> list[str]:
        before = len(self.listener.words)
        step()
        return self.listener.words[before:]

    def pass_by(self, span: timedelta) -> list[str]:
        """Time passes; the timer fires if it is due by then."""
        self.now += span

        def fire() -> None:
            timer = self.controller._timer
            if timer.isActive() and timer.interval() <= span / timedelta(milliseconds=1):
                timer.timeout.emit()

        return self.heard(fire)

    @property
    def looks_again_in(self) -> timedelta | None:
        timer = self.controller._timer
        return timedelta(milliseconds=timer.interval()) if timer.isActive() else None


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench()
    yield bench
    for controller in bench.controllers:
        controller._timer.stop()


# -- edges


def test_drain_reports_each_level_once_and_recovery_closes(bench: Bench) -> None:
    assert bench.balance(500) == []
    assert bench.balance(99) == ["low"]
    assert bench.balance(50) == []
    assert bench.balance(15) == ["critical"]
    assert bench.balance(0) == ["empty"]
    assert bench.balance(-5) == []
    assert bench.balance(500) == ["closed"]
    assert bench.balance(99) == ["low"]


def test_several_crossings_in_one_step_are_one_alert_the_worst(bench: Bench) -> None:
    bench.balance(500)
    assert bench.balance(15, due=50) == ["critical"]
    assert bench.balance(15, due=50) == []


def test_every_change_of_the_memory_is_reported_and_nothing_else(bench: Bench) -> None:
    bench.balance(99)
    memory = bench.controller.memory
    assert bench.listener.memory is memory
    assert (memory.undelivered, memory.shown is not None) == (True, True)
    bench.listener.memory = AlertMemory()
    bench.controller.apply_settings(bench.account)
    assert bench.listener.memory == AlertMemory(), "nothing changed, nothing to keep"


# -- delivery


def test_undelivered_alert_is_shown_again_after_a_restart(bench: Bench) -> None:
    bench.balance(15)
    assert bench.heard(bench.restart) == []
    assert bench.balance(14) == ["critical"]
    shown = bench.controller.memory.shown
    assert shown is not None
    assert shown.amount == Money(Decimal(14), "BYC"), "the figures of now"
    bench.controller.delivered()
    assert bench.heard(bench.restart) == []
    assert bench.balance(13) == []


def test_undelivered_alert_that_is_over_is_not_shown_after_a_restart(bench: Bench) -> None:
    bench.balance(15)
    assert bench.heard(bench.restart) == []
    assert bench.balance(500) == []
    assert bench.balance(15) == ["critical"]


def test_undelivered_alert_is_shown_after_a_restart_while_the_service_fails(bench: Bench) -> None:
    bench.balance(15)
    assert bench.heard(bench.restart) == []
    assert bench.heard(bench.restart) == [], "it ended before the first outcome"
    assert bench.problem(ProblemKind.OFFLINE) == ["critical"]


def test_dismissed_alert_stays_away_until_the_balance_is_worse(bench: Bench) -> None:
    bench.balance(99)
    bench.controller.delivered()
    bench.controller.dismissed()
    assert bench.heard(bench.restart) == []
    assert bench.balance(98) == []
    assert bench.balance(15) == ["critical"]
    bench.controller.dismissed()
    assert bench.balance(500) == [], "the slot is empty, there is nothing to close"


def test_snoozed_alert_is_not_shown_after_a_restart(bench: Bench) -> None:
    bench.balance(15)
    assert bench.heard(lambda: bench.controller.snooze(bench.now + HOUR)) == ["closed"]
    assert bench.heard(bench.restart) == []
    assert bench.controller.is_snoozed


# -- quiet


def test_unlock_reports_alerts_that_still_hold(bench: Bench) -> None:
    bench.balance(500)
    bench.set_quiet(True)
    assert bench.balance(50) == []
    assert bench.balance(15) == []
    assert bench.heard(lambda: bench.set_quiet(False)) == ["critical"]
    assert bench.heard(lambda: bench.set_quiet(True)) == []
    assert bench.heard(lambda: bench.set_quiet(False)) == []


def test_alert_that_is_over_before_the_unlock_is_not_shown(bench: Bench) -> None:
    bench.balance(500)
    bench.set_quiet(True)
    bench.balance(15)
    bench.balance(500)
    assert bench.heard(lambda: bench.set_quiet(False)) == []


def test_a_recovery_closes_on_a_locked_screen_as_well(bench: Bench) -> None:
    bench.balance(15)
    bench.set_quiet(True)
    assert bench.balance(500) == ["closed"]


# -- snooze


def test_new_alert_is_reported_when_a_snooze_ends_by_the_clock(bench: Bench) -> None:
    bench.balance(99)
    bench.controller.snooze(bench.now + HOUR)
    assert (bench.controller.is_snoozed, bench.listener.snooze_changes) == (True, 1)
    assert bench.balance(15) == []
    bench.pass_by(57 * MINUTE)
    assert bench.looks_again_in == 3 * MINUTE + timedelta(seconds=1)
    assert bench.pass_by(3 * MINUTE + timedelta(seconds=1)) == ["critical"]
    assert (bench.controller.is_snoozed, bench.listener.snooze_changes) == (False, 2)


def test_a_timer_that_fires_too_early_is_armed_again(bench: Bench) -> None:
    """Qt's coarse timers may be 5 % early: three minutes of an hour."""
    bench.balance(500)
    bench.controller.snooze(bench.now + HOUR)
    bench.balance(15)
    bench.now += 57 * MINUTE
    assert bench.heard(bench.controller._timer.timeout.emit) == []
    assert bench.looks_again_in == 3 * MINUTE + timedelta(seconds=1)
    assert bench.pass_by(4 * MINUTE) == ["critical"]


def test_a_snooze_lasts_over_a_restart(bench: Bench) -> None:
    bench.balance(500)
    bench.controller.snooze(bench.now + HOUR)
    bench.restart()
    assert bench.controller.is_snoozed
    assert bench.balance(15) == []
    assert bench.pass_by(HOUR + timedelta(seconds=1)) == ["critical"]


def test_a_snooze_until_topped_up_ends_with_more_in_the_wallet(bench: Bench) -> None:
    bench.balance(50)
    bench.controller.snooze(UntilToppedUp.UNTIL_TOPPED_UP)
    assert bench.looks_again_in is None
    assert bench.balance(15) == []
    assert bench.pass_by(timedelta(days=30)) == []
    assert bench.controller.is_snoozed
    assert bench.balance(500) == []
    assert not bench.controller.is_snoozed
    assert bench.listener.snooze_changes == 2
    assert bench.balance(15) == ["critical"]


def test_a_snooze_can_be_taken_back(bench: Bench) -> None:
    bench.balance(500)
    bench.controller.snooze(bench.now + HOUR)
    bench.balance(15)
    assert bench.heard(lambda: bench.controller.snooze(None)) == ["critical"]
    assert not bench.controller.is_snoozed
    assert bench.looks_again_in is None


def test_a_token_of_years_does_not_overflow_the_timer(bench: Bench) -> None:
    bench.controller.set_credential_end(bench.now + timedelta(days=4000))
    assert bench.looks_again_in == timedelta(days=20)
    assert bench.pass_by(timedelta(days=20)) == []
    assert bench.looks_again_in == timedelta(days=20)


@pytest.mark.parametrize("set_back", [HOUR * 5, timedelta(days=3), timedelta(days=3653)])
@pytest.mark.parametrize("restart", [False, True])
def test_a_snooze_ends_by_the_running_time_if_the_clock_was_set_back(
    bench: Bench, set_back: timedelta, restart: bool
) -> None:
    bench.balance(500)
    bench.controller.snooze(bench.now + HOUR)
    assert bench.balance(15) == []
    if restart:
        bench.restart()
        assert bench.balance(15) == []
    end = bench.controller._snooze_end
    assert timedelta(milliseconds=end.interval()) == HOUR
    bench.now -= set_back
    assert end.isActive()
    assert bench.heard(end.timeout.emit) == ["critical"]
    assert not bench.controller.is_snoozed
    assert bench.balance(14) == []


@pytest.mark.parametrize("set_back", [20 * MINUTE, HOUR * 5, timedelta(days=3653)])
@pytest.mark.parametrize("starts", [1, 5])
def test_a_snooze_without_any_refresh_ends_in_time_over_restarts(
    bench: Bench, set_back: timedelta, starts: int
) -> None:
    """No refresh comes while the user has paused, or while a keyring is locked."""
    bench.balance(500)
    bench.controller.snooze(bench.now + HOUR)
    bench.is_paused = True
    bench.controller.pause_changed()
    for _ in range(9):
        bench.pass_by(6 * MINUTE)
    bench.now -= set_back
    for _ in range(starts):
        bench.restart()
        bench.now += MINUTE
    assert bench.controller.is_snoozed
    bench.now += (6 - starts) * MINUTE
    assert not bench.controller.is_snoozed


def test_a_snooze_that_ended_while_the_computer_slept(bench: Bench) -> None:
    bench.controller.snooze(bench.now + HOUR)
    assert bench.balance(15) == []
    bench.now += 2 * HOUR  # the timers slept as well
    assert bench.heard(bench.controller.resumed) == ["critical"]


def test_the_end_of_an_earlier_snooze_ends_no_later_one(bench: Bench) -> None:
    bench.controller.snooze(bench.now + HOUR)
    bench.controller.snooze(UntilToppedUp.UNTIL_TOPPED_UP)
    assert not bench.controller._snooze_end.isActive()
    bench.controller.snooze(None)
    bench.controller.snooze(bench.now + HOUR)
    bench.pass_by(HOUR / 2)
    bench.controller.snooze(bench.now + HOUR)
    assert timedelta(milliseconds=bench.controller._snooze_end.interval()) == HOUR


@pytest.mark.parametrize("set_back", [HOUR * 5, timedelta(days=3), timedelta(days=3653)])
def test_an_outage_is_reported_though_the_clock_was_set_back_since_the_start(
    bench: Bench, set_back: timedelta
) -> None:
    bench.balance(500)
    bench.now -= set_back
    assert bench.problem() == []
    bench.now += 31 * MINUTE
    assert bench.problem() == ["no-balance"]


# -- conditions that set in by the clock, though refreshes may be a day apart


def test_an_outage_is_reported_after_half_an_hour_once(bench: Bench) -> None:
    bench.balance(500)
    assert bench.problem() == []
    assert bench.looks_again_in == 30 * MINUTE + timedelta(seconds=1)
    assert bench.pass_by(29 * MINUTE) == []
    assert bench.problem() == []
    assert bench.pass_by(2 * MINUTE) == ["no-balance"]
    assert bench.looks_again_in is None
    bench.pass_by(5 * HOUR)
    assert bench.problem() == []
    assert bench.balance(500) == ["closed"]


def test_time_asleep_is_no_outage(bench: Bench) -> None:
    bench.balance(500)
    bench.problem()
    bench.now += 8 * HOUR
    bench.controller.resumed()
    assert bench.problem() == []
    assert bench.looks_again_in == 30 * MINUTE + timedelta(seconds=1)
    assert bench.pass_by(MINUTE) == []
    assert bench.balance(500) == []


def test_failures_after_a_thousand_resumes_report_nothing(bench: Bench) -> None:
    bench.balance(500)
    for _ in range(1000):
        bench.now += 8 * HOUR
        bench.controller.resumed()
        bench.now += timedelta(seconds=8)
        bench.problem()
        bench.now += MINUTE
        bench.balance(500)
    assert bench.listener.words == []


def test_the_end_of_an_access_token_is_reported_ten_minutes_before(bench: Bench) -> None:
    bench.balance(500)
    bench.controller.set_credential_end(bench.now + HOUR)
    assert bench.looks_again_in == 50 * MINUTE + timedelta(seconds=1)
    assert bench.pass_by(50 * MINUTE + timedelta(seconds=1)) == ["access-token-ends"]
    assert bench.looks_again_in is None
    assert bench.heard(lambda: bench.controller.set_credential_end(None)) == ["closed"]


def test_a_rejected_credential_is_reported_once_and_stays_reported_over_a_restart(
    bench: Bench,
) -> None:
    bench.balance(500)
    assert bench.problem(ProblemKind.CREDENTIAL_REJECTED) == ["credential-rejected"]
    bench.controller.delivered()
    bench.restart()
    assert bench.problem(ProblemKind.CREDENTIAL_REJECTED) == []
    assert bench.problem(ProblemKind.SIGNED_OUT) == ["closed"]


# -- settings


def test_changed_limits_report_nothing_but_apply_afterwards(bench: Bench) -> None:
    bench.balance(150)
    limits = OwnLimits(low_balance=Decimal(200), critical_balance=Decimal(20))
    moved = replace(bench.account, own_limits=limits)
    assert bench.heard(lambda: bench.controller.apply_settings(moved)) == []
    assert bench.balance(149) == []
    assert bench.balance(250) == []
    assert bench.balance(199) == ["low"]


def test_a_limit_that_is_lowered_closes_what_it_had_said(bench: Bench) -> None:
    assert bench.balance(90) == ["low"]
    lowered = replace(bench.account, own_limits=OwnLimits(low_balance=Decimal(50)))
    assert bench.heard(lambda: bench.controller.apply_settings(lowered)) == ["closed"]


# the first outcome of a run


def test_nothing_is_shown_of_a_snooze_that_ended_before_the_start(bench: Bench) -> None:
    bench.balance(300)
    bench.controller.snooze(bench.now + HOUR)
    assert bench.balance(50) == []
    bench.now += 2 * HOUR
    assert bench.heard(bench.restart) == []
    assert bench.heard(bench.controller.quiet_changed) == []
    assert bench.balance(300) == [], "it was topped up while the program was off"
    assert bench.balance(50) == ["low"]


def _quiet_changes(bench: Bench) -> None:
    bench.set_quiet(True)
    bench.set_quiet(False)


def _limits_move(bench: Bench) -> None:
    limits = OwnLimits(low_balance=Decimal(60))
    bench.controller.apply_settings(replace(bench.account, own_limits=limits))


def _snooze_ends(bench: Bench) -> None:
    bench.controller.snooze(bench.now + HOUR)
    bench.pass_by(HOUR + timedelta(seconds=1))
    assert not bench.controller.is_snoozed


BEFORE_THE_OUTCOME: dict[str, Callable[[Bench], None]] = {
    "quiet": _quiet_changes,
    "limits": _limits_move,
    "the end of a snooze": _snooze_ends,
    "a snooze taken back": lambda bench: bench.controller.snooze(None),
    "a token's end": lambda bench: bench.controller.set_credential_end(bench.now + MINUTE),
    "a sleep": lambda bench: bench.controller.resumed(),
    "a pause": lambda bench: bench.controller.pause_changed(),
    "the timer": lambda bench: bench.controller._timer.timeout.emit(),
}


@pytest.mark.parametrize("event", list(BEFORE_THE_OUTCOME))
@pytest.mark.parametrize("outcome", ["a balance", "a failure"])
@pytest.mark.parametrize("held_by", ["no notification service", "a locked screen", "a snooze"])
def test_alert_held_back_is_shown_at_the_first_outcome_and_never_before(
    bench: Bench, held_by: str, outcome: str, event: str
) -> None:
    bench.balance(300)
    bench.is_quiet = held_by == "a locked screen"
    if held_by == "a snooze":
        bench.controller.snooze(bench.now + HOUR)
    bench.balance(50)
    bench.is_quiet = False
    bench.now += 2 * HOUR
    assert bench.heard(bench.restart) == []
    assert bench.heard(lambda: BEFORE_THE_OUTCOME[event](bench)) == []
    bench.controller.set_credential_end(None)
    assert (bench.balance(50) if outcome == "a balance" else bench.problem()) == ["low"]
    assert bench.balance(49) == []


def test_an_outage_over_a_restart_is_reported_by_its_first_failures(bench: Bench) -> None:
    bench.balance(300)
    assert bench.problem() == []
    assert bench.heard(bench.restart) == []
    assert bench.problem() == []
    assert bench.pass_by(31 * MINUTE) == ["no-balance"]


def test_an_alert_left_on_the_screen_gets_the_figures_of_the_first_balance(bench: Bench) -> None:
    bench.balance(15)
    bench.controller.delivered()
    bench.restart()
    assert bench.balance("0.004") == []
    shown = bench.controller.memory.shown
    assert shown is not None
    assert shown.amount == Money(Decimal("0.004"), "BYC")
    bench.balance("0.003")
    assert bench.controller.memory.shown is shown, "later ones are no news"


@pytest.mark.parametrize("outcome", ["a balance", "a failure"])
@pytest.mark.parametrize("kind", list(AlertKind))
def test_a_large_drop_is_pending_until_the_first_outcome(
    bench: Bench, kind: AlertKind, outcome: str
) -> None:
    memory = AlertMemory(shown=Alert(kind, START), undelivered=True, said=frozenset({kind}))
    bench.listener.memory = memory
    is_event = kind is AlertKind.LARGE_DROP
    assert bench.heard(bench.restart) == []
    assert (kind in bench.controller.memory.said) == is_event
    bench.is_quiet = True
    assert (bench.balance(500) if outcome == "a balance" else bench.problem()) == []
    assert bench.heard(lambda: bench.set_quiet(False)) == ([kind.value] if is_event else [])
    assert bench.heard(bench.controller.quiet_changed) == []


def test_a_large_drop_before_a_top_up_is_no_news_after_a_start(bench: Bench) -> None:
    bench.balance(300)
    memory = bench.controller.memory
    drop = Alert(AlertKind.LARGE_DROP, START)
    bench.listener.memory = replace(memory, shown=drop, undelivered=True)
    assert bench.heard(bench.restart) == []
    assert bench.balance(500) == ["closed"]
    assert bench.heard(bench.controller.quiet_changed) == []
