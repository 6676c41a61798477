"""A keyring that a test steers, and a session bus with keyrings of the test."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.keyrings import ScriptedKeyring
from tests.support.session_bus import SessionBus
from wallet_tray.credentials.store import CredentialStore


@pytest.fixture
def session_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    """A session bus of the test's own (see session_bus.py)."""
    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        pytest.skip("needs a dbus-daemon")
    bus = SessionBus(tmp_path)
    bus.start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    yield bus
    bus.stop()


@pytest.fixture
def ring() -> Iterator[ScriptedKeyring]:
    ring = ScriptedKeyring()
    yield ring
    ring.release()


@pytest.fixture
def credential_store(ring: ScriptedKeyring) -> CredentialStore:
    return CredentialStore(lambda: ring)
