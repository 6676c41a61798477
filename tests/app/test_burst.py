"""Many messages in a short time: the first and the last one count."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from tests.support.listeners import Listener
from wallet_tray.app.instance_watch import Burst


def test_the_first_counts_at_once_and_the_last_at_the_end_of_the_gap(qtbot: QtBot) -> None:
    burst, listener = Burst(timedelta(milliseconds=100)), Listener()
    listener.listen(due=burst.due)
    burst.ring()
    assert len(listener.heard) == 1
    for _ in range(582):
        burst.ring()
    assert len(listener.heard) == 1
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    qtbot.waitUntil(lambda: not burst._gap.isActive())
    assert len(listener.heard) == 2, "nothing has come since"
    burst.ring()
    assert len(listener.heard) == 3
