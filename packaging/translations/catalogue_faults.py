"""The faults of a catalogue, each as a sentence that names the place."""

import re
from collections import Counter
from collections.abc import Collection

from catalogue import PLURALS, Catalogue, Entry
from source_texts import Text

_PLACE = re.compile(r"\{[a-z_]+\}|%n|%[1-9L]")
_BRACE = re.compile(r"[{}]")
_ENDINGS = {".": (".", "。"), "…": ("…", "……"), "?": ("?", "？", "\u202f?", "\u00a0?")}


def faults(catalogue: Catalogue, texts: Collection[Text]) -> list[str]:
    """Return missing, stale and unfinished texts, and translations that cannot be shown."""
    language = catalogue.language
    found = [
        f"{language}: “{one.source}” ({one.context}) is missing"
        for one in texts
        if one not in catalogue.entries
    ]
    wanted = set(texts)
    for text, entry in catalogue.entries.items():
        place = f"{language}: “{text.source}” ({text.context})"
        if text not in wanted:
            found.append(f"{place} is no text of the program any more")
        elif not entry.finished or not all(entry.forms):
            found.append(f"{place} is not translated")
        else:
            found += [f"{place} {fault}" for fault in _entry_faults(text, entry, language)]
    return found + _translated_differently(catalogue)


def _translated_differently(catalogue: Catalogue) -> list[str]:
    """Return the texts that have different translations in different contexts."""
    translations: dict[str, set[tuple[str, ...]]] = {}
    for text, entry in catalogue.entries.items():
        translations.setdefault(text.source, set()).add(entry.forms)
    return [
        f"{catalogue.language}: “{source}” is translated in several ways"
        for source, ways in translations.items()
        if len(ways) > 1
    ]


def _entry_faults(text: Text, entry: Entry, language: str) -> list[str]:
    found = []
    forms = PLURALS.get(language, 2) if text.is_counted else 1
    if len(entry.forms) != forms:
        found.append(f"has {len(entry.forms)} forms instead of {forms}")
    for form in entry.forms:
        if _places(form) != _places(text.source):
            found.append(f"has other places to fill in: “{form}”")
        elif len(_BRACE.findall(form)) != len(_BRACE.findall(text.source)):
            found.append(f"has a brace that is no place: “{form}”")
        if form != form.strip() or "  " in form:
            found.append(f"has blanks that are too many: “{form}”")
        if "..." in form or "&" in form or "\n" in form:
            found.append(f"has dots, a letter mark or a line end of its own: “{form}”")
        if not _ends_alike(text.source, form):
            found.append(f"ends otherwise: “{form}”")
    return found


def _places(text: str) -> Counter[str]:
    return Counter(_PLACE.findall(text))


def _ends_alike(source: str, form: str) -> bool:
    """Return whether a sentence stays a sentence and a menu item keeps its ellipsis."""
    return all(source.endswith(sign) == form.endswith(signs) for sign, signs in _ENDINGS.items())
