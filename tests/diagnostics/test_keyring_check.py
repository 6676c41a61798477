"""Keyrings that are open, locked, missing, broken or silent; the user is never asked."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from tests.support.builders import make_account
from tests.support.keyrings import ScriptedKeyring
from tests.support.own_seconds import OwnSeconds
from wallet_tray.credentials import keyring_backend
from wallet_tray.credentials import keyring_backend as kinds
from wallet_tray.credentials.environment import KeyUse
from wallet_tray.credentials.keyring_backend import (
    _BACKENDS,
    KeyringKind,
    LibraryStore,
    MemoryKeyring,
    SystemKeyring,
    keyring_kind,
)
from wallet_tray.credentials.kwallet import KWallet
from wallet_tray.credentials.secret_service import SecretService
from wallet_tray.diagnostics import keyring as keyring_check
from wallet_tray.diagnostics.keyring import KeyringCheck
from wallet_tray.domain.account import Account
from wallet_tray.domain.problem import ProblemKind

SECRET = "WTSENTINEL-0123456789"
HOME = make_account()
WORK = make_account(id="work", label="Work")


def check_of(
    keyring: MemoryKeyring,
    accounts: Sequence[Account] = (HOME, WORK),
    environment: dict[str, str] | None = None,
) -> KeyringCheck:
    return KeyringCheck(lambda: keyring, environment or {}, accounts, first_of(accounts), HOME.id)


def first_of(accounts: Sequence[Account]) -> KeyUse:
    return KeyUse(usual=frozenset({accounts[0].id}))


def look(check: KeyringCheck) -> list[tuple[str, str, str]]:
    found = []
    for finding in check.look():
        assert SECRET not in repr(finding)
        found.append((finding.account, finding.state.value, " ".join(finding.sentences())))
    return found


def test_one_of_two_credentials_is_missing() -> None:
    keyring = ScriptedKeyring()
    keyring.texts[HOME.keyring_user] = SECRET
    check = check_of(keyring)
    about_it, home, work = look(check)
    assert about_it[:2] == ("", "ok")
    assert home == ("default", "ok", "The keyring holds the API key. ")
    assert work == (
        "work",
        "problem",
        "The keyring holds no API key for api.bytenite.com. "
        "Run 'wallet-tray sign-in --account work'.",
    )
    assert keyring.calls == ["peek default", "peek work"]
    credential = check.credential(HOME)
    assert credential is not None
    assert credential.text == SECRET
    assert check.credential(WORK) is None


def test_first_account_is_signed_in_to_without_its_name() -> None:
    _, home, _ = look(check_of(ScriptedKeyring()))
    assert home[2].endswith("Run 'wallet-tray sign-in'.")


def test_unusable_keyring_credential_is_a_problem() -> None:
    keyring = ScriptedKeyring()
    keyring.texts[HOME.keyring_user] = f"{SECRET} with blanks"
    _, (_, state, text) = look(check_of(keyring, [HOME]))
    assert state == "problem"
    assert text.startswith("What the keyring holds cannot be an API key.")


@pytest.mark.parametrize(
    ("problem", "part"),
    [
        (ProblemKind.KEYRING_LOCKED, "is locked, so nothing was looked up in it. Unlock it"),
        (ProblemKind.KEYRING_MISSING, "There is no keyring"),
        (ProblemKind.KEYRING_FAILED, "did not do what was asked of it"),
    ],
)
def test_keyring_as_a_whole_is_reported_once(problem: ProblemKind, part: str) -> None:
    keyring = ScriptedKeyring(problem)
    check = check_of(keyring)
    ((account, state, text),) = look(check)
    assert (account, state) == ("", "problem")
    assert part in text
    assert keyring.calls == ["peek default"]
    assert check.credential(HOME) is None


def test_keyring_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring_check, "LIMIT", timedelta(seconds=0.6))
    keyring = ScriptedKeyring()
    keyring.gate.clear()
    with OwnSeconds() as own:
        check = check_of(keyring)
        ((_, state, text),) = look(check)
        assert check.credential(HOME) is None
    assert own.seconds < 2
    keyring.gate.set()
    assert state == "problem"
    assert text.startswith("The keyring does not answer.")


@pytest.mark.parametrize(
    ("variable", "name"),
    [("BYTENITE_API_KEY", "API key"), ("BYTENITE_ACCESS_TOKEN", "access token")],
)
def test_environment_is_used_for_its_account_alone(variable: str, name: str) -> None:
    keyring = ScriptedKeyring()
    check = check_of(keyring, environment={variable: SECRET})
    home, _, work = look(check)
    assert home == ("default", "ok", f"The {name} comes from {variable}, not from the keyring. ")
    assert work[0] == "work"
    assert len(keyring.calls) == 1
    assert check.environment.variable(HOME) == variable
    assert check.environment.variable(WORK) is None
    credential = check.credential(HOME)
    assert credential is not None
    assert credential.text == SECRET


def test_unusable_environment_credential_is_a_problem() -> None:
    check = check_of(ScriptedKeyring(), [HOME], {"BYTENITE_API_KEY": f"{SECRET} ä"})
    (_, state, text), _ = look(check)
    assert state == "problem"
    assert text.startswith("What BYTENITE_API_KEY holds cannot be an API key. Set BYTENITE_API_KEY")
    assert check.credential(HOME) is None


@pytest.fixture
def no_backend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring_backend, "real_stores", list)


def system(accounts: Sequence[Account], environment: dict[str, str]) -> KeyringCheck:
    return KeyringCheck(SystemKeyring, environment, accounts, first_of(accounts), HOME.id)


@pytest.mark.usefixtures("no_backend")
def test_no_keyring_is_a_problem_where_one_is_needed() -> None:
    ((_, state, text),) = look(system([HOME], {}))
    assert state == "problem"
    assert "or set BYTENITE_API_KEY" in text


@pytest.mark.usefixtures("no_backend")
def test_variable_that_would_count_is_proposed() -> None:
    deep = make_account(of="deepseek")
    gateway = make_account(id="gate-way", api_url="https://gateway.example")
    for account, variable in ((deep, "DEEPSEEK_API_KEY"), (gateway, "WALLET_TRAY_KEY_GATE_WAY")):
        ((*_, text),) = look(system([account], {}))
        assert text.endswith(f"or set {variable}.")
    check = KeyringCheck(SystemKeyring, {}, [HOME], KeyUse(), HOME.id)
    ((*_, text),) = look(check)
    assert text.endswith("or set WALLET_TRAY_KEY_DEFAULT."), "the usual one is for another account"
    ((*_, text),) = look(KeyringCheck(SystemKeyring, {}, [], KeyUse(), None))
    assert text.endswith("Start your keyring (Secret Service or KWallet).")


@pytest.mark.usefixtures("no_backend")
def test_no_keyring_is_a_note_where_the_environment_is_used() -> None:
    _, (_, state, text) = look(system([HOME], {"BYTENITE_API_KEY": SECRET}))
    assert state == "note"
    assert text.startswith("There is no keyring; BYTENITE_API_KEY is used instead.")


@pytest.mark.parametrize("kind", [KeyringKind.KWALLET, KeyringKind.MACOS])
def test_keyring_that_might_ask_is_left_alone(
    kind: KeyringKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "keyring_kind", lambda _keyring: kind)
    keyring = ScriptedKeyring()
    _, (_, state, text) = look(check_of(keyring, [HOME]))
    assert state == "note"
    assert "might ask for a password" in text
    assert keyring.calls == []


def test_every_real_backend_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    stores: list[Any] = [SecretService("a"), KWallet("a")]
    for module, _ in _BACKENDS:
        backend = type("Keyring", (), {"__module__": module})()
        stores.append(LibraryStore(backend))
    found = set()
    for store in stores:
        monkeypatch.setattr(keyring_backend, "real_stores", lambda store=store: [store])
        found.add(keyring_kind(SystemKeyring()))
    assert found == set(KeyringKind) - {KeyringKind.MEMORY}


def test_a_session_bus_that_does_not_answer_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise TimeoutError

    monkeypatch.setattr(keyring_backend, "real_stores", fail)
    assert keyring_kind(SystemKeyring()) is None
