"""Input of every bad kind: a sentence and its exit code, no traceback and no secret."""

from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from wallet_tray.simulator.server import BALANCE, SimulatedService

SENTINEL = "WTSENTINEL"

KEYS = {
    "a blank": f"{SENTINEL} {SENTINEL}",
    "a line end": f"{SENTINEL}\n{SENTINEL}",
    "a carriage return": f"{SENTINEL}\r\n{SENTINEL}",
    "a control": f"{SENTINEL}\x07",
    "a NUL": f"{SENTINEL}\0{SENTINEL}",
    "non-ASCII": f"{SENTINEL}é",
    "10,000 characters": SENTINEL * 1000,
    "100,000 characters": SENTINEL * 10_000,
    "nothing": "",
    "blanks alone": " \n\t",
}

ADDRESSES = {
    "http": "http://wallet.example/v1",
    "a user name": "https://me:secret@wallet.example/v1",
    "no URL": "wallet",
    "nothing": "",
    "a query": "https://wallet.example/v1?a=1",
    "another scheme": "ftp://wallet.example",
    "a control": "https://wallet.example/\\u0007",
    "port 0": "https://wallet.example:0",
}

OTHER_SETTINGS = {
    "refresh.interval_seconds": "[refresh]\ninterval_seconds = 'soon'",
    "refresh": "refresh = 3",
    "alerts.low_balance": "[alerts]\nlow_balance = -1",
    "alerts.critical_balance": "[alerts]\ncritical_balance = nan",
    "display.hide_amounts": "[display]\nhide_amounts = 'yes'",
    "display.icon": "[display]\nicon = 7",
    "network.proxy": "[network]\nproxy = 'gopher://x'",
    "version": "version = 0",
}

ACCOUNTS = {
    "accounts": "accounts = 5",
    "accounts[0].id": "[[accounts]]\nid = 'Not An Id'",
    "accounts[0].label": "[[accounts]]\nlabel = 5",
    "accounts[0].credential": "[[accounts]]\ncredential = 'password'",
    "accounts[0].provider": "[[accounts]]\nprovider = 'bank'",
    "accounts[0].top_up_url": "[[accounts]]\ntop_up_url = 'http://x'",
    "accounts[0].alerts.low_balance": "[[accounts]]\nalerts = {low_balance = 'x'}",
}

NO_TOML = {
    "words": b"this is no TOML",
    "bytes": b"\xff\xfe\x00",
    "cut off": b"[[accounts]",
    "twice": b"version = 1\nversion = 1",
}

BODIES = {
    "HTML": "<!doctype html><h1>Sign in to this network</h1>",
    "cut off": '{"accountId": "a", "totalBalance": 1',
    "nothing": "",
    "{}": "{}",
    "[]": "[]",
    "null": "null",
    "NaN": '{"accountId": "a", "availableBalance": NaN}',
    "NaN as text": '{"accountId": "a", "availableBalance": "NaN"}',
    "1e400": '{"accountId": "a", "availableBalance": 1e400}',
    "5,000 digits": '{"accountId": "a", "availableBalance": ' + "9" * 5000 + "}",
    "100,000 brackets": "[" * 100_000,
    "no number": '{"accountId": "a", "availableBalance": true}',
}


@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
def test_key_that_cannot_be_one(
    command_line: CommandLine, service: SimulatedService, key: str
) -> None:
    done = command_line.run("sign-in", typed=key.encode())

    assert done.code == 2
    _one_sentence_without_secrets(command_line, done)
    assert service.request_count() == 0


def test_key_in_another_encoding(command_line: CommandLine) -> None:
    done = command_line.run("sign-in", typed=SENTINEL.encode("utf-16"))

    assert done.code == 2
    _one_sentence_without_secrets(command_line, done)


@pytest.mark.parametrize(
    "key", [f"{SENTINEL} x", f"{SENTINEL}é", f"{SENTINEL}\n{SENTINEL}", SENTINEL * 1000]
)
def test_variable_that_cannot_be_a_key(
    command_line: CommandLine, service: SimulatedService, key: str
) -> None:
    command_line.set("BYTENITE_API_KEY", key)

    done = command_line.run("balance")

    assert done.code == 2
    assert "BYTENITE_API_KEY" in done.err
    _one_sentence_without_secrets(command_line, done)
    assert service.request_count() == 0


@pytest.mark.parametrize("command", ["balance", "sign-in", "sign-out", "erase"])
@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_address_that_gets_no_key(command_line: CommandLine, command: str, address: str) -> None:
    command_line.set("BYTENITE_API_KEY", SENTINEL)
    command_line.write_settings(f'[[accounts]]\napi_url = "{address}"\n')

    done = command_line.run(command, typed=SENTINEL.encode())

    assert done.code == 2
    assert "accounts[0].api_url must be an https address" in done.err
    _one_sentence_without_secrets(command_line, done)


@pytest.mark.parametrize(("key", "text"), ACCOUNTS.items(), ids=ACCOUNTS)
def test_account_that_is_disabled(command_line: CommandLine, key: str, text: str) -> None:
    command_line.write_settings(text)

    done = command_line.run("balance")

    assert done.code == 2
    assert f"{key} must be" in done.err
    _one_sentence_without_secrets(command_line, done)


@pytest.mark.parametrize(("key", "text"), OTHER_SETTINGS.items(), ids=OTHER_SETTINGS)
def test_other_value_falls_back_with_a_word(
    command_line: CommandLine, service: SimulatedService, key: str, text: str
) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)
    command_line.write_settings(f'{text}\n[[accounts]]\napi_url = "{service.api_url}"\n')

    done = command_line.run("balance")

    assert done.code == 0
    assert done.sentences[0].startswith(f"{key} in settings.toml must be")
    assert len(done.sentences) == 1


@pytest.mark.parametrize("command", ["balance", "sign-in", "sign-out", "erase"])
@pytest.mark.parametrize("content", NO_TOML.values(), ids=NO_TOML)
def test_settings_that_are_no_toml(command_line: CommandLine, command: str, content: bytes) -> None:
    command_line.settings_file.write_bytes(content)

    done = command_line.run(command, typed=SENTINEL.encode())

    assert done.code == 2
    assert str(command_line.settings_file) in done.err
    _one_sentence_without_secrets(command_line, done)
    assert command_line.settings_file.read_bytes() == content


def test_settings_that_are_a_folder(command_line: CommandLine) -> None:
    command_line.settings_file.unlink()
    command_line.settings_file.mkdir()

    assert command_line.run("balance").code == 2


def test_only_the_disabled_account_is_refused(
    command_line: CommandLine, service: SimulatedService
) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)
    command_line.write_settings(
        f'[[accounts]]\napi_url = "{service.api_url}"\n[[accounts]]\nid = "b"\napi_url = "x"\n'
    )

    assert command_line.run("balance").code == 0
    of_the_other = command_line.run("balance", "--account", "b")
    assert of_the_other.code == 2
    assert "accounts[1].api_url" in of_the_other.err
    assert command_line.run("erase", "--yes").code == 2


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_answer_that_is_no_balance(
    command_line: CommandLine, service: SimulatedService, body: str
) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)
    service.answer_next(200, body)

    done = command_line.run("balance", "--json")

    assert done.code == 6
    assert done.out == ""
    _one_sentence_without_secrets(command_line, done, service.api_key)


def test_token_that_is_none(command_line: CommandLine, service: SimulatedService) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)
    service.answer_next(200, f'{{"token": "{SENTINEL}\\n"}}', path="/v1/auth/access_token")

    done = command_line.run("balance")

    assert done.code == 6
    _one_sentence_without_secrets(command_line, done, service.api_key)
    assert service.request_count(BALANCE) == 0


def _one_sentence_without_secrets(command_line: Any, done: Any, *secrets: str) -> None:
    assert len(done.sentences) == 1
    assert done.sentences[0].endswith(".")
    assert "Traceback" not in done.err
    for secret in (SENTINEL, *secrets):
        assert secret not in done.out + done.err
        assert command_line.files_with(secret) == []
