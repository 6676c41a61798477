"""A service that says when to come again is not asked before, by no process that runs by itself."""

import json
import os
import signal
import stat
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import CommandLine
from tests.cli.watch_process import WatchProcess
from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.history.history import History
from wallet_tray.history.not_before import NotBefore
from wallet_tray.simulator.server import ACCESS_TOKEN, BALANCE, SimulatedService

HOUR = timedelta(hours=1)
BARS = ("waybar", "tmux", "polybar", "xbar")
WAITS = {
    "429 with seconds": (429, {"Retry-After": "3600"}, b""),
    "503 with seconds": (503, {"Retry-After": "600"}, b""),
    "far more than an hour": (429, {"Retry-After": "99999999"}, b""),
    "a wait of many digits": (429, {"Retry-After": "9" * 21}, b""),
    "RetryInfo": (
        429,
        {},
        b'{"code": 8, "message": "x", "details": [{"@type":'
        b' "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "900s"}]}',
    ),
}


@pytest.fixture(autouse=True)
def recorded(command_line: CommandLine, service: SimulatedService) -> None:
    """One balance was recorded an hour ago, with the environment's key."""
    command_line.set("BYTENITE_API_KEY", service.api_key)
    amount = Decimal("77.5")
    balance = builders.balance(
        amount, at=datetime.now(UTC) - HOUR, wallet_id=service.statement.wallet_id
    )
    history = History(file_of(command_line).with_name("history.sqlite3"))
    history.record(make_account(api_url=service.api_url), balance, key(service))
    history.close()


def key(service: SimulatedService) -> Credential:
    return Credential(CredentialKind.API_KEY, service.api_key)


def file_of(line: Any) -> Path:
    file: Path = line.root / "data" / "wallet-tray" / "not-before.json"
    return file


def has_to_wait(line: Any, service: SimulatedService, seconds: int = 3600) -> int:
    """The number of questions so far."""
    service.answer_next(429, headers={"Retry-After": str(seconds)})
    assert line.run("balance", "--format", "tmux").code == 0
    assert file_of(line).exists()
    return service.request_count()


@pytest.mark.parametrize("wait", WAITS.values(), ids=WAITS)
def test_bars_show_the_last_balance_as_stale(
    command_line: CommandLine, service: SimulatedService, wait: Any
) -> None:
    status, headers, body = wait
    service.answer_next(status, body, headers)
    first = command_line.run("balance", "--format", "waybar")
    asked = service.request_count()
    for bar in BARS:
        done = command_line.run("balance", "--format", bar)
        assert done.code == 0
        assert "77.5" in done.out
        assert done.err == first.err or "again" in done.err
    shown = json.loads(command_line.run("balance", "--format", "waybar").out)
    assert "stale" in shown["class"]
    assert service.request_count() == asked
    assert asked == 2, "one for a token and one for a balance"


@pytest.mark.parametrize(
    "command", [("balance", "--max-age", "60"), ("can-afford", "1", "--max-age", "60")]
)
def test_cached_balance_sends_no_request(
    command_line: CommandLine, service: SimulatedService, command: tuple[str, ...]
) -> None:
    asked = has_to_wait(command_line, service)
    done = command_line.run(*command)
    assert done.code == 4
    assert done.out == ""
    assert len(done.sentences) == 1
    assert service.request_count() == asked
    cached = (*command[:-1], "7200")
    assert command_line.run(*cached).code == 0, "what is young enough is given as ever"


def test_request_from_a_terminal_is_sent_and_ends_the_wait(
    command_line: CommandLine, service: SimulatedService
) -> None:
    has_to_wait(command_line, service)
    service.answer_next(429, headers={"Retry-After": "3600"})
    assert command_line.run("balance").code == 4, "it has asked"
    assert service.request_count(BALANCE) == 2
    assert command_line.run("balance").code == 0
    assert not file_of(command_line).exists()
    assert "512" in command_line.run("balance", "--format", "tmux").out
    assert service.request_count(BALANCE) == 4


def test_a_wait_of_the_token_exchange(command_line: CommandLine, service: SimulatedService) -> None:
    service.answer_next(429, headers={"Retry-After": "60"}, path=ACCESS_TOKEN)
    for _ in range(3):
        assert command_line.run("balance", "--format", "tmux").code == 0
    assert service.request_count() == 1


def test_a_watch_that_starts_does_not_ask(
    command_line: CommandLine, service: SimulatedService
) -> None:
    asked = has_to_wait(command_line, service)
    with WatchProcess("--json", interval=30) as watch:
        (line,) = watch.wait_for(1)
        assert json.loads(line)["stale"] is True
        assert watch.end(signal.SIGTERM)[0] == 0
    assert len(watch.errors) == 1
    assert service.request_count() == asked


def test_another_key_is_another_matter(
    command_line: CommandLine, service: SimulatedService, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = has_to_wait(command_line, service)
    monkeypatch.delenv("BYTENITE_API_KEY")
    command_line.set("BYTENITE_ACCESS_TOKEN", service.access_token)
    assert "512" in command_line.run("balance", "--format", "tmux").out
    assert service.request_count() == asked + 1


def test_another_wallet_is_another_matter(
    command_line: CommandLine, service: SimulatedService
) -> None:
    asked = has_to_wait(command_line, service)
    command_line.write_settings(f'[[accounts]]\nid = "work"\napi_url = "{service.api_url}"\n')
    assert "512" in command_line.run("balance", "--format", "tmux").out
    assert service.request_count() > asked


@pytest.mark.parametrize("wrong", [-3650, -3, -2 / 24, 2 / 24, 3, 3650])
def test_a_clock_that_is_set_ends_it(
    command_line: CommandLine, service: SimulatedService, wrong: float
) -> None:
    """The wait was noted under a clock that was wrong by so many days."""
    asked = has_to_wait(command_line, service)
    text = json.loads(file_of(command_line).read_text())
    for entry in text["wallets"].values():
        entry["since"] += int(wrong * 86_400)
        entry["until"] += int(wrong * 86_400)
    file_of(command_line).write_text(json.dumps(text))
    assert "512" in command_line.run("balance", "--format", "tmux").out
    assert service.request_count() > asked


def test_its_time_comes(command_line: CommandLine, service: SimulatedService) -> None:
    asked = has_to_wait(command_line, service, 2)
    deadline = time.monotonic() + 60
    while "512" not in command_line.run("balance", "--format", "tmux").out:
        assert service.request_count() == asked
        assert time.monotonic() < deadline
    assert not file_of(command_line).exists()


BAD = [
    b"",
    b"{",
    b"[]",
    b"\xff\xfe",
    b"[" * 40_000,
    b'{"version": 2}',
    b'{"version": 1, "salt": "zz", "wallets": {}}',
    b'{"version": 1, "salt": "", "wallets": {}}',
    b'{"version": 1, "salt": "0011223344556677", "wallets": []}',
    b"x" * 1_000_000,
]


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_a_file_that_says_nothing(
    command_line: CommandLine, service: SimulatedService, bad: bytes
) -> None:
    file_of(command_line).write_bytes(bad)
    service.answer_next(429, headers={"Retry-After": "60"})
    command_line.run("balance", "--format", "tmux")
    asked = service.request_count()
    command_line.run("balance", "--format", "tmux")
    assert service.request_count() == asked, "it was written once more"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_its_place_holds_up_nothing(
    command_line: CommandLine, service: SimulatedService
) -> None:
    os.mkfifo(file_of(command_line))
    service.answer_next(429, headers={"Retry-After": "60"})
    assert command_line.run("balance", "--format", "tmux").code == 0


def test_a_folder_in_its_place_is_left(
    command_line: CommandLine, service: SimulatedService
) -> None:
    file_of(command_line).mkdir()
    service.answer_next(429, headers={"Retry-After": "60"})
    assert command_line.run("balance", "--format", "tmux").code == 0
    assert command_line.run("balance", "--format", "tmux").code == 0
    assert command_line.run("balance").code == 0


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_waits_file_replaces_a_link(command_line: CommandLine, service: SimulatedService) -> None:
    precious = command_line.root / "precious"
    precious.write_text("as it was")
    file_of(command_line).symlink_to(precious)
    has_to_wait(command_line, service)
    assert not file_of(command_line).is_symlink()
    assert precious.read_text() == "as it was"


def test_waits_file_is_private_and_holds_no_secret(
    command_line: CommandLine, service: SimulatedService
) -> None:
    has_to_wait(command_line, service)
    assert stat.S_IMODE(file_of(command_line).stat().st_mode) == 0o600
    assert command_line.files_with(service.api_key) == []
    (entry,) = json.loads(file_of(command_line).read_text())["wallets"].values()
    assert set(entry) == {"credential", "problem", "status", "since", "until"}
    assert len(entry["credential"]) == 4


def test_sign_in_sign_out_and_erase_end_it(
    command_line: CommandLine,
    keyring: MemoryKeyring,
    service: SimulatedService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("BYTENITE_API_KEY")
    user = make_account(api_url=service.api_url).keyring_user
    for command in (("sign-in",), ("sign-out",), ("erase", "--yes")):
        keyring.write(user, service.api_key)
        has_to_wait(command_line, service)
        typed = service.api_key.encode() + b"\n"
        assert command_line.run(*command, typed=typed).code == 0
        assert not file_of(command_line).exists()


# -- the file by itself

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
ONE = Credential(CredentialKind.API_KEY, "one")


def problem(wait: timedelta | None = HOUR, kind: ProblemKind = ProblemKind.RATE_LIMITED) -> Problem:
    return Problem(kind, NOW, 429, wait)


@given(wait=st.integers(0, 7200), later=st.integers(-100_000, 100_000))
def test_no_wait_is_longer_than_an_hour(
    tmp_path_factory: pytest.TempPathFactory, wait: int, later: int
) -> None:
    waits = NotBefore(tmp_path_factory.mktemp("waits") / "not-before.json")
    waits.note(make_account(), ONE, problem(timedelta(seconds=wait)))
    found = waits.problem(make_account(), ONE, NOW + timedelta(seconds=later))
    holds = -60 <= later < min(wait, 3600)
    if holds:
        assert found is not None
        assert found.retry_after is not None
        left = timedelta(seconds=min(wait, 3600) - later)
        assert abs(found.retry_after - min(left, HOUR)) <= timedelta(seconds=1)
        assert (found.kind, found.status) == (ProblemKind.RATE_LIMITED, 429)
    elif later < -60 or later > min(wait, 3600):
        assert found is None


def test_answer_without_a_wait_is_not_stored(tmp_path: Path) -> None:
    file = tmp_path / "not-before.json"
    waits = NotBefore(file)
    waits.note(make_account(), ONE, problem(None))
    waits.note(make_account(), ONE, problem(HOUR, ProblemKind.CREDENTIAL_REJECTED))
    assert not file.exists()


def test_wallets_are_kept_apart(tmp_path: Path) -> None:
    waits = NotBefore(tmp_path / "not-before.json")
    work, moved = make_account(id="work"), make_account(api_url="https://other.example/v1")
    for account in (make_account(), work, moved):
        waits.note(account, ONE, problem())
    waits.end(moved)
    found = [waits.problem(account, ONE, NOW) for account in (make_account(), work, moved)]
    assert [one is not None for one in found] == [True, True, False]
    waits.note(moved, ONE, problem())
    waits.remove_account("default")
    found = [waits.problem(account, ONE, NOW) for account in (make_account(), work, moved)]
    assert [one is not None for one in found] == [False, True, False]
    (tmp_path / ".not-before.json.x.tmp").write_text("what was being written")
    assert waits.remove()
    assert list(tmp_path.glob("*not-before*")) == []


def test_balances_are_erased_even_if_the_waits_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History(tmp_path / "own" / "history.sqlite3")
    amount = Decimal(1)
    history.record(make_account(), builders.balance(amount, at=NOW, wallet_id="w"))
    history.waits.note(make_account(), ONE, problem())
    file, real = tmp_path / "own" / "not-before.json", Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path == file:
            raise PermissionError("closed to us")
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    assert not history.erase(None)
    assert list(file.parent.iterdir()) == [file]


def test_it_does_not_grow(tmp_path: Path) -> None:
    waits = NotBefore(tmp_path / "not-before.json")
    for number in range(300):
        waits.note(make_account(id=f"a{number}"), ONE, problem())
    assert (tmp_path / "not-before.json").stat().st_size < 65_536
    assert waits.problem(make_account(id="a299"), ONE, NOW) is not None
    waits.note(make_account(), ONE, Problem(ProblemKind.RATE_LIMITED, NOW + 2 * HOUR, 429, HOUR))
    assert waits.problem(make_account(id="a299"), ONE, NOW) is None, "what is over is not kept"
