"""The findings of checks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wallet_tray.text.doctor import Value, Words, filled
from wallet_tray.text.locale import ENGLISH, Regional


class State(StrEnum):
    """The severity of a finding, named as in ``doctor --json``."""

    OK = "ok"
    NOTE = "note"  # worth knowing, but nothing is broken
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of ``check``, about one account (its id) or none ("").

    ``values`` fill the placeholders of ``words``; neither ever contains a credential.
    """

    check: str
    state: State
    words: Words
    values: Mapping[str, Value] = field(default_factory=dict)
    account: str = ""

    def sentences(self, regional: Regional = ENGLISH) -> tuple[str, str]:
        """Return what was found, and what to do ("" for nothing)."""
        return filled(self.words, self.values, regional)
