"""All that the diagnosis window shows, as a plain value."""

from dataclasses import dataclass
from enum import Enum


class Sign(Enum):
    """How one finding stands."""

    GOOD = "good"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding, all of it plain text: ``head`` names what was examined and its ``state`` in a
    word; ``todo`` is "" where there is nothing to do."""

    sign: Sign
    state: str
    head: str
    found: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class DiagnosisView:
    """The findings in the order of reading; ``copy`` is what the command line prints."""

    summary: str
    rows: tuple[FindingRow, ...]
    copy: str
