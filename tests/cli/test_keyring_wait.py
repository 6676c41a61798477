"""A keyring that keeps its user waiting."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from wallet_tray.cli import keyring_wait
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.account import Account
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError


class SlowKeyring(MemoryKeyring):
    """Answers once ``answer`` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = threading.Event()

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        self.answer.wait(90)
        return super().read(user, may_prompt=may_prompt)


@pytest.fixture
def slow(keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> Any:
    kept = SlowKeyring()
    monkeypatch.setattr(keyring, "read", kept.read)
    yield kept
    kept.answer.set()


def test_keyring_wait_is_announced_and_gives_up(
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
    monkeypatch.setattr(keyring_wait, "_write_stderr", slow.answer.set)

    assert command_line.run("balance").code == 3  # an answer: not signed in


def test_silent_where_the_keyring_is_quick(command_line: Any, keyring: MemoryKeyring) -> None:
    assert len(command_line.run("balance").sentences) == 1


def test_limits_of_the_contract() -> None:
    assert timedelta(seconds=3) == keyring_wait.SILENT
    assert timedelta(seconds=30) == keyring_wait.LIMIT
    assert timedelta(minutes=5) == keyring_wait.PATIENT_LIMIT


class BreakingKeyring(MemoryKeyring):
    """Fails once ``problem`` is set; notes whether anybody wanted its question on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.problem: ProblemKind | None = None
        self.prompts = 0

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        self.prompts += may_prompt
        if self.problem is not None:
            raise WalletTrayError(Problem(self.problem, datetime.now(UTC)))
        return super().read(user, may_prompt=may_prompt)


@pytest.fixture
def breaking() -> BreakingKeyring:
    keyring = BreakingKeyring()
    keyring.write(Account().keyring_user, "first")
    return keyring


def test_quiet_one_sees_each_sign_in_and_sign_out(breaking: BreakingKeyring) -> None:
    """A watch goes on for weeks, with no word from outside."""
    quiet = keyring_wait.QuietCredentials(CredentialStore(lambda: breaking))
    account = Account()

    assert quiet.credential(account).text == "first"
    breaking.write(account.keyring_user, "second")
    assert quiet.credential(account).text == "second"
    breaking.delete(account.keyring_user)
    with pytest.raises(WalletTrayError) as raised:
        quiet.credential(account)

    assert raised.value.problem.kind is ProblemKind.SIGNED_OUT
    assert breaking.prompts == 0


@pytest.mark.parametrize(
    "kind",
    [ProblemKind.KEYRING_LOCKED, ProblemKind.KEYRING_MISSING, ProblemKind.KEYRING_FAILED],
)
def test_quiet_one_goes_on_with_what_it_has(breaking: BreakingKeyring, kind: ProblemKind) -> None:
    quiet = keyring_wait.QuietCredentials(CredentialStore(lambda: breaking))
    quiet.credential(Account())
    breaking.problem = kind

    assert quiet.credential(Account()).text == "first"
    with pytest.raises(WalletTrayError) as raised:
        keyring_wait.QuietCredentials(CredentialStore(lambda: breaking)).credential(Account())
    assert raised.value.problem.kind is kind


def test_quiet_one_waits_three_seconds_at_most() -> None:
    """A bar draws nothing meanwhile."""
    assert timedelta(seconds=3) == keyring_wait.QUIET_LIMIT
