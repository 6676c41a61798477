"""The bundle for other Linux systems: .rpm, Arch, a self-extracting .run, AppImage."""

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from linux_deb import MAINTAINER
from linux_tree import LIBRARY, elf_files, finish, needed_glibc
from workshop import (
    APP_ID,
    OUTPUT,
    PACKAGING,
    PYTHON,
    ROOT,
    WORK,
    build_environment,
    run,
    say,
    source_date,
    version,
)

_MACHINE = os.uname().machine


def build_rpm_and_arch(tree: Path) -> list[Path]:
    """Build both packages with nfpm, which needs neither rpm nor pacman."""
    say("Packing for rpm and Arch …")
    values = {
        "NFPM_ARCH": {"x86_64": "amd64", "aarch64": "arm64"}.get(_MACHINE, _MACHINE),
        "NFPM_VERSION": version(),
        "NFPM_MAINTAINER": MAINTAINER,
        "NFPM_DATE": datetime.fromtimestamp(source_date(), UTC).isoformat(),
        "NFPM_CONTENTS": json.dumps(_contents(_with_licence(tree))),
        "NFPM_GLIBC": needed_glibc(elf_files(tree / LIBRARY)),
    }
    # nfpm itself fills in some fields only, so all of them are filled in here.
    text = (PACKAGING / "linux" / "nfpm.yaml").read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", value)
    settings = WORK / "nfpm.yaml"
    settings.write_text(text, encoding="utf-8")
    targets = {
        "rpm": OUTPUT / f"wallet-tray-{version()}-1.{_MACHINE}.rpm",
        "archlinux": OUTPUT / f"wallet-tray-{version()}-1-{_MACHINE}.pkg.tar.zst",
    }
    nfpm = PYTHON.parent / "nfpm"
    for packager, target in targets.items():
        run(nfpm, "package", "--config", settings, "--packager", packager, "--target", target)
    return list(targets.values())


def _with_licence(tree: Path) -> Path:
    """Return a copy of the tree with the licence in the folder of rpm and pacman."""
    copied = WORK / "nfpm"
    shutil.rmtree(copied, ignore_errors=True)
    shutil.copytree(tree, copied, symlinks=True)
    licences = copied / "usr" / "share" / "licenses" / "wallet-tray"
    licences.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", licences / "LICENSE")
    finish(copied)
    return copied


def _contents(tree: Path) -> list[dict]:
    """Return an entry for every path, for nfpm's list of contents.

    nfpm's own walk over a tree gives folders a mode that pacman reports as wrong at each check.
    Folders that belong to the system are not listed.
    """
    entries: list[dict] = []
    for path in sorted(tree.rglob("*")):
        inside = path.relative_to(tree)
        entry: dict = {"dst": f"/{inside}"}
        if path.is_symlink():
            entry |= {"src": str(path.readlink()), "type": "symlink"}
        elif not path.is_dir():
            entry |= {"src": str(path), "file_info": {"mode": path.stat().st_mode & 0o777}}
        elif (
            inside.is_relative_to(LIBRARY)
            or inside.name == "wallet-tray"
            or "hicolor" in inside.parts
        ):
            entry |= {"type": "dir", "file_info": {"mode": 0o755}}
        else:
            continue
        entries.append(entry)
    return entries


def build_run_file(tree: Path) -> Path | None:
    """Build one file that installs for the user who runs it; return None without makeself."""
    if shutil.which("makeself") is None:
        say("No .run: makeself is not installed.")
        return None
    say("Packing the .run …")
    content = WORK / "run"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(tree / "usr", content, symlinks=True)
    for name in ("install.sh", "uninstall.sh"):
        shutil.copyfile(PACKAGING / "linux" / "run" / name, content / name)
        (content / name).chmod(0o755)
    finish(content)
    target = OUTPUT / f"wallet-tray-{version()}-{_MACHINE}.run"
    date = datetime.fromtimestamp(source_date(), UTC).strftime("%Y-%m-%d %H:%M:%S")
    archive = (
        "--sort=name",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        f"--mtime=@{source_date()}",
    )
    options = (
        "--xz",
        "--complevel",
        "6",
        "--threads",
        "2",
        "--nox11",
        "--sha256",
        "--packaging-date",
        date,
    )
    tar = ("--tar-extra", " ".join(archive))
    # Through the shell, because the folder for temporary files may be mounted noexec.
    start = ("sh", "./install.sh")
    run("makeself", *options, *tar, content, target, f"Wallet Tray {version()}", *start)
    return target


def build_appimage(tree: Path) -> Path | None:
    """Build the AppImage with the runtime that APPIMAGE_RUNTIME names.

    Return None without such a file or without mksquashfs.
    """
    runtime = os.environ.get("APPIMAGE_RUNTIME", "")
    if not runtime or shutil.which("mksquashfs") is None:
        say("No AppImage: APPIMAGE_RUNTIME names no runtime, or mksquashfs is not installed.")
        return None
    say("Packing the AppImage …")
    content = WORK / "AppDir"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(tree, content, symlinks=True)
    share = content / "usr" / "share"
    shutil.copyfile(share / "applications" / f"{APP_ID}.desktop", content / f"{APP_ID}.desktop")
    shutil.copyfile(
        share / "icons" / "hicolor" / "256x256" / "apps" / f"{APP_ID}.png",
        content / f"{APP_ID}.png",
    )
    (content / ".DirIcon").symlink_to(f"{APP_ID}.png")
    shutil.copyfile(PACKAGING / "linux" / "AppRun", content / "AppRun")
    (content / "AppRun").chmod(0o755)
    finish(content)
    packed = WORK / "app.squashfs"
    packed.unlink(missing_ok=True)
    # SOURCE_DATE_EPOCH, which mksquashfs reads itself, sets the time.
    options = ("-comp", "zstd", "-root-owned", "-noappend", "-no-xattrs", "-quiet", "-no-progress")
    run("mksquashfs", content, packed, *options, env=build_environment())
    target = OUTPUT / f"wallet-tray-{version()}-{_MACHINE}.AppImage"
    target.write_bytes(Path(runtime).read_bytes() + packed.read_bytes())
    target.chmod(0o755)
    return target
