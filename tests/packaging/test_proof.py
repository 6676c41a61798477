"""The proof of the packages, tried with stand-ins for them."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the packages are for Linux")

ROOT = Path(__file__).resolve().parents[2]

# What a self-extracting file does as far as the proof can see, with this checkout as its program.
RUN_FILE = """#!/bin/sh
set -e
local="$HOME/.local"
mkdir -p "$local/bin" "$local/lib/wallet-tray" "$local/share/applications"
printf '%s\\n' '#!/bin/sh' 'exec {python} -m wallet_tray "$@"' > "$local/bin/wallet-tray"
printf '%s\\n' 'rm -r "$HOME/.local/bin" "$HOME/.local/lib" "$HOME/.local/share"' \\
    > "$local/lib/wallet-tray/uninstall"
printf '%s\\n' '[Desktop Entry]' 'Type=Application' 'Name=Wallet Tray' \\
    "Exec=\\"$local/bin/wallet-tray-gui\\"" \\
    > "$local/share/applications/io.github.wallet_tray.WalletTray.desktop"
chmod 755 "$local/bin/wallet-tray"
"""


def can_mount() -> bool:
    tried = ["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    return os.geteuid() == 0 and subprocess.run(tried, capture_output=True).returncode == 0


def test_the_run_file_is_proven_wherever_the_checkout_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Below /tmp too, over which the proof mounts one that starts no programs."""
    if not can_mount():
        pytest.skip("needs root and a system that lets it mount")
    if subprocess.run(["which", "desktop-file-validate"], capture_output=True).returncode != 0:
        pytest.skip("needs desktop-file-validate")
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    monkeypatch.chdir("/")
    from proof import other_packages

    with (
        tempfile.TemporaryDirectory(dir="/tmp") as dist,
        tempfile.TemporaryDirectory(dir="/var/tmp") as place,
    ):
        run_file = Path(dist, "wallet-tray-9.9-x86_64.run")
        run_file.write_text(RUN_FILE.format(python=sys.executable))
        monkeypatch.setattr(other_packages, "OUTPUT", Path(dist))

        seen = other_packages._prove_run_file(Path(place))

    assert seen["files left"] == 0
    assert seen["balance"] > 0
