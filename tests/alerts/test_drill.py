"""The alert test: low, critical, due and gone, through words and notifier like the real ones."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.support.builders import make_account
from tests.support.notifiers import RecordingNotifier
from wallet_tray.alerts.self_test import AlertSelfTest
from wallet_tray.text.locale import ENGLISH

STEP = timedelta(hours=1)


@pytest.fixture
def self_test(notifier: RecordingNotifier) -> Iterator[AlertSelfTest]:
    self_test = AlertSelfTest(notifier, lambda: ENGLISH, STEP)
    yield self_test
    self_test._end()


def next_step(self_test: AlertSelfTest) -> None:
    """As if the time for it had come."""
    self_test._timer.timeout.emit()


def kinds(notifier: Any) -> list[str]:
    return [
        call if call == "close" else title.partition(":")[0] for call, _, title in notifier.calls
    ]


WHOLE = ["Low balance", "Critical balance", "Amount due", "close"]


def test_self_test_uses_one_slot_of_its_own(
    qtbot: QtBot, notifier: RecordingNotifier, self_test: AlertSelfTest
) -> None:
    account = make_account()
    self_test.start(account)
    assert kinds(notifier) == ["Low balance"], "the first comes at once"
    self_test._timer.setInterval(15)
    qtbot.waitUntil(lambda: not self_test._timer.isActive())
    assert kinds(notifier) == WHOLE
    slots = {slot for _, slot, _ in notifier.calls}
    assert len(slots) == 1
    assert account.id not in slots
    assert notifier.now == {}


def test_second_start_restarts_the_self_test(
    qtbot: QtBot, notifier: RecordingNotifier, self_test: AlertSelfTest
) -> None:
    self_test.start(make_account())
    next_step(self_test)
    self_test.start(make_account())
    for _ in WHOLE:
        next_step(self_test)
    assert not self_test._timer.isActive()
    assert kinds(notifier) == ["Low balance", "Critical balance", *WHOLE]
    assert notifier.now == {}


def test_self_test_is_labelled_and_urgent_like_real_alerts(
    qtbot: QtBot, notifier: RecordingNotifier, self_test: AlertSelfTest
) -> None:
    self_test.start(make_account(label="My wallet"))
    (low,) = notifier.now.values()
    assert "Test of your alerts" in low.body
    assert not low.urgent
    next_step(self_test)
    (critical,) = notifier.now.values()
    assert critical.urgent
    assert [key for key, _ in critical.actions] == ["top-up", "snooze", "default"]
