"""The program's installed components, from the metadata of their distributions."""

import platform
import re
from collections.abc import Collection
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from wallet_tray import PROGRAM_NAME
from wallet_tray.domain.results import InstalledPackage

_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9._-]+)\s*(?:\[([^\]]*)\])?")
_EXTRA = re.compile(r"""extra\s*==\s*["']([^"']+)""")
_TEXTS = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE)[^/]*\Z", re.IGNORECASE)
_NO_LICENCE = ("", "UNKNOWN")
_LONGEST_NAME = 100


def installed_parts(name: str = PROGRAM_NAME) -> tuple[InstalledPackage, ...]:
    """Return the distribution itself, Python, and its installed dependencies, by name.

    Empty if a build omitted the metadata. Reads about thirty files, so do not call it in the GUI
    thread.
    """
    found: dict[str, Distribution] = {}
    _collect(name, (), found)
    if not found:
        return ()
    own, *others = found.values()
    python = InstalledPackage("Python", platform.python_version(), "PSF-2.0")
    parts = sorted((_part(one) for one in others), key=lambda part: part.name.casefold())
    return (_part(own), python, *parts)


def _collect(name: str, extras: Collection[str], found: dict[str, Distribution]) -> None:
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in found:
        return
    try:
        found[key] = one = distribution(name)
    except PackageNotFoundError:
        return  # it is for another system
    for line in one.requires or ():
        needed, _, condition = line.partition(";")
        of_extra = _EXTRA.search(condition)
        if of_extra is not None and of_extra[1] not in extras:
            continue
        requirement = _REQUIREMENT.match(needed)
        if requirement is not None:
            inner = [extra.strip() for extra in (requirement[2] or "").split(",")]
            _collect(requirement[1], inner, found)


def _part(one: Distribution) -> InstalledPackage:
    texts = []
    for path in one.files or ():
        if _TEXTS.search(str(path)):
            try:
                texts.append(path.read_text(encoding="utf-8").strip())
            except (OSError, UnicodeError):
                continue  # its short name is still listed
    name = one.metadata["Name"]
    return InstalledPackage(name, one.version, _licence(one), "\n\n".join(texts))


def _licence(one: Distribution) -> str:
    classifiers = [
        line.rpartition("::")[2].strip()
        for line in _fields(one, "Classifier")
        if line.startswith("License ::")
    ]
    free_texts = [text.strip().partition("\n")[0] for text in _fields(one, "License")]
    for licence in (*_fields(one, "License-Expression"), *free_texts, ", ".join(classifiers)):
        if licence.upper() not in _NO_LICENCE and len(licence) <= _LONGEST_NAME:
            return licence
    return ""


def _fields(one: Distribution, name: str) -> list[str]:
    return one.metadata.get_all(name) or []
