"""The last defence of a notification's text: whatever comes in, harmless plain text goes out."""

import unicodedata
from html import escape

TITLE_LIMIT = 120
BODY_LIMIT = 500

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})
"""Controls (NUL cuts D-Bus text), bidi and zero-width marks, surrogates, private use."""


def plain_title(text: str) -> str:
    """One line of at most 120 characters."""
    return _cut(" ".join(_visible(text).split("\n")), TITLE_LIMIT)


def plain_body(text: str) -> str:
    """At most 500 characters; line breaks are kept."""
    return _cut(_visible(text), BODY_LIMIT)


def marked_up(text: str) -> str:
    """The same text for a desktop that reads markup in the body."""
    return escape(text, quote=False)


def _visible(text: str) -> str:
    # Cut before the work, generously: the text may be huge.
    kept = "".join(
        character
        for character in text[: 4 * BODY_LIMIT]
        if character == "\n" or unicodedata.category(character) not in _HIDDEN
    )
    return unicodedata.normalize("NFC", kept)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
