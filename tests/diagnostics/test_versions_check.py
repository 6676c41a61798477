"""Versions: what is at work, what is missing, what is known to break."""

import sys
from importlib import metadata
from types import SimpleNamespace

import pytest

from wallet_tray import __version__
from wallet_tray.diagnostics import versions


def test_versions_in_use() -> None:
    found = versions.versions({"XDG_CURRENT_DESKTOP": "KDE", "XDG_SESSION_TYPE": "wayland"})
    assert found["wallet-tray"] == __version__
    assert found["python"] == ".".join(map(str, sys.version_info[:3]))
    assert found["pyside6"] == metadata.version("PySide6-Essentials")
    assert (found["desktop"], found["session"]) == ("KDE", "wayland")
    assert all(found.values())


def test_reported_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE\033[31m\n")
    first, *_ = versions.check_versions()
    found, _ = first.sentences()
    assert found.startswith(f"wallet-tray {__version__}, Python 3.")
    assert found.isprintable()


def test_qt_that_a_distribution_built_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "PySide6-Essentials":
            raise metadata.PackageNotFoundError(name)
        return "6.8.2.1" if name == "PySide6" else "1.0"

    monkeypatch.setattr(versions.metadata, "version", version)
    assert versions.versions()["pyside6"] == "6.8.2.1"


def test_missing_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "truststore":
            raise metadata.PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr(versions.metadata, "version", version)
    _, problem = versions.check_versions()
    assert problem.state == "problem"
    assert problem.sentences()[0] == "The package truststore is missing."


@pytest.mark.parametrize(
    ("qt", "python", "breaks"),
    [
        ("6.12.0", (3, 11), True),
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 12), False),
        ("6.8.3", (3, 13), False),
    ],
)
def test_pyside_that_ends_the_program(
    monkeypatch: pytest.MonkeyPatch, qt: str, python: tuple[int, int], breaks: bool
) -> None:
    monkeypatch.setattr(versions.metadata, "version", lambda _name: qt)
    ours = SimpleNamespace(version_info=python, platform=sys.platform)
    monkeypatch.setattr(versions, "sys", ours)
    _, *problems = versions.check_versions()
    assert [finding.state.value for finding in problems] == ["problem"] * breaks
