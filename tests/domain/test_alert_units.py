"""Alerts of wallets in any unit: no comparison across units, and what is not stated is unknown."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.domain.alert_watcher import FOREVER, OFF, Watcher
from tests.support.builders import make_account
from wallet_tray.domain.alert import AlertKind, AlertLimits, Beyond, Threshold
from wallet_tray.domain.alert_policy import is_snoozed
from wallet_tray.domain.alert_rules import WalletTraits, traits_of
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.money import Figure, Money


def dollars(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def watcher(traits: WalletTraits, limits: AlertLimits | None = None) -> Watcher:
    wallet = Watcher() if limits is None else Watcher(limits)
    wallet.around = replace(wallet.around, traits=traits)
    return wallet


# one rule for thresholds


@pytest.mark.parametrize(
    ("stated", "is_crossed", "is_rearmed"),
    [
        (dollars("9.99"), True, False),
        (dollars("10"), False, False),
        (dollars("10.49"), False, False),
        (dollars("10.5"), False, True),
        (Money(Decimal(1), "EUR"), False, False),
        (Money(Decimal(100), "EUR"), False, False),
        (None, False, False),
    ],
)
def test_threshold_below(stated: Money | None, is_crossed: bool, is_rearmed: bool) -> None:
    threshold = Threshold(Figure.AVAILABLE, below=True, limit=dollars("10"))
    assert (threshold.is_crossed(stated), threshold.is_rearmed(stated)) == (is_crossed, is_rearmed)


@pytest.mark.parametrize(
    ("stated", "is_crossed", "is_rearmed"),
    [
        (dollars("10.01"), True, False),
        (dollars("10"), False, False),
        (dollars("9.51"), False, False),
        (dollars("9.5"), False, True),
        (Money(Decimal(100), "EUR"), False, False),
        (Money(Decimal(1), "EUR"), False, False),
        (None, False, False),
    ],
)
def test_threshold_above(stated: Money | None, is_crossed: bool, is_rearmed: bool) -> None:
    threshold = Threshold(Figure.DUE, below=False, limit=dollars("10"))
    assert (threshold.is_crossed(stated), threshold.is_rearmed(stated)) == (is_crossed, is_rearmed)


def test_limits_that_are_off_or_have_no_unit_yet_are_no_thresholds() -> None:
    limits = AlertLimits(Decimal(10), Decimal(0), Decimal(5))
    assert set(limits.thresholds("", "USD")) == {AlertKind.AMOUNT_DUE}
    assert limits.thresholds("EUR", "") == {
        AlertKind.LOW: Threshold(Figure.AVAILABLE, True, Money(Decimal(10), "EUR"))
    }


@pytest.mark.parametrize(
    ("due_unit", "beyond"),
    [("", (Beyond.AMOUNT_DUE,)), ("USD", (Beyond.AMOUNT_DUE,)), ("EUR", ())],
)
def test_amount_due_of_bars_is_compared_in_its_unit(
    due_unit: str, beyond: tuple[Beyond, ...]
) -> None:
    wallet = Watcher()
    balance = Balance(
        wallet_id=WalletId("a"),
        available=Money(Decimal(500), "BYC"),
        figures={Figure.DUE: dollars("25")},
        fetched_at=wallet.now,
    )
    limits = AlertLimits(amount_due=Decimal(10))
    assert limits.beyond(balance, None, due_unit) == beyond
    assert limits.beyond(replace(balance, figures={}), None, due_unit) == ()


# figures that are absent


def test_amount_due_that_is_not_stated_neither_reports_nor_rearms_nor_closes() -> None:
    wallet = Watcher()
    said = [wallet.balance("500", due) for due in ("11", None, "11", None, "9.6", "9.5", "11")]
    assert said == ["amount-due", "", "", "", "", "closed", "amount-due"]


def test_amount_due_in_another_unit_than_its_limit_is_as_if_not_stated() -> None:
    wallet = Watcher()
    assert wallet.balance("500", "1000", due_unit="JPY") == ""
    assert wallet.balance("500", "11") == "amount-due"
    assert wallet.balance("500", "0", due_unit="JPY") == ""
    assert wallet.balance("500", "11") == ""


def test_limit_of_the_amount_due_is_in_its_unit_if_only_an_answer_names_it() -> None:
    wallet = watcher(WalletTraits())
    assert wallet.balance("500", "11", due_unit="EUR") == "amount-due"
    assert wallet.last is not None
    assert wallet.last.limit == Money(Decimal(10), "EUR")


def test_limit_in_a_unit_that_is_not_named_again_is_not_rearmed() -> None:
    wallet = watcher(WalletTraits())
    said = [wallet.balance("500", due) for due in ("11", None, "11", "9")]
    assert said == ["amount-due", "", "", "closed"]


def test_without_a_total_the_available_amount_shows_a_top_up() -> None:
    wallet = Watcher()
    wallet.balance("84", reserved=None)
    wallet.snooze(FOREVER)
    wallet.balance("50", reserved=None)
    assert is_snoozed(wallet.memory, wallet.now)
    wallet.balance("51", reserved=None)
    assert not is_snoozed(wallet.memory, wallet.now)


def test_total_that_is_stated_again_is_no_top_up() -> None:
    wallet = Watcher()
    wallet.balance("84", reserved="500")
    wallet.snooze(FOREVER)
    for reserved in (None, "500", None, "500"):
        wallet.balance("84", reserved=reserved)
    assert is_snoozed(wallet.memory, wallet.now)


# a balance in another unit


def test_balance_in_another_unit_is_another_wallet() -> None:
    wallet = Watcher()
    assert wallet.taken("84", "a") == "low"
    assert wallet.balance("80", unit="EUR") == "low"
    wallet.deliver()
    assert wallet.balance("83") == "closed", "what was said of each is remembered"
    assert wallet.balance("79", unit="EUR") == ""
    assert wallet.balance("15", unit="EUR") == "critical"


def test_balance_in_another_unit_is_another_wallet_without_an_id() -> None:
    wallet = Watcher()
    assert wallet.balance("84", wallet="") == "low"
    assert wallet.balance("500", wallet="", unit="EUR") == "closed"


def test_balance_in_another_unit_is_neither_a_top_up_nor_a_drop() -> None:
    wallet = Watcher()
    for number in range(13):
        wallet.balance(str(1000 - number))
    assert wallet.balance("500", unit="EUR") == ""
    assert wallet.memory.drops == ()
    wallet.snooze(FOREVER)
    wallet.balance("5000")
    assert is_snoozed(wallet.memory, wallet.now)


def test_limits_of_another_unit_wait_for_a_balance_in_it() -> None:
    wallet = Watcher()
    assert wallet.balance("84") == "low"
    wallet.deliver()
    wallet.around = replace(wallet.around, unit="EUR")
    assert wallet.limits(low_balance="1") == "", "1 EUR says nothing of 84 BYC"
    assert AlertKind.LOW in wallet.memory.said
    assert wallet.balance("0.99", unit="EUR") == "critical"


def test_limits_that_differ_by_the_unit_repeat_nothing() -> None:
    wallet = Watcher()
    limits = {"BYC": Decimal(100), "EUR": Decimal(10)}
    said = []
    for number in range(12):
        unit = "EUR" if number % 3 == 2 else "BYC"
        low = replace(wallet.around.limits, low_balance=limits[unit], critical_balance=Decimal(0))
        wallet.around = replace(wallet.around, limits=low)
        said.append(wallet.balance("9" if unit == "EUR" else "90", unit=unit))
        wallet.deliver()
    assert said.count("low") == 2


# what the provider says


def test_wallet_whose_zero_is_normal_is_never_empty() -> None:
    wallet = watcher(WalletTraits(zero_is_normal=True), OFF)
    assert wallet.balances("5", "0", "-7", "3", "-9") == [""] * 5


def test_wallet_whose_zero_is_normal_has_the_limits_that_the_user_set() -> None:
    wallet = watcher(WalletTraits(zero_is_normal=True))
    assert wallet.balances("500", "-1") == ["", "critical"]


def test_empty_is_over_when_its_provider_says_that_zero_is_normal() -> None:
    wallet = Watcher()
    assert wallet.balance("0") == "empty"
    wallet.around = replace(wallet.around, traits=WalletTraits(zero_is_normal=True))
    assert wallet.balance("0") == "closed"


def test_plan_that_is_filled_again_is_not_topped_up() -> None:
    wallet = watcher(WalletTraits(refills=True))
    assert wallet.balance("84") == "low"
    assert wallet.balance("102") == "", "it is not re-armed"
    wallet.snooze(FOREVER)
    wallet.balance("500")
    assert is_snoozed(wallet.memory, wallet.now)


@pytest.mark.parametrize(
    ("usual_limit", "enough", "too_little"), [("2", "0.1", "0.09"), ("0", "0.01", "0")]
)
def test_empty_is_rearmed_by_the_providers_usual_limit(
    usual_limit: str, enough: str, too_little: str
) -> None:
    wallet = watcher(WalletTraits(usual_limit=Decimal(usual_limit)), OFF)
    assert wallet.balance("0", reserved="9") == "empty"
    assert wallet.balance(too_little, reserved="8") == ""
    assert wallet.balance("0", reserved="8") == ""
    assert wallet.balance(enough, reserved="7") == "closed"


@pytest.mark.parametrize(
    ("of", "unit", "traits"),
    [
        ("bytenite", "BYC", WalletTraits("USD", Decimal(20))),
        ("deepseek", "CNY", WalletTraits("", Decimal(15))),
        ("deepseek", "USD", WalletTraits("", Decimal(2))),
    ],
)
def test_traits_of_an_account(of: str, unit: str, traits: WalletTraits) -> None:
    assert traits_of(make_account(of=of), unit) == traits


def test_traits_of_a_bill_and_of_a_plan() -> None:
    assert traits_of(make_account(of="digitalocean-ledger"), "USD").zero_is_normal
    assert traits_of(make_account(of="openrouter-key"), "USD").refills


def test_snooze_of_a_time_holds_over_a_change_of_the_unit() -> None:
    wallet = Watcher()
    wallet.balance("84")
    wallet.snooze(wallet.now + timedelta(hours=1))
    assert wallet.balance("5", unit="EUR") == ""
    assert wallet.wait(hours=1) == "critical"
