"""What is kept of the screen from one run of the program to the next."""

from pathlib import Path

import pytest

from wallet_tray.desktop.notification_ledger import NotificationLedger


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
