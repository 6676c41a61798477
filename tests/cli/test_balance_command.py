"""One balance on standard output, and a sentence with an exit code where there is none."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.cli.conftest import CommandLine
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.simulator.server import ACCESS_TOKEN, BALANCE, SimulatedService

KEYS = [
    "schema",
    "account",
    "accountId",
    "totalBalance",
    "availableBalance",
    "reservedBalance",
    "amountDue",
    "unit",
    "amountDueUnit",
    "level",
    "fetchedAt",
    "ageSeconds",
    "stale",
    "hoursLeft",
    "provider",
    "variant",
    "grantedBalance",
    "creditLine",
    "spendPerHour",
    "described",
]


@pytest.fixture(autouse=True)
def signed_in(command_line: CommandLine, service: SimulatedService) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)


def test_plain_lines(command_line: CommandLine, service: SimulatedService) -> None:
    service.set_balance(available=Decimal("1234.5"), total=1300, amount_due=Decimal("0.25"))

    done = command_line.run("balance")

    lines = dict(line.split(maxsplit=1) for line in _one_word_labels(done.out))
    assert done.code == 0
    assert lines["Available"] == "1,234.50 BYC"
    assert lines["Total"] == "1,300.00 BYC"
    assert lines["Reserved"] == "65.50 BYC"
    assert lines["Amount-due"] == "0.25 USD"
    assert lines["Account-ID"] == service.statement.wallet_id
    assert datetime.strptime(lines["Updated"], "%H:%M")  # noqa: DTZ007  a local clock time
    assert done.err == ""


def test_plain_blanks_and_minus(command_line: CommandLine, service: SimulatedService) -> None:
    service.set_balance(available=-5, total=0)

    done = command_line.run("balance")

    assert "Available   -5.00 BYC (overdrawn)" in done.out.splitlines()
    assert done.out.isascii()


@pytest.mark.parametrize(
    ("available", "word"),
    [(100, "ok"), (Decimal("99.99"), "low"), (20, "low"), (19, "critical"), (0, "empty")],
)
def test_level(
    command_line: CommandLine, service: SimulatedService, available: Decimal, word: str
) -> None:
    service.set_balance(available=available)

    done = command_line.run("balance", "--json")

    assert json.loads(done.out)["level"] == word


def test_hidden_amounts_are_masked_for_eyes_alone(
    command_line: CommandLine, service: SimulatedService
) -> None:
    command_line.write_settings(
        f'[display]\nhide_amounts = true\n[[accounts]]\napi_url = "{service.api_url}"\n'
    )

    plain = command_line.run("balance")
    for_scripts = command_line.run("balance", "--json")

    assert "••• BYC" in plain.out
    assert "512" not in plain.out
    assert json.loads(for_scripts.out)["availableBalance"] == 512


def test_json_object(command_line: CommandLine, service: SimulatedService) -> None:
    before = datetime.now(UTC) - timedelta(milliseconds=1)

    done = command_line.run("balance", "--json")

    document = json.loads(done.out)
    assert done.code == 0
    assert list(document) == KEYS
    assert document["fetchedAt"].endswith("Z")
    assert before <= datetime.fromisoformat(document["fetchedAt"]) <= datetime.now(UTC)
    assert document["ageSeconds"] in (0, 1, 2)
    assert {**document, "fetchedAt": "", "ageSeconds": 0} == {
        "schema": 1,
        "account": "default",
        "accountId": service.statement.wallet_id,
        "totalBalance": 600,
        "availableBalance": 512,
        "reservedBalance": 88,
        "amountDue": 3,
        "unit": "BYC",
        "amountDueUnit": "USD",
        "level": "ok",
        "fetchedAt": "",
        "ageSeconds": 0,
        "stale": False,
        "hoursLeft": None,
        "provider": "bytenite",
        "variant": None,
        "grantedBalance": None,
        "creditLine": None,
        "spendPerHour": None,
        "described": "documented",
    }
    assert done.out.count("\n") == 1


@pytest.mark.parametrize(
    ("sent", "number"),
    [
        ("0.1", "0.1"),
        ('"18335"', "18335"),
        ("1.7976931348623157e+308", "1.7976931348623157E+308"),
        ("12345678901234567890.123456789", "12345678901234567890.123456789"),
        ("-0", "0"),
        ("5e-324", "5E-324"),
        ("100.00", "100.00"),
    ],
)
def test_json_numbers_are_exact(
    command_line: CommandLine, service: SimulatedService, sent: str, number: str
) -> None:
    service.answer_next(200, f'{{"accountId": "a", "availableBalance": {sent}}}')

    done = command_line.run("balance", "--json")

    assert f'"availableBalance": {number},' in done.out
    assert json.loads(done.out, parse_float=Decimal)["availableBalance"] == Decimal(number)


def test_asks_the_service_every_time(command_line: CommandLine, service: SimulatedService) -> None:
    command_line.run("balance")
    command_line.run("balance")

    assert service.request_count(BALANCE) == 2


def test_credential_of_the_keyring(
    command_line: CommandLine,
    service: SimulatedService,
    keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("BYTENITE_API_KEY")
    host = service.api_url.removeprefix("http://").removesuffix("/v1")
    keyring.write(f"default@{host}", service.api_key)

    assert command_line.run("balance").code == 0


def test_not_signed_in(
    command_line: CommandLine, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BYTENITE_API_KEY")

    done = command_line.run("balance")

    assert done.code == 3
    assert "wallet-tray sign-in" in done.err


def test_no_keyring(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BYTENITE_API_KEY")

    done = command_line.run("balance", "--json")

    assert done.code == 5
    assert "BYTENITE_API_KEY" in done.err
    assert done.out == ""


def test_access_token_from_the_environment(
    command_line: CommandLine, service: SimulatedService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BYTENITE_API_KEY")
    command_line.set("BYTENITE_ACCESS_TOKEN", service.access_token)
    assert command_line.run("balance").code == 0
    service.revoke_access_tokens()

    done = command_line.run("balance")

    assert done.code == 3
    assert "BYTENITE_ACCESS_TOKEN" in done.err


def test_rejected_key_names_the_variable_it_came_from(
    command_line: CommandLine, service: SimulatedService
) -> None:
    service.revoke_api_key()

    done = command_line.run("balance")

    assert done.code == 3
    assert done.sentences == [
        "ByteNite rejects the API key in BYTENITE_API_KEY. "
        "Make a new one on your profile page and set it."
    ]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (ACCESS_TOKEN, 400, 3),
        (ACCESS_TOKEN, 403, 3),
        (ACCESS_TOKEN, 503, 4),
        (BALANCE, 403, 3),
        (BALANCE, 302, 4),
        (BALANCE, 400, 4),
        (BALANCE, 404, 4),
        (BALANCE, 429, 4),
        (BALANCE, 500, 4),
        (BALANCE, 204, 6),
    ],
)
def test_exit_code_of_a_status(
    command_line: CommandLine, service: SimulatedService, path: str, status: int, code: int
) -> None:
    service.answer_next(status, path=path)

    done = command_line.run("balance", "--json")

    assert done.code == code
    assert done.out == ""
    assert len(done.sentences) == 1


def test_unreachable_service_ends_with_4(
    command_line: CommandLine, service: SimulatedService
) -> None:
    service.stop()

    done = command_line.run("balance")

    assert done.code == 4
    assert "cannot be reached" in done.err


def test_connection_dropped(command_line: CommandLine, service: SimulatedService) -> None:
    service.answer_next(200, drop=True)

    assert command_line.run("balance").code == 4


def test_chosen_account(command_line: CommandLine, service: SimulatedService) -> None:
    command_line.write_settings(
        '[[accounts]]\nid = "other"\napi_url = "https://wallet.invalid"\n'
        f'[[accounts]]\nid = "mine"\napi_url = "{service.api_url}"\n'
    )

    done = command_line.run("balance", "--json", "--account", "mine")

    assert json.loads(done.out)["account"] == "mine"


def test_unknown_account_names_the_known_ones(command_line: CommandLine) -> None:
    done = command_line.run("balance", "--account", "unknown")

    assert done.code == 2
    assert "default" in done.err


@pytest.mark.parametrize("arguments", [("--demo", "balance"), ("balance", "--demo")])
def test_demo_is_an_island(command_line: CommandLine, arguments: tuple[str, ...]) -> None:
    command_line.write_settings("this is no TOML")
    before = sorted(command_line.root.rglob("*"))

    done = command_line.run(*arguments, "--json")

    assert json.loads(done.out)["unit"] == "BYC"
    assert done.code == 0
    assert sorted(command_line.root.rglob("*")) == before


def _one_word_labels(text: str) -> list[str]:
    lines = text.replace("Amount due", "Amount-due").replace("Account ID", "Account-ID")
    return lines.splitlines()
