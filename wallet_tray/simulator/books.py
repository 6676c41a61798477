"""The transaction log of a simulated wallet, in chronological order."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from random import Random

ENTRIES_KEPT = 1000

_DEEDS = ("Render", "Transcode", "Train", "Simulate", "Evaluate", "Resize", "Index", "Encode")
_THINGS = (
    "product photos",
    "harbor scene",
    "interview clips",
    "sentiment model",
    "wind tunnel mesh",
    "map tiles",
    "lecture video",
    "bird calls",
    "support tickets",
    "chess openings",
)
TOP_UP_NAME = "Top-up"
CHARGE_NAME = "Storage"


@dataclass(frozen=True, slots=True)
class Entry:
    """One transaction. ``at`` is a scenario time; ``number`` counts from 1.

    ``amount`` is in BYC, never 0, and negative for money spent. ``balance`` is the total after the
    transaction. ``job`` is the job's number, or 0 if no job was involved.
    """

    number: int
    at: timedelta
    amount: Decimal
    balance: Decimal
    name: str
    job: int = 0


class Books:
    """The latest transactions of one wallet, 1000 at most. The seed decides the job names."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._entries: deque[Entry] = deque(maxlen=ENTRIES_KEPT)
        self._written = 0
        self._jobs = 0

    def __len__(self) -> int:
        return len(self._entries)

    def newest_first(self) -> Iterator[Entry]:
        """Iterate over the kept entries."""
        return reversed(self._entries)

    def job_paid(self, at: timedelta, cost: Decimal, balance: Decimal) -> None:
        """Record the payment of a finished job."""
        self._jobs += 1
        self._write(at, -cost, balance, job_name(self._seed, self._jobs), self._jobs)

    def changed(self, at: timedelta, amount: Decimal, balance: Decimal) -> None:
        """Record a change of the total by ``amount`` that no job caused."""
        self._write(at, amount, balance, TOP_UP_NAME if amount > 0 else CHARGE_NAME)

    def _write(
        self, at: timedelta, amount: Decimal, balance: Decimal, name: str, job: int = 0
    ) -> None:
        if amount:
            self._written += 1
            self._entries.append(Entry(self._written, at, amount, balance, name, job))


def job_name(seed: int, number: int) -> str:
    """Return a made-up name for the job with this number."""
    random = Random(f"job {seed} {number}")  # noqa: S311  simulated data, reproducible by seed
    return f"{random.choice(_DEEDS)} {random.choice(_THINGS)} {number}"
