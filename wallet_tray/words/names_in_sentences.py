"""User-chosen names within the program's sentences."""

import unicodedata

_FROM_THE_RIGHT = frozenset({"R", "AL"})
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def in_sentence(name: str) -> str:
    """Isolate a right-to-left name, so that it does not reorder the text around it.

    See Unicode Standard Annex 9, 2.4: isolates.
    """
    if any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in name):
        return f"{_ISOLATE}{name}{_END}"
    return name
