"""The alert policy without a balance: rejected credentials, outages, signing out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.alert_watcher import FOREVER, NOON, Watcher
from wallet_tray.domain.alert import Alert, AlertKind
from wallet_tray.domain.alert_memory import (
    from_record,
    to_record,
)
from wallet_tray.domain.alert_policy import (
    is_snoozed,
)
from wallet_tray.domain.problem import ProblemKind


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
