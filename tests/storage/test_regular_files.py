"""A pipe, a socket, a device or a folder in the place of each small file: nothing waits for it."""

import contextlib
import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wallet_tray.desktop import x11
from wallet_tray.desktop.autostart.macos import MacosAutostart
from wallet_tray.desktop.autostart.xdg import XdgAutostart
from wallet_tray.desktop.notifications.outbox import NotificationLedger
from wallet_tray.domain.results import AutostartState
from wallet_tray.history.history import History
from wallet_tray.history.integrity import Condition, history_state
from wallet_tray.startup.logging_setup import set_up_logging
from wallet_tray.storage.crash_guard import CrashGuard, CrashLog
from wallet_tray.storage.files import open_regular, read_regular, refuse_irregular, write_atomically
from wallet_tray.storage.settings_file import (
    SettingsNotSavedError,
    SettingsStore,
    SettingsTrouble,
)
from wallet_tray.storage.state_file import Erased, StateFile

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and devices as POSIX has them")

KINDS = ["pipe", "pipe that is read", "socket", "device", "folder", "loop"]
SECONDS = 20  # for what takes none


@pytest.fixture(params=KINDS)
def put(request: pytest.FixtureRequest) -> Iterator[Callable[[Path], Path]]:
    """Puts something into the place of a file."""
    with contextlib.ExitStack() as stack:

        def put(path: Path) -> Path:
            path.parent.mkdir(parents=True, exist_ok=True)
            if request.param.startswith("pipe"):
                os.mkfifo(path)
                if request.param != "pipe":
                    stack.callback(os.close, os.open(path, os.O_RDWR))
            elif request.param == "socket":
                listener = stack.enter_context(socket.socket(socket.AF_UNIX))
                with contextlib.chdir(path.parent):  # a whole path may be too long for a socket
                    listener.bind(path.name)
            elif request.param == "device":
                path.symlink_to("/dev/zero")
            elif request.param == "loop":
                path.symlink_to(path)
            else:
                path.mkdir()
            return path

        yield put


def in_time(step: Callable[[], object]) -> object:
    """What the step returns or raises; a step that waits fails the test and not its run."""
    ended: list[object] = []

    def run() -> None:
        try:
            ended.append(step())
        except Exception as error:  # noqa: BLE001  handed on
            ended.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(SECONDS)
    assert ended, "it waits"
    return ended[0]


def open_files() -> int:
    """How many this process has open; 0 on systems without such a list."""
    listed = Path("/proc/self/fd")
    return len(list(listed.iterdir())) if listed.is_dir() else 0


def test_nothing_of_it_is_opened(put: Callable[[Path], Path], tmp_path: Path) -> None:
    path = put(tmp_path / "file")
    before = open_files()
    for flags in (os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, os.O_WRONLY | os.O_APPEND):
        assert isinstance(in_time(lambda flags=flags: open_regular(path, flags)), OSError)
    assert isinstance(in_time(lambda: read_regular(path, 10)), OSError)
    assert isinstance(in_time(lambda: refuse_irregular(path)), OSError)
    assert open_files() == before


def test_a_regular_file_is_read_written_and_made(tmp_path: Path) -> None:
    path = tmp_path / "file"
    os.close(open_regular(path, os.O_WRONLY | os.O_CREAT))
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_bytes(b"0123456789")
    assert read_regular(path, 4) == b"0123"
    os.close(open_regular(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
    assert path.read_bytes() == b""
    refuse_irregular(path)
    refuse_irregular(tmp_path / "none")
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "none", 1)


def test_alert_memory_is_kept_for_this_run(
    put: Callable[[Path], Path], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = StateFile(put(tmp_path / "alerts.json"))
    assert in_time(store.load) == {}
    assert in_time(lambda: store.save({"own": {"seen": 1}})) == Erased(
        frozenset(), everything=False
    )
    assert in_time(store.load) == {"own": {"seen": 1}}
    assert not (tmp_path / "alerts.json").is_file()
    assert len(caplog.records) == 1


def test_a_file_that_came_back_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "alerts.json"
    os.mkfifo(path)
    store = StateFile(path)
    in_time(store.load)
    path.unlink()
    StateFile(path).save({"own": {}})
    assert store.reload() == {"own": {}}


def test_settings_cannot_be_read_nor_saved(put: Callable[[Path], Path], tmp_path: Path) -> None:
    store = SettingsStore(put(tmp_path / "settings.toml"))
    assert in_time(store.load).trouble is SettingsTrouble.UNREADABLE  # type: ignore[attr-defined]
    saved = in_time(lambda: store.save({"alerts.hours_left": 5}))
    assert isinstance(saved, SettingsNotSavedError)


def test_a_log_that_cannot_be_is_none(put: Callable[[Path], Path], tmp_path: Path) -> None:
    root = logging.getLogger()
    level, before = root.level, list(root.handlers)
    set_up_logging(put(tmp_path / "log" / "wallet-tray.log"))
    try:
        assert in_time(lambda: logging.getLogger("wallet_tray").warning("a line")) is None
    finally:
        root.setLevel(level)
        for handler in [one for one in root.handlers if one not in before]:
            root.removeHandler(handler)
            handler.close()


def test_starts_and_crashes_are_not_counted(put: Callable[[Path], Path], tmp_path: Path) -> None:
    starts = CrashGuard(put(tmp_path / "starts"))
    assert in_time(starts.begin) == 0
    record = CrashLog(put(tmp_path / "log" / "crash.log"))
    in_time(record.begin)
    in_time(record.over)
    assert os.path.lexists(tmp_path / "log" / "crash.log")


def test_the_history_is_another_one(put: Callable[[Path], Path], tmp_path: Path) -> None:
    path = put(tmp_path / "data" / "history.sqlite3")
    assert in_time(lambda: history_state(path)).condition in (  # type: ignore[attr-defined]
        Condition.DAMAGED,
        Condition.UNREADABLE,
    )
    history = History(path)
    in_time(history.keyring_users)
    history.close()


def test_the_ledger_is_empty(put: Callable[[Path], Path], tmp_path: Path) -> None:
    ledger = NotificationLedger(put(tmp_path / "notifications.json"))
    assert in_time(lambda: ledger.read("daemon")) == {}
    put(tmp_path / "notifications.new")
    assert in_time(lambda: ledger.write("daemon", {"own": 1})) is None


@pytest.mark.parametrize(("kind", "ending"), [(XdgAutostart, "desktop"), (MacosAutostart, "plist")])
def test_the_start_at_login_is_off(
    put: Callable[[Path], Path], tmp_path: Path, kind: type, ending: str
) -> None:
    put(tmp_path / f"io.github.wallet_tray.WalletTray.{ending}")
    autostart = kind(tmp_path, write_atomically)
    assert in_time(autostart.state) is AutostartState.OFF
    assert isinstance(in_time(lambda: autostart.switch_on(["/usr/bin/true"])), Exception)


def test_no_cookie_is_read(put: Callable[[Path], Path], tmp_path: Path) -> None:
    environment = {"XAUTHORITY": str(put(tmp_path / "cookies"))}
    assert in_time(lambda: x11._entries(environment)) == []


def test_irregular_file_is_not_replaced(put: Callable[[Path], Path], tmp_path: Path) -> None:
    path = put(tmp_path / "file")
    assert isinstance(in_time(lambda: write_atomically(path, b"x")), OSError)
    assert os.path.lexists(path)
    assert not path.is_file()
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
