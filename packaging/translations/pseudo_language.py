"""An invented language: every text of the screen, longer and from right to left.

A text that appears in other letters was not translated. The letters are Hebrew, so that the text
really runs from right to left. The ``{places}`` stay as they are.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from catalogue import Catalogue, Entry, compile_catalogue, compiled_file, source_file, write
from source_texts import Text

CODE = "he"
_PARTS = re.compile(r"(\{[a-z_]+\}|%n)")
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתאבגד")
_VOWELS = re.compile("([aeiou])")


def said(source: str) -> str:
    """Return the text in that language: two fifths longer, as in languages with long words."""
    parts = _PARTS.split(source.replace("(s)", ""))
    return "".join(
        part if _PARTS.fullmatch(part) else _VOWELS.sub(r"\1\1", part.lower()).translate(_LETTERS)
        for part in parts
    )


def make(texts: Iterable[Text], folder: Path) -> None:
    """Write the compiled catalogue of that language into ``folder``."""
    catalogue = Catalogue(CODE)
    for text in texts:
        form = said(text.source)
        catalogue.entries[text] = Entry((form, form) if text.is_counted else (form,))
    source = source_file(CODE, folder)
    write(catalogue, source)
    compile_catalogue(source, compiled_file(CODE, folder))
