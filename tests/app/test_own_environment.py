"""The tray program keeps the keys of its environment to itself."""

import os
from pathlib import Path

import pytest

from wallet_tray.app.main import _with_environment_of_its_own
from wallet_tray.context import AppContext
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.history.history import History
from wallet_tray.storage.paths import Folders

KEYS = ("WALLET_TRAY_KEY_HOME", "BYTENITE_API_KEY", "BYTENITE_ACCESS_TOKEN", "VONAGE_API_SECRET")


def test_started_programs_inherit_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*KEYS, "GITHUB_TOKEN"):
        monkeypatch.setenv(name, "k")
    folders = Folders(tmp_path, tmp_path, tmp_path, tmp_path, tmp_path)
    context = AppContext(
        folders, folders, os.environ, MemoryKeyring, lambda: History(tmp_path / "history")
    )
    own = _with_environment_of_its_own(context).environment
    assert [own.get(name) for name in KEYS] == ["k"] * len(KEYS)
    assert [name for name in (*KEYS, "GITHUB_TOKEN") if name in os.environ] == ["GITHUB_TOKEN"]
