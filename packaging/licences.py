"""The licences of all that a bundle holds, as a folder in it."""

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

from workshop import PACKAGING

_NOTE = """What this folder holds

Wallet Tray itself is under the MIT licence (LICENSE.txt here).

Qt {qt} and Qt for Python (PySide6, Shiboken6) are used under the GNU Lesser General Public License
version 3, which builds on the GNU General Public License version 3; both are here. They lie in the
folder parts as shared libraries and modules of their own and may be replaced by other builds of the
same interface. Their sources are at https://download.qt.io and https://code.qt.io. Qt holds further
parts under licences that they name: https://doc.qt.io/qt-6/licenses-used-in-qt.html

Python {python} is under the licence in Python.txt.

Python's packages have their licences in parts/<name>-<version>.dist-info; "About" shows them.

System libraries of the machine where this was built have their copyright notices in the folder
libraries, one file for each package they came from.
"""


def add_licences(bundle: Path) -> None:
    """Write ``licences`` into the bundle; end the build if a licence cannot be found."""
    folder = bundle / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "libraries").mkdir(parents=True)
    for text in (PACKAGING / "licences").glob("*.txt"):
        shutil.copyfile(text, folder / text.name)
    shutil.copyfile(PACKAGING.parent / "LICENSE", folder / "LICENSE.txt")
    shutil.copyfile(_pythons_licence(), folder / "Python.txt")
    qt = next((bundle / "parts").glob("pyside6_essentials-*.dist-info")).name.split("-")[1]
    note = _NOTE.format(qt=qt.removesuffix(".dist"), python=platform.python_version())
    (folder / "README.txt").write_text(note, encoding="utf-8")
    if sys.platform == "linux":
        _add_notices_of_libraries(bundle, folder / "libraries")
    else:
        (folder / "libraries").rmdir()


def _pythons_licence() -> Path:
    base = Path(sys.base_prefix)
    library = base / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    debian = Path(f"/usr/share/doc/{library.name}-minimal/copyright")
    for path in (library / "LICENSE.txt", base / "LICENSE.txt", debian):
        if path.is_file():
            return path
    sys.exit("The licence of this Python was not found.")


def _add_notices_of_libraries(bundle: Path, folder: Path) -> None:
    """Add one notice for each Debian package that a library at the top of ``parts`` is from."""
    for library in sorted((bundle / "parts").glob("lib*.so*")):
        if library.is_symlink() or library.name.startswith("libpython"):
            continue  # Qt's, and Python's own
        package = _package_of(library.name)
        notice = Path("/usr/share/doc", package, "copyright")
        if not package or not notice.is_file():
            sys.exit(f"The licence of {library.name} was not found.")
        shutil.copyfile(notice, folder / f"{package}.txt")


def _package_of(library: str) -> str:
    """Return the Debian package that owns a library of this name on the machine, or ""."""
    folders = ["/usr/lib", "/lib"]
    machine = re.sub(r"-linux-gnu.*", "-linux-gnu", f"{os.uname().machine}-linux-gnu")
    for folder in [f"{one}/{machine}" for one in folders] + folders:
        asked = ["dpkg-query", "-S", f"{folder}/{library}"]
        answer = subprocess.run(asked, capture_output=True, text=True)
        if answer.returncode == 0:
            return answer.stdout.partition(":")[0]
    return ""
