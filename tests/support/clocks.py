"""A clock that goes on only when a test says so."""

from dataclasses import dataclass


@dataclass
class HandClock:
    """Seconds, in the place of time.monotonic and its like."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Let the time go on."""
        self.now += seconds
