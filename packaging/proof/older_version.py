"""The same packages under a lower number, to upgrade from."""

import re
import shutil
import zipfile
from pathlib import Path

from linux_deb import build_deb, build_native_deb
from linux_tree import LIBRARY, finish
from workshop import PYTHON, WORK, run

NUMBER = "0.0.1"


def older_deb(tree: Path) -> Path:
    """Pack the tree, quickly, as version 0.0.1; the program in it reports that version too."""
    older = WORK / "tree-older"
    shutil.rmtree(older, ignore_errors=True)
    shutil.copytree(tree, older, symlinks=True)
    source = WORK / "older_init.py"
    code = "import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2], doraise=True)"
    package = Path(
        run(PYTHON, "-c", "import wallet_tray; print(wallet_tray.__file__)", cwd=WORK).strip()
    )
    source.write_text(_older(package.read_text(encoding="utf-8")), encoding="utf-8")
    run(PYTHON, "-c", code, source, older / LIBRARY / "parts" / "wallet_tray" / "__init__.pyc")
    finish(older)
    return build_deb(older, "zstd", NUMBER)


def older_native_deb(wheel: Path) -> Path:
    """Pack the wheel as version 0.0.1."""
    older = WORK / wheel.name
    with zipfile.ZipFile(wheel) as given, zipfile.ZipFile(older, "w") as changed:
        for entry in given.infolist():
            data = given.read(entry)
            if entry.filename == "wallet_tray/__init__.py":
                data = _older(data.decode()).encode()
            changed.writestr(entry, data)
    return build_native_deb(older, NUMBER)


def _older(text: str) -> str:
    return re.sub(r'(?m)^__version__ = ".*"$', f'__version__ = "{NUMBER}"', text)
