"""The alert policy where the user wants no notification now: snooze, locked screen, slot."""

from datetime import timedelta

import pytest

from tests.domain.alert_watcher import FOREVER, NOON, Watcher
from wallet_tray.domain.alert_memory import (
    AlertMemory,
    Snooze,
)
from wallet_tray.domain.alert_policy import (
    dismissed,
    is_snoozed,
)
from wallet_tray.domain.problem import ProblemKind


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
