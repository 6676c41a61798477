"""The lists of versions: complete, with hashes, and naming no place."""

import re
from importlib import metadata
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
LISTS = ("constraints.txt", "build-tools.txt")


def entries(name: str) -> dict[str, str]:
    """The rows of a list by package; several rows of one package are joined."""
    rows: dict[str, str] = {}
    text = (PACKAGING / name).read_text(encoding="utf-8").replace("\\\n", " ")
    for row in text.splitlines():
        found = re.match(r"([a-z0-9._-]+)==\S+", row)
        if found is not None:
            rows[found[1]] = rows.get(found[1], "") + row + "\n"
    return rows


@pytest.mark.parametrize("name", LISTS)
def test_every_version_has_a_hash(name: str) -> None:
    rows = "".join(entries(name).values()).splitlines()
    assert rows
    assert all("--hash=sha256:" in row for row in rows)


@pytest.mark.parametrize("name", LISTS)
def test_no_place_is_named(name: str) -> None:
    text = (PACKAGING / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_all_that_the_program_needs_here_is_listed() -> None:
    listed = entries("constraints.txt")
    needed = {"wallet-tray"}
    waiting = ["wallet-tray"]
    while waiting:
        try:
            requirements = metadata.requires(waiting.pop()) or []
        except metadata.PackageNotFoundError:
            continue
        for line in requirements:
            extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)", line)
            if applies(line) and (extra is None or extra[1] == "socks"):
                name = re.sub(r"[-_.]+", "-", re.match(r"[A-Za-z0-9._-]+", line)[0]).lower()
                if name not in needed:
                    needed.add(name)
                    waiting.append(name)
    assert needed - {"wallet-tray"} <= set(listed)
    assert len(needed) > 15


def applies(line: str) -> bool:
    """Whether a requirement is for this Python and system."""
    from packaging.requirements import Requirement

    marker = Requirement(line).marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", "socks"))


def test_tools_come_from_their_short_list() -> None:
    wished = (PACKAGING / "build-tools.in").read_text(encoding="utf-8").split("\n")
    names = {re.match(r"[a-z]+", line)[0] for line in wished if line}
    assert names <= set(entries("build-tools.txt"))
