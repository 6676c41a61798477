"""A keyring that keeps its user waiting."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from tests.support.builders import make_account
from tests.support.keyrings import ScriptedKeyring
from wallet_tray.cli import keyring_wait
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.problem import ProblemKind, WalletTrayError


@pytest.fixture
def slow(keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> Any:
    kept = ScriptedKeyring()
    kept.gate.clear()
    monkeypatch.setattr(keyring, "read", kept.read)
    yield kept
    kept.release()


def test_keyring_wait_is_announced_and_gives_up(
    command_line: CommandLine, slow: ScriptedKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_wait, "SILENT", timedelta(seconds=0.05))
    monkeypatch.setattr(keyring_wait, "LIMIT", timedelta(seconds=0.5))

    done = command_line.run("balance")

    assert done.code == 5
    assert done.sentences[0] == "Waiting for your keyring to be unlocked…"
    assert "BYTENITE_API_KEY" in done.sentences[1]
    assert len(done.sentences) == 2


def test_goes_on_when_the_keyring_answers(
    command_line: CommandLine, slow: ScriptedKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_wait, "SILENT", timedelta(seconds=0.05))
    monkeypatch.setattr(keyring_wait, "_write_stderr", slow.gate.set)

    assert command_line.run("balance").code == 3  # an answer: not signed in


def test_silent_where_the_keyring_is_quick(
    command_line: CommandLine, keyring: MemoryKeyring
) -> None:
    assert len(command_line.run("balance").sentences) == 1


def test_limits_of_the_contract() -> None:
    assert timedelta(seconds=3) == keyring_wait.SILENT
    assert timedelta(seconds=30) == keyring_wait.LIMIT
    assert timedelta(minutes=5) == keyring_wait.PATIENT_LIMIT


@pytest.fixture
def breaking() -> ScriptedKeyring:
    keyring = ScriptedKeyring()
    keyring.write(make_account().keyring_user, "first")
    return keyring


def test_quiet_one_sees_each_sign_in_and_sign_out(breaking: ScriptedKeyring) -> None:
    """A watch goes on for weeks, with no word from outside."""
    quiet = keyring_wait.QuietCredentials(CredentialStore(lambda: breaking))
    account = make_account()

    assert quiet.credential(account).text == "first"
    breaking.write(account.keyring_user, "second")
    assert quiet.credential(account).text == "second"
    breaking.delete(account.keyring_user)
    with pytest.raises(WalletTrayError) as raised:
        quiet.credential(account)

    assert raised.value.problem.kind is ProblemKind.SIGNED_OUT
    assert breaking.calls_of("read") == []


@pytest.mark.parametrize(
    "kind",
    [ProblemKind.KEYRING_LOCKED, ProblemKind.KEYRING_MISSING, ProblemKind.KEYRING_FAILED],
)
def test_quiet_one_goes_on_with_what_it_has(breaking: ScriptedKeyring, kind: ProblemKind) -> None:
    quiet = keyring_wait.QuietCredentials(CredentialStore(lambda: breaking))
    quiet.credential(make_account())
    breaking.problem = kind

    assert quiet.credential(make_account()).text == "first"
    with pytest.raises(WalletTrayError) as raised:
        keyring_wait.QuietCredentials(CredentialStore(lambda: breaking)).credential(make_account())
    assert raised.value.problem.kind is kind


def test_quiet_one_waits_three_seconds_at_most() -> None:
    """A bar draws nothing meanwhile."""
    assert timedelta(seconds=3) == keyring_wait.QUIET_LIMIT
