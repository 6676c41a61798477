"""The findings of an examination and their remedies, in one plain sentence each.

The finding fills in the ``{names}`` in braces. No sentence has a placeholder for a credential.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wallet_tray.text.locale import ENGLISH, Regional

_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """The source sentences of a finding; their use here marks them for the catalogues.

    ``todo`` is "" if there is nothing to do.
    """

    found: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Words of ours that fill a placeholder; ``number`` is for a source with "%n"."""

    source: str
    number: int | None = None

    def __call__(self, regional: Regional) -> str:
        if self.number is None:
            return regional.translate(self.source)
        return regional.counted(self.source, self.number)


Value = str | Callable[[Regional], str]
"""The value of a placeholder: a literal name, or words in the reader's language."""


def filled(
    words: Words, values: Mapping[str, Value], regional: Regional = ENGLISH
) -> tuple[str, str]:
    """Return both sentences with their placeholders filled in a single pass.

    Braces in an inserted value are left alone.
    """

    def told(place: re.Match[str]) -> str:
        value = values[place[1]]
        return value if isinstance(value, str) else value(regional)

    found, todo = (
        _PLACE.sub(told, regional.translate(sentence)) if sentence else ""
        for sentence in (words.found, words.todo)
    )
    return found, todo


FAULT = Words(
    "This check failed by a fault of the program.", "The log tells more; please report it."
)
LATE = Words("There was no answer in time.", "Try again; if that goes on, log out and in again.")
