#!/usr/bin/env python3
"""Builds the installers of this system into dist/. `python3 run.py installer` calls this.

    python3 packaging/build.py             all that can be built here
    python3 packaging/build.py --prove     Linux: then proves the .deb in bare Debian systems

Needs Python 3.11 or newer with venv; run.py installs the rest on Debian and Ubuntu.
"""

import argparse
import hashlib
import os
import shutil
import sys
from pathlib import Path

import workshop
from bundle import build_bundle
from python_part import build_python_part
from workshop import OUTPUT, say


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py installer", description=__doc__.split("\n")[0])
    parser.add_argument("--prove", action="store_true", help="prove the .deb in bare systems")
    parser.add_argument(
        "--folder", type=Path, default=Path("/var/tmp"), help="where the bare systems are made"
    )
    parser.add_argument(
        "--built", action="store_true", help="prove what dist/ holds, build nothing"
    )
    parser.add_argument("--keep", action="store_true", help="keep them for the next proof")
    chosen = parser.parse_args(arguments)
    if chosen.prove and (sys.platform != "linux" or os.geteuid() != 0):
        parser.error("--prove needs Linux and root, for debootstrap and chroot")

    os.umask(0o022)
    workshop.prepare_tools()
    if not chosen.built:
        build()
    if chosen.prove:
        from proof.proof import prove

        return prove(chosen.folder, keep=chosen.keep)
    return 0


def build() -> None:
    """Build everything that can be built here; dist/ then holds nothing else."""
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir()
    wheel, source = build_python_part()
    bundle = build_bundle(wheel)
    packages = [path for path in _build_here(bundle, wheel) if path is not None]
    packages += [Path(shutil.copy2(path, OUTPUT)) for path in (wheel, source)]
    write_sums(packages)
    for path in packages:
        say(f"{path.stat().st_size / 1e6:8.2f} MB  dist/{path.name}")


def _build_here(bundle: Path, wheel: Path) -> list[Path | None]:
    if sys.platform == "win32":
        from windows_installer import build_windows_installer

        return [build_windows_installer(bundle)]
    if sys.platform == "darwin":
        from macos_image import build_macos_image

        return [build_macos_image(bundle)]
    from linux_others import build_appimage, build_rpm_and_arch, build_run_file
    from linux_tree import bundled_tree

    tree = bundled_tree(bundle)
    packages = [build_run_file(tree), build_appimage(tree), *build_rpm_and_arch(tree)]
    if shutil.which("dpkg-deb") is not None:
        from linux_deb import build_deb, build_native_deb

        packages += [build_deb(tree), build_native_deb(wheel)]
    return packages


def write_sums(packages: list[Path]) -> None:
    """Write SHA256SUMS in the form that ``sha256sum --check`` reads."""
    rows = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(packages, key=lambda path: path.name)
    ]
    (OUTPUT / "SHA256SUMS").write_text("".join(rows), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
