"""The alert controller with accounts in any unit, and with the memory of release 0.9."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from tests.domain.alert_records import in_version_1
from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.alerts.controller import AlertController
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import Alert, AlertKind, OwnLimits
from wallet_tray.domain.alert_memory import AlertMemory, UntilToppedUp, from_record, to_record
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.money import Money

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class Run:
    """One run of the program for an account, from a memory; it hears what is said and closed."""

    def __init__(self, account: Account, memory: AlertMemory | None = None) -> None:
        self.words: list[str] = []
        self.now = START
        self.controller = AlertController(account, memory or AlertMemory(), now=lambda: self.now)
        self.controller.said.connect(self._on_said)
        self.controller.closed.connect(self._on_closed)
        self.controller.start()

    def _on_said(self, alert: Alert) -> None:
        self.words.append(alert.kind.value)

    def _on_closed(self) -> None:
        self.words.append("closed")

    def take(self, balance: Balance) -> list[str]:
        self.now += timedelta(minutes=5)
        self.words.clear()
        self.controller.take(replace(balance, fetched_at=self.now))
        return list(self.words)

    def available(self, amount: str, unit: str) -> list[str]:
        money = Money(Decimal(amount), unit)
        return self.take(Balance(wallet_id=WalletId("w"), available=money, fetched_at=self.now))


def test_usual_limits_are_those_of_the_unit_that_the_answer_names(qtbot: QtBot) -> None:
    run = Run(make_account(of="deepseek"))
    assert run.available("20", "CNY") == ["low"]
    assert run.available("20", "USD") == ["closed"], "another wallet, with limits of its own"
    assert run.available("9", "USD") == ["low"]
    shown = run.controller.memory.shown
    assert shown is not None
    assert (shown.amount, shown.limit) == (Money(Decimal(9), "USD"), Money(Decimal(10), "USD"))


def test_restart_of_an_account_whose_unit_only_an_answer_names_repeats_nothing(
    qtbot: QtBot,
) -> None:
    account = make_account(of="deepseek")
    run = Run(account)
    assert run.available("20", "CNY") == ["low"]
    run.controller.delivered()
    later = Run(account, from_record(json.loads(json.dumps(to_record(run.controller.memory)))))
    later.controller.quiet_changed()
    assert later.available("19", "CNY") == []
    assert later.available("14", "CNY") == ["critical"]


def test_changed_limits_of_such_an_account_are_compared_in_the_unit_of_its_balance(
    qtbot: QtBot,
) -> None:
    account = make_account(of="deepseek")
    run = Run(account)
    run.available("100", "CNY")
    run.controller.apply_settings(replace(account, own_limits=OwnLimits(Decimal(200), Decimal(20))))
    assert run.available("99", "CNY") == [], "the user moved the limit across the balance"
    assert run.available("19", "CNY") == ["critical"]


def test_lowered_limit_of_such_an_account_closes_at_once(qtbot: QtBot) -> None:
    account = make_account(of="deepseek")
    run = Run(account)
    assert run.available("20", "CNY") == ["low"]
    lowered = replace(account, own_limits=OwnLimits(Decimal(10), Decimal(0)))
    run.controller.apply_settings(lowered)
    assert run.words == ["low", "closed"]


def test_changed_variant_waits_for_a_balance_in_its_unit(qtbot: QtBot) -> None:
    account = make_account(of="venice", variant="usd")
    run = Run(account)
    assert run.available("5", "USD") == ["low"]
    run.controller.apply_settings(
        replace(account, variant="diem", own_limits=OwnLimits(Decimal(1), Decimal(0)))
    )
    assert run.words == ["low"], "1 DIEM says nothing of 5 USD"
    assert run.available("0.5", "DIEM") == ["low"]


def test_bill_has_neither_empty_nor_overdrawn(qtbot: QtBot) -> None:
    run = Run(make_account(of="digitalocean-ledger", own_limits=OwnLimits(*[Decimal(0)] * 4)))
    assert [run.available(amount, "USD") for amount in ("5", "0", "-5")] == [[], [], []]


# the memory of release 0.9


def memory_of_release_0_9(
    change: Callable[[AlertController], None] = lambda _: None,
) -> AlertMemory:
    """A ByteNite account at 84 BYC, of which "low" was said, as it was saved by release 0.9."""
    run = Run(make_account())
    assert run.take(builders.balance("84.10")) == ["low"]
    change(run.controller)
    record = in_version_1(to_record(run.controller.memory))
    return from_record(json.loads(json.dumps(record)))


def deliver(controller: AlertController) -> None:
    controller.delivered()


def test_upgrade_repeats_no_alert(qtbot: QtBot) -> None:
    run = Run(make_account(), memory_of_release_0_9(deliver))
    assert run.take(builders.balance("84.10")) == []
    assert run.take(builders.balance("83")) == []
    assert run.take(builders.balance("19")) == ["critical"]


def test_upgrade_closes_an_alert_that_is_over(qtbot: QtBot) -> None:
    run = Run(make_account(), memory_of_release_0_9(deliver))
    assert run.take(builders.balance("500")) == ["closed"]


def test_upgrade_says_an_alert_that_was_not_delivered(qtbot: QtBot) -> None:
    run = Run(make_account(), memory_of_release_0_9())
    assert run.take(builders.balance("84.10")) == ["low"]


@pytest.mark.parametrize("wish", [UntilToppedUp.UNTIL_TOPPED_UP, START + timedelta(hours=1)])
def test_upgrade_keeps_a_snooze(qtbot: QtBot, wish: UntilToppedUp | datetime) -> None:
    run = Run(make_account(), memory_of_release_0_9(lambda controller: controller.snooze(wish)))
    assert run.controller.is_snoozed
    assert run.take(builders.balance("15")) == []
    assert run.controller.is_snoozed


def test_upgrade_sees_the_top_up_that_ends_a_snooze(qtbot: QtBot) -> None:
    memory = memory_of_release_0_9(
        lambda controller: controller.snooze(UntilToppedUp.UNTIL_TOPPED_UP)
    )
    run = Run(make_account(), memory)
    run.take(builders.balance("85"))
    assert not run.controller.is_snoozed


def test_upgraded_memory_is_saved_with_its_units(qtbot: QtBot) -> None:
    run = Run(make_account(), memory_of_release_0_9(deliver))
    saved = from_record(to_record(run.controller.memory))
    assert saved.seen is not None
    assert saved.seen.wallet == ("id", "BYC")
    assert AlertKind.LOW in saved.said
