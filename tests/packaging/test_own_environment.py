"""What a bundle's starter puts into the environment is not handed on."""

import os
import runpy
from pathlib import Path

import pytest

HOOK = Path(__file__).resolve().parents[2] / "packaging" / "linux" / "own_environment.py"


def test_the_users_own_search_path_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/wallet-tray/parts")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/mine")
    runpy.run_path(str(HOOK))
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/mine"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_unset_library_path_stays_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/wallet-tray/parts")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    runpy.run_path(str(HOOK))
    assert "LD_LIBRARY_PATH" not in os.environ
