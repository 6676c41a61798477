"""Two processes that change the same settings file lose nothing of each other's."""

import errno
import os
import signal
import subprocess
import sys
import threading
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

from wallet_tray.storage import folder_lock
from wallet_tray.storage.folder_lock import locked
from wallet_tray.storage.settings_file import SettingsStore

SAVES = 100
SAVER = f"""
import sys
from pathlib import Path
from wallet_tray.storage.settings_file import SettingsStore

store = SettingsStore(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range({SAVES}):
    if sys.argv[2] == "alone":
        store.save({{f"alerts.hours_left": number, "display.hide_amounts": number % 2 == 0}})
    else:
        store.save({{f"accounts[{{sys.argv[2]}}-{{number}}].label": "X"}})
"""
HOLDER = """
import sys
from pathlib import Path
from wallet_tray.storage.folder_lock import locked

with locked(Path(sys.argv[1])) as held:
    print(held, flush=True)
    sys.stdin.readline()
"""

posix = pytest.mark.skipif(os.name == "nt", reason="folders as POSIX has them")


def child(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def save_side_by_side(file: Path, other: Path, *names: str) -> None:
    children = [child(SAVER, path, name) for path, name in zip((file, other), names, strict=True)]
    for one in children:
        assert one.stdout.readline() == "ready\n"
    for one in children:
        one.stdin.write("go\n")
        one.stdin.flush()
    assert [one.wait(300) for one in children] == [0, 0]
    for one in children:
        one.stdin.close()
        one.stdout.close()


def test_nothing_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"  # neither finds a folder
    save_side_by_side(file, file, "a", "b")
    ids = {one["id"] for one in tomllib.loads(file.read_text())["accounts"]}
    assert ids == {"default", *(f"{name}-{n}" for name in "ab" for n in range(SAVES))}
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@posix
def test_no_save_is_lost_through_links(tmp_path: Path) -> None:
    """A link to the file, a link to its folder: the lock lies where the file lies."""
    real = tmp_path / "dots" / "settings.toml"
    real.parent.mkdir()
    real.write_text("# mine\n")
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "settings.toml").symlink_to(real)
    (tmp_path / "two").symlink_to(real.parent)
    ways = tmp_path / "one" / "settings.toml", tmp_path / "two" / "settings.toml"
    save_side_by_side(*ways, "a", "b")
    assert len(tomllib.loads(real.read_text())["accounts"]) == 2 * SAVES + 1
    assert real.read_text().startswith("# mine\n")


def test_no_save_is_lost_between_threads(tmp_path: Path) -> None:
    """A worker notes the kind of a credential while the disk's thread saves."""
    store = SettingsStore(tmp_path / "settings.toml")

    def save(name: str) -> None:
        for number in range(30):
            store.save({f"accounts[{name}-{number}].label": "X"})

    threads = [threading.Thread(target=save, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(300)
    assert len(store.load().reading.settings.accounts) == 61


@posix
def test_a_first_file_is_not_put_over_one_that_was_just_saved(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    with locked(tmp_path):
        making = threading.Thread(target=SettingsStore(file).make)
        making.start()
        file.write_text("# saved meanwhile\n")
    making.join(60)
    assert file.read_text() == "# saved meanwhile\n"


@posix
def test_the_lock_goes_with_its_process(tmp_path: Path) -> None:
    holder = child(HOLDER, tmp_path)
    assert holder.stdout.readline() == "True\n"
    with locked(tmp_path, timedelta(seconds=0.05)) as held:
        assert not held
    holder.kill()
    holder.communicate()
    with locked(tmp_path, timedelta(seconds=30)) as held:
        assert held


@posix
def test_stopped_lock_holder_delays_a_save_only_briefly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locked.__wrapped__, "__defaults__", (timedelta(seconds=0.05),))
    holder = child(HOLDER, tmp_path)
    assert holder.stdout.readline() == "True\n"
    holder.send_signal(signal.SIGSTOP)
    store = SettingsStore(tmp_path / "settings.toml")
    store.save({"alerts.hours_left": 7})
    assert store.load().reading.settings.hours_left == 7
    holder.kill()
    holder.communicate()


@posix
@pytest.mark.parametrize("number", [errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_file_system_without_locks_for_folders_or_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real = folder_lock.fcntl.flock

    def of_files_alone(descriptor: int, how: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").is_dir():
            raise OSError(number, "no locks for folders")
        real(descriptor, how)

    def of_none(_descriptor: int, _how: int) -> None:
        raise OSError(number, "no locks")

    monkeypatch.setattr(folder_lock.fcntl, "flock", of_files_alone)
    with locked(tmp_path) as held, locked(tmp_path, timedelta(0)) as again:
        assert held
        assert not again
    monkeypatch.setattr(folder_lock.fcntl, "flock", of_none)
    with locked(tmp_path) as held:
        assert not held
    SettingsStore(tmp_path / "settings.toml").save({"alerts.hours_left": 7})
