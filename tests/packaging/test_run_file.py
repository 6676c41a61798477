"""The script of the self-extracting file, tried with a stand-in for the program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


def install(folder: Path, prefix: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PREFIX": prefix}
    return subprocess.run(
        ["sh", "install.sh"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def left(prefix: Path) -> list[Path]:
    """All files but the caches that the desktop's own tools make."""
    ours = (path for path in prefix.rglob("*") if path.is_file() or path.is_symlink())
    return [path for path in ours if not path.name.endswith(".cache")]


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
    subprocess.run(remove, check=True, capture_output=True, timeout=60)
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


@pytest.mark.parametrize("prefix", ["relative", "/with a blank", "/a'quote"])
def test_a_folder_that_cannot_be_named_is_refused(prefix: str, tmp_path: Path) -> None:
    assert install(unpacked(tmp_path / "content"), prefix).returncode == 2
