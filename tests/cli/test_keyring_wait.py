"""A keyring that keeps its user waiting."""

import threading
from datetime import timedelta
from typing import Any

import pytest

from wallet_tray.cli import keyring_wait
from wallet_tray.services.keyring_backend import MemoryKeyring


class SlowKeyring(MemoryKeyring):
    """Answers once ``answer`` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = threading.Event()

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        self.answer.wait(30)
        return super().read(user, may_prompt=may_prompt)


@pytest.fixture
def slow(keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> Any:
    kept = SlowKeyring()
    monkeypatch.setattr(keyring, "read", kept.read)
    yield kept
    kept.answer.set()


def test_says_what_it_waits_for_and_gives_up(
    command_line: Any, slow: SlowKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_wait, "SILENT", timedelta(seconds=0.05))
    monkeypatch.setattr(keyring_wait, "LIMIT", timedelta(seconds=0.5))

    done = command_line.run("balance")

    assert done.code == 5
    assert done.sentences[0] == "Waiting for your keyring to be unlocked…"
    assert "BYTENITE_API_KEY" in done.sentences[1]
    assert len(done.sentences) == 2


def test_goes_on_when_the_keyring_answers(
    command_line: Any, slow: SlowKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_wait, "SILENT", timedelta(seconds=0.05))
    monkeypatch.setattr(keyring_wait, "_tell", slow.answer.set)

    assert command_line.run("balance").code == 3  # an answer: nobody is signed in


def test_silent_where_the_keyring_is_quick(command_line: Any, keyring: MemoryKeyring) -> None:
    assert len(command_line.run("balance").sentences) == 1


def test_limits_of_the_contract() -> None:
    assert timedelta(seconds=3) == keyring_wait.SILENT
    assert timedelta(seconds=30) == keyring_wait.LIMIT
