"""Keeps the catalogues in line with the program.

    python packaging/translations check      fails where a text is missing, stale or not marked
    python packaging/translations update     brings the files of the translators up to date
    python packaging/translations compile    makes of them what the program loads

Run it with the project's environment: it asks the program for its texts and uses its lrelease.
"""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from catalogue import (  # noqa: E402
    Catalogue,
    compile_catalogue,
    compiled_file,
    differences,
    read,
    source_file,
    write,
)
from catalogue_faults import faults  # noqa: E402
from source_texts import Text, gather  # noqa: E402
from unmarked_texts import unmarked  # noqa: E402

from wallet_tray.domain.settings_schema import LANGUAGES  # noqa: E402

ENGLISH = "en"
TRANSLATED = tuple(code for code in LANGUAGES if code != ENGLISH)


def check() -> int:
    """Print every fault; return 0 if there is none, else 1."""
    findings = gather()
    found = findings.faults + unmarked()
    for code in TRANSLATED:
        found += _faults_of(code, findings.texts())
    left = {path.name for path in source_file(ENGLISH).parent.glob("*.ts")}
    left |= {path.name for path in compiled_file(ENGLISH).parent.glob("*.qm")}
    for code in TRANSLATED:
        left -= {source_file(code).name, compiled_file(code).name}
    found += [f"{name} is of no language that the settings offer" for name in sorted(left)]
    for sentence in found:
        print(sentence)
    print(f"{len(findings.places)} texts in {len(TRANSLATED)} catalogues, {len(found)} faults")
    return 1 if found else 0


def _faults_of(code: str, texts: list[Text]) -> list[str]:
    path = source_file(code)
    if not path.exists():
        return [f"{path.name} is missing"]
    catalogue = read(path)
    found = [] if catalogue.language == code else [f"{path.name} names another language"]
    found += faults(catalogue, texts)
    return found or differences(catalogue, compiled_file(code))


def update() -> int:
    """Add new texts as unfinished and remove those that are gone."""
    texts = gather().texts()
    for code in TRANSLATED:
        path = source_file(code)
        catalogue = read(path) if path.exists() else Catalogue(code)
        catalogue.update(texts)
        write(catalogue, path)
        left = sum(not entry.finished for entry in catalogue.entries.values())
        print(f"{path.name}: {len(catalogue.entries)} texts, {left} to be translated")
    return 0


def compile_all() -> int:
    """Compile all catalogues to the files that the program loads."""
    for code in TRANSLATED:
        compile_catalogue(source_file(code), compiled_file(code))
        print(compiled_file(code).name)
    return 0


def main(arguments: list[str]) -> int:
    """Run one verb."""
    verbs = {"check": check, "update": update, "compile": compile_all}
    if len(arguments) != 1 or arguments[0] not in verbs:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    return verbs[arguments[0]]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
