"""The Debian package, made with dpkg-deb: the bundled one, and the small native one."""

import hashlib
import os
import shutil
import zipfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from linux_tree import LIBRARY, compress, desktop_files, elf_files, finish, needed_glibc
from workshop import OUTPUT, PACKAGING, ROOT, WORK, run, say, source_date, version

# To be set by the publisher of the packages: there is no address yet.
MAINTAINER = "The wallet-tray authors <wallet-tray@wallet-tray.example>"

# What the bundle takes from the host; proven by loading every one of its files in a bare system.
HOST_LIBRARIES = (
    "libdbus-1-3, libegl1, libfontconfig1, libfreetype6, libgcc-s1, libgl1, libglib2.0-0, "
    "libstdc++6, libwayland-client0, libwayland-cursor0, libwayland-egl1, libx11-6, libx11-xcb1, "
    "libxcb1"
)
# qt6-svg-plugins: without it every icon of the desktop that is an SVG is empty.
_NATIVE = (
    "python3 (>= 3.11)",
    "python3-pyside6.qtcore (>= 6.8.2)",
    "python3-pyside6.qtgui (>= 6.8.2)",
    "python3-pyside6.qtwidgets (>= 6.8.2)",
    "python3-pyside6.qtsvg (>= 6.8.2)",
    "qt6-svg-plugins",
    "python3-httpx (>= 0.28.1)",
    "python3-socksio",
    "python3-keyring (>= 25.6)",
    "python3-secretstorage",
    "python3-platformdirs (>= 4.3.6)",
    "python3-truststore (>= 0.10.1)",
    "python3-tomlkit (>= 0.13)",
    "python3-jeepney (>= 0.8)",
)
_STARTER = """#!/usr/bin/python3 -I
import sys

from wallet_tray.__main__ import main

sys.exit(main())
"""
_SYNOPSIS = "balance of a prepaid compute wallet in the system tray"
_TEXT = """ Shows the balance of a prepaid compute wallet in the system tray and warns
 before it runs dry: an icon that tells the level without colour too, one
 notification when a limit is crossed, the balance over time, and how long it
 will last. Made for ByteNite wallets.
 .
 The command line serves scripts, status bars and machines without a desktop.
 The API key is kept in the desktop's keyring.
"""


def build_deb(tree: Path, compression: str = "xz", numbered: str = "") -> Path:
    """Pack the bundle for this machine's architecture; ``numbered`` sets another version."""
    say("Packing the .deb …")
    architecture = run("dpkg", "--print-architecture").strip()
    glibc = needed_glibc(elf_files(tree / LIBRARY))
    fields = {
        "Architecture": architecture,
        "Depends": f"libc6 (>= {glibc}), {HOST_LIBRARIES}",
        "Recommends": "gnome-keyring | keepassxc | kwalletmanager, hicolor-icon-theme, xdg-utils",
        "Suggests": "gnome-shell-extension-appindicator",
    }
    own = WORK / "deb-bundled"
    shutil.rmtree(own, ignore_errors=True)
    shutil.copytree(tree, own, symlinks=True)
    return pack(own, fields, numbered or version(), compression)


def build_native_deb(wheel: Path, numbered: str = "") -> Path:
    """Pack the Python part alone, for the distribution's own Qt (Debian 13 and later)."""
    say("Packing the native .deb …")
    tree = WORK / "deb-native"
    shutil.rmtree(tree, ignore_errors=True)
    packages = tree / "usr" / "lib" / "python3" / "dist-packages"
    packages.mkdir(parents=True)
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(packages)
    for metadata in packages.glob("*.dist-info/METADATA"):
        # Debian builds Qt for Python as a whole; "About" names the parts by these lines.
        text = metadata.read_text(encoding="utf-8")
        metadata.write_text(text.replace("pyside6-essentials", "PySide6"), encoding="utf-8")
    for name in ("wallet-tray", "wallet-tray-gui"):
        program = tree / "usr" / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(_STARTER, encoding="utf-8")
        program.chmod(0o755)
    desktop_files(tree)
    fields = {
        "Architecture": "all",
        "Depends": ", ".join(_NATIVE),
        "Recommends": "gnome-keyring | keepassxc | kwalletmanager, qt6-wayland, xdg-utils",
        "Suggests": "gnome-shell-extension-appindicator",
    }
    return pack(tree, fields, numbered or version(), "xz")


def pack(tree: Path, fields: dict[str, str], number: str, compression: str) -> Path:
    """Add Debian's own files to a tree and pack it."""
    number += "-1"  # Debian's count of packages made of one version
    native = fields["Architecture"] == "all"
    source = PACKAGING / "linux" / ("native" if native else "")
    overrides = tree / "usr" / "share" / "lintian" / "overrides" / "wallet-tray"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(source / "lintian-overrides", overrides)
    documents = tree / "usr" / "share" / "doc" / "wallet-tray"
    documents.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(PACKAGING / "linux" / "copyright", documents / "copyright")
    compress((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), documents / "changelog.gz")
    compress(_changelog(number), documents / "changelog.Debian.gz")
    finish(tree)
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    kib = sum((path.stat().st_size + 1023) // 1024 for path in files)
    control = tree / "DEBIAN"
    control.mkdir()
    rows = {
        "Package": "wallet-tray",
        "Version": number,
        "Section": "utils",
        "Priority": "optional",
        "Installed-Size": str(kib),
        "Maintainer": MAINTAINER,
        **fields,
    }
    head = "".join(f"{key}: {value}\n" for key, value in rows.items())
    (control / "control").write_text(f"{head}Description: {_SYNOPSIS}\n{_TEXT}", encoding="utf-8")
    sums = "".join(f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files)
    (control / "md5sums").write_text(sums, encoding="utf-8")
    for name in ("postinst", "prerm") if native else ():
        shutil.copyfile(source / name, control / name)
        (control / name).chmod(0o755)
    for path in (control, *control.iterdir()):
        os.utime(path, (source_date(), source_date()))
    OUTPUT.mkdir(exist_ok=True)
    target = OUTPUT / f"wallet-tray_{number}_{fields['Architecture']}.deb"
    level = {"xz": "-z6", "zstd": "-z3"}[compression]
    run("dpkg-deb", "--root-owner-group", f"-Z{compression}", level, "--build", tree, target)
    return target


def _changelog(number: str) -> str:
    """Return the changelog in Debian's format; ours is beside it."""
    date = format_datetime(datetime.fromtimestamp(source_date(), UTC))
    head = f"wallet-tray ({number}) unstable; urgency=medium"
    return f"{head}\n\n  * See changelog.gz.\n\n -- {MAINTAINER}  {date}\n"


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
