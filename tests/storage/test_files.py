"""Atomic files: old or new, never half; private; links stay; no litter."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wallet_tray.storage.files import write_atomically, write_own_file

posix = pytest.mark.skipif(os.name == "nt", reason="modes, links and signals as POSIX has them")

# Forks a writer, lets it finish a write or two, kills it in the middle of one, looks at the file;
# 200 times over. What a killed writer leaves beside the file shows that it was in the middle.
KILLER = """
import os, random, signal, sys
from pathlib import Path
from wallet_tray.storage.files import write_atomically

path = Path(sys.argv[1])
random.seed(7)
write_atomically(path, b"0" * 150_000)
broken = 0
for turn in range(200):
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(readable)  # so that it ends where its parent was ended
        while True:
            for digit in b"123456789":
                write_atomically(path, bytes([digit]) * 150_000)
                os.write(writable, b"!")
    for _ in range(1 + turn % 2):
        os.read(readable, 1)
    signal.sigtimedwait([], random.uniform(0, 0.003))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(readable)
    os.close(writable)
    after = path.read_bytes()
    broken += len(after) != 150_000 or after.count(after[:1]) != 150_000
print(broken, after[:1] != b"0")
"""


@posix
def test_200_kills_leave_the_old_or_the_new_content(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    run = subprocess.run(
        [sys.executable, "-c", KILLER, str(path)],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert run.stdout == "0 True\n", "none broken, and the writers did write"
    litter = [entry for entry in tmp_path.iterdir() if entry != path]
    assert len(litter) > 20, "the kills missed the writes and prove nothing"
    # What killed writers left is swept away once it is old enough to be abandoned.
    for entry in litter:
        os.utime(entry, (time.time() - 3600,) * 2)
    write_atomically(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for content in (b"first", b"", b"\x00\xff" * 1000):
        write_atomically(path, content)
        assert path.read_bytes() == content
        assert list(tmp_path.iterdir()) == [path]


@posix
def test_a_file_is_private_also_where_the_old_one_was_not(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o644)
    before = os.umask(0)
    try:
        write_atomically(path, b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@posix
@pytest.mark.parametrize("dangling", [False, True])
def test_a_link_stays_and_its_target_is_written(tmp_path: Path, dangling: bool) -> None:
    (tmp_path / "dotfiles").mkdir()
    target = tmp_path / "dotfiles" / "settings.toml"
    if not dangling:
        target.write_bytes(b"old")
    (tmp_path / "between").symlink_to(target)
    link = tmp_path / "settings.toml"
    link.symlink_to("between")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_in_its_place_is_an_error_without_litter(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.mkdir()
    with pytest.raises(OSError, match="file"):
        write_atomically(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "file", b"new")


FULL_DISK = """
import resource, sys
from pathlib import Path
from wallet_tray.storage.files import write_atomically

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), b"x" * 5000)
except OSError as error:
    print(type(error).__name__)
"""


@posix
def test_a_full_disk_keeps_the_old_content_and_leaves_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, text=True, check=True
    )
    assert run.stdout == "OSError\n"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "file", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_file_of_a_living_writer_is_left_alone(tmp_path: Path) -> None:
    cached = tmp_path / ".file.abc.tmp"
    cached.write_bytes(b"half")
    write_atomically(tmp_path / "file", b"new")
    assert cached.exists()


@posix
@pytest.mark.parametrize("target", ["precious", "nowhere"])
def test_an_own_file_replaces_a_link(tmp_path: Path, target: str) -> None:
    (tmp_path / "precious").write_text("as it was")
    file = tmp_path / "file"
    file.symlink_to(tmp_path / target)
    write_own_file(file, b"new")
    assert not file.is_symlink()
    assert file.read_bytes() == b"new"
    assert (tmp_path / "precious").read_text() == "as it was"
    assert sorted(tmp_path.iterdir()) == [file, tmp_path / "precious"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_a_link_of_another_user_is_not_written_through(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("as it was")
    file = tmp_path / "settings.toml"
    file.symlink_to(precious)
    os.chown(file, 65534, 65534, follow_symlinks=False)
    with pytest.raises(PermissionError):
        write_atomically(file, b"new")
    assert precious.read_text() == "as it was"
    assert sorted(tmp_path.iterdir()) == [precious, file]
