"""What a check found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wallet_tray.words.doctor import Value, Words, filled
from wallet_tray.words.regional import ENGLISH, Regional


class State(StrEnum):
    """How it stands; the names are those of ``doctor --json``."""

    OK = "ok"
    NOTE = "note"  # worth knowing, and nothing is broken
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of ``check``, about one account (its id) or about none ("").

    ``values`` fill the places of ``words``; neither ever holds a credential.
    """

    check: str
    state: State
    words: Words
    values: Mapping[str, Value] = field(default_factory=dict)
    account: str = ""

    def sentences(self, regional: Regional = ENGLISH) -> tuple[str, str]:
        """What was found, and what to do ("" for nothing)."""
        return filled(self.words, self.values, regional)
