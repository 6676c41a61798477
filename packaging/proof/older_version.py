"""The same package under a lower number, to upgrade from."""

import shutil
from pathlib import Path

from linux_deb import build_deb
from linux_tree import LIBRARY, finish
from workshop import PYTHON, ROOT, WORK, run

NUMBER = "0.0.1"


def older_deb(tree: Path) -> Path:
    """The tree packed (quickly) as version 0.0.1, which the program in it says of itself too."""
    older = WORK / "tree-older"
    shutil.rmtree(older, ignore_errors=True)
    shutil.copytree(tree, older, symlinks=True)
    source = WORK / "older_init.py"
    text = (ROOT / "wallet_tray" / "__init__.py").read_text(encoding="utf-8")
    before, mark, rest = text.partition('__version__ = "')
    end = rest[rest.index('"') :]
    source.write_text(f"{before}{mark}{NUMBER}{end}", encoding="utf-8")
    target = older / LIBRARY / "parts" / "wallet_tray" / "__init__.pyc"
    code = "import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2], doraise=True)"
    run(PYTHON, "-c", code, source, target)
    finish(older)
    return build_deb(older, "zstd", NUMBER)
