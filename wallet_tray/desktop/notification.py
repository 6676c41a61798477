"""What a notification says, and who is told what became of it. No Qt: the command line uses it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Notification:
    """One notification; a later one for the same ``slot`` takes its place on the screen.

    ``slot`` is the account's id. ``title`` and ``body`` are plain text of our own.
    ``urgent`` ones stay until they are dismissed. ``actions`` are pairs of key and label, in no
    promised order; the key "default" is a click on the notification itself.
    """

    slot: str
    title: str
    body: str
    urgent: bool = False
    actions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What should be on the screen in one slot; None: nothing.

    ``number`` grows from wish to wish. ``news`` is the number of the wish that was news last: this
    one itself, or an earlier one that is now said in other words. 0: it was news in an earlier run
    of the program.
    """

    number: int = 0
    wanted: Notification | None = None
    news: int = 0


class NotificationEvents(Protocol):
    """Told what became of notifications, in the thread that delivers them."""

    def on_delivered(self, slot: str) -> None:
        """The newest notification of the slot was taken over by the desktop."""

    def on_action_invoked(self, slot: str, key: str) -> None:
        """The user pressed an action. The notification leaves the screen right after."""

    def on_dismissed(self, slot: str) -> None:
        """It left the screen without our doing, or does not stand there (any more).

        Dismissed, expired, used up by an action, or gone with the daemon that had shown it.
        """
