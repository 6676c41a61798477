"""The program's own folders, and whether it runs; real files, sockets and locks."""

import os
import socket
import sys
import threading
from pathlib import Path

import pytest

from tests.support.own_seconds import OwnSeconds
from wallet_tray.desktop.single_instance.lock import InstanceLock
from wallet_tray.diagnostics import program
from wallet_tray.diagnostics.files import check_files
from wallet_tray.diagnostics.program import check_program
from wallet_tray.storage.paths import Folders

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and sockets of POSIX")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    monkeypatch.setenv("HOME", str(tmp_path))
    paths = [tmp_path / name for name in ("my config", "data", "state", "log", "run")]
    for path in paths[:4]:
        path.mkdir(mode=0o700)
    return Folders(*paths)


def test_private_folders(said, folders: Folders) -> None:
    assert said(check_files(folders, folders)) == [
        ("files", "ok", "The folders of this program are open to you alone.")
    ]


def test_folder_that_others_can_look_into(folders: Folders) -> None:
    folders.config.chmod(0o755)
    (finding,) = check_files(folders, folders)
    assert finding.state == "note"
    assert finding.sentences() == (
        "Other users of this computer can look into ~/my config.",
        "Run: chmod go-rwx ~/'my config'",
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_folder_of_another_user(said, folders: Folders) -> None:
    os.chown(folders.state, 12345, 12345)
    ((check, state, found),) = said(check_files(folders, folders))
    assert (check, state) == ("files", "problem")
    assert "~/state belongs to another user" in found


def test_program_that_does_not_run(said, folders: Folders) -> None:
    before = set(folders.state.parent.rglob("*"))
    assert said(check_program(folders)) == [("program", "note", "The tray program does not run.")]
    assert set(folders.state.parent.rglob("*")) == before


def test_socket_that_a_killed_program_left(said, folders: Folders) -> None:
    folders.runtime.mkdir()
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(folders.socket_file))
    ((_, state, found),) = said(check_program(folders))
    assert (state, found) == ("note", "The tray program does not run.")


def test_program_that_runs_and_hangs_up_on_the_silent(said, folders: Folders) -> None:
    folders.runtime.mkdir()
    heard: list[bytes] = []
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folders.socket_file))
        listening.listen()
        listening.settimeout(60)

        def hear() -> None:
            caller, _ = listening.accept()
            with caller:
                heard.append(caller.recv(64))

        thread = threading.Thread(target=hear)
        thread.start()
        assert said(check_program(folders)) == [("program", "ok", "The tray program runs.")]
        thread.join(60)
    assert heard == [b""]


def test_program_that_hangs(said, folders: Folders, monkeypatch) -> None:
    monkeypatch.setattr(program, "_REACTION_SECONDS", 0.2)
    folders.runtime.mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folders.socket_file))
        listening.listen()
        with OwnSeconds() as own:
            ((_, state, found),) = said(check_program(folders))
    assert own.seconds < 2
    assert (state, found) == ("problem", "The tray program runs, but does not react.")


@pytest.mark.skipif(sys.platform != "linux", reason="locks are listed in /proc")
def test_program_that_cannot_be_reached(said, folders: Folders) -> None:
    lock = InstanceLock(folders.lock_file)
    assert lock.take()
    try:
        ((_, state, found),) = said(check_program(folders))
    finally:
        lock.release()
    assert (state, found) == (
        "note",
        "The tray program runs, but a second start cannot reach it.",
    )
    ((_, _, found),) = said(check_program(folders))
    assert found == "The tray program does not run."
