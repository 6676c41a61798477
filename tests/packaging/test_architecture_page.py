"""docs/architecture.md names each module of the program, and no file that does not exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "wallet_tray"
DOCUMENTS = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "packaging" / "README.md",
]

_BLOCK = re.compile(r"(?ms)^```.*?^```$")
_LISTED = re.compile(r"(?m)^([\w/]+\.py)  +\S")  # a line of a block: path, description
_QUOTED = re.compile(r"`((?:[\w.-]+/)*[\w.-]+\.py|(?:[\w.-]+/)+)`")
_MADE = {"build/", "dist/"}  # folders that run.py makes


def test_page_names_every_module_once() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = [path for block in _BLOCK.findall(page) for path in _LISTED.findall(block)]
    listed += re.findall(r"(?m)^\*\*`(\w+\.py)`\*\*: ", page)  # at the top of the package

    modules = (path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
    assert sorted(listed) == sorted(path.relative_to(PACKAGE).as_posix() for path in modules)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_path_in_backticks_exists(document: Path) -> None:
    text = _BLOCK.sub("", document.read_text(encoding="utf-8"))
    # A path starts at the checkout, at the package or beside the document.
    bases = (ROOT, PACKAGE, document.parent)

    missing = [
        path
        for path in _QUOTED.findall(text)
        if not any((base / path).exists() for base in bases)
        and f"{path.split('/')[0]}/" not in _MADE
    ]
    assert missing == []


def test_paths_are_found() -> None:
    text = "`app/main.py` and `docs/`, but neither `main()` nor `~/.config/wallet-tray`"

    assert _QUOTED.findall(text) == ["app/main.py", "docs/"]
