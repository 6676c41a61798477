"""The state shown by the tray icon, as a plain value; ``icons`` draws it."""

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """The fill level: four steps instead of a percentage, as no wallet has a natural maximum."""

    OK = "ok"
    LOW = "low"
    CRITICAL = "critical"
    EMPTY = "empty"
    UNKNOWN = "unknown"


class Mark(StrEnum):
    """The symbol beside the fill level."""

    NONE = "none"
    STALE = "stale"
    PROBLEM = "problem"
    SIGNED_OUT = "signed-out"
    LOADING = "loading"
    SNOOZED = "snoozed"
    NOTICE = "notice"  # a limit is crossed that the fill says nothing of
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class IconState:
    """One look of the tray icon; ``number`` (at most four characters) only in the number style."""

    step: Step = Step.UNKNOWN
    mark: Mark = Mark.NONE
    number: str | None = None
