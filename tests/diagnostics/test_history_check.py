"""What is said about the history; its states are tried in tests/services."""

from pathlib import Path

import pytest

from wallet_tray.diagnostics import files
from wallet_tray.history import integrity
from wallet_tray.history.integrity import Condition, HistoryState


@pytest.mark.parametrize(
    ("condition", "size", "state", "part"),
    [
        (Condition.ABSENT, 0, "ok", "Nothing is recorded yet."),
        (Condition.FINE, 4097, "ok", "can be read: 5 KiB."),
        (Condition.FINE, 3 << 19, "ok", "can be read: 1.5 MiB."),
        (Condition.FINE, 51 << 20, "note", "larger than it should grow: 51.0 MiB."),
        (Condition.NEWER, 1, "note", "newer version"),
        (Condition.DAMAGED, 1, "note", "~/history.sqlite3 is no history, or is damaged."),
        (Condition.UNREADABLE, 1, "problem", "~/history.sqlite3 cannot be read."),
        (Condition.NO_SQLITE, 0, "problem", "lacks SQLite"),
    ],
)
def test_every_condition(
    said, tmp_path: Path, monkeypatch, condition: Condition, size: int, state: str, part: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(integrity, "history_state", lambda _file: HistoryState(condition, size))
    ((check, shown, found),) = said(files.check_history(tmp_path / "history.sqlite3"))
    assert (check, shown) == ("history", state)
    assert part in found
