"""What happens to a simulated wallet over time: events in a seeded, repeatable order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from wallet_tray.simulator.wallet import Wallet

Change = Callable[[Wallet], Wallet]


@dataclass(frozen=True, slots=True)
class Event:
    """A change of the wallet at a scenario time."""

    at: timedelta
    change: Change


Course = Callable[[Random], Iterator[Event]]
"""Makes the endless events of a wallet, in the order of their times, from a seeded generator."""


class LivingWallet:
    """A wallet that follows its course.

    What it holds at a time depends on the seed and that time alone, not on how often it was asked.
    """

    def __init__(self, start: Wallet, course: Course, seed: int) -> None:
        self._wallet = start
        self._events = course(Random(seed))  # noqa: S311  a play, to be repeated by its seed
        self._next = next(self._events, None)

    def at(self, elapsed: timedelta) -> Wallet:
        """The wallet at ``elapsed``; an earlier time than last asked for gives the last wallet."""
        while self._next is not None and self._next.at <= elapsed:
            self._wallet = self._next.change(self._wallet.settled(self._next.at))
            self._next = next(self._events, None)
        self._wallet = self._wallet.settled(elapsed)
        return self._wallet
