"""The bundle: one folder with the program, its Python, its libraries and two starters."""

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from library_paths import forget_machine
from licences import add_licences
from workshop import PACKAGING, PYTHON, WORK, build_environment, run, say, version

BUNDLE = WORK / "bundle" / "wallet-tray"
_SUFFIX = ".exe" if os.name == "nt" else ""
_MOST_BYTES = 140_000_000


def build_bundle(wheel: Path) -> Path:
    """Freeze the wheel's content; end the build if it does not start or is too big."""
    say("Freezing the program …")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall")
    run(*pip, wheel)
    icon = _system_icon()
    folders = ("--distpath", BUNDLE.parent, "--workpath", WORK / "pyinstaller")
    environment = {**build_environment(), "WALLET_TRAY_ICON": str(icon or "")}
    pyinstaller = (PYTHON, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN")
    # Not from the checkout: its package would be found before the wheel's.
    run(*pyinstaller, *folders, PACKAGING / "wallet-tray.spec", cwd=WORK, env=environment)
    add_licences(BUNDLE)
    forget_installation(BUNDLE / "parts")
    if sys.platform == "linux":
        forget_machine(BUNDLE)
    for path in BUNDLE.rglob("*"):
        if path.is_file() and not path.is_symlink():
            path.chmod(0o755 if path.parent == BUNDLE and path.suffix == _SUFFIX else 0o644)
    _check_start()
    with zipfile.ZipFile(wheel) as opened:
        resources = [name for name in opened.namelist() if "/resources/" in name]
    lost = [name for name in resources if not (BUNDLE / "parts" / name).is_file()]
    if lost or not resources:
        sys.exit(f"The bundle lacks what the wheel holds: {lost}")
    size = sum(path.lstat().st_size for path in BUNDLE.rglob("*") if not path.is_dir())
    say(f"The bundle has {size / 1e6:.1f} MB.")
    if size > _MOST_BYTES:
        sys.exit(f"That is more than {_MOST_BYTES / 1e6:.0f} MB.")
    return BUNDLE


def starter(name: str = "wallet-tray") -> Path:
    """Return the path of a starter in the bundle."""
    return BUNDLE / f"{name}{_SUFFIX}"


def forget_installation(parts: Path) -> None:
    """Remove from the packages' metadata where and by what they were installed here.

    Their lists of files keep the entries beside the metadata: the licences are found by them.
    All other files are frozen in another form or not at all. The checksum of a script depends on
    the folder of this build.
    """
    for metadata in parts.glob("*.dist-info"):
        (metadata / "direct_url.json").unlink(missing_ok=True)
        record = metadata / "RECORD"
        if record.is_file():
            own = (metadata.name + "/", f'"{metadata.name}/')
            lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
            kept = [
                line for line in lines if line.startswith(own) and "direct_url.json" not in line
            ]
            record.write_text("".join(kept), encoding="utf-8", newline="")


def _system_icon() -> Path | None:
    """Return the program's icon in the format of Windows or macOS, None on other systems."""
    kind = {"win32": "ico", "darwin": "icns"}.get(sys.platform)
    if kind is None:
        return None
    path = WORK / f"wallet-tray.{kind}"
    run(PYTHON, PACKAGING / "icons.py", path)
    return path


def _check_start() -> None:
    """Check that the command line answers and loads nothing from its folder or environment."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("wallet_tray", "json", "sitecustomize", "usercustomize"):
            Path(folder, f"{name}.py").write_text("raise SystemExit('led astray')\n")
        led = dict.fromkeys(("PYTHONPATH", "PYTHONHOME", "PYTHONUSERBASE"), folder)
        environment = {**os.environ, **led, "PYTHONSTARTUP": f"{folder}/json.py"}
        for arguments in (["--version"], ["balance", "--demo", "--json"], ["doctor", "--help"]):
            done = subprocess.run(
                [starter(), *arguments],
                cwd=folder,
                env=environment,
                capture_output=True,
                text=True,
                timeout=60,
            )
            if done.returncode != 0 or (arguments == ["--version"]) != (version() in done.stdout):
                sys.exit(f"The bundle does not do {arguments}: {done.stdout}{done.stderr}")
