"""The script of the self-extracting file, tried with a stand-in for the program."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wallet_tray.desktop.autostart.xdg import entry_text

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging" / "linux" / "run"
APP_ID = "io.github.wallet_tray.WalletTray"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it is for Linux")


def unpacked(folder: Path, program: str = "exit 0") -> Path:
    """What the file unpacks, with a program that does nothing but ``program``."""
    library = folder / "lib" / "wallet-tray"
    library.mkdir(parents=True)
    for name in ("wallet-tray", "wallet-tray-gui"):
        (library / name).write_text(f"#!/bin/sh\n{program}\n")
        (library / name).chmod(0o755)
    entry = folder / "share" / "applications" / f"{APP_ID}.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nType=Application\nName=Wallet Tray\nExec=wallet-tray-gui\n")
    icon = folder / "share" / "icons" / "hicolor" / "16x16" / "apps" / f"{APP_ID}.png"
    icon.parent.mkdir(parents=True)
    icon.write_bytes(b"icon")
    for name in ("install.sh", "uninstall.sh"):
        shutil.copy(SCRIPTS / name, folder / name)
        (folder / name).chmod(0o755)
    return folder


def install(folder: Path, prefix: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PREFIX": prefix, **variables}
    return subprocess.run(
        ["sh", "install.sh"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


def left(prefix: Path) -> list[Path]:
    """All files below."""
    return sorted(path for path in prefix.rglob("*") if path.is_file() or path.is_symlink())


def test_installed_updated_and_removed(tmp_path: Path) -> None:
    prefix = tmp_path / "local"
    content = unpacked(tmp_path / "first")
    (content / "lib" / "wallet-tray" / "former").write_text("of a former version")
    assert install(content, str(prefix)).returncode == 0
    entry = (prefix / "share" / "applications" / f"{APP_ID}.desktop").read_text()
    assert f"Exec={prefix}/bin/wallet-tray-gui\n" in entry
    assert (prefix / "bin" / "wallet-tray").resolve() == prefix / "lib/wallet-tray/wallet-tray"

    assert install(unpacked(tmp_path / "second"), str(prefix)).returncode == 0
    assert not (prefix / "lib" / "wallet-tray" / "former").exists()

    remove = [str(prefix / "lib" / "wallet-tray" / "uninstall")]
    subprocess.run(remove, check=True, capture_output=True, timeout=300)
    assert left(prefix) == []


def test_a_program_that_does_not_start_replaces_nothing(tmp_path: Path) -> None:
    prefix = tmp_path / "local"
    assert install(unpacked(tmp_path / "good"), str(prefix)).returncode == 0
    before = left(prefix)
    done = install(unpacked(tmp_path / "bad", "exit 3"), str(prefix))
    assert done.returncode == 1
    assert "nothing was changed" in done.stderr
    assert left(prefix) == before
    assert subprocess.run([prefix / "bin" / "wallet-tray"]).returncode == 0


@pytest.mark.parametrize("prefix", ["relative", "/a=b", "/a\nb"])
def test_a_folder_that_cannot_be_named_is_refused(prefix: str, tmp_path: Path) -> None:
    assert install(unpacked(tmp_path / "content"), prefix).returncode == 2


@pytest.mark.parametrize(
    "name",
    ["with a blank", "a'quote", 'two"quotes', "Jos\N{LATIN SMALL LETTER E WITH ACUTE}", "$a`%&|;"],
)
def test_any_home_will_do(name: str, tmp_path: Path) -> None:
    prefix = tmp_path / name / ".local"
    assert install(unpacked(tmp_path / "content"), str(prefix)).returncode == 0
    entry = prefix / "share" / "applications" / f"{APP_ID}.desktop"
    assert started_program(entry) == str(prefix / "bin" / "wallet-tray-gui")
    subprocess.run([str(prefix / "lib/wallet-tray/uninstall")], check=True, capture_output=True)
    assert left(prefix) == []


def started_program(entry: Path) -> str:
    """The program that an entry starts, read by the rules of the Desktop Entry Specification."""
    line = next(row for row in entry.read_text().splitlines() if row.startswith("Exec="))
    text = re.sub(r"\\(.)", r"\1", line.removeprefix("Exec="))  # a text's own escapes come first
    words = [
        re.sub(r"\\(.)", r"\1", quoted) if quoted else plain
        for quoted, plain in re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', text)
    ]
    assert words[:-1] in ([], ["/usr/bin/env"])
    return words[-1].replace("%%", "%")


def test_without_room_the_former_version_stays(tmp_path: Path) -> None:
    prefix = tmp_path / "local"
    assert install(unpacked(tmp_path / "first"), str(prefix)).returncode == 0
    before = left(prefix)
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "df").write_text("#!/bin/sh\necho head\necho disk 9 9 0 100% /\n")
    (tools / "df").chmod(0o755)
    path = f"{tools}:{os.environ['PATH']}"
    done = install(unpacked(tmp_path / "second"), str(prefix), PATH=path)
    assert done.returncode == 1
    assert "nothing was changed" in done.stderr
    assert left(prefix) == before


def test_an_installation_that_was_cut_off_is_put_back(tmp_path: Path) -> None:
    prefix = tmp_path / "local"
    assert install(unpacked(tmp_path / "first"), str(prefix)).returncode == 0
    before = left(prefix)
    library = prefix / "lib" / "wallet-tray"
    library.rename(library.with_suffix(".old"))  # between the two moves
    assert install(unpacked(tmp_path / "bad", "exit 3"), str(prefix)).returncode == 1
    assert left(prefix) == before


def test_no_cache_of_icons_is_made(tmp_path: Path) -> None:
    prefix = tmp_path / "local"
    assert install(unpacked(tmp_path / "content"), str(prefix)).returncode == 0
    assert list(prefix.rglob("*.cache")) == []


@pytest.mark.parametrize("whose", ["ours", "another's"])
def test_start_at_login_goes_with_its_program(whose: str, tmp_path: Path) -> None:
    prefix = tmp_path / "local"
    assert install(unpacked(tmp_path / "content"), str(prefix)).returncode == 0
    folder = prefix if whose == "ours" else Path("/usr")
    entry = tmp_path / "config" / "autostart" / f"{APP_ID}.desktop"
    entry.parent.mkdir(parents=True)
    program = folder / "lib" / "wallet-tray" / "wallet-tray-gui"
    entry.write_text(entry_text([str(program)]))
    subprocess.run(
        [str(prefix / "lib" / "wallet-tray" / "uninstall")],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config")},
        check=True,
        capture_output=True,
    )
    assert entry.exists() == (whose != "ours")
