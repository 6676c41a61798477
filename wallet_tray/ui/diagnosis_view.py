"""The content of the diagnosis window, as a plain value."""

from dataclasses import dataclass
from enum import Enum


class Sign(Enum):
    """The severity of a finding."""

    GOOD = "good"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding, all of it plain text.

    ``head`` names the check and its ``state`` in a word. ``todo`` is "" if there is nothing to do.
    """

    sign: Sign
    state: str
    head: str
    found: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class DiagnosisView:
    """The findings in reading order; ``copy`` is the command line's output."""

    summary: str
    rows: tuple[FindingRow, ...]
    copy: str
