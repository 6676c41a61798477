"""The installer for Windows, compiled by NSIS."""

import shutil
import sys
from pathlib import Path

from workshop import OUTPUT, PACKAGING, run, say, version

_USUAL_PLACE = Path("C:/Program Files (x86)/NSIS/makensis.exe")


def build_windows_installer(bundle: Path) -> Path:
    """Compile the script around the bundle; end the build if NSIS is missing."""
    say("Packing the installer …")
    return compile_script(bundle, OUTPUT / f"wallet-tray-{version()}-setup.exe")


def compile_script(bundle: Path, target: Path) -> Path:
    """Return the installer of the folder's content."""
    compiler = shutil.which("makensis") or (str(_USUAL_PLACE) if _USUAL_PLACE.exists() else "")
    if not compiler:
        sys.exit("NSIS is not installed: https://nsis.sourceforge.io")
    defined = {"VERSION": version(), "BUNDLE": bundle, "TARGET": target}
    options = [f"-D{name}={value}" for name, value in defined.items()]
    script = PACKAGING / "windows" / "wallet-tray.nsi"
    run(compiler, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, script)
    return target
