"""Last safeguard for notification text: any input becomes harmless plain text."""

import unicodedata
from html import escape

TITLE_LIMIT = 120
BODY_LIMIT = 500

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})
"""Controls (NUL truncates D-Bus text), bidi and zero-width marks, surrogates, private use."""


def plain_title(text: str) -> str:
    """Return one line of at most 120 characters."""
    return _cut(" ".join(_visible(text).split("\n")), TITLE_LIMIT)


def plain_body(text: str) -> str:
    """Return at most 500 characters; line breaks are kept."""
    return _cut(_visible(text), BODY_LIMIT)


def marked_up(text: str) -> str:
    """Return the same text for a desktop that reads markup in the body."""
    return escape(text, quote=False)


def _visible(text: str) -> str:
    # Cut generously before processing: the text may be huge.
    kept = "".join(
        character
        for character in text[: 4 * BODY_LIMIT]
        if character == "\n" or unicodedata.category(character) not in _HIDDEN
    )
    return unicodedata.normalize("NFC", kept)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
