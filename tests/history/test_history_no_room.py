"""The history on a full disk, and under a path that is too long for SQLite."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support import builders
from tests.support.builders import make_account, total_of, wallet_key
from wallet_tray.diagnostics.files import HISTORY_TOO_LONG, check_history
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.history.history import History
from wallet_tray.history.integrity import Condition, history_state

NOW = datetime.now(UTC).replace(microsecond=0)
MINUTE = timedelta(minutes=1)

_KILLED = """
import os, sys
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from wallet_tray.domain.account import Account
from wallet_tray.history.history import History
from tests.support.builders import (balance, make_account, wallet_key)

history = History(Path(sys.argv[1]))
begin = datetime.fromisoformat(sys.argv[2])
for number in range(5):
    amount = Decimal(50 - number)
    at = begin + number * timedelta(minutes=1)
    history.record(make_account(), balance(amount, at=at, wallet_id="w"))
os._exit(0)
"""


def balance(number: int) -> Balance:
    return builders.balance(number, at=NOW - number * MINUTE, wallet_id="w")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 512 KiB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k,mode=0700", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True)
    if done.returncode != 0:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path) -> None:
    descriptor = os.open(folder / "filling", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        for size in (4096, 1):
            try:
                while os.write(descriptor, b"x" * size):
                    pass
            except OSError:
                continue
    finally:
        os.close(descriptor)


def filled(small: Path) -> Path:
    """A history that was closed in good order."""
    file = small / "history.sqlite3"
    history = History(file)
    for number in range(5, 0, -1):
        history.record(make_account(), balance(number))
    history.close()
    fill(small)
    return file


def filled_after_a_crash(small: Path) -> Path:
    """All that was recorded still stands in the log, and the log's index is gone."""
    file = small / "history.sqlite3"
    begin = NOW - 5 * MINUTE
    command = [sys.executable, "-c", _KILLED, str(file), begin.isoformat()]
    subprocess.run(command, check=True, timeout=60)
    file.with_name("history.sqlite3-shm").unlink()
    assert file.with_name("history.sqlite3-wal").stat().st_size > 0
    fill(small)
    return file


@pytest.mark.parametrize("make", [filled, filled_after_a_crash])
def test_a_full_disk_is_read(
    small: Path, make: Callable[[Path], Path], caplog: pytest.LogCaptureFixture
) -> None:
    file = make(small)
    last = 1 if make is filled else 46
    history = History(file)
    for _ in range(2):
        latest = history.latest(make_account())
        assert latest is not None
        assert total_of(latest) == last
        assert not history.unreadable
    assert len(list(history.recorded(make_account(), None))) == 5
    assert history.curve(make_account(), wallet_key("w"), ChartRange.DAY, NOW, 15 * MINUTE).segments
    assert len(history.samples(make_account(), wallet_key("w"), NOW - timedelta(days=1))) == 5
    assert history_state(file).condition is Condition.FINE
    history.record(make_account(), balance(0))
    assert "cannot be written" in caplog.text
    assert history.latest(make_account()) == latest

    (small / "filling").unlink()
    history.record(make_account(), balance(0))
    newest = history.latest(make_account())
    assert newest is not None
    assert total_of(newest) == 0
    history.close()


def test_two_look_at_once(small: Path) -> None:
    file = filled_after_a_crash(small)
    one, other = History(file), History(file)
    assert one.latest(make_account()) == other.latest(make_account()) is not None
    one.close()
    other.close()


def test_a_refresh_on_a_full_disk_has_an_outlook_of_what_is_there(small: Path) -> None:
    from wallet_tray.refresh.recorder import BalanceRecorder

    history = History(filled(small))
    BalanceRecorder(history, make_account()).record(balance(0))
    assert not history.unreadable
    history.close()


# -- a path that is too long

LIMIT = 504


def long_path(root: Path, length: int) -> Path:
    """A file whose path has so many bytes."""
    folder, name = root, "history.sqlite3"
    left = length - len(os.fsencode(root)) - len(name) - 1
    while left > 0:
        part = min(left - 1, 100)
        if left - 1 - part == 1:
            part -= 1
        folder, left = folder / ("d" * part), left - 1 - part
    file = folder / name
    assert len(os.fsencode(file)) == length
    return file


def test_the_longest_path_works(tmp_path: Path) -> None:
    history = History(long_path(tmp_path.resolve(), LIMIT))
    history.record(make_account(), balance(1))
    assert history.latest(make_account()) is not None
    assert not history.unreadable
    history.close()


@pytest.mark.parametrize("length", [LIMIT + 1, 600, 1500])
def test_a_longer_one_is_said(
    tmp_path: Path, length: int, caplog: pytest.LogCaptureFixture
) -> None:
    file = long_path(tmp_path.resolve(), length)
    history = History(file)
    history.record(make_account(), balance(1))
    assert history.latest(make_account()) is None
    assert history.unreadable
    assert "too long for SQLite" in caplog.text
    assert "damaged" not in caplog.text
    assert not file.exists()
    assert history_state(file).condition is Condition.TOO_LONG
    (finding,) = check_history(file)
    assert finding.words == HISTORY_TOO_LONG
    assert history.permission(make_account()) is None
    assert history.erase(None)
    history.close()


def test_it_is_looked_at_again(tmp_path: Path) -> None:
    """A link to a long path is as long as what it leads to, and may lead elsewhere later."""
    target = long_path(tmp_path.resolve(), 600).parent
    target.mkdir(parents=True)
    link = tmp_path / "link"
    link.symlink_to(target)
    history = History(link / "history.sqlite3")
    history.record(make_account(), balance(1))
    assert history.unreadable or history.latest(make_account()) is None
    link.unlink()
    (tmp_path / "short").mkdir(mode=0o700)
    link.symlink_to(tmp_path / "short")
    history.record(make_account(), balance(1))
    assert history.latest(make_account()) is not None
    history.close()


def test_the_command_line_names_it(tmp_path: Path) -> None:
    from wallet_tray.cli.messages import HISTORY_UNREADABLE

    home = long_path(tmp_path.resolve(), 600).parent
    home.mkdir(parents=True)
    env: dict[str, Any] = {**os.environ, "XDG_DATA_HOME": str(home), "BYTENITE_API_KEY": "key"}
    for name in ("CONFIG", "STATE", "CACHE"):
        env[f"XDG_{name}_HOME"] = str(tmp_path / name)
    for command in (["history"], ["balance", "--cached"]):
        done = subprocess.run(
            [sys.executable, "-m", "wallet_tray", *command],
            env=env,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 6
        assert done.stderr.strip() == HISTORY_UNREADABLE
        assert "too long" in HISTORY_UNREADABLE
