"""Makes the files in this folder again: ``python -m tests.integration.first_release.make``.

``program.zip`` is the old program: the package ``wallet_tray`` of a commit, without windows,
simulator, diagnosis and resources, which none of these tests needs. With a commit as argument it is
made again; 4564f83, version 0.9.0, is the last one with the first formats: settings 1, history 1,
alert memory 1. All other files are made by that program alone, with ``record.py``:

- ``settings.toml``: comments, an own order, global limits; an account with a label and an address
  of its own, one without anything, one with limits of its own and an access token
- ``history.sqlite3.xz``: 420 days of a wallet as the tiers leave them, and three small wallets
- ``alerts.json``: alerts said, one on the screen, a snooze with an end and one without
- ``keyring.json``: the keyring's texts by user

A second run writes the same texts; only the history's salt and permissions are random.
"""

import lzma
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tests.support.first_release import FIXTURES, PROGRAM, run_old

ROOT = Path(__file__).resolve().parents[3]
NOT_NEEDED = ("app", "diagnostics", "simulator", "ui")
TEXTS = ("settings.toml", "alerts.json", "keyring.json")


def pack_program(commit: str) -> None:
    """Pack the old program's modules; a second run gives the same bytes."""
    command = ["git", "-C", str(ROOT), "ls-tree", "-r", "--name-only", commit, "wallet_tray"]
    names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    with zipfile.ZipFile(PROGRAM, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(names):
            if Path(name).suffix != ".py" or name.split("/")[1] in NOT_NEEDED:
                continue
            show = ["git", "-C", str(ROOT), "show", f"{commit}:{name}"]
            data = subprocess.run(show, capture_output=True, check=True).stdout
            entry = zipfile.ZipInfo(name)  # its time is 1980
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)


def make_files() -> None:
    """Run the old program and keep what it wrote."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = folder / "made"
        made.mkdir(mode=0o700)
        script = Path(__file__).with_name("record.py")
        done = run_old([str(script), str(made)], folder)
        assert done.returncode == 0, done.stderr
        for text in TEXTS:
            (FIXTURES / text).write_bytes((made / text).read_bytes())
        history = (made / "history.sqlite3").read_bytes()
        packed = lzma.compress(history, preset=9 | lzma.PRESET_EXTREME)
        (FIXTURES / "history.sqlite3.xz").write_bytes(packed)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        pack_program(sys.argv[1])
    make_files()
