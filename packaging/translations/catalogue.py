"""One language's catalogue: a file of Qt Linguist, and what lrelease makes of it."""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from source_texts import ROOT, Text

SOURCES = ROOT / "packaging" / "translations"
COMPILED = ROOT / "resources" / "translations"
NAME = "wallet_tray"

PLURALS = {"de": 2, "it": 2, "es": 2, "fr": 2, "zh_CN": 1}
"""How many plural forms Qt has for each language. A further one is entered here as well."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The translation of one text: one form, or for a counted one all of its plurals."""

    forms: tuple[str, ...]
    finished: bool = True


@dataclass(slots=True)
class Catalogue:
    """All translations of one language (a code such as "de" or "zh_CN")."""

    language: str
    entries: dict[Text, Entry] = field(default_factory=dict)

    def update(self, texts: Iterable[Text]) -> None:
        """Keep exactly these texts; a new one is unfinished.

        It starts with the translation that the same source has elsewhere, if there is one.
        """
        known = {text.source: entry.forms for text, entry in self.entries.items()}
        forms = PLURALS.get(self.language, 2)
        entries = {}
        for text in texts:
            begin = known.get(text.source, ("",) * (forms if text.is_counted else 1))
            entries[text] = self.entries.get(text, Entry(begin, finished=False))
        self.entries = entries


def source_file(language: str, folder: Path = SOURCES) -> Path:
    """Return the path of the translators' file of a language."""
    return folder / f"{NAME}_{language}.ts"


def compiled_file(language: str, folder: Path = COMPILED) -> Path:
    """Return the path of the compiled file, which the program loads."""
    return folder / f"{NAME}_{language}.qm"


def read(path: Path) -> Catalogue:
    """Read a catalogue as written by us, by Qt Linguist or by an editor.

    Raises OSError, and ParseError of ElementTree.
    """
    root = ET.fromstring(path.read_bytes())  # noqa: S314  a file of this repository
    catalogue = Catalogue(root.get("language", ""))
    for context in root.iterfind("context"):
        name = context.findtext("name", "")
        for message in context.iterfind("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("vanished", "obsolete"):
                continue
            forms = [one.text or "" for one in translation.iterfind("numerusform")]
            catalogue.entries[Text(name, message.findtext("source", ""))] = Entry(
                tuple(forms) or (translation.text or "",), translation.get("type") != "unfinished"
            )
    return catalogue


def write(catalogue: Catalogue, path: Path) -> None:
    """Write the file as Qt Linguist does, without places in the source, which change daily."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{catalogue.language}" sourcelanguage="en">',
    ]
    contexts: dict[str, list[tuple[Text, Entry]]] = {}
    for text, entry in sorted(
        catalogue.entries.items(), key=lambda item: (item[0].context, item[0].source)
    ):
        contexts.setdefault(text.context, []).append((text, entry))
    for name, entries in contexts.items():
        lines += ["<context>", f"    <name>{name}</name>"]
        for text, entry in entries:
            lines += _message(text, entry)
        lines.append("</context>")
    lines.append("</TS>")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _message(text: Text, entry: Entry) -> list[str]:
    state = "" if entry.finished else ' type="unfinished"'
    if text.is_counted:
        forms = [f"            <numerusform>{_xml(form)}</numerusform>" for form in entry.forms]
        translation = [f"        <translation{state}>", *forms, "        </translation>"]
    else:
        translation = [f"        <translation{state}>{_xml(entry.forms[0])}</translation>"]
    begin = '    <message numerus="yes">' if text.is_counted else "    <message>"
    return [begin, f"        <source>{_xml(text.source)}</source>", *translation, "    </message>"]


def _xml(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def compile_catalogue(source: Path, compiled: Path) -> None:
    """Have lrelease write the file for the program; raises CalledProcessError."""
    lrelease = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if lrelease is None:
        raise FileNotFoundError("pyside6-lrelease, a part of PySide6-Essentials, is missing")
    compiled.parent.mkdir(parents=True, exist_ok=True)
    command = [lrelease, "-silent", str(source), "-qm", str(compiled)]
    subprocess.run(command, check=True, capture_output=True)


def differences(catalogue: Catalogue, compiled: Path) -> list[str]:
    """Return the differences of the compiled file from its catalogue; any means it is stale."""
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    if not translator.load(str(compiled)):
        return [f"{compiled.name} is missing"]
    return [
        f"{compiled.name} is older than its source: “{text.source}”"
        for text, entry in catalogue.entries.items()
        if not _same(translator, text, entry)
    ]


def _same(translator: "object", text: Text, entry: Entry) -> bool:
    def said(number: int) -> str:
        return translator.translate(text.context, text.source, "", number)  # type: ignore[attr-defined]

    if not entry.finished:
        return True
    if not text.is_counted:
        return said(-1) == entry.forms[0]
    return {said(number) for number in range(200)} == set(entry.forms)
