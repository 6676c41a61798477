"""The drill: low, critical, due and gone, through words and notifier like the real ones."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.support.notifiers import RecordingNotifier
from wallet_tray.alerts.self_test import AlertSelfTest
from wallet_tray.domain.account import Account
from wallet_tray.text.locale import ENGLISH

STEP = timedelta(hours=1)


@pytest.fixture
def drill(notifier: RecordingNotifier) -> Iterator[AlertSelfTest]:
    drill = AlertSelfTest(notifier, lambda: ENGLISH, STEP)
    yield drill
    drill._end()


def next_step(drill: AlertSelfTest) -> None:
    """As if the time for it had come."""
    drill._timer.timeout.emit()


def kinds(notifier: Any) -> list[str]:
    return [
        call if call == "close" else title.partition(":")[0] for call, _, title in notifier.calls
    ]


WHOLE = ["Low balance", "Critical balance", "Amount due", "close"]


def test_the_whole_drill_takes_one_slot_of_its_own(
    qtbot: QtBot, notifier: RecordingNotifier, drill: AlertSelfTest
) -> None:
    account = Account()
    drill.start(account)
    assert kinds(notifier) == ["Low balance"], "the first comes at once"
    drill._timer.setInterval(15)
    qtbot.waitUntil(lambda: not drill._timer.isActive())
    assert kinds(notifier) == WHOLE
    slots = {slot for _, slot, _ in notifier.calls}
    assert len(slots) == 1
    assert account.id not in slots
    assert notifier.now == {}


def test_a_second_wish_begins_again_and_still_ends_clean(
    qtbot: QtBot, notifier: RecordingNotifier, drill: AlertSelfTest
) -> None:
    drill.start(Account())
    next_step(drill)
    drill.start(Account())
    for _ in WHOLE:
        next_step(drill)
    assert not drill._timer.isActive()
    assert kinds(notifier) == ["Low balance", "Critical balance", *WHOLE]
    assert notifier.now == {}


def test_the_drill_is_named_as_one_and_urgent_where_it_would_be(
    qtbot: QtBot, notifier: RecordingNotifier, drill: AlertSelfTest
) -> None:
    drill.start(Account(label="My wallet"))
    (low,) = notifier.now.values()
    assert "Test of your alerts" in low.body
    assert not low.urgent
    next_step(drill)
    (critical,) = notifier.now.values()
    assert critical.urgent
    assert [key for key, _ in critical.actions] == ["top-up", "snooze", "default"]
