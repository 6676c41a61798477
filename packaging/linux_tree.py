"""What an installation on Linux consists of, as a tree that deb, rpm and Arch packages share."""

import gzip
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from workshop import APP_ID, PACKAGING, PYTHON, ROOT, WORK, run, source_date

ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
LIBRARY = "usr/lib/wallet-tray"
_LINUX = PACKAGING / "linux"


def desktop_files(tree: Path) -> None:
    """Add menu entry, icons, metainfo and manual page, the same for every kind of installation."""
    share = tree / "usr" / "share"
    _copy(_LINUX / f"{APP_ID}.desktop", share / "applications" / f"{APP_ID}.desktop")
    _copy(_LINUX / f"{APP_ID}.metainfo.xml", share / "metainfo" / f"{APP_ID}.metainfo.xml")
    hicolor = share / "icons" / "hicolor"
    drawing = ROOT / "resources" / "icons" / "wallet-tray.svg"
    _copy(drawing, hicolor / "scalable" / "apps" / f"{APP_ID}.svg")
    pictures = [f"{hicolor}/{size}x{size}/apps/{APP_ID}.png@{size}" for size in ICON_SIZES]
    run(PYTHON, PACKAGING / "icons.py", *pictures)
    pages = share / "man" / "man1"
    page = run(PYTHON, PACKAGING / "man_page.py", "--date", str(source_date()))
    compress(page, pages / "wallet-tray.1.gz")
    (pages / "wallet-tray-gui.1.gz").symlink_to("wallet-tray.1.gz")


def bundled_tree(bundle: Path) -> Path:
    """Return the bundle with everything around it, ready to be packed."""
    tree = WORK / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / LIBRARY, symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    for name in ("wallet-tray", "wallet-tray-gui"):
        (tree / "usr" / "bin" / name).symlink_to(f"../lib/wallet-tray/{name}")
    desktop_files(tree)
    finish(tree)
    return tree


def compress(text: str, path: Path) -> None:
    """Write text as a gzip file that holds no name and no time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def finish(tree: Path) -> None:
    """Set fixed file modes, and the time of the sources on everything."""
    date = source_date()
    for path in [*tree.rglob("*"), tree]:
        if not path.is_symlink():
            program = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if program else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)


def elf_files(folder: Path) -> list[Path]:
    """Return the programs and libraries in a folder."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as opened:
                if opened.read(4) == b"\x7fELF":
                    found.append(path)
    return found


def needed_glibc(files: Iterable[Path]) -> str:
    """Return the lowest version of the C library that has every symbol the files need."""
    asked = ["objdump", "-T", *map(str, files)]
    text = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    versions = {tuple(map(int, found.split("."))) for found in re.findall(r"GLIBC_([0-9.]+)", text)}
    return ".".join(map(str, max(versions)))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
