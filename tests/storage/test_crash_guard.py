"""Starts that come to nothing are counted until one settles; the disk may do what it likes."""

import os
import stat
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from wallet_tray.storage.crash_guard import TOO_MANY, CrashGuard

LONG = timedelta(seconds=20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "starts"


def test_they_are_counted_over_restarts_until_one_is_over(file: Path) -> None:
    assert [CrashGuard(file).begin() for _ in range(4)] == [0, 1, 2, TOO_MANY]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    CrashGuard(file).over(LONG)
    assert list(file.parent.iterdir()) == []
    assert CrashGuard(file).begin() == 0


def test_the_count_ends_where_it_is_enough(file: Path) -> None:
    for _ in range(20):
        CrashGuard(file).begin()
    assert CrashGuard(file).begin() == TOO_MANY


@pytest.mark.parametrize("held", [b"", b"x", b"-5", b"\xff\xfe", b"1.5", b"\x00" * 99])
def test_invalid_count_is_zero(file: Path, held: bytes) -> None:
    file.write_bytes(held)
    assert CrashGuard(file).begin() == 0
    assert CrashGuard(file).begin() == 1


def test_crash_guard_survives_an_unusable_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for file in (tmp_path / "folder", tmp_path / "missing" / "starts"):
        starts = CrashGuard(file)
        assert starts.begin() == 0
        starts.over(LONG)
    assert (tmp_path / "folder").is_dir()


def test_hanging_disk_does_not_block_the_reset(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, gone = threading.Event(), threading.Event()

    def unlink(path: Path, missing_ok: bool = False) -> None:
        assert go_on.wait(60)
        gone.set()

    monkeypatch.setattr(Path, "unlink", unlink)
    CrashGuard(file).over()
    assert not gone.is_set()
    go_on.set()
    assert gone.wait(60)


def begun(file: Path, *displays: str, crashed: bool = False) -> list[int]:
    return [CrashGuard(file).begin(display, crashed=crashed) for display in displays]


def test_a_start_whose_session_has_ended_since_is_not_counted(file: Path) -> None:
    assert begun(file, "a", "b", "c", "d", "e") == [0, 0, 0, 0, 0]
    assert begun(file, "e", "e", "e") == [1, 2, 3], "on the same display it is a crash"


def test_a_new_session_forgives_one_start_and_no_more(file: Path) -> None:
    assert begun(file, "a", "a", "a", "b", "b") == [0, 1, 2, 2, 3]


def test_a_known_crash_counts_over_sessions(file: Path) -> None:
    assert begun(file, "a", "b", "c", "d", crashed=True) == [0, 1, 2, 3]


@pytest.mark.parametrize("displays", [("", "a"), ("a", ""), ("", "")])
def test_crash_on_an_unknown_display_counts(file: Path, displays: tuple[str, str]) -> None:
    assert begun(file, *displays) == [0, 1]


def test_count_of_an_earlier_version_is_read(file: Path) -> None:
    file.write_text("2")
    assert begun(file, "a") == [2]


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_no_link_is_followed(file: Path) -> None:
    precious = file.with_name("precious")
    precious.write_text("as it was")
    file.symlink_to(precious)
    CrashGuard(file).begin()
    assert precious.read_text() == "as it was"
