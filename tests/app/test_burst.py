"""Many messages in a short time: the first and the last one count."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, Slot

from wallet_tray.app.instance_watch import Burst


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    @Slot()
    def on_due(self) -> None:
        self.times += 1


def test_the_first_counts_at_once_and_the_last_at_the_end_of_the_gap(qtbot: Any) -> None:
    burst, listener = Burst(timedelta(milliseconds=100)), Listener()
    burst.due.connect(listener.on_due)
    burst.ring()
    assert listener.times == 1
    for _ in range(582):
        burst.ring()
    assert listener.times == 1
    qtbot.waitUntil(lambda: listener.times == 2)
    qtbot.waitUntil(lambda: not burst._gap.isActive())
    assert listener.times == 2, "nothing has come since"
    burst.ring()
    assert listener.times == 3
