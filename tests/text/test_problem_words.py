"""Every problem has its words, and they keep to the house's way of speaking."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.support.builders import make_account
from wallet_tray.cli.messages import balance_problem_sentence
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import CredentialKind, UnusableReason
from wallet_tray.domain.problem import Problem, ProblemKind, Remedy, RetryPolicy, problem_remedy
from wallet_tray.text.locale import Locale
from wallet_tray.text.problems import (
    environment_problem_sentence,
    problem_sentence,
    problem_short,
    unusable_sentence,
)

NOON = datetime(2026, 3, 1, tzinfo=UTC)
KEY = make_account()
TOKEN = replace(KEY, credential=CredentialKind.ACCESS_TOKEN)
ALL = pytest.mark.parametrize("kind", ProblemKind, ids=lambda kind: kind.value)


def problem(kind: ProblemKind) -> Problem:
    return Problem(kind, NOON, status=418, detail="EBADTEAPOT")


def is_well_spoken(text: str) -> bool:
    """A plain sentence: no "Error", no exclamation mark, no codes, no blame, nothing left open."""
    return (
        re.search(r"(?i)\berrors?\b|!|\binvalid\b|\boops\b|\bsorry\b|418|TEAPOT|[{}]", text) is None
        and re.search(r"\s\s|\s$|^\s", text) is None
        and text[0].isupper()
        and text.endswith(".")
    )


@ALL
@pytest.mark.parametrize("terminal", [False, True], ids=["screen", "terminal"])
@pytest.mark.parametrize("account", [KEY, TOKEN], ids=["api-key", "access-token"])
def test_sentence(kind: ProblemKind, account: Account, terminal: bool) -> None:
    sentence = problem_sentence(problem(kind), account, terminal=terminal)
    assert is_well_spoken(sentence)
    assert sentence.count(". ") >= 1  # what happened, and what to do
    assert len(sentence) <= 200
    if not terminal:
        assert "wallet-tray " not in sentence
        assert "BYTENITE_" not in sentence
        assert "WALLET_TRAY_KEY" not in sentence


@ALL
def test_terminal_text_mentions_no_button(kind: ProblemKind) -> None:
    sentence = problem_sentence(problem(kind), KEY, terminal=True)
    assert "by itself" not in sentence  # one command is one try
    if problem_remedy(problem(kind)) is Remedy.SIGN_IN and kind is not ProblemKind.FORBIDDEN:
        assert "wallet-tray sign-in" in sentence or "BYTENITE_API_KEY" in sentence


@ALL
def test_short(kind: ProblemKind) -> None:
    short = problem_short(problem(kind))
    assert 4 <= len(short) <= 24  # for the tooltip
    assert re.fullmatch(r"[A-Za-z ]+", short)


@ALL
def test_problem_that_only_the_user_can_fix_has_a_button(kind: ProblemKind) -> None:
    if kind.pace is RetryPolicy.STOP:
        assert problem_remedy(problem(kind)) is not Remedy.NONE


def test_different_problems_read_differently() -> None:
    sentences = {problem_sentence(problem(kind), KEY) for kind in ProblemKind}
    assert len(sentences) == len(ProblemKind)


@pytest.mark.parametrize("label", ["{service}", "{credential}", "a {b} c", "\\1 %s"])
def test_a_label_is_taken_as_it_is(label: str) -> None:
    account = replace(KEY, label=label)
    sentence = problem_sentence(problem(ProblemKind.CREDENTIAL_REJECTED), account)
    assert sentence.startswith(f"{label} rejects the API key.")


FOREIGN = make_account(id="work", label="Work", api_url="https://gateway.example")
DEEP = make_account(of="deepseek")


@pytest.mark.parametrize(
    ("account", "variable"),
    [(KEY, "BYTENITE_API_KEY"), (FOREIGN, "WALLET_TRAY_KEY_WORK"), (DEEP, "DEEPSEEK_API_KEY")],
)
def test_terminal_text_names_a_variable_that_counts(account: Account, variable: str) -> None:
    sentence = problem_sentence(problem(ProblemKind.SIGNED_OUT), account, terminal=True)
    option = "" if account.id == "default" else f" --account {account.id}"
    assert sentence == (
        f"You are not signed in to {account.label}. Run 'wallet-tray sign-in{option}', "
        f"or set {variable}."
    )


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (
            ProblemKind.CREDENTIAL_REJECTED,
            "Work rejects the API key that it was given by WALLET_TRAY_KEY_WORK. "
            "Set another one and start the program again.",
        ),
        (
            ProblemKind.CREDENTIAL_UNUSABLE,
            "What WALLET_TRAY_KEY_WORK holds cannot be a credential. "
            "Set the whole of it and start the program again.",
        ),
        (ProblemKind.OFFLINE, ""),
    ],
)
def test_a_credential_of_the_environment_is_named_by_its_variable(
    kind: ProblemKind, sentence: str
) -> None:
    found = environment_problem_sentence(problem(kind), FOREIGN, "WALLET_TRAY_KEY_WORK")
    assert found == sentence


def test_an_ended_token_of_the_environment_names_both_variables() -> None:
    ended = problem(ProblemKind.ACCESS_TOKEN_ENDED)
    assert environment_problem_sentence(ended, TOKEN, "BYTENITE_ACCESS_TOKEN") == (
        "The access token in BYTENITE_ACCESS_TOKEN no longer works: it lives for an hour at most. "
        "Set BYTENITE_API_KEY instead and start the program again."
    )


def test_names_the_kind_of_credential() -> None:
    assert "access token" in problem_sentence(problem(ProblemKind.FORBIDDEN), TOKEN)


@pytest.mark.parametrize("reason", UnusableReason, ids=lambda reason: reason.value)
@pytest.mark.parametrize("kind", CredentialKind, ids=lambda kind: kind.value)
def test_unusable_credentials(reason: UnusableReason, kind: CredentialKind) -> None:
    sentence = unusable_sentence(reason, kind)
    assert is_well_spoken(sentence)
    if reason is not UnusableReason.EMPTY:
        assert ("an API key" if kind is CredentialKind.API_KEY else "an access token") in sentence


def test_every_part_is_translated() -> None:
    shout = Locale(translate=lambda source: re.sub(r"[a-z]+(?![a-z}])(?!})", "X", source))
    for kind in ProblemKind:
        sentence = problem_sentence(problem(kind), KEY, shout)
        assert sentence != problem_sentence(problem(kind), KEY)


def test_key_of_a_variable_without_permission_is_named_by_it() -> None:
    sentence = balance_problem_sentence(problem(ProblemKind.FORBIDDEN), DEEP, "DEEPSEEK_API_KEY")
    assert sentence == (
        f"{DEEP.label} does not let the API key in DEEPSEEK_API_KEY read the balance. "
        "Set one that may."
    )
