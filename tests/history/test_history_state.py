"""The state of a history's file, read while others write into it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.builders import balance, make_account
from wallet_tray.history.history import History
from wallet_tray.history.integrity import Condition, history_state

BALANCE = balance(4, total=5, wallet_id="an account")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A history with one balance in it."""
    file = tmp_path / "my data" / "history.sqlite3"
    history = History(file)
    history.record(make_account(), BALANCE)
    history.close()
    return file


def test_none_is_made(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    assert history_state(file).condition is Condition.ABSENT
    assert list(tmp_path.iterdir()) == []


def test_fine_and_nothing_of_it_changes(file: Path) -> None:
    before = {path: path.read_bytes() for path in file.parent.iterdir()}
    found = history_state(file)
    assert found.condition is Condition.FINE
    assert found.size == file.stat().st_size
    assert {path: path.read_bytes() for path in file.parent.iterdir()} == before


def test_beside_a_writer(file: Path) -> None:
    history = History(file)
    history.record(make_account(), BALANCE)
    writer = sqlite3.connect(file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        found = history_state(file)
    finally:
        writer.close()
        history.close()
    assert found.condition is Condition.FINE
    assert found.size > 0


def _break(file: Path, step: Callable[[sqlite3.Connection], object]) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    step(connection)
    connection.close()


def test_newer(file: Path) -> None:
    _break(file, lambda connection: connection.execute("PRAGMA user_version = 999"))
    assert history_state(file).condition is Condition.NEWER


def test_made_and_nothing_written_yet(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    file.touch()
    assert history_state(file).condition is Condition.FINE


DAMAGES: dict[str, Callable[[Path], object]] = {
    "text": lambda file: file.write_text("no database " * 99),
    "another's tables": lambda file: _break(
        file, lambda connection: connection.execute("DROP TABLE samples")
    ),
    "no version with such a table": lambda file: _break(
        file, lambda connection: connection.execute("PRAGMA user_version = 0")
    ),
    "a negative version": lambda file: _break(
        file, lambda connection: connection.execute("PRAGMA user_version = -1")
    ),
    # Which SQLite's check finds, and no question fails of.
    "a false count of free pages": lambda file: file.write_bytes(
        file.read_bytes()[:36] + bytes([0, 0, 0, 5]) + file.read_bytes()[40:]
    ),
    "zeros in the middle": lambda file: file.write_bytes(
        file.read_bytes()[:4096] + bytes(3 * 4096) + file.read_bytes()[4 * 4096 :]
    ),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damaged(file: Path, name: str) -> None:
    DAMAGES[name](file)
    assert history_state(file).condition is Condition.DAMAGED


def test_held_by_another(file: Path) -> None:
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert history_state(file).condition is Condition.UNREADABLE
    finally:
        holder.close()
