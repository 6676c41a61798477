"""A test of the Windows installer under Wine, with stand-ins for the program or the program itself.

    python3 try_installer.py [BUNDLE]

Needs makensis and 64-bit Wine. Shows that the script compiles, and installs without questions. It
writes its shortcut with our id, its registry keys and start at login, updates, and takes all of it
away again. BUNDLE is a folder that was frozen on Windows. With it the installed program is started
as well, and runs while it is updated and removed. Wine must be 10 or newer then, with an icuuc.dll.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from windows_installer import compile_script
from workshop import APP_ID, run, version

_UNINSTALL = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{APP_ID}"
_RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
_SECONDS = 60.0
_BEGINNING = 10.0  # seconds; how far a program has come cannot be asked from out here
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
        bundle = folder / "bundle"
        if len(sys.argv) > 1:
            shutil.copytree(sys.argv[1], bundle)
        else:
            make_bundle(bundle)
        (bundle / "parts" / "former.txt").write_text("of a former version")
        former = compile_script(bundle, folder / "former.exe")
        (bundle / "parts" / "former.txt").unlink()
        setup = compile_script(bundle, folder / f"wallet-tray-{version()}-setup.exe")
        wine = Wine(folder / "prefix")
        try:
            try_out(wine, former, setup, is_real=len(sys.argv) > 1)
        finally:
            wine.end()
    print("The installer was installed, updated and removed.")


def try_out(wine: "Wine", former: Path, setup: Path, *, is_real: bool) -> None:
    """Install, use, update and remove the program, and check each step."""
    programs = wine.user / "AppData/Local/Programs/Wallet Tray"
    shortcut = wine.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Wallet Tray.lnk"
    wine.run(str(former), "/S", "/AUTOSTART=1")
    assert (programs / "parts/former.txt").is_file(), sorted(programs.rglob("*"))
    assert "wallet-tray-gui.exe" in wine.value(_RUN, "Wallet Tray")
    if is_real:
        use(wine, programs)

    wine.run(str(setup), "/S")
    assert not (programs / "parts/former.txt").exists()
    for file in ("wallet-tray.exe", "wallet-tray-gui.exe", "uninstall.exe"):
        assert (programs / file).is_file(), file
    assert wine.value(_UNINSTALL, "DisplayVersion") == version()
    assert "wallet-tray-gui.exe" in wine.value(_RUN, "Wallet Tray")
    link = shortcut.read_bytes()
    assert "wallet-tray-gui.exe" in link.decode("utf-16-le", "ignore") + link.decode("latin-1")
    if APP_ID.encode("utf-16-le") not in link:
        print("The shortcut lacks our id: this Wine does not keep properties of shortcuts.")

    if is_real:
        use(wine, programs)
    # It goes on as a copy of itself, which can remove the original.
    wine.run(str(programs / "uninstall.exe"), "/S")
    end = time.monotonic() + _SECONDS
    while programs.exists():
        assert time.monotonic() < end, sorted(programs.rglob("*"))
        time.sleep(0.2)
    assert not shortcut.exists()
    assert wine.value(_UNINSTALL, "DisplayVersion") == ""
    assert wine.value(_RUN, "Wallet Tray") == ""


def use(wine: "Wine", programs: Path) -> None:
    """Query the installed program, and leave the tray and a command running."""
    command = str(programs / "wallet-tray.exe")
    assert version() in wine.run(command, "--version")
    print(wine.run(command, "balance", "--demo"))
    wine.start(command, "balance", "--demo", "--watch")
    wine.start(str(programs / "wallet-tray-gui.exe"), "--demo")


def make_bundle(bundle: Path) -> None:
    """Make a folder like the bundle, with programs that do nothing."""
    folder = bundle.parent
    (bundle / "parts").mkdir(parents=True)
    (bundle / "parts" / "part.txt").write_text("part")
    (bundle / "licences").mkdir()
    (bundle / "licences" / "LICENSE.txt").write_text("MIT")
    for name in ("wallet-tray", "wallet-tray-gui"):
        script = folder / f"{name}.nsi"
        script.write_text(_STUB.format(file=bundle / f"{name}.exe"))
        run("makensis", "-V2", script)


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
        if len(sys.argv) == 1:
            self._env.pop("DISPLAY", None)
        self.run("wineboot", "--init")
        self.user = next(
            path for path in (prefix / "drive_c/users").iterdir() if path.name != "Public"
        )

    def run(self, *command: str) -> str:
        """Return what a Windows program prints; its exit code must be 0."""
        return run("wine", *command, env=self._env)

    def start(self, *command: str) -> None:
        """Start a Windows program that keeps running, and wait until it is up."""
        nothing = subprocess.DEVNULL
        program = subprocess.Popen(
            ["wine", *command], env=self._env, stdin=nothing, stdout=nothing, stderr=nothing
        )
        time.sleep(_BEGINNING)
        assert program.poll() is None, command

    def value(self, key: str, name: str) -> str:
        """Return a text from the registry, "" if there is none."""
        asked = ["wine", "reg", "query", key, "/v", name]
        done = subprocess.run(asked, env=self._env, capture_output=True, text=True)
        return done.stdout.partition("REG_SZ")[2].strip()

    def end(self) -> None:
        """End all programs of this Windows."""
        subprocess.run(["wineserver", "-k"], env=self._env, check=False)


if __name__ == "__main__":
    main()
