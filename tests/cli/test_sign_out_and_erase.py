"""What leaves the keyring and the disk, and what does not."""

import json
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.domain.balance import Balance
from wallet_tray.history.history import History
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.storage.state_file import StateFile


@pytest.fixture
def user(service: SimulatedService, keyring: MemoryKeyring) -> str:
    """The signed-in user's name in the keyring."""
    name = f"default@{service.api_url.removeprefix('http://').removesuffix('/v1')}"
    keyring.write(name, service.api_key)
    return name


@pytest.fixture
def recorded(command_line: CommandLine) -> list[Path]:
    """A history with SQLite's companions, and what is remembered of two accounts."""
    data = command_line.root / "data" / "wallet-tray"
    state = command_line.root / "state" / "wallet-tray"
    data.mkdir(parents=True)
    state.mkdir(parents=True)
    files = [data / f"history.sqlite3{ending}" for ending in ("", "-wal", "-shm")]
    for file in files:
        file.write_bytes(b"x")
    StateFile(state / "alerts.json").save({"default": {"a": 1}, "other": {"b": 2}})
    return [*files, state / "alerts.json"]


def history_file(command_line: Any) -> Path:
    return command_line.root / "data" / "wallet-tray" / "history.sqlite3"


def balance(wallet_id: str) -> Balance:
    return builders.balance("12.50", at=datetime(2026, 3, 2, tzinfo=UTC), wallet_id=wallet_id)


@pytest.fixture
def history(command_line: CommandLine, service: SimulatedService) -> Iterator[History]:
    """The history as a running tray program has it open."""
    history = History(history_file(command_line))
    yield history
    history.close()


def test_sign_out(command_line: CommandLine, keyring: MemoryKeyring, user: str) -> None:
    done = command_line.run("sign-out")

    assert (done.code, done.out) == (0, "You are signed out of ByteNite.\n")
    assert keyring.read(user) is None
    assert command_line.run("balance").code == 3


def test_sign_out_twice(command_line: CommandLine, user: str) -> None:
    assert command_line.run("sign-out").code == 0
    assert command_line.run("sign-out").code == 0


def test_sign_out_names_the_variable_that_stays(command_line: CommandLine, user: str) -> None:
    command_line.set("BYTENITE_ACCESS_TOKEN", "token")

    assert "BYTENITE_ACCESS_TOKEN is set" in command_line.run("sign-out").err


@pytest.mark.parametrize("command", [("sign-out",), ("erase", "--yes")])
def test_without_a_keyring(command_line: CommandLine, command: tuple[str, ...]) -> None:
    done = command_line.run(*command)

    assert done.code == 5
    assert "keyring" in done.err
    assert len(done.sentences) == 1


@pytest.mark.parametrize("answer", [b"y\n", b"YES\n", b" yes \n"])
def test_erase_after_the_question(
    command_line: CommandLine,
    keyring: MemoryKeyring,
    user: str,
    recorded: list[Path],
    answer: bytes,
) -> None:
    done = command_line.run("erase", typed=answer)

    assert done.code == 0
    assert "[y/N]" in done.err
    assert "Your settings, the log" in done.out
    assert keyring.read(user) is None
    assert not any(file.exists() for file in recorded)
    assert command_line.settings_file.exists()


@pytest.mark.parametrize("answer", [b"", b"\n", b"n\n", b"nope\n", b"maybe yes\n"])
def test_erase_declined(
    command_line: CommandLine,
    keyring: MemoryKeyring,
    user: str,
    recorded: list[Path],
    answer: bytes,
) -> None:
    done = command_line.run("erase", typed=answer)

    assert done.code == 1
    assert "Nothing was removed." in done.err
    assert keyring.read(user) is not None
    assert all(file.exists() for file in recorded)


def test_erase_of_one_account_among_several(
    command_line: CommandLine,
    service: SimulatedService,
    keyring: MemoryKeyring,
    user: str,
    recorded: list[Path],
) -> None:
    command_line.write_settings(
        f'[[accounts]]\napi_url = "{service.api_url}"\n'
        f'[[accounts]]\nid = "other"\napi_url = "{service.api_url}"\n'
    )
    other = user.replace("default", "other")
    keyring.write(other, "another")

    done = command_line.run("erase", "--yes", "--account", "other")

    assert done.code == 0
    assert keyring.read(other) is None
    assert keyring.read(user) is not None
    assert list(json.loads(recorded[-1].read_text())["accounts"]) == ["default"]
    assert recorded[0].exists()


def test_erase_of_one_account_leaves_the_balances_of_the_others(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring, history: History
) -> None:
    command_line.write_settings(
        f'[[accounts]]\napi_url = "{service.api_url}"\n'
        f'[[accounts]]\nid = "other"\napi_url = "{service.api_url}"\n'
    )
    kept, erased = make_account(), make_account(id="other")
    history.record(kept, balance("stays"))
    history.record(erased, balance("WTSENTINEL-goes"))
    quarantined = history_file(command_line).with_name("history.sqlite3.corrupt-20260101T000000Z")
    quarantined.write_bytes(b"WTSENTINEL")

    done = command_line.run("erase", "--yes", "--account", "other")

    assert (done.code, done.err) == (0, "")
    assert history.latest(erased) is None
    assert history.latest(kept) == balance("stays")
    assert command_line.files_with("WTSENTINEL") == []


def test_erase_of_one_account_leaves_one_that_is_switched_off(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring, history: History
) -> None:
    command_line.write_settings(
        f'[[accounts]]\napi_url = "{service.api_url}"\n[[accounts]]\nid = "off"\nlabel = 5\n'
    )
    off = make_account(id="off")
    history.record(off, balance("stays"))
    keyring.write(off.keyring_user, "stays")

    assert command_line.run("erase", "--yes", "--account", "default").code == 0

    assert history.latest(off) == balance("stays")
    assert keyring.users() == [off.keyring_user]


def test_erase_takes_keys_of_former_addresses(
    command_line: CommandLine,
    service: SimulatedService,
    keyring: MemoryKeyring,
    user: str,
    monkeypatch: pytest.MonkeyPatch,
    history: History,
) -> None:
    """Also where the keyring cannot tell whom it holds something for: the history can."""
    command_line.write_settings(f'[[accounts]]\napi_url = "{service.api_url}"\n')
    former = make_account(api_url="https://former.example/v1")
    history.record(former, balance("w"))
    keyring.write(former.keyring_user, "key")
    monkeypatch.setattr(MemoryKeyring, "users", lambda _: [])

    assert command_line.run("erase", "--yes").code == 0

    assert keyring.read(former.keyring_user) is None
    assert keyring.read(user) is None


def test_a_program_that_runs_meanwhile_goes_on_recording(
    command_line: CommandLine, keyring: MemoryKeyring, history: History
) -> None:
    history.record(make_account(), balance("before"))

    assert command_line.run("erase", "--yes").code == 0

    assert not history_file(command_line).exists()
    assert history.latest(make_account()) is None
    history.record(make_account(), balance("after"))
    fresh = History(history_file(command_line))
    assert fresh.latest(make_account()) == balance("after")
    assert [one.wallet_id for one in fresh.recorded(make_account(), None)] == ["after"]
    fresh.close()


def test_erase_of_everything_takes_what_was_set_aside(
    command_line: CommandLine, keyring: MemoryKeyring, recorded: list[Path]
) -> None:
    for ending in ("", "-wal"):
        quarantined = f"history.sqlite3.corrupt-20260101T000000Z{ending}"
        recorded[0].with_name(quarantined).write_bytes(b"x")

    assert command_line.run("erase", "--yes").code == 0

    assert list(recorded[0].parent.iterdir()) == []


def test_erase_of_one_account_while_another_program_writes(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring, history: History
) -> None:
    """It waits for two seconds, and then says that the rows are still there."""
    import sqlite3

    command_line.write_settings(
        f'[[accounts]]\napi_url = "{service.api_url}"\n'
        f'[[accounts]]\nid = "other"\napi_url = "{service.api_url}"\n'
    )
    history.record(make_account(id="other"), balance("w"))
    writer = sqlite3.connect(history_file(command_line), isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        done = command_line.run("erase", "--yes", "--account", "other")
    finally:
        writer.close()

    assert done.code == 70
    assert str(history_file(command_line)) in done.err
    assert history.latest(make_account(id="other")) is not None


def test_erase_removes_files_even_without_a_keyring(
    command_line: CommandLine, recorded: list[Path]
) -> None:
    done = command_line.run("erase", "--yes")
    assert done.code == 5
    assert "no keyring" in done.err
    assert done.err.endswith("Everything else was removed.\n")
    assert not any(file.exists() for file in recorded)


def test_erase_with_nothing_there(command_line: CommandLine, keyring: MemoryKeyring) -> None:
    assert command_line.run("erase", "--yes").code == 0


def test_erase_that_cannot_remove_a_file(
    command_line: CommandLine, keyring: MemoryKeyring, user: str
) -> None:
    stubborn = command_line.root / "data" / "wallet-tray" / "history.sqlite3"
    stubborn.mkdir(parents=True)  # a folder is no file, whatever user runs the tests

    done = command_line.run("erase", "--yes")

    assert done.code == 70
    assert str(stubborn) in done.err
    assert keyring.read(user) is None


def test_erase_without_a_keyring_names_the_file_that_stays(command_line: CommandLine) -> None:
    stubborn = command_line.root / "data" / "wallet-tray" / "history.sqlite3"
    stubborn.mkdir(parents=True)
    done = command_line.run("erase", "--yes")
    assert done.code == 70
    assert f"{stubborn} could not be removed." in done.err
    assert "no keyring" in done.err
    assert "Everything else" not in done.err


@pytest.mark.parametrize("command", [("sign-out",), ("erase", "--yes"), ("sign-in", "--no-verify")])
def test_demo_leaves_the_user_alone(
    command_line: CommandLine,
    keyring: MemoryKeyring,
    user: str,
    recorded: list[Path],
    command: tuple[str, ...],
) -> None:
    before = sorted(command_line.root.rglob("*"))

    done = command_line.run(*command, "--demo", typed=b"key")

    assert done.code == 0
    assert keyring.read(user) is not None
    assert sorted(command_line.root.rglob("*")) == before


def test_every_file_is_private(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    before = set(command_line.root.rglob("*"))
    command_line.write_settings(f'typo = 1\n[[accounts]]\napi_url = "{service.api_url}"\n')

    done = command_line.run("sign-in", "--access-token", typed=service.access_token.encode())

    assert done.code == 0
    made = set(command_line.root.rglob("*")) - before
    assert any(path.name == "wallet-tray.log" for path in made)  # the unknown key is in it
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
