"""What an examination found and what to do about it: one plain sentence each.

``{names}`` in braces are filled in by the finding. A sentence never has a place for a credential.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wallet_tray.words.regional import ENGLISH, Regional

_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """The source sentences of a finding, marked for the catalogues by standing in it.

    ``todo`` is "" where there is nothing to do.
    """

    found: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A few words of ours that fill a place; ``number`` goes with a source that has "%n" in it."""

    source: str
    number: int | None = None

    def __call__(self, regional: Regional) -> str:
        if self.number is None:
            return regional.translate(self.source)
        return regional.counted(self.source, self.number)


Value = str | Callable[[Regional], str]
"""What fills a place: a name as it is, or words in the reader's language."""


def filled(
    words: Words, values: Mapping[str, Value], regional: Regional = ENGLISH
) -> tuple[str, str]:
    """Both sentences with their places filled in, in one pass: what is filled in stays as it is."""

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
