"""Content of notifications, and the receiver of their events. No Qt: the command line uses it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Notification:
    """One notification; a later one with the same ``slot`` replaces it on the screen.

    ``slot`` is the account's id. ``title`` and ``body`` are plain text of this program. ``urgent``
    ones stay until they are dismissed. ``actions`` are pairs of key and label; their order is not
    guaranteed. The key "default" is a click on the notification itself.
    """

    slot: str
    title: str
    body: str
    urgent: bool = False
    actions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """The desired content of one slot on the screen; ``wanted`` None means empty.

    ``number`` grows from request to request. ``news`` is the number of the last request that was
    news. That is this request, or an earlier one that is only worded differently now. 0 means that
    it was news in an earlier run of the program. ``is_left`` is True while what that run left on
    the screen stays there as it is.
    """

    number: int = 0
    wanted: Notification | None = None
    news: int = 0
    is_left: bool = False


class NotificationEvents(Protocol):
    """Receiver of notification events, called in the thread that delivers notifications."""

    def on_delivered(self, slot: str) -> None:
        """Handle that the desktop accepted the slot's newest notification."""

    def on_action_invoked(self, slot: str, key: str) -> None:
        """Handle an action of the user. The notification leaves the screen right after."""

    def on_dismissed(self, slot: str) -> None:
        """Handle that a notification left the screen without close(), or is not there any more.

        It was dismissed, expired, ended by an action, or lost with its daemon.
        """
