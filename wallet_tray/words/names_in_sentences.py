"""A name that the user chose, within a sentence of ours."""

import unicodedata

_FROM_THE_RIGHT = frozenset({"R", "AL"})
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def in_sentence(name: str) -> str:
    """The name, kept to itself where it is written from the right: it would turn the words and
    the full stop around it (Unicode Standard Annex 9, 2.4: isolates)."""
    if any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in name):
        return f"{_ISOLATE}{name}{_END}"
    return name
