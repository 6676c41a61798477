"""Commands and keys in the environment: which account uses one, and what is said about others."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.support.builders import make_account, problem
from wallet_tray.__main__ import _set_up_logging
from wallet_tray.cli.account import choose_account, credential_store_for
from wallet_tray.cli.messages import balance_problem_sentence, key_not_saved_sentence
from wallet_tray.context import AppContext
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.account import AccountId
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.history.history import History
from wallet_tray.startup import logging_setup
from wallet_tray.storage.paths import Folders
from wallet_tray.storage.settings_file import SettingsStore

KEYS = {"WALLET_TRAY_KEY_A_B": "own", "DEEPSEEK_API_KEY": "deep"}


def store_of(folder: Path, settings: str | None, account: str | None = None) -> CredentialStore:
    """Return the credential store of a command with this option --account."""
    folders = Folders(folder, folder, folder, folder, folder)
    if settings is not None:
        folders.settings_file.write_text(settings)
    context = AppContext(folders, folders, KEYS, MemoryKeyring, lambda: History(folder / "history"))
    wanted = None if account is None else AccountId(account)
    chosen = choose_account(SettingsStore(folders.settings_file), wanted)
    return credential_store_for(chosen, context)


A_B, A__B = '[[accounts]]\nid = "a-b"\n', '[[accounts]]\nid = "a_b"\n'
DEEP = '[[accounts]]\nid = "{}"\nprovider = "deepseek"\n'


def test_own_variable_of_the_account(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    account = make_account(id="a-b", api_url="https://gateway.example")
    environment = store_of(tmp_path, A_B).environment
    assert environment.variable(account) == "WALLET_TRAY_KEY_A_B"
    assert capsys.readouterr().err == ""


def test_a_variable_of_two_accounts_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = store_of(tmp_path, A_B + A__B, "a_b").environment
    assert not environment.is_used(make_account(id="a_b"))
    assert capsys.readouterr().err == (
        "WALLET_TRAY_KEY_A_B is not used: it could be for a-b or a_b. "
        "Give one of them another id in settings.toml.\n"
    )


def test_a_variable_of_an_account_outside_the_file_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(KEYS, "WALLET_TRAY_KEY_DEFAULT", "own")
    environment = store_of(tmp_path, None).environment
    assert not environment.is_used(make_account())
    assert capsys.readouterr().err == (
        "WALLET_TRAY_KEY_DEFAULT is not used: settings.toml does not list the account default.\n"
    )


@pytest.mark.parametrize("selected", [None, "second"])
def test_usual_variable_is_for_the_selected_account(tmp_path: Path, selected: str | None) -> None:
    settings = DEEP.format("first") + DEEP.format("second")
    environment = store_of(tmp_path, settings, selected).environment
    used = [
        name
        for name in ("first", "second")
        if environment.is_used(make_account(of="deepseek", id=name))
    ]
    assert used == [selected or "first"]


@pytest.mark.parametrize(
    ("of", "kind", "instead"),
    [
        ("bytenite", CredentialKind.API_KEY, "or set BYTENITE_API_KEY instead."),
        (
            "bytenite",
            CredentialKind.ACCESS_TOKEN,
            "or set BYTENITE_ACCESS_TOKEN instead, or BYTENITE_API_KEY to an API key, which lasts.",
        ),
        ("deepseek", CredentialKind.API_KEY, "or set DEEPSEEK_API_KEY instead."),
        ("akash", CredentialKind.API_KEY, "or set WALLET_TRAY_KEY_DEFAULT instead."),
    ],
)
def test_a_key_that_was_not_kept_may_be_set(of: str, kind: CredentialKind, instead: str) -> None:
    account = make_account(of=of, credential=kind)
    sentence = key_not_saved_sentence(problem(ProblemKind.KEYRING_LOCKED), account)
    assert sentence.endswith(f"Unlock it and try again, {instead}")


def test_an_ended_token_names_the_variable_of_a_key() -> None:
    account = replace(make_account(), credential=CredentialKind.ACCESS_TOKEN)
    ended = problem(ProblemKind.ACCESS_TOKEN_ENDED)
    assert balance_problem_sentence(ended, account, "BYTENITE_ACCESS_TOKEN").endswith(
        "Set BYTENITE_API_KEY to an API key instead, which lasts."
    )


def test_log_is_set_up_without_any_value_of_a_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    removed: list[str] = []

    def remember(_file: Path, *, secrets: Iterable[str]) -> None:
        removed.extend(secrets)

    monkeypatch.setattr(logging_setup, "set_up_logging", remember)
    environment = {
        "WALLET_TRAY_KEY_HOME": "one",
        "BYTENITE_ACCESS_TOKEN": "two",
        "VONAGE_API_SECRET": "three",
        "HOME": "not this",
    }
    folders = Folders(tmp_path, tmp_path, tmp_path, tmp_path, tmp_path)
    open_history = partial(History, tmp_path / "history")
    _set_up_logging(AppContext(folders, folders, environment, MemoryKeyring, open_history))
    assert removed == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("variable", "asks"),
    [
        ("BYTENITE_API_KEY", True),
        ("BYTENITE_ACCESS_TOKEN", True),
        ("WALLET_TRAY_KEY_DEFAULT", True),
        ("DEEPSEEK_API_KEY", False),
        ("GITHUB_TOKEN", False),
    ],
)
def test_former_accounts_are_looked_up_only_where_a_key_is_set(
    tmp_path: Path, variable: str, asks: bool
) -> None:
    asked: list[str] = []

    def open_history() -> History:
        asked.append(variable)
        return History(tmp_path / "history")

    folders = Folders(tmp_path, tmp_path, tmp_path, tmp_path, tmp_path)
    for text, expected in (("k", asks), ("", False)):
        asked.clear()
        context = AppContext(folders, folders, {variable: text}, MemoryKeyring, open_history)
        assert not context.former_accounts().there_are()
        assert bool(asked) is expected
