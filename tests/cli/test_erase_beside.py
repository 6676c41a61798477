"""What is erased stays erased, whatever another process had under way: two real processes."""

import contextlib
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from tests.support import builders
from tests.support.builders import make_account
from tests.support.services import HeldService
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.history.history import History
from wallet_tray.refresh.recorder import BalanceRecorder

PATIENCE = 60


@pytest.fixture
def held() -> Iterator[HeldService]:
    with HeldService() as service:
        service.go_on.clear()
        service.set_balance(available=512, total=600, amount_due=3)
        yield service
        service.go_on.set()


@pytest.fixture
def two(command_line: CommandLine, held: HeldService) -> CommandLine:
    """Two accounts at that service, the first with a key from the environment."""
    command_line.set("BYTENITE_API_KEY", held.api_key)
    command_line.write_settings(
        f'[[accounts]]\napi_url = "{held.api_url}"\n'
        f'[[accounts]]\nid = "other"\napi_url = "{held.api_url}"\n'
    )
    return command_line


@contextlib.contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        [sys.executable, "-m", "wallet_tray", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def data(line: Any) -> Path:
    return line.root / "data" / "wallet-tray"


def files(line: Any) -> list[Path]:
    return list(data(line).iterdir()) if data(line).exists() else []


def recorded(line: Any, account: str) -> list[Decimal]:
    """All that is in the file of the account, whatever wallet it was."""
    file = data(line) / "history.sqlite3"
    if not file.exists():
        return []
    with contextlib.closing(sqlite3.connect(file)) as database:
        rows = database.execute(
            "SELECT total FROM samples JOIN wallets ON wallets.id = samples.wallet"
            " WHERE width = 1 AND account = ? ORDER BY seq",
            (account,),
        ).fetchall()
    return [Decimal(total) for (total,) in rows]


def keep(line: Any, held: HeldService, account: str, total: int) -> None:
    history = History(data(line) / "history.sqlite3")
    amount = Decimal(total)
    at = datetime.now(UTC) - timedelta(minutes=5)
    balance = builders.balance(amount, at=at, wallet_id="w")
    history.record(make_account(id=account, api_url=held.api_url), balance)
    history.close()


ASKING = [
    ("balance",),
    ("balance", "--max-age", "1"),
    ("balance", "--format", "waybar"),
    ("can-afford", "1"),
    ("balance", "--watch"),
]


@pytest.mark.parametrize("asking", ASKING, ids=" ".join)
@pytest.mark.parametrize("before", [0, 1])
def test_everything(
    two: CommandLine, held: HeldService, asking: tuple[str, ...], before: int
) -> None:
    if before:
        keep(two, held, "default", 700)
    with process(*asking) as child:
        assert held.asked.wait(PATIENCE)
        done = two.run_child("erase", "--yes")
        assert "Everything else was removed." in done.err  # there is no keyring here
        assert files(two) == []
        held.go_on.set()
        if "--watch" in asking:
            assert child.stdout is not None
            assert "512" in child.stdout.readline()
            child.send_signal(signal.SIGTERM)
        out, err = child.communicate(timeout=PATIENCE)
        assert child.returncode == 0, err
        assert "--watch" in asking or "512" in out or "yes" in out.lower()
    assert recorded(two, "default") == []
    assert files(two) == []


def test_one_account_and_not_the_other(two: CommandLine, held: HeldService) -> None:
    keep(two, held, "default", 700)
    keep(two, held, "other", 800)
    with process("balance", "--account", "default") as child:
        assert held.asked.wait(PATIENCE)
        two.run_child("erase", "--account", "default", "--yes")
        held.go_on.set()
        child.communicate(timeout=PATIENCE)
        assert child.returncode == 0
    assert recorded(two, "default") == []
    assert recorded(two, "other") == [800]
    file = data(two) / "history.sqlite3"
    assert b"default" not in file.read_bytes(), "no trace of the permission either"


def test_the_erasing_of_one_account_stops_no_other(two: CommandLine, held: HeldService) -> None:
    keep(two, held, "default", 700)
    keep(two, held, "other", 800)
    with process("balance", "--account", "default") as child:
        assert held.asked.wait(PATIENCE)
        two.run_child("erase", "--account", "other", "--yes")
        held.go_on.set()
        child.communicate(timeout=PATIENCE)
    assert sorted(recorded(two, "default")) == [600, 700]
    assert recorded(two, "other") == []


def test_request_after_an_erase_is_recorded(two: CommandLine, held: HeldService) -> None:
    held.go_on.set()
    assert two.run_child("balance").code == 0
    two.run_child("erase", "--yes")
    assert two.run_child("balance").code == 0
    assert recorded(two, "default") == [600]


def test_a_wait_of_the_service_is_not_brought_back_either(
    two: CommandLine, held: HeldService
) -> None:
    held.answer_next(429, headers={"Retry-After": "3600"})
    with process("balance", "--format", "tmux") as child:
        assert held.asked.wait(PATIENCE)
        two.run_child("erase", "--yes")
        held.go_on.set()
        child.communicate(timeout=PATIENCE)
    assert files(two) == []


def test_erase_includes_balances_recorded_during_the_keyring_call(
    command_line: CommandLine,
    keyring: MemoryKeyring,
    held: HeldService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A program beside it still has the key, until the keyring has lost it."""
    command_line.write_settings(f'[[accounts]]\napi_url = "{held.api_url}"\n')
    keyring.write(make_account(api_url=held.api_url).keyring_user, held.api_key)
    real = keyring.delete

    def delete(user: str) -> None:
        keep(command_line, held, "default", 700)
        state = command_line.root / "state" / "wallet-tray"
        state.mkdir(parents=True, exist_ok=True)
        (state / "alerts.json").write_text('{"version": 1, "accounts": {"default": {}}}')
        real(user)

    monkeypatch.setattr(keyring, "delete", delete)
    assert command_line.run("erase", "--yes").code == 0
    assert files(command_line) == []
    assert not (command_line.root / "state" / "wallet-tray" / "alerts.json").exists()


def test_a_file_of_an_older_version_is_permitted_as_well(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    history = History(file)
    recorder = BalanceRecorder(history, make_account())
    one = builders.balance(1, wallet_id="w")
    history.record(make_account(), one)
    with contextlib.closing(sqlite3.connect(file)) as database:
        database.execute("DROP TABLE IF EXISTS permission")
    recorder.record(one)
    other = History(file)
    assert history.permission(make_account()) == other.permission(make_account())
    assert other.erase("default")
    assert history.permission(make_account()) != other.permission(make_account(id="work"))
    history.close()
    other.close()
    assert file.stat().st_mode & 0o777 == 0o600
