"""A notifier in the place of the desktop's, which notes what it receives."""

from tests.support.listeners import Listener
from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.desktop.notifications.notifier import Notifier


class RecordingNotifier(Notifier):
    """Has one notification a slot, as a desktop has, and notes every call.

    ``now`` holds what is on the screen, by slot. With ``delivers`` it says at once that a
    notification was delivered.
    """

    def __init__(self, *, delivers: bool = False) -> None:
        super().__init__()
        self.calls: list[tuple[str, str, str]] = []
        self.shown: list[Notification] = []
        self.now: dict[str, Notification] = {}
        self._delivers = delivers

    @property
    def titles(self) -> list[str]:
        """Return the titles of all that was shown, with plain blanks."""
        return [one.title.replace("\u00a0", " ") for one in self.shown]

    def show(self, notification: Notification) -> None:
        self.calls.append(("show", notification.slot, notification.title))
        self.shown.append(notification)
        self.now[notification.slot] = notification
        if self._delivers:
            self.delivered.emit(notification.slot)

    def close(self, slot: str) -> None:
        self.calls.append(("close", slot, ""))
        self.now.pop(slot, None)


def listener_to(notifier: Notifier) -> Listener:
    """Return a listener to what the desktop reports: "delivered", "action" and "dismissed"."""
    return Listener(
        delivered=notifier.delivered,
        action=notifier.action_invoked,
        dismissed=notifier.dismissed,
    )
