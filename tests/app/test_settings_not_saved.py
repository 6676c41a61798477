"""Settings that are not saved: full disks, a file that is a mount; the note stands."""

import contextlib
import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from wallet_tray.app.background import BackgroundThread
from wallet_tray.app.settings_controller import SettingsController
from wallet_tray.domain.settings import NotSavedReason
from wallet_tray.storage.settings_file import SettingsNotSavedError, SettingsStore

LIMIT = "[alerts]\nlow_balance = 100\n"


def mounted(*arguments: str) -> None:
    """Mounts, or skips where that is not permitted."""
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("mounting takes root")
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"mounting is not permitted here: {done.stderr.strip()}")


@pytest.fixture
def mount() -> Iterator[Callable[..., None]]:
    """``mount -t tmpfs …`` and the like; taken away with the test."""
    places: list[str] = []

    def mount(*arguments: str) -> None:
        mounted(*arguments)
        places.append(arguments[-1])

    yield mount
    for place in reversed(places):
        subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def watch_of(qtbot: QtBot) -> Iterator[Callable[[Path], SettingsController]]:
    disk = BackgroundThread("disk")
    watches: list[SettingsController] = []

    def make(file: Path) -> SettingsController:
        watch = SettingsController(SettingsStore(file), disk)
        watches.append(watch)
        with qtbot.waitSignal(watch.loaded):
            watch.start()
        return watch

    yield make
    disk.finish(timedelta(seconds=30))
    for watch in watches:
        watch.deleteLater()


def fill(folder: Path) -> None:
    """Until nothing goes in any more."""
    with contextlib.suppress(OSError), (folder / "filler").open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def loads_after(watch: SettingsController, qtbot: Any, step: Callable[[], object]) -> None:
    with qtbot.waitSignal(watch.loaded):
        step()


@pytest.fixture
def full(tmp_path: Path, mount: Callable[..., None]) -> Path:
    """Settings on a disk that has no room left."""
    mount("-t", "tmpfs", "-o", "size=64k,mode=700", "none", str(tmp_path))
    file = tmp_path / "settings.toml"
    file.write_text(LIMIT)
    fill(tmp_path)
    return file


def test_on_a_full_disk_the_note_outlasts_what_the_failed_save_stirred_up(
    full: Path, watch_of: Callable[[Path], SettingsController], qtbot: QtBot
) -> None:
    watch = watch_of(full)
    with qtbot.waitSignal(watch.note_changed):
        watch.save({"accounts[default].alerts.low_balance": 250})
    assert watch.note == "The settings were not saved: the disk is full."
    # Our own temporary file came and went, which has the file read again; so do others.
    loads_after(watch, qtbot, lambda: os.utime(full))
    loads_after(watch, qtbot, lambda: full.with_name("other").symlink_to("nowhere"))
    loads_after(watch, qtbot, watch.load)
    assert watch.note == "The settings were not saved: the disk is full."
    assert watch.settings.accounts[0].limits.low_balance == 100
    assert full.read_text() == LIMIT
    assert not list(full.parent.glob(".settings*"))


def test_the_note_goes_with_a_save_that_succeeds(
    full: Path, watch_of: Callable[[Path], SettingsController], qtbot: QtBot
) -> None:
    watch = watch_of(full)
    with qtbot.waitSignal(watch.note_changed):
        watch.save({"accounts[default].alerts.low_balance": 250})
    (full.parent / "filler").unlink()
    watch.save({"accounts[default].alerts.low_balance": 300})
    qtbot.waitUntil(lambda: watch.settings.accounts[0].limits.low_balance == 300)
    assert watch.note == ""


def test_the_note_goes_when_the_user_changes_the_file(
    full: Path, watch_of: Callable[[Path], SettingsController], qtbot: QtBot
) -> None:
    watch = watch_of(full)
    with qtbot.waitSignal(watch.note_changed):
        watch.save({"accounts[default].alerts.low_balance": 250})
    full.write_text(LIMIT.replace("100", "120"))  # in place, which needs no room
    qtbot.waitUntil(lambda: watch.settings.accounts[0].limits.low_balance == 120)
    assert watch.note == ""


def test_a_fault_of_the_file_is_named_once_it_is_changed(
    full: Path, watch_of: Callable[[Path], SettingsController], qtbot: QtBot
) -> None:
    watch = watch_of(full)
    with qtbot.waitSignal(watch.note_changed):
        watch.save({"accounts[default].alerts.low_balance": 250})
    loads_after(watch, qtbot, lambda: full.write_text("[alerts"))
    assert "TOML" in watch.note


def test_a_disk_without_room_for_another_name(
    tmp_path: Path,
    mount: Callable[..., None],
    watch_of: Callable[[Path], SettingsController],
    qtbot: QtBot,
) -> None:
    mount("-t", "tmpfs", "-o", "nr_inodes=2,mode=700", "none", str(tmp_path))
    file = tmp_path / "settings.toml"
    file.write_text(LIMIT)
    watch = watch_of(file)
    with qtbot.waitSignal(watch.note_changed):
        watch.save({"accounts[default].alerts.low_balance": 250})
    loads_after(watch, qtbot, watch.load)
    assert "the disk is full" in watch.note
    assert file.read_text() == LIMIT


# -- a file that is itself a mount: it cannot be replaced


@pytest.fixture
def mount_point(tmp_path: Path, mount: Callable[..., None]) -> Path:
    """As a container gets one file of its host."""
    outside, file = tmp_path / "outside.toml", tmp_path / "config" / "settings.toml"
    file.parent.mkdir()
    file.touch()
    outside.write_text("# mine\n" + LIMIT)
    mount("--bind", str(outside), str(file))
    return file


def test_a_file_that_is_a_mount_is_written_in_place_and_a_copy_is_kept(
    mount_point: Path, watch_of: Callable[[Path], SettingsController], qtbot: QtBot
) -> None:
    watch = watch_of(mount_point)
    watch.save({"accounts[default].alerts.low_balance": 250})
    qtbot.waitUntil(lambda: watch.settings.accounts[0].limits.low_balance == 250)
    assert watch.note == ""
    assert mount_point.read_text().startswith("# mine\n")
    copy = mount_point.with_name("settings.toml.old")
    assert copy.read_text() == "# mine\n" + LIMIT
    assert copy.stat().st_mode & 0o777 == 0o600
    # Shorter: nothing of the first text is left at the end.
    watch.save({"accounts[default].alerts.low_balance": 7})
    qtbot.waitUntil(lambda: watch.settings.accounts[0].limits.low_balance == 7)
    assert mount_point.read_text().endswith("[accounts.alerts]\nlow_balance = 7\n")
    assert sorted(path.name for path in mount_point.parent.iterdir()) == [
        "settings.toml",
        "settings.toml.old",
    ]


def test_full_disk_of_the_mount_keeps_the_old_settings(
    tmp_path: Path,
    mount: Callable[..., None],
    watch_of: Callable[[Path], SettingsController],
    qtbot: QtBot,
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount("-t", "tmpfs", "-o", "size=64k", "none", str(disk))
    text = LIMIT + "#" * (4096 - len(LIMIT) - 1) + "\n"  # a page, so that more needs another one
    (disk / "outside.toml").write_text(text)
    fill(disk)
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir()
    file.touch()
    mount("--bind", str(disk / "outside.toml"), str(file))
    watch = watch_of(file)
    with qtbot.waitSignal(watch.note_changed):
        watch.save({"accounts[default].alerts.low_balance": 123456})
    assert file.read_text() == text
    loads_after(watch, qtbot, watch.load)
    assert "the disk is full" in watch.note
    assert watch.settings.accounts[0].limits.low_balance == 100


def test_a_mount_that_may_only_be_read_is_left_alone(
    mount_point: Path, mount: Callable[..., None], watch_of: Callable[[Path], SettingsController]
) -> None:
    mounted("-o", "remount,bind,ro", str(mount_point))
    before = mount_point.read_text()
    with pytest.raises(SettingsNotSavedError) as caught:
        SettingsStore(mount_point).save({"accounts[default].alerts.low_balance": 250})
    assert caught.value.reason is NotSavedReason.UNWRITABLE
    assert mount_point.read_text() == before
    assert [path.name for path in mount_point.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EDQUOT, "the disk is full"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "Check its permissions"),
        (errno.EIO, "Check its permissions"),
    ],
)
def test_a_quota_is_a_full_disk_and_the_rest_is_not(
    tmp_path: Path,
    watch_of: Callable[[Path], SettingsController],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(LIMIT)
    watch = watch_of(file)

    def refused(_descriptor: int) -> None:  # no quota can be had for a test
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refused)
    with qtbot.waitSignal(watch.note_changed):
        watch.save({"accounts[default].alerts.low_balance": 250})
    loads_after(watch, qtbot, watch.load)
    assert words in watch.note
    assert file.read_text() == LIMIT
