"""A notifier that notes what it receives, and desks with alerts around errands that do nothing."""

import pytest

from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.desktop.notifications.notifier import Notifier


class RecordingNotifier(Notifier):
    """Has one slot an account, as a desktop has, and notes every call."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, str, str]] = []
        self.on_screen: dict[str, Notification] = {}

    def show(self, notification: Notification) -> None:
        self.calls.append(("show", notification.slot, notification.title))
        self.on_screen[notification.slot] = notification

    def close(self, slot: str) -> None:
        self.calls.append(("close", slot, ""))
        self.on_screen.pop(slot, None)


@pytest.fixture
def notifier(qtbot: object) -> RecordingNotifier:
    return RecordingNotifier()
