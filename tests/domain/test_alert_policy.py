"""Every rule of the alert policy, one row a rule, as its user is notified or is not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.support import builders
from tests.support.builders import alert_context
from wallet_tray.domain.alert import URGENT, Alert, AlertKind, AlertLimits, worst
from wallet_tray.domain.alert_memory import (
    AlertMemory,
    LastBalance,
    Snooze,
    UntilToppedUp,
    from_record,
    to_record,
)
from wallet_tray.domain.alert_policy import (
    Step,
    delivered,
    dismissed,
    is_snoozed,
    snoozed,
    step,
)
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.forecast.outlook import Basis
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
        due: str = "0",
        *,
        hours: str | None = None,
        reserved: str = "0",
        wallet: str = "a",
    ) -> str:
        self.now += timedelta(minutes=5)
        self.around = replace(self.around, hours_left=None if hours is None else Decimal(hours))
        return self._told(
            builders.balance(
                available,
                total=Decimal(available) + Decimal(reserved),
                due=due,
                at=self.now,
                wallet_id=wallet,
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
            AlertKind.AMOUNT_DUE, wallet.now, Decimal("25.60"), Decimal(10), "USD"
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


class TestCredential:
    def test_rejected_once(self) -> None:
        wallet = Watcher()
        wallet.balance("500")
        notified = [wallet.problem(ProblemKind.CREDENTIAL_REJECTED) for _ in range(3)]
        assert notified == ["credential-rejected", "", ""]

    def test_a_network_fault_between_two_rejections(self) -> None:
        wallet = Watcher()
        wallet.problem(ProblemKind.CREDENTIAL_REJECTED)
        wallet.problem(ProblemKind.OFFLINE)
        assert wallet.problem(ProblemKind.CREDENTIAL_REJECTED) == ""

    def test_a_new_one_that_works_closes_it(self) -> None:
        wallet = Watcher()
        wallet.problem(ProblemKind.CREDENTIAL_REJECTED)
        assert wallet.balance("500") == "closed"
        assert wallet.problem(ProblemKind.CREDENTIAL_REJECTED) == "credential-rejected"

    def test_an_access_token_that_has_ended_is_a_rejection(self) -> None:
        assert Watcher().problem(ProblemKind.ACCESS_TOKEN_ENDED) == "credential-rejected"

    def test_outranks_critical_but_not_empty(self) -> None:
        for available, expected in (("15", "credential-rejected"), ("0", "empty")):
            wallet = Watcher()
            wallet.lock()
            wallet.balance(available)
            wallet.problem(ProblemKind.CREDENTIAL_REJECTED)
            assert wallet.lock(False) == expected

    def test_ten_minutes_before_an_access_token_ends(self) -> None:
        wallet = Watcher()
        end = NOON + timedelta(hours=1)
        assert wallet.token_ends(end) == ""
        assert wallet.wait(minutes=49) == ""
        assert wallet.wait(minutes=1) == "access-token-ends"
        assert wallet.last is not None
        assert wallet.last.since == end
        assert wallet.balance("500") == ""
        assert wallet.token_ends(NOON + timedelta(hours=2)) == "closed"

    def test_an_access_token_that_lives_on(self) -> None:
        wallet = Watcher()
        wallet.token_ends(NOON + timedelta(minutes=8))
        assert wallet.memory.shown is not None
        assert wallet.balance("500") == ""
        assert wallet.balance("500") == "closed"
        assert wallet.balance("500") == ""


class TestNoBalance:
    def test_after_half_an_hour_of_failure(self) -> None:
        wallet = Watcher()
        wallet.balance("500")
        last = wallet.now
        notified = [wallet.problem(ProblemKind.OFFLINE, 10) for _ in range(6)]
        assert notified == ["", "", "", "no-balance", "", ""]
        assert wallet.memory.shown is not None
        assert wallet.memory.shown.since == last
        assert wallet.balance("500") == "closed"

    def test_each_outage_once(self) -> None:
        wallet = Watcher()
        for _ in range(3):
            wallet.problem(ProblemKind.TIMED_OUT)
            assert wallet.problem(ProblemKind.TIMED_OUT, 31) == "no-balance"
            wallet.balance("500")

    def test_without_any_balance_since_the_failures_began(self) -> None:
        wallet = Watcher()
        wallet.problem(ProblemKind.OFFLINE)
        began = wallet.now
        wallet.problem(ProblemKind.OFFLINE, 30)
        assert wallet.memory.shown == Alert(AlertKind.NO_BALANCE, wallet.now, since=began)

    def test_time_asleep_does_not_count(self) -> None:
        wallet = Watcher()
        wallet.balance("500")
        wallet.problem(ProblemKind.OFFLINE)
        wallet.now += timedelta(hours=8)
        wallet.wake()
        notified = [wallet.problem(ProblemKind.OFFLINE, 29), wallet.problem(ProblemKind.OFFLINE, 1)]
        assert notified == ["", "no-balance"]

    def test_a_restart_begins_the_half_hour_again_and_repeats_nothing(self) -> None:
        wallet = Watcher()
        wallet.problem(ProblemKind.OFFLINE)
        wallet.problem(ProblemKind.OFFLINE, 20)
        wallet.wake()
        assert wallet.problem(ProblemKind.OFFLINE, 20) == ""
        assert wallet.problem(ProblemKind.OFFLINE, 10) == "no-balance"
        wallet.wake()
        assert wallet.problem(ProblemKind.OFFLINE, 40) == ""

    def test_a_clock_that_was_set_back_does_not_put_it_off_for_ever(self) -> None:
        wallet = Watcher()
        wallet.now += timedelta(days=400)
        wallet.problem(ProblemKind.OFFLINE)
        wallet.now -= timedelta(days=400)
        wallet.problem(ProblemKind.OFFLINE)
        assert wallet.problem(ProblemKind.OFFLINE, 30) == "no-balance"

    @pytest.mark.parametrize(
        "kind",
        [
            kind
            for kind in ProblemKind
            if kind.value.startswith("keyring-") or kind is ProblemKind.SIGNED_OUT
        ],
        ids=lambda kind: kind.value,
    )
    def test_a_wallet_that_was_never_seen_has_no_outage_for_want_of_a_key(
        self, kind: ProblemKind
    ) -> None:
        wallet = Watcher()
        assert [wallet.problem(kind, 20) for _ in range(4)] == ["", "", "", ""]

    def test_being_signed_out_is_no_outage(self) -> None:
        wallet = Watcher()
        wallet.balance("500")
        assert [wallet.problem(ProblemKind.SIGNED_OUT, 20) for _ in range(4)] == [""] * 4

    @pytest.mark.parametrize(
        "kind",
        [
            ProblemKind.PROXY_LOGIN,
            ProblemKind.PROXY_UNUSABLE,
            ProblemKind.ACCOUNT_UNUSABLE,
            ProblemKind.CREDENTIAL_UNUSABLE,
        ],
        ids=lambda kind: kind.value,
    )
    def test_from_the_start_on_as_well(self, kind: ProblemKind) -> None:
        wallet = Watcher()
        assert wallet.problem(kind) == ""
        assert [wallet.wait(minutes=m) for m in (29, 1, 600)] == ["", "no-balance", ""]

    @pytest.mark.parametrize(
        "kind",
        [
            kind
            for kind in ProblemKind
            if kind
            not in (
                ProblemKind.SIGNED_OUT,
                ProblemKind.CREDENTIAL_REJECTED,
                ProblemKind.ACCESS_TOKEN_ENDED,
            )
        ],
        ids=lambda kind: kind.value,
    )
    def test_all_else_is_quiet_for_half_an_hour(self, kind: ProblemKind) -> None:
        wallet = Watcher()
        wallet.balance("500")
        notified = [wallet.problem(kind, minutes) for minutes in (5, 29, 1)]
        assert notified == ["", "", "no-balance"]

    def test_the_stale_balance_is_not_reported_again(self) -> None:
        wallet = Watcher()
        assert wallet.balance("84") == "low"
        assert wallet.problem(ProblemKind.OFFLINE) == ""
        assert wallet.balance("84") == ""

    def test_a_balance_that_is_critical_takes_its_place(self) -> None:
        wallet = Watcher()
        wallet.balance("500")
        wallet.problem(ProblemKind.OFFLINE)
        wallet.problem(ProblemKind.OFFLINE, 30)
        assert wallet.balance("15") == "critical"


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
            AlertKind.LARGE_DROP, wallet.now, Decimal(188), None, "BYC", before
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


class TestSnooze:
    @pytest.mark.parametrize(
        "wish",
        [timedelta(hours=1), timedelta(hours=20)],
        ids=["an-hour", "until-tomorrow"],
    )
    def test_alert_that_still_holds_is_reported_when_the_snooze_ends(self, wish: timedelta) -> None:
        wallet = Watcher()
        wallet.balance("150")
        wallet.snooze(wallet.now + wish)
        assert wallet.balance("84") == ""
        assert wallet.wait(seconds=wish.total_seconds()) == "low"
        assert wallet.memory.snooze is None
        assert wallet.wait(days=1) == ""

    def test_alert_that_is_over_is_not_reported_when_the_snooze_ends(self) -> None:
        wallet = Watcher()
        wallet.balance("150")
        wallet.snooze(wallet.now + timedelta(hours=1))
        assert wallet.balances("84", "150") == ["", ""]
        assert wallet.wait(hours=2) == ""

    def test_alert_reported_before_the_snooze_is_not_repeated(self) -> None:
        wallet = Watcher()
        assert wallet.balance("84") == "low"
        wallet.deliver()
        assert wallet.snooze(wallet.now + timedelta(hours=1)) == "closed"
        assert wallet.wait(hours=2) == ""

    def test_undelivered_alert_is_reported_when_the_snooze_ends(self) -> None:
        wallet = Watcher()
        assert wallet.balance("15") == "critical"  # and no notification service took it
        assert wallet.snooze(wallet.now + timedelta(hours=1)) == "closed"
        assert wallet.wait(minutes=59) == ""
        assert wallet.wait(minutes=1) == "critical"

    def test_a_worse_crossing_meanwhile_is_the_one_to_be_reported(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        wallet.deliver()
        wallet.snooze(wallet.now + timedelta(hours=1))
        assert wallet.balances("15", "-1") == ["", ""]
        assert wallet.wait(hours=1) == "empty"

    def test_ended_by_the_user(self) -> None:
        wallet = Watcher()
        wallet.snooze(wallet.now + timedelta(hours=1))
        wallet.balance("84")
        assert wallet.snooze(None) == "low"

    def test_no_longer_leaves_the_slot_alone(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        assert wallet.snooze(None) == ""
        assert wallet.memory.shown is not None

    def test_until_topped_up(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        assert wallet.snooze(FOREVER) == "closed"
        assert wallet.balances("15", "0", "-5") == ["", "", ""]
        assert wallet.wait(days=30) == ""
        assert wallet.balance("500") == ""
        assert not is_snoozed(wallet.memory, wallet.now)
        assert wallet.balance("15") == "critical"

    def test_until_topped_up_with_too_little(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        wallet.deliver()
        wallet.snooze(FOREVER)
        wallet.balance("-5")
        assert wallet.balance("10") == "critical"

    def test_released_reservation_is_no_top_up(self) -> None:
        wallet = Watcher()
        wallet.balance("84", reserved="500")
        wallet.snooze(FOREVER)
        wallet.balance("500", reserved="84")
        assert is_snoozed(wallet.memory, wallet.now)

    def test_a_top_up_does_not_end_the_other_snoozes(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        wallet.snooze(wallet.now + timedelta(hours=1))
        wallet.balance("500")
        assert is_snoozed(wallet.memory, wallet.now)

    def test_signing_out_and_in_still_sees_the_top_up(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        wallet.snooze(FOREVER)
        wallet.problem(ProblemKind.SIGNED_OUT)
        assert is_snoozed(wallet.memory, wallet.now)
        wallet.balance("500")
        assert not is_snoozed(wallet.memory, wallet.now)

    @pytest.mark.parametrize(
        ("snooze", "quiet"),
        [(None, False), (NOON, False), (NOON + timedelta(seconds=1), True), (FOREVER, True)],
        ids=["none", "ended-now", "a-second-left", "until-topped-up"],
    )
    def test_is_snoozed(self, snooze: Snooze, quiet: bool) -> None:
        assert is_snoozed(AlertMemory(snooze=snooze), NOON) is quiet


class TestLockedScreen:
    def test_reported_at_unlock_and_once(self) -> None:
        wallet = Watcher()
        wallet.balance("150")
        wallet.lock()
        assert wallet.balances("84", "15") == ["", ""]
        assert wallet.lock(False) == "critical"
        assert wallet.lock() == wallet.lock(False) == ""

    def test_recovery_closes_the_slot_also_while_locked(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        wallet.lock()
        assert wallet.balance("500") == "closed"
        assert wallet.lock(False) == ""

    def test_unlocked_while_snoozed_stays_quiet(self) -> None:
        wallet = Watcher()
        wallet.balance("150")
        wallet.snooze(wallet.now + timedelta(hours=1))
        wallet.lock()
        wallet.balance("15")
        assert wallet.lock(False) == ""
        assert wallet.wait(hours=1) == "critical"

    def test_a_snooze_that_ends_while_locked_waits_for_the_unlock(self) -> None:
        wallet = Watcher()
        wallet.balance("150")
        wallet.snooze(wallet.now + timedelta(hours=1))
        wallet.lock()
        wallet.balance("15")
        assert wallet.wait(hours=2) == ""
        assert wallet.lock(False) == "critical"


class TestSlot:
    def test_a_top_up_closes_it_also_below_the_rearming(self) -> None:
        wallet = Watcher()
        assert wallet.balance("84") == "low"
        assert wallet.balance("102") == "closed"
        assert wallet.balance("99") == ""  # a flutter: it was notified before

    def test_a_top_up_that_is_too_small_leaves_it(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        assert wallet.balance("90") == ""
        assert wallet.memory.shown is not None

    def test_a_top_up_closes_a_large_drop(self) -> None:
        wallet = Watcher()
        for number in range(13):
            wallet.balance(str(1000 - number))
        wallet.balance("800")
        assert wallet.balance("790") == ""
        assert wallet.balance("1000") == "closed"

    def test_undelivered_until_a_service_takes_it(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        assert wallet.memory.undelivered
        wallet.deliver()
        assert not wallet.memory.undelivered
        assert wallet.memory.shown is not None

    def test_undelivered_and_over_is_forgotten(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        wallet.balance("500")
        assert (wallet.memory.shown, wallet.memory.undelivered) == (None, False)

    def test_dismissed_alert_is_not_reported_again(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        wallet.deliver()
        wallet.memory = dismissed(wallet.memory)
        assert wallet.balance("83") == ""
        assert wallet.balance("500") == ""  # nothing there to close
        assert wallet.balance("84") == "low"


class TestSignedOutAndOtherWallets:
    def test_signing_out_closes_and_returning_repeats_nothing(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        wallet.deliver()
        assert wallet.problem(ProblemKind.SIGNED_OUT) == "closed"
        assert wallet.problem(ProblemKind.SIGNED_OUT) == ""
        assert wallet.balance("83") == ""
        assert wallet.balance("15") == "critical"

    def test_undelivered_alert_is_reported_after_signing_in_again(self) -> None:
        wallet = Watcher()
        wallet.balance("84")
        wallet.problem(ProblemKind.SIGNED_OUT)
        assert wallet.balance("83") == "low"

    def test_limits_changed_while_signed_out_report_nothing(self) -> None:
        wallet = Watcher()
        wallet.balance("150")
        wallet.problem(ProblemKind.SIGNED_OUT)
        assert wallet.limits(low_balance="200") == ""
        assert wallet.lock() == wallet.lock(False) == ""

    def test_a_crossing_in_the_quiet_is_dropped_after_signing_out(self) -> None:
        wallet = Watcher()
        wallet.lock()
        wallet.balance("15")
        wallet.problem(ProblemKind.SIGNED_OUT)
        assert wallet.lock(False) == ""

    def test_the_rejection_is_over_when_the_user_signs_out(self) -> None:
        wallet = Watcher()
        wallet.problem(ProblemKind.CREDENTIAL_REJECTED)
        assert wallet.problem(ProblemKind.SIGNED_OUT) == "closed"
        assert wallet.problem(ProblemKind.CREDENTIAL_REJECTED) == "credential-rejected"

    def test_the_end_of_an_access_token_is_dropped_after_signing_out(self) -> None:
        wallet = Watcher()
        assert wallet.token_ends(NOON + timedelta(minutes=5)) == "access-token-ends"
        assert wallet.problem(ProblemKind.SIGNED_OUT) == "closed"

    @pytest.mark.parametrize("ids", [("a", "b"), ("a", "b", "b"), ("a", "b", "c"), ("b", "a", "a")])
    def test_wallets_that_take_turns_are_warned_of_once_each(self, ids: tuple[str, ...]) -> None:
        wallet = Watcher()
        said = [wallet.taken("84", ids[n % len(ids)]) for n in range(60)]
        assert said.count("low") == len(set(ids))
        wallet.memory = from_record(to_record(wallet.memory))  # over a restart too
        said = [wallet.taken("84", ids[n % len(ids)]) for n in range(60)]
        assert "low" not in said
        assert wallet.balance("15", wallet=ids[0]) == "critical"

    def test_wallets_that_are_others_each_time_are_warned_of_a_few_times(self) -> None:
        wallet = Watcher()
        said = [wallet.taken("84", f"wallet {n}") for n in range(500)]
        assert said.count("low") <= 5
        assert wallet.balance("15", wallet="one more") == "critical"

    def test_undelivered_alert_is_reported_when_the_wallet_returns(self) -> None:
        wallet = Watcher()
        assert wallet.balance("84") == "low"
        assert wallet.balance("500", wallet="b") == "closed"
        assert wallet.balance("84") == "low"

    def test_a_wallet_that_recovered_meanwhile_is_warned_of_again(self) -> None:
        wallet = Watcher()
        assert wallet.taken("84", "a") == "low"
        wallet.balance("500", wallet="b")
        assert wallet.balance("500") in ("", "closed")
        assert wallet.balance("84") == "low"

    def test_a_wallet_that_is_back_after_long_is_judged_afresh(self) -> None:
        wallet = Watcher()
        assert wallet.taken("84", "a") == "low"
        wallet.balance("500", wallet="b")
        wallet.wait(days=8)
        assert wallet.balance("84") == "low"

    def test_a_token_that_ends_is_reported_once_whatever_wallet_answers(self) -> None:
        wallet = Watcher()
        wallet.around = replace(wallet.around, credential_ends=NOON + timedelta(minutes=55))
        said = [wallet.taken("500", "ab"[n % 2]) for n in range(11)]
        assert said.count("access-token-ends") == 1

    def test_another_wallet_that_is_fine_clears_the_slot_of_the_old_one(self) -> None:
        wallet = Watcher()
        wallet.balance("84", wallet="a")
        assert wallet.balance("500", wallet="b") == "closed"

    def test_another_wallet_that_is_low_is_news(self) -> None:
        wallet = Watcher()
        wallet.balance("84", wallet="a")
        assert wallet.balance("80", wallet="b") == "low"
        assert wallet.balance("79", wallet="b") == ""

    def test_another_wallet_is_neither_a_top_up_nor_a_drop(self) -> None:
        wallet = Watcher()
        for number in range(13):
            wallet.balance(str(1000 - number), wallet="a")
        assert wallet.balance("500", wallet="b") == ""
        wallet.snooze(FOREVER)
        wallet.balance("5000", wallet="a")
        assert is_snoozed(wallet.memory, wallet.now)

    def test_an_answer_without_an_account_id_is_the_same_wallet(self) -> None:
        wallet = Watcher()
        notified = [wallet.balance("84", wallet=name) for name in ("", "a", "", "a")]
        assert notified == ["low", "", "", ""]


def test_low_is_reported_with_its_figures() -> None:
    wallet = Watcher()
    wallet.balance("84.10")
    assert wallet.last == Alert(AlertKind.LOW, wallet.now, Decimal("84.10"), Decimal(100), "BYC")


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
    wallet.around = replace(wallet.around, basis=Basis.DAY)
    assert wallet.balance(available, hours="9") == kind
    assert wallet.last is not None
    assert (wallet.last.hours_left, wallet.last.basis) == (Decimal(9), Basis.DAY)


def test_without_a_projection_nothing_is_said_of_it() -> None:
    wallet = Watcher()
    assert wallet.balance("84.10") == "low"
    assert wallet.last is not None
    assert (wallet.last.hours_left, wallet.last.basis) == (None, None)
