"""Tries the Windows installer under Wine, with stand-ins for the program.

    python3 try_installer.py

Needs makensis and 64-bit Wine. Shows that the script compiles, installs without questions, writes
its shortcut with our id, its registry keys and start at login, updates, and takes all of it away
again. It does not show that the program itself runs on Windows.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from windows_installer import compile_script
from workshop import APP_ID, run, version

_UNINSTALL = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{APP_ID}"
_RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
_STUB = """
OutFile "{file}"
SilentInstall silent
RequestExecutionLevel user
Section
SectionEnd
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bundle = make_bundle(folder)
        (bundle / "parts" / "former.txt").write_text("of a former version")
        former = compile_script(bundle, folder / "former.exe")
        (bundle / "parts" / "former.txt").unlink()
        setup = compile_script(bundle, folder / f"wallet-tray-{version()}-setup.exe")
        wine = Wine(folder / "prefix")
        try:
            try_out(wine, former, setup)
        finally:
            wine.end()
    print("The installer was installed, updated and removed.")


def try_out(wine: "Wine", former: Path, setup: Path) -> None:
    """The life of an installation."""
    programs = wine.user / "AppData/Local/Programs/Wallet Tray"
    shortcut = wine.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Wallet Tray.lnk"
    wine.run(str(former), "/S", "/AUTOSTART=1")
    assert (programs / "parts/former.txt").is_file(), sorted(programs.rglob("*"))
    assert "wallet-tray-gui.exe" in wine.value(_RUN, "Wallet Tray")

    wine.run(str(setup), "/S")
    assert not (programs / "parts/former.txt").exists()
    for file in ("wallet-tray.exe", "wallet-tray-gui.exe", "uninstall.exe", "parts/part.txt"):
        assert (programs / file).is_file(), file
    assert wine.value(_UNINSTALL, "DisplayVersion") == version()
    assert "wallet-tray-gui.exe" in wine.value(_RUN, "Wallet Tray")
    link = shortcut.read_bytes()
    assert "wallet-tray-gui.exe" in link.decode("utf-16-le", "ignore") + link.decode("latin-1")
    if APP_ID.encode("utf-16-le") not in link:
        print("The shortcut lacks our id: this Wine does not keep properties of shortcuts.")

    # _?= keeps it in its place, so that we wait for the uninstaller itself
    wine.run(str(programs / "uninstall.exe"), "/S", rf"_?={wine.path(programs)}")
    left = [path for path in programs.rglob("*") if path.name != "uninstall.exe"]
    assert not left, left
    assert not shortcut.exists()
    assert wine.value(_UNINSTALL, "DisplayVersion") == ""
    assert wine.value(_RUN, "Wallet Tray") == ""


def make_bundle(folder: Path) -> Path:
    """A folder like the bundle, with programs that do nothing."""
    bundle = folder / "bundle"
    (bundle / "parts").mkdir(parents=True)
    (bundle / "parts" / "part.txt").write_text("part")
    (bundle / "licences").mkdir()
    (bundle / "licences" / "LICENSE.txt").write_text("MIT")
    for name in ("wallet-tray", "wallet-tray-gui"):
        script = folder / f"{name}.nsi"
        script.write_text(_STUB.format(file=bundle / f"{name}.exe"))
        run("makensis", "-V2", script)
    return bundle


class Wine:
    """A Windows of its own in a folder."""

    def __init__(self, prefix: Path) -> None:
        self._env = {
            **os.environ,
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
        }
        self._env.pop("DISPLAY", None)
        self.run("wineboot", "--init")
        self.user = next(
            path for path in (prefix / "drive_c/users").iterdir() if path.name != "Public"
        )

    def run(self, *command: str) -> str:
        """What a Windows program prints; it must end well."""
        return run("wine", *command, env=self._env)

    def value(self, key: str, name: str) -> str:
        """A text in the registry, "" where there is none."""
        asked = ["wine", "reg", "query", key, "/v", name]
        done = subprocess.run(asked, env=self._env, capture_output=True, text=True)
        return done.stdout.partition("REG_SZ")[2].strip()

    def path(self, path: Path) -> str:
        """A path as Windows programs know it."""
        return run("wine", "winepath", "-w", str(path), env=self._env).strip()

    def end(self) -> None:
        """Ends all programs of this Windows."""
        subprocess.run(["wineserver", "-k"], env=self._env, check=False)


if __name__ == "__main__":
    main()
