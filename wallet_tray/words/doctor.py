"""What an examination found and what to do about it: one plain sentence each.

``{names}`` in braces are filled in by the finding. A sentence never has a place for a credential.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wallet_tray.words.regional import ENGLISH, Regional

_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """The source sentences of a finding; ``todo`` is "" where there is nothing to do."""

    found: str
    todo: str = ""


def filled(
    words: Words, values: Mapping[str, str], regional: Regional = ENGLISH
) -> tuple[str, str]:
    """Both sentences with their places filled in, in one pass: what is filled in stays as it is."""
    found, todo = (
        _PLACE.sub(lambda place: values[place[1]], regional.translate(sentence) if sentence else "")
        for sentence in (words.found, words.todo)
    )
    return found, todo


FAULT = Words(
    "This check failed by a fault of the program.", "The log tells more; please report it."
)
LATE = Words("There was no answer in time.", "Try again; if that goes on, start the session anew.")
