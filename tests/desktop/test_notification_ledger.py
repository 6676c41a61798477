"""What is kept of the screen from one run of the program to the next."""

import os
from pathlib import Path

import pytest

from wallet_tray.desktop.notifications.outbox import NotificationLedger


def test_the_same_daemon_gets_its_ids_back_and_no_other(tmp_path: Path) -> None:
    NotificationLedger(tmp_path / "kept.json").write("bus:1.7", {"default": 3})
    ledger = NotificationLedger(tmp_path / "kept.json")
    assert ledger.is_there
    assert ledger.read("bus:1.7") == {"default": 3}
    assert ledger.read("bus:1.8") == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"daemon": "d", "ids": 5}',
        '{"daemon": "d", "ids": {"default": "3"}}',
        '{"daemon": "d", "ids": {"default": true}}',
        '{"daemon": "d", "ids": {"default": -1}}',
        '{"daemon": "d", "ids": {"default": 4294967296}}',
        '{"daemon": "d", "ids": {"default": 1e99}}',
    ],
)
def test_a_damaged_file_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "kept.json").write_text(text)
    assert NotificationLedger(tmp_path / "kept.json").read("d") == {}


def test_a_missing_folder_costs_the_memory_alone(tmp_path: Path) -> None:
    ledger = NotificationLedger(tmp_path / "missing" / "kept.json")
    ledger.write("d", {"default": 3})
    assert not ledger.is_there
    assert ledger.read("d") == {}


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_no_link_is_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text('{"daemon": "d", "ids": {"default": 3}}')
    for name in ("kept.new", "kept.json"):
        (tmp_path / name).symlink_to(precious)
    ledger = NotificationLedger(tmp_path / "kept.json")
    assert ledger.read("d") == {}

    ledger.write("d", {"default": 4})

    assert precious.read_text() == '{"daemon": "d", "ids": {"default": 3}}'
    assert ledger.read("d") == {"default": 4}
    assert (tmp_path / "kept.json").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kept.json")
    assert NotificationLedger(tmp_path / "kept.json").read("d") == {}
