"""Folders: the contract's names, nothing created, private modes, sockets that fit."""

import os
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from wallet_tray.storage.paths import (
    ForeignFolderError,
    is_own,
    make_own,
    make_private,
    refuse_foreign_links,
    user_folders,
)

linux = pytest.mark.skipif(sys.platform != "linux", reason="the XDG variables count on Linux")
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
        monkeypatch.delenv(f"XDG_{name}", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    return tmp_path


@linux
def test_the_contracts_files_lie_in_the_users_folders(home: Path) -> None:
    folders = user_folders()
    assert folders.settings_file == home / ".config/wallet-tray/settings.toml"
    assert folders.history_file == home / ".local/share/wallet-tray/history.sqlite3"
    assert folders.alert_memory_file == home / ".local/state/wallet-tray/alerts.json"
    assert folders.lock_file == home / ".local/state/wallet-tray/instance.lock"
    assert folders.log_file.name == "wallet-tray.log"
    assert folders.log_file.is_relative_to(home / ".local/state/wallet-tray")


@linux
def test_asking_creates_nothing(home: Path) -> None:
    _ = user_folders().socket_file
    assert sorted(home.rglob("*")) == [home / "tmp"]


@linux
def test_a_usable_runtime_folder_is_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The parents of pytest's own folder are open to others, so this one stands by itself.
    with tempfile.TemporaryDirectory(dir="/var/tmp") as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        assert user_folders().runtime == Path(runtime) / "wallet-tray"


@linux
def test_without_a_runtime_folder_the_state_folder_has_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home / "missing"))
    folders = user_folders()
    # Never below a name in the temporary folder that anybody else could make first.
    assert folders.runtime.parent in (Path(f"/run/user/{os.geteuid()}"), folders.state)
    make_own(folders.runtime)
    assert stat.S_IMODE(folders.runtime.stat().st_mode) == 0o700


@linux
def test_a_program_without_a_session_is_found_from_within_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = user_folders().socket_files
    (home / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home / "run"))
    within = user_folders()
    assert within.socket_file == home / "run" / "wallet-tray" / "instance.sock"
    assert set(without) < set(within.socket_files)


@posix
@pytest.mark.parametrize("mode", [0o1777, 0o777, 0o770, 0o702])
def test_a_folder_that_others_may_change_is_not_our_own(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    assert is_own(folder)
    (tmp_path / "link").symlink_to(folder)
    assert not is_own(tmp_path / "link")
    folder.chmod(mode)
    assert not is_own(folder)


@posix
def test_link_to_an_own_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    (tmp_path / "run").symlink_to(tmp_path / "target")
    with pytest.raises(ForeignFolderError):
        make_own(tmp_path / "run")


@posix
@pytest.mark.skipif(os.name != "nt" and os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("made", ["", "a", "a/b"])
def test_a_folder_that_another_user_could_replace_is_refused(tmp_path: Path, made: str) -> None:
    around = tmp_path / "around"
    (around / made).mkdir(parents=True)
    os.chown(around / "a" if made else around, 65534, 65534)
    before = sorted(around.rglob("*"))
    with pytest.raises(ForeignFolderError):
        make_private(around / "a" / "b")
    assert sorted(around.rglob("*")) == before


@posix
@pytest.mark.skipif(os.name != "nt" and os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("hops", [1, 2])
def test_links_of_another_user_are_refused_wherever_they_are_met(tmp_path: Path, hops: int) -> None:
    target = tmp_path / "target"
    refuse_foreign_links(target)  # where nothing is, nothing is followed
    target.touch()
    foreign = tmp_path / "foreign"
    foreign.symlink_to(target)
    ours = tmp_path / "ours"
    ours.symlink_to("foreign")
    refuse_foreign_links(ours)
    os.chown(foreign, 65534, 65534, follow_symlinks=False)
    with pytest.raises(PermissionError):
        refuse_foreign_links(ours if hops == 2 else foreign)


@posix
@pytest.mark.parametrize("mode", [0o755, 0o777, 0o701, 0o700])
def test_looser_modes_of_our_folder_are_taken_away(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    folder.chmod(mode)
    make_private(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@posix
def test_a_new_folder_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_private(tmp_path / "a" / "b")
    finally:
        os.umask(before)
    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@posix
def test_a_folder_that_is_made_to_be_shared_stays_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    make_private(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o1777


@posix
def test_a_folder_of_another_user_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: uid + 1)
    with pytest.raises(PermissionError):
        make_private(tmp_path)


@posix
@pytest.mark.skipif(os.name != "nt" and os.geteuid() != 0, reason="only root gives files away")
def test_a_link_that_another_user_put_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "target")
    make_private(link)  # our own link to our own folder is how people keep their settings
    os.chown(link, 65534, 65534, follow_symlinks=False)
    with pytest.raises(PermissionError):
        make_private(link)


@posix
def test_a_file_in_its_place_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="exists"):
        make_private(tmp_path / "file")
