"""`python3 run.py installer --prove`: the packages for Linux proven, with figures."""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from bundle import starter
from proof.bare_system import BareSystem
from proof.deb_proof import prove_deb
from proof.older_version import older_deb, older_native_deb
from proof.other_packages import prove_other_packages
from python_part import build_python_part
from workshop import APP_ID, OUTPUT, PACKAGING, PYTHON, ROOT, WORK, run, say, version

_DEB_MOST = 42.0  # MB
_INSTALLED_MOST = 140.0  # MB
_START_MOST = 1.2  # times that of the source
_RELEASES = ("bookworm", "trixie")
_HAS_PYSIDE = "trixie"


def prove(folder: Path, *, keep: bool) -> int:
    """Prove the packages in dist/ and return 0 if everything is right. Needs root."""
    debs = {
        path.name.rpartition("_")[2].removesuffix(".deb"): path for path in OUTPUT.glob("*.deb")
    }
    native = debs.pop("all")
    deb = next(iter(debs.values()))
    figures: dict = {"deb, MB": _size(deb), "installed, MB": _installed(deb)}
    figures["start"] = _start()
    figures["wheel and sdist the same twice"] = _python_part_is_the_same()
    _check_descriptions()
    for package in (deb, native):
        say(f"lintian: {package.name}")
        run("lintian", "--allow-root", "--fail-on", "error,warning", package)
    figures["other packages"] = prove_other_packages()
    with tempfile.TemporaryDirectory() as place:
        older = _aside(older_deb(WORK / "tree"), place)
        older_native = _aside(
            older_native_deb(OUTPUT / f"wallet_tray-{version()}-py3-none-any.whl"), place
        )
        for release in _RELEASES:
            figures[release] = _in_bare_system(release, older, deb, folder, keep)
        name = f"{_HAS_PYSIDE}, native package"
        figures[name] = _in_bare_system(_HAS_PYSIDE, older_native, native, folder, keep)
    say(json.dumps(figures, indent=2, ensure_ascii=False))
    (WORK / "proof.json").write_text(json.dumps(figures, indent=2), encoding="utf-8")
    too_much = {
        "deb, MB": figures["deb, MB"] > _DEB_MOST,
        "installed, MB": figures["installed, MB"] > _INSTALLED_MOST,
        "start": figures["start"]["ratio"] > _START_MOST,
        "wheel and sdist": not figures["wheel and sdist the same twice"],
    }
    missed = [name for name, bad in too_much.items() if bad]
    say(f"Missed: {', '.join(missed)}" if missed else "All proven.")
    return 1 if missed else 0


def _in_bare_system(release: str, older: Path, newer: Path, folder: Path, keep: bool) -> dict:
    base = folder / f"wt-base-{release}"
    system = BareSystem(Path(tempfile.mkdtemp(prefix=f"wt-{release}-", dir=folder)), release)
    system.root.rmdir()
    try:
        system.make(base)
        return prove_deb(system, older, newer)
    finally:
        system.remove()
        if not keep:
            shutil.rmtree(base, ignore_errors=True)


def _size(package: Path) -> float:
    return round(package.stat().st_size / 1e6, 2)


def _installed(package: Path) -> float:
    """Return the size of the package's files in MB (a million bytes)."""
    with tempfile.TemporaryDirectory() as place:
        run("dpkg-deb", "--extract", package, place)
        files = [
            path for path in Path(place).rglob("*") if path.is_file() and not path.is_symlink()
        ]
        return round(sum(path.stat().st_size for path in files) / 1e6, 1)


def _start() -> dict:
    say("How long a start takes …")
    program = (PYTHON, PACKAGING / "proof" / "start_time.py")
    output = run(*program, ROOT / "tests" / "end_to_end", starter("wallet-tray-gui"), cwd="/")
    return json.loads(output.splitlines()[-1])


def _python_part_is_the_same() -> bool:
    again = {path.name: _sum(path) for path in build_python_part("python-again")}
    return again == {name: _sum(OUTPUT / name) for name in again}


def _check_descriptions() -> None:
    linux = PACKAGING / "linux"
    run("desktop-file-validate", linux / f"{APP_ID}.desktop")
    run("appstreamcli", "validate", "--no-net", linux / f"{APP_ID}.metainfo.xml")


def _aside(package: Path, place: str) -> Path:
    """Move a package out of dist/, which holds only what is published."""
    return Path(shutil.move(package, place))


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
