"""The versions in use, and a check for known incompatibilities."""

import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata

from wallet_tray import PROGRAM_NAME, __version__
from wallet_tray.diagnostics.finding import Finding, Message, State, plain

NAME = "versions"

VERSIONS = Message("{versions}.")
QT_BREAKS = Message(
    "PySide6 {version} ends programs on Python {python} within hours (PYSIDE-3474).",
    "Run: pip install 'PySide6-Essentials<6.12'",
)
PACKAGE_MISSING = Message("The package {package} is missing.", "Reinstall this program.")

_QT = "pyside6"  # the full package, of which a part is installed
_PACKAGES = {_QT: "PySide6-Essentials"} | {
    name: name for name in ("httpx", "keyring", "truststore", "platformdirs", "tomlkit")
}
_ON_LINUX = {"jeepney": "jeepney", "secretstorage": "SecretStorage"}
_NUMBERS = re.compile(r"([0-9]+)\.([0-9]+)")


def versions(environment: Mapping[str, str] = os.environ) -> dict[str, str | None]:
    """Return versions by name; None for a missing package. Qt's version is that of PySide6."""
    found: dict[str, str | None] = {
        PROGRAM_NAME: __version__,
        "python": platform.python_version(),
        "os": _system(),
        "desktop": plain(environment.get("XDG_CURRENT_DESKTOP", "")) or None,
        "session": plain(environment.get("XDG_SESSION_TYPE", "")) or None,
    }
    return found | {name: _version(package) for name, package in _packages().items()}


def check_versions() -> Iterator[Finding]:
    """Yield the versions in use, then their problems."""
    found = versions()
    listed = ", ".join(
        f"{_shown(name)} {version}" for name, version in found.items() if version is not None
    )
    yield Finding(NAME, State.OK, VERSIONS, {"versions": listed})
    for name, package in _packages().items():
        if found[name] is None:
            yield Finding(NAME, State.PROBLEM, PACKAGE_MISSING, {"package": package})
    qt, python = found[_QT] or "", platform.python_version()
    numbers = _NUMBERS.match(qt)
    # See the dependencies in pyproject.toml.
    if numbers and tuple(map(int, numbers.groups())) >= (6, 12) and sys.version_info < (3, 12):
        values = {"version": qt, "python": python}
        yield Finding(NAME, State.PROBLEM, QT_BREAKS, values)


def _packages() -> dict[str, str]:
    return _PACKAGES | (_ON_LINUX if sys.platform == "linux" else {})


def _version(package: str) -> str | None:
    # Distributions that build all of Qt for Python use this name.
    names = (package, "PySide6") if package == _PACKAGES[_QT] else (package,)
    for name in names:
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return None


def _system() -> str:
    try:
        return plain(platform.freedesktop_os_release()["PRETTY_NAME"])
    except (OSError, KeyError):
        return plain(f"{platform.system()} {platform.release()}")


def _shown(name: str) -> str:
    return {"python": "Python", "os": "on", _QT: "PySide6"}.get(name, name)
