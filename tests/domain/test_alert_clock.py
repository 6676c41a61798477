"""Clocks that are wrong and set right: no alert is kept back for longer, and none comes again."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.support.builders import alert_context, balance, make_account
from wallet_tray.domain.alert import AlertKind, AlertLimits
from wallet_tray.domain.alert_memory import (
    LONGEST_SNOOZE,
    AlertMemory,
    LastBalance,
    by_this_clock,
    from_record,
    to_record,
)
from wallet_tray.domain.alert_policy import (
    OUTAGE,
    AlertContext,
    delivered,
    is_snoozed,
    restarted,
    snoozed,
    step,
)
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import Problem, ProblemKind

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LIMITS = AlertLimits(Decimal(100), Decimal(20))
EVERY = timedelta(minutes=5)
HOUR = timedelta(hours=1)
ERRORS = (
    timedelta(seconds=7),
    timedelta(minutes=20),
    timedelta(hours=5),
    timedelta(days=3),
    timedelta(days=3653),
)


@dataclass
class World:
    """Real time that passes evenly, and a clock that is set; the program starts again now and then.

    It is judged every five minutes, as by refreshes.
    """

    time: datetime = NOON
    error: timedelta = timedelta(0)
    memory: AlertMemory = field(default_factory=AlertMemory)
    awake_since: datetime = NOON
    said: list[tuple[datetime, AlertKind]] = field(default_factory=list)

    @property
    def clock(self) -> datetime:
        return self.time + self.error

    def judge(self, available: str = "", wallet: str = "id") -> list[AlertKind]:
        """A balance, or a network that fails; gives what was said because of it."""
        self.time += EVERY
        now = self.clock
        self.awake_since = min(self.awake_since, now)  # as the controller does
        outcome: Balance | Problem = Problem(ProblemKind.OFFLINE, now)
        if available:
            amount = Decimal(available)
            outcome = balance(amount, at=now, wallet_id=wallet)
        result = step(self.memory, outcome, self._around())
        self.memory = delivered(result.memory)
        if result.say is None:
            return []
        self.said.append((self.time, result.say.kind))
        return [result.say.kind]

    def snooze(self, length: timedelta) -> None:
        until = self.clock + length
        self.memory = snoozed(by_this_clock(self.memory, self.clock), until).memory
        self.memory = step(self.memory, None, self._around()).memory  # as the controller does

    def start_again(self) -> None:
        kept = json.loads(json.dumps(to_record(self.memory)))
        self.memory = restarted(by_this_clock(from_record(kept), self.clock))
        self.awake_since = self.clock

    def _around(self) -> AlertContext:
        return alert_context(self.clock, self.awake_since, LIMITS)

    @property
    def quiet(self) -> bool:
        return is_snoozed(self.memory, self.clock)


@pytest.mark.parametrize("error", ERRORS, ids=str)
@pytest.mark.parametrize("restart", [False, True])
@pytest.mark.parametrize("length", [HOUR, timedelta(hours=20), LONGEST_SNOOZE])
def test_a_snooze_under_a_clock_that_was_ahead(
    error: timedelta, restart: bool, length: timedelta
) -> None:
    world = World(error=error)
    world.judge("500")
    world.snooze(length)
    began = world.time
    world.judge("500")
    world.error = timedelta(0)  # the clock is set right
    if restart:
        world.start_again()
    while not world.judge("15"):
        assert world.time - began <= length + 2 * EVERY
    assert world.said == [(world.time, AlertKind.CRITICAL)]


@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_a_snooze_under_a_clock_that_was_behind(error: timedelta) -> None:
    world = World(error=-error)
    world.judge("500")
    world.snooze(HOUR)
    began = world.time
    world.error = timedelta(0)
    while not world.judge("15"):
        assert world.time - began <= HOUR + 2 * EVERY


@pytest.mark.parametrize("error", ERRORS, ids=str)
@pytest.mark.parametrize("restart", [False, True])
def test_a_snooze_without_a_connection_lasts_no_longer(error: timedelta, restart: bool) -> None:
    """No balance comes in all that time, so no balance shows that the clock was set back."""
    world = World()
    world.judge("500")
    world.judge()
    world.snooze(HOUR)
    began = world.time
    for _ in range(9):
        world.judge()
    world.error = -error
    if restart:
        world.start_again()
    while world.quiet:
        assert world.time - began <= HOUR + 2 * EVERY
        world.judge()
    assert world.judge("15") == [AlertKind.CRITICAL]


def test_an_outage_changes_the_memory_during_a_snooze_alone() -> None:
    """Then it does so each five minutes at most: each change is a write to the disk."""
    world = World()
    world.judge("15")
    for _ in range(20):
        world.judge()
    before = world.memory
    world.judge()
    assert world.memory == before
    world.snooze(HOUR)
    before, seconds = world.memory, timedelta(seconds=20)
    for _ in range(14):
        world.time += seconds - EVERY
        world.judge()
        assert world.memory == before
    world.time += seconds - EVERY
    world.judge()
    assert world.memory != before


@pytest.mark.parametrize("ahead", [timedelta(hours=34), timedelta(days=3), timedelta(days=3653)])
def test_a_snooze_further_ahead_than_any_choice_is_over(ahead: timedelta) -> None:
    """Also where nothing else is known that could tell of another clock."""
    assert not is_snoozed(AlertMemory(snooze=NOON + ahead), NOON)
    assert is_snoozed(AlertMemory(snooze=NOON + LONGEST_SNOOZE), NOON)


def test_a_snooze_chosen_after_the_clock_was_set_back_holds() -> None:
    world = World(error=timedelta(days=3))
    world.judge("500")
    world.error = timedelta(0)
    world.snooze(HOUR)
    assert world.judge("15") == []
    assert world.quiet


@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_an_outage_is_reported_half_an_hour_after_the_clock_was_set_back(error: timedelta) -> None:
    world = World(error=error)
    world.start_again()
    world.judge("500")
    world.judge()
    world.error = timedelta(0)
    began = world.time
    while not world.judge():
        assert world.time - began <= OUTAGE + 2 * EVERY
    assert [kind for _at, kind in world.said] == [AlertKind.NO_BALANCE]


@pytest.mark.parametrize("error", ERRORS, ids=str)
@pytest.mark.parametrize("sign", [1, -1])
def test_a_clock_that_is_set_makes_no_large_drop(error: timedelta, sign: int) -> None:
    world = World(error=sign * error)
    for spent in range(40):
        world.judge(str(100_000 - 1000 * spent))
    world.error = timedelta(0)
    for spent in range(40, 60):
        assert world.judge(str(100_000 - 1000 * spent)) == []


@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_a_token_of_which_an_end_is_known_is_warned_of(error: timedelta) -> None:
    """A balance under a clock that was ahead does not prove that the token outlives its end."""
    ends = NOON + 2 * HOUR
    memory = AlertMemory(seen=LastBalance(NOON + error, Money(Decimal(500), "BYC")))
    around = alert_context(NOON, NOON, LIMITS, credential_ends=ends)
    memory = step(memory, None, around).memory
    now = ends - timedelta(minutes=5)
    result = step(memory, None, replace(around, now=now))
    assert result.say is not None
    assert result.say.kind is AlertKind.ACCESS_TOKEN_ENDS


@pytest.mark.parametrize("error", ERRORS, ids=str)
@pytest.mark.parametrize(("days", "again"), [(1, []), (8, [AlertKind.CRITICAL])])
def test_alert_of_another_wallet_is_kept_for_a_week_of_the_right_clock(
    error: timedelta, days: int, again: list[AlertKind]
) -> None:
    world = World(error=error)
    world.judge("15", "first")
    world.judge("500", "second")
    world.error = timedelta(0)
    world.judge("500", "second")
    world.time += timedelta(days=days)
    assert world.judge("15", "first") == again


_EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["set", "snooze", "restart", "offline", "low", "fine"]),
        st.sampled_from([sign * error for error in ERRORS for sign in (1, -1)] + [timedelta(0)]),
        st.integers(1, 20),
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@example([("set", 5 * HOUR, 1), ("snooze", HOUR, 1), ("offline", HOUR, 5), ("set", 0 * HOUR, 20)])
@given(_EVENTS)
def test_whatever_the_clock_does(events: list[tuple[str, timedelta, int]]) -> None:
    """No silence is longer than the choice, but for a refresh at each setting of the clock.

    And nothing is said twice unless the wallet was fine between, or a balance came again.
    """
    world = World()
    silent_until = NOON
    changes: list[tuple[datetime, str]] = [(NOON, "fine")]
    state = "500"
    for what, error, times in events:
        match what:
            case "set":
                world.error = error
                silent_until += 2 * EVERY
            case "snooze":
                world.snooze(HOUR)
                silent_until = world.time + HOUR + EVERY
            case "restart":
                world.start_again()
            case _:
                state = {"offline": "", "low": "15", "fine": "500"}[what]
                changes.append((world.time, what))
        for _ in range(times):
            world.judge(state)
            if world.time > silent_until:
                assert not world.quiet
                if state == "15":
                    assert AlertKind.CRITICAL in world.memory.said
    for kind in AlertKind:
        moments = [at for at, said in world.said if said is kind]
        for earlier, later in pairwise(moments):
            assert any(earlier <= at <= later and what != "restart" for at, what in changes), kind
    assert not {kind for _at, kind in world.said} - {AlertKind.CRITICAL, AlertKind.NO_BALANCE}


# what can stand in the file


@pytest.mark.parametrize("year", ["0001", "1970", "2525", "9999"])
def test_no_moment_in_the_file_ends_the_program(qapp: QApplication, year: str) -> None:
    from wallet_tray.alerts.controller import AlertController

    seen = LastBalance(NOON, Money(Decimal(15), "BYC"))
    record = to_record(AlertMemory(seen=seen, failing_since=NOON, snooze=NOON))
    for offset in ("+00:00", "+14:00", "-12:00"):
        moment = f"{year}-12-31T23:59:59{offset}"
        part = record["seen"]
        assert isinstance(part, dict)
        changed = {**record, "seen": {**part, "at": moment}, "failingSince": moment}
        memory = from_record({**changed, "snooze": moment})
        controller = AlertController(make_account(), memory)
        controller.start()
        controller.quiet_changed()
        assert not controller.is_snoozed
        controller.deleteLater()
