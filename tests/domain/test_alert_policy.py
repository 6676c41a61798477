"""Every rule of the alert policy, one row a rule, as its user is notified or is not."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.domain.alert_watcher import LIMITS, NOON, OFF, Watcher
from tests.support.builders import alert_context
from wallet_tray.domain.alert import URGENT, Alert, AlertKind, AlertLimits, worst
from wallet_tray.domain.alert_memory import (
    AlertMemory,
    LastBalance,
)
from wallet_tray.domain.alert_policy import (
    Step,
    step,
)
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import ProblemKind

# -- balances alone: the notification at each of them

COURSES = {
    "fine": (["500", "400", "101", "100"], ["", "", "", ""]),
    "low-once": (["500", "99.99", "98", "50"], ["", "low", "", ""]),
    "low-at-first-sight": (["84.10"], ["low"]),
    "low-then-critical-then-empty": (
        ["150", "84", "12", "0"],
        ["", "low", "critical", "empty"],
    ),
    "several-in-one-step-are-the-worst": (["500", "15", "15"], ["", "critical", ""]),
    "from-full-to-nothing-is-one": (["500", "-3", "-9"], ["", "empty", ""]),
    "exactly-the-limit-is-not-below": (["500", "100", "20.00"], ["", "", "low"]),
    "flutters-around-low": (
        ["99", "101", "99", "104.99", "99"],
        ["low", "", "", "", ""],
    ),
    "rearmed-at-five-per-cent": (["99", "105", "99"], ["low", "closed", "low"]),
    "flutters-around-critical": (
        ["19", "20.5", "19.9", "20.9", "15"],
        ["critical", "", "", "", ""],
    ),
    "critical-again-after-a-recovery": (["19", "21", "19"], ["critical", "closed", "critical"]),
    "flutters-around-zero": (
        ["0", "0.4", "-0.4", "0.99", "-1"],
        ["empty", "", "", "", ""],
    ),
    "empty-again-after-one-coin": (["0", "1", "0"], ["empty", "closed", "empty"]),
    "recovering-says-nothing": (["-5", "15", "50", "500"], ["empty", "closed", "", ""]),
    "negative-and-sinking": (["-5", "-50", "-500"], ["empty", "", ""]),
}


@pytest.mark.parametrize(("course", "notified"), COURSES.values(), ids=COURSES)
def test_balances(course: list[str], notified: list[str]) -> None:
    wallet = Watcher()
    # reserved takes up the slack, so that nothing of this is a top-up
    assert [wallet.balance(one, reserved=str(900 - Decimal(one))) for one in course] == notified


def test_negative_balances_with_limits_off_are_reported_once_as_empty() -> None:
    wallet = Watcher(OFF)
    course = ("5", "1", "-1", "-7", "0.5", "-1")
    notified = [wallet.balance(one, reserved=str(10 - Decimal(one))) for one in course]
    assert notified == ["", "", "empty", "", "", ""]
    assert wallet.balance("1") == "closed"
    assert wallet.balance("-1") == "empty"


@pytest.mark.parametrize("limit", ["low_balance", "critical_balance", "amount_due", "hours_left"])
def test_a_limit_of_zero_is_off(limit: str) -> None:
    limits = replace(OFF, **{limit: Decimal(0)})
    assert Watcher(limits).balance("0.01", "1000000", hours="0") == ""


class TestAmountDue:
    def test_rises_above_and_is_paid(self) -> None:
        wallet = Watcher()
        notified = [wallet.balance("500", due) for due in ("0", "10", "10.01", "12", "9.51", "9.5")]
        assert notified == ["", "", "amount-due", "", "", "closed"]
        assert wallet.balance("500", "11") == "amount-due"

    def test_its_figures(self) -> None:
        wallet = Watcher()
        wallet.balance("500", "25.60")
        assert wallet.last == Alert(
            AlertKind.AMOUNT_DUE,
            wallet.now,
            Money(Decimal("25.60"), "USD"),
            Money(Decimal(10), "USD"),
        )

    def test_beside_critical_the_balance_is_reported(self) -> None:
        wallet = Watcher()
        assert wallet.balance("15", "25") == "critical"
        assert wallet.balance("15", "26") == ""

    def test_later_alert_takes_the_slot(self) -> None:
        wallet = Watcher()
        assert wallet.balance("12.30") == "critical"
        assert wallet.balance("12.30", "25.60") == "amount-due"
        assert wallet.balance("500") == "closed"


class TestHoursLeft:
    def test_falls_below(self) -> None:
        wallet = Watcher()
        hours = ("12", "6", "5.9", "3", "6.2", "6.3", "5")
        notified = [wallet.balance("500", hours=left) for left in hours]
        assert notified == ["", "", "hours-left", "", "", "closed", "hours-left"]

    def test_unknown_neither_reports_nor_rearms_nor_closes(self) -> None:
        wallet = Watcher()
        hours = ("5", None, "5", None, "5.5")
        notified = [wallet.balance("500", hours=left) for left in hours]
        assert notified == ["hours-left", "", "", "", ""]

    def test_unknown_at_first(self) -> None:
        wallet = Watcher()
        assert [wallet.balance("500", hours=h) for h in (None, "4")] == ["", "hours-left"]


class TestMovedLimits:
    def test_onto_the_balance_reports_nothing(self) -> None:
        wallet = Watcher()
        wallet.balance("150")
        assert wallet.limits(low_balance="200") == ""
        assert wallet.balances("149", "120") == ["", ""]
        assert wallet.balance("19") == "critical"

    def test_moved_away_it_is_armed_again(self) -> None:
        wallet = Watcher()
        assert wallet.balance("84") == "low"
        assert wallet.limits(low_balance="82") == "closed"
        assert wallet.balances("83", "81.9") == ["", "low"]

    def test_to_and_fro_repeats_nothing(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        wallet.limits(low_balance="50")
        assert wallet.limits(low_balance="100") == ""
        assert wallet.balances("83", "60") == ["", ""]

    def test_raised_while_already_below(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        assert wallet.limits(low_balance="300") == ""
        assert wallet.balances("83", "290") == ["", ""]

    def test_another_limit_leaves_a_fluttering_one_alone(self) -> None:
        wallet = Watcher()
        assert wallet.balance("99") == "low"
        wallet.balance("102", reserved="-3")
        assert wallet.limits(amount_due="3") == ""
        assert wallet.balance("99") == ""

    def test_does_not_repeat_an_outage(self) -> None:
        wallet = Watcher()
        wallet.balance("500")
        wallet.problem(ProblemKind.OFFLINE)
        assert wallet.problem(ProblemKind.OFFLINE, 30) == "no-balance"
        assert wallet.limits(low_balance="90") == ""
        assert wallet.problem(ProblemKind.OFFLINE) == ""

    def test_does_not_repeat_a_rejection(self) -> None:
        wallet = Watcher()
        wallet.balance("500")
        assert wallet.problem(ProblemKind.CREDENTIAL_REJECTED) == "credential-rejected"
        assert wallet.limits(critical_balance="30") == ""

    def test_a_crossing_in_a_snooze_outlives_an_edit_that_keeps_it(self) -> None:
        wallet = Watcher()
        wallet.balance("150")
        wallet.snooze(wallet.now + timedelta(hours=1))
        wallet.balance("84")
        wallet.limits(low_balance="90")
        assert wallet.wait(hours=1) == "low"

    def test_an_edit_before_any_balance(self) -> None:
        wallet = Watcher()
        assert wallet.limits(low_balance="200") == ""
        assert wallet.balance("150") == "low"


class TestLargeDrop:
    def drained(self, count: int = 13, start: int = 1000, limits: AlertLimits = LIMITS) -> Watcher:
        """A wallet of even spending: one unit in five minutes."""
        wallet = Watcher(limits)
        for number in range(count):
            assert wallet.balance(str(start - number)) == ""
        return wallet

    def test_is_reported_with_its_size(self) -> None:
        wallet = self.drained()
        before = wallet.now
        assert wallet.balance("800") == "large-drop"
        assert wallet.last == Alert(
            AlertKind.LARGE_DROP, wallet.now, Money(Decimal(188), "BYC"), since=before
        )

    def test_needs_a_dozen_known_drops(self) -> None:
        assert self.drained(12).balance("800") == ""

    def test_needs_a_tenth_of_the_balance(self) -> None:
        assert self.drained().balance("890") == ""

    def test_needs_more_than_ten_times_the_pace(self) -> None:
        assert self.drained(start=100, limits=OFF).balance("78") == ""  # 88 less ten
        assert self.drained(start=100, limits=OFF).balance("77.99") == "large-drop"

    def test_the_next_one_of_that_size_is_usual(self) -> None:
        wallet = self.drained()
        wallet.balance("800")
        assert wallet.balance("600") == ""

    def test_beside_a_crossing_the_crossing_is_reported(self) -> None:
        assert self.drained().balance("50") == "low"

    def test_hours_without_a_look_make_it_slow(self) -> None:
        wallet = self.drained()
        wallet.now += timedelta(hours=24)
        assert wallet.balance("800") == ""

    def test_two_looks_within_seconds_make_no_speed(self) -> None:
        wallet = self.drained(start=100, limits=OFF)
        wallet.now -= timedelta(minutes=5) - timedelta(seconds=1)
        assert wallet.balance("79") == ""

    def test_while_quiet_it_is_not_kept_for_later(self) -> None:
        wallet = self.drained()
        wallet.lock()
        assert wallet.balance("800") == ""
        assert wallet.lock(False) == ""

    def test_does_not_take_the_place_of_what_stays_on_the_screen(self) -> None:
        wallet = Watcher()
        for number in range(14):
            wallet.balance(str(Decimal(19) - Decimal(number) / 100))
        assert wallet.balance("12") == ""
        assert wallet.memory.shown is not None
        assert wallet.memory.shown.kind is AlertKind.CRITICAL


def test_low_is_reported_with_its_figures() -> None:
    wallet = Watcher()
    wallet.balance("84.10")
    assert wallet.last == Alert(
        AlertKind.LOW,
        wallet.now,
        Money(Decimal("84.10"), "BYC"),
        Money(Decimal(100), "BYC"),
    )


def test_every_kind_has_its_rank() -> None:
    assert worst(frozenset(AlertKind)) is AlertKind.EMPTY
    assert worst(frozenset({AlertKind.LOW, AlertKind.CRITICAL})) is AlertKind.CRITICAL
    assert {AlertKind.EMPTY, AlertKind.CRITICAL, AlertKind.CREDENTIAL_REJECTED} == URGENT
    for kind in AlertKind:
        assert Alert(kind, NOON).urgent is (kind in URGENT)


def test_the_first_look_at_nothing() -> None:
    result = step(AlertMemory(), None, alert_context(NOON, NOON, LIMITS))
    assert result == Step(AlertMemory(limits=LIMITS))


def test_huge_and_tiny_balances() -> None:
    wallet = Watcher()
    wallet.balance("1.7976931348623157e308")
    assert wallet.balance("1e-320") == "critical"
    assert wallet.balance("-1.7976931348623157e308") == "empty"
    assert isinstance(wallet.memory.seen, LastBalance)


@pytest.mark.parametrize(("available", "kind"), [("84.10", "low"), ("15", "critical")])
def test_a_falling_balance_is_reported_with_what_it_lasts(available: str, kind: str) -> None:
    wallet = Watcher()
    wallet.balance("200", hours="20")
    assert wallet.balance(available, hours="9") == kind
    assert wallet.last is not None
    assert wallet.last.hours_left == Decimal(9)


def test_without_a_projection_nothing_is_said_of_it() -> None:
    wallet = Watcher()
    assert wallet.balance("84.10") == "low"
    assert wallet.last is not None
    assert wallet.last.hours_left is None
