"""What was recorded answers: --cached always, --max-age where it is young enough."""

import json
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from tests.support import builders
from tests.support.builders import make_account
from tests.support.keyrings import ScriptedKeyring
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.history.history import History
from wallet_tray.providers.provider import Provider
from wallet_tray.providers.registry import Registry
from wallet_tray.simulator.server import ACCESS_TOKEN, BALANCE, SimulatedService

BARS = ["waybar", "tmux", "polybar", "xbar"]


@pytest.fixture(autouse=True)
def account(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> Account:
    """Signed in by the keyring."""
    account = make_account(api_url=service.api_url)
    keyring.write(account.keyring_user, service.api_key)
    return account


@pytest.fixture
def locked(keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> ScriptedKeyring:
    locked = ScriptedKeyring(ProblemKind.KEYRING_LOCKED)
    monkeypatch.setattr(keyring, "read", locked.read)
    return locked


@pytest.fixture
def history(command_line: CommandLine) -> Any:
    return history_of(command_line)


def history_of(command_line: Any) -> History:
    return History(history_file(command_line))


def history_file(command_line: Any) -> Path:
    return command_line.root / "data" / "wallet-tray" / "history.sqlite3"


def balance(age: timedelta = timedelta(0), available: str = "84.1") -> Balance:
    at = (datetime.now(UTC) - age).replace(microsecond=0)
    return builders.balance(available, total=90, due="1.5", at=at, wallet_id="wallet-1")


def record(history: History, account: Account, *balances: Balance) -> None:
    for one in balances:
        history.record(account, one)
    history.close()


def parsed(done: Any) -> Any:
    assert done.code == 0, done.err
    return json.loads(done.out, parse_float=Decimal)


def test_each_answer_is_recorded(command_line: CommandLine, service: SimulatedService) -> None:
    asked = parsed(command_line.run("balance", "--json"))

    cached = parsed(command_line.run("balance", "--cached", "--json"))

    same = ("accountId", "totalBalance", "availableBalance", "amountDue", "unit", "level")
    assert {name: cached[name] for name in same} == {name: asked[name] for name in same}
    assert cached["stale"] is False
    assert service.request_count(BALANCE) == 1


def test_cached_asks_neither_network_nor_keyring(
    command_line: CommandLine,
    service: SimulatedService,
    history: History,
    account: Account,
    locked: ScriptedKeyring,
) -> None:
    record(history, account, balance(timedelta(minutes=4)))
    service.stop()

    done = command_line.run("balance", "--cached", "--json")

    answer = parsed(done)
    assert answer["availableBalance"] == Decimal("84.1")
    assert answer["ageSeconds"] in range(239, 250)
    assert locked.calls_of("read") == []


@pytest.mark.parametrize(
    ("interval", "age", "stale"),
    [
        (300, timedelta(minutes=14), False),
        (300, timedelta(minutes=16), True),
        (3600, timedelta(minutes=170), False),
        (3600, timedelta(minutes=190), True),
    ],
)
def test_stale_after_three_intervals_and_a_quarter_of_an_hour(
    command_line: CommandLine,
    service: SimulatedService,
    history: History,
    account: Account,
    interval: int,
    age: timedelta,
    stale: bool,
) -> None:
    command_line.write_settings(
        f'[refresh]\ninterval_seconds = {interval}\n[[accounts]]\napi_url = "{service.api_url}"\n'
    )
    record(history, account, balance(age))

    assert parsed(command_line.run("balance", "--cached", "--json"))["stale"] is stale
    assert ("(stale)" in command_line.run("balance", "--cached").out) is stale


def test_the_clock_was_ahead(
    command_line: CommandLine, service: SimulatedService, history: History, account: Account
) -> None:
    """No negative age, and it does not count as young."""
    record(history, account, balance(timedelta(days=-3650)))

    cached = parsed(command_line.run("balance", "--cached", "--json"))
    asked = parsed(command_line.run("balance", "--max-age", "3600", "--json"))

    assert (cached["ageSeconds"], cached["stale"]) == (0, True)
    assert asked["availableBalance"] == 512
    assert service.request_count(BALANCE) == 1


@pytest.mark.parametrize("format_", ["plain", "json"])
def test_nothing_recorded_yet(command_line: CommandLine, format_: str) -> None:
    done = command_line.run("balance", "--cached", "--format", format_)

    assert (done.code, done.out) == (6, "")
    assert len(done.sentences) == 1
    assert "has been recorded yet" in done.err


def test_balance_of_the_environment_key_is_not_the_keyrings(
    command_line: CommandLine, service: SimulatedService, monkeypatch: pytest.MonkeyPatch
) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)
    assert command_line.run("balance").code == 0
    assert command_line.run("balance", "--cached").code == 0
    monkeypatch.delenv("BYTENITE_API_KEY")

    done = command_line.run("balance", "--cached")

    assert (done.code, done.out) == (6, "")
    assert "has been recorded yet with the API key in the keyring" in done.err


@pytest.mark.parametrize("damage", [b"", b"no database at all", bytes(8192)])
def test_damaged_history_is_one_without_answers(command_line: CommandLine, damage: bytes) -> None:
    file = history_file(command_line)
    file.parent.mkdir(mode=0o700)
    file.write_bytes(damage)

    assert command_line.run("balance", "--cached").code == 6
    assert command_line.run("balance", "--max-age", "60").code == 0
    assert command_line.run("balance", "--cached", "--format", "tmux").code == 0


def test_young_enough(
    command_line: CommandLine, service: SimulatedService, history: History
) -> None:
    record(history, make_account(api_url=service.api_url), balance(timedelta(seconds=50)))

    cached = parsed(command_line.run("balance", "--max-age", "90", "--json"))
    asked = parsed(command_line.run("balance", "--max-age", "40.5", "--json"))
    young_again = parsed(command_line.run("balance", "--max-age", "40", "--json"))

    assert cached["availableBalance"] == Decimal("84.1")
    assert asked["availableBalance"] == young_again["availableBalance"] == 512
    assert service.request_count(BALANCE) == 1


def test_no_age_at_all_asks(command_line: CommandLine, service: SimulatedService) -> None:
    for _ in range(2):
        assert command_line.run("balance", "--max-age", "0").code == 0
    assert service.request_count(BALANCE) == 2


@pytest.mark.parametrize(
    "seconds", ["-1", "nan", "inf", "1e400", "٣", "", " 5", "1_0", "soon", "9" * 401]
)
def test_seconds_that_are_none(command_line: CommandLine, seconds: str) -> None:
    done = command_line.run("balance", f"--max-age={seconds}")

    assert (done.code, done.out) == (2, "")


def test_many_seconds(command_line: CommandLine, history: History, account: Account) -> None:
    record(history, account, balance(timedelta(days=700)))

    assert "84.10" in command_line.run("balance", "--max-age", "9" * 400).out


@pytest.mark.parametrize("options", [["--max-age", "0"], ["--max-age", "60", "--json"]])
def test_locked_keyring_is_reported_without_a_prompt(
    command_line: CommandLine, locked: ScriptedKeyring, options: list[str]
) -> None:
    done = command_line.run("balance", *options)

    assert (done.code, done.out) == (5, "")
    assert done.sentences == [
        "Your keyring is locked. Unlock it and try again, or set BYTENITE_API_KEY."
    ]
    assert locked.calls_of("read") == []


@pytest.mark.parametrize("command", [("balance",), ("balance", "--json"), ("can-afford", "5")])
def test_command_that_waits_may_prompt(
    command_line: CommandLine, locked: ScriptedKeyring, command: tuple[str, ...]
) -> None:
    assert command_line.run(*command).code == 5
    assert locked.calls_of("read")


@pytest.mark.parametrize("bar", BARS)
def test_bars_never_raise_the_prompt(
    command_line: CommandLine, locked: ScriptedKeyring, history: History, account: Account, bar: str
) -> None:
    unknown = command_line.run("balance", "--format", bar)
    record(history, account, balance())
    known = command_line.run("balance", "--format", bar)

    assert (unknown.code, known.code) == (0, 0)
    assert "keyring locked" in unknown.out
    assert "84.10 BYC, low, stale, keyring locked" in known.out
    assert locked.calls_of("read") == []


@pytest.mark.parametrize("bar", BARS)
def test_bars_keep_their_module_while_the_service_fails(
    command_line: CommandLine, service: SimulatedService, bar: str
) -> None:
    service.answer_next(503)
    unknown = command_line.run("balance", "--format", bar)
    command_line.run("balance")
    service.answer_next(503)
    known = command_line.run("balance", "--format", bar)

    assert (unknown.code, known.code) == (0, 0)
    assert "ByteNite: service has trouble" in unknown.out
    assert "512.00 BYC, stale" in known.out
    assert len(known.sentences) == 1


@pytest.mark.parametrize("bar", BARS)
def test_bars_without_anything_recorded(command_line: CommandLine, bar: str) -> None:
    done = command_line.run("balance", "--cached", "--format", bar)

    assert done.code == 0
    assert "ByteNite: nothing recorded yet" in done.out


def test_bar_of_a_rejected_key_and_signed_out(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring, account: Account
) -> None:
    """What belongs to no account any more is not shown."""
    command_line.run("balance")
    service.revoke_api_key()
    rejected = parsed(command_line.run("balance", "--format", "waybar"))
    keyring.delete(account.keyring_user)
    signed_out = parsed(command_line.run("balance", "--format", "waybar"))

    assert rejected["class"] == ["ok", "stale", "problem"]
    assert rejected["text"] == "512.00 BYC, stale, API key rejected"
    assert signed_out["class"] == ["signed-out"]
    assert signed_out["text"] == "ByteNite: not signed in"
    assert "512" not in signed_out["tooltip"]


def test_bar_and_settings_that_cannot_be_used(command_line: CommandLine) -> None:
    command_line.write_settings("this is no TOML")

    done = command_line.run("balance", "--format", "polybar")

    assert done.code == 0
    assert "settings unusable" in done.out
    assert len(done.sentences) == 1
    assert command_line.run("balance", "--json").code == 2
    command_line.write_settings()
    assert command_line.run("balance", "--format", "polybar", "--account", "unknown").code == 2


def test_wallet_of_the_environment_is_another_one(
    command_line: CommandLine, service: SimulatedService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither answers with the figures of the other."""
    command_line.run("balance")
    service.answer_next(200, '{"accountId": "borrowed", "availableBalance": 7}')
    command_line.set("BYTENITE_API_KEY", service.api_key)

    before = command_line.run("balance", "--cached")
    command_line.run("balance", "--max-age", "3600")
    shown = parsed(command_line.run("balance", "--cached", "--json"))
    monkeypatch.delenv("BYTENITE_API_KEY")
    own = parsed(command_line.run("balance", "--cached", "--json"))

    assert before.code == 6
    assert (shown["accountId"], shown["availableBalance"]) == ("borrowed", 7)
    assert own["availableBalance"] == 512
    assert service.request_count(BALANCE) == 2


def test_another_key_in_the_environment_is_another_wallet(
    command_line: CommandLine, service: SimulatedService
) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)
    command_line.run("balance")
    command_line.set("BYTENITE_API_KEY", "another-key")

    assert command_line.run("balance", "--cached").code == 6
    assert service.request_count(ACCESS_TOKEN) == 1


def test_key_in_the_environment_that_cannot_be_one(
    command_line: CommandLine, history: History, account: Account
) -> None:
    """It is not known which wallet is meant."""
    record(history, account, balance())
    command_line.set("BYTENITE_API_KEY", "two words")

    plain = command_line.run("balance", "--cached")
    bar = command_line.run("balance", "--cached", "--format", "tmux")

    assert (plain.code, plain.out) == (2, "")
    assert bar.code == 0
    assert "84" not in bar.out


def test_hidden_amounts(command_line: CommandLine, service: SimulatedService) -> None:
    command_line.write_settings(
        f'[display]\nhide_amounts = true\n[[accounts]]\napi_url = "{service.api_url}"\n'
    )
    command_line.run("balance")

    for bar in BARS:
        out = command_line.run("balance", "--cached", "--format", bar).out
        assert "512" not in out
        assert "600" not in out
    assert parsed(command_line.run("balance", "--cached", "--json"))["availableBalance"] == 512


def test_hours_left(
    command_line: CommandLine, history: History, account: Account, service: SimulatedService
) -> None:
    """A wallet that loses 6 BYC an hour, and has 60."""
    now = datetime.now(UTC).replace(microsecond=0)
    for tenth in range(10 * 24 * 4, -1, -1):
        amount = Decimal(60) + Decimal("0.6") * tenth
        at = now - timedelta(minutes=6) * tenth
        history.record(account, builders.balance(amount, at=at, wallet_id="w"))
    history.close()

    answer = parsed(command_line.run("balance", "--cached", "--json"))
    plain = command_line.run("balance", "--cached").out

    assert answer["hoursLeft"] == pytest.approx(Decimal(10), rel=Decimal("0.4"))
    assert "Time left   About " in plain
    assert plain.isascii()


@pytest.mark.parametrize("wrong", [timedelta(days=-6), timedelta(days=6)], ids=str)
def test_the_time_left_of_a_balance_under_a_wrong_clock(
    command_line: CommandLine, history: History, account: Account, wrong: timedelta
) -> None:
    """0 would say that the wallet is dry now."""
    now = datetime.now(UTC).replace(microsecond=0)
    held = {-10: 1_000, -5: 800, -1: 700, 0: 600}
    for day, amount in held.items():
        at = now + timedelta(days=day)
        history.record(account, builders.balance(amount, at=at, wallet_id="w"))
    history.record(account, builders.balance(590, at=now + wrong, wallet_id="w"))
    history.close()

    answer = parsed(command_line.run("balance", "--cached", "--json"))

    assert answer["availableBalance"] == 590
    assert answer["hoursLeft"] is None or answer["hoursLeft"] > 48


def test_no_forecast_for_an_empty_wallet(
    command_line: CommandLine, history: History, account: Account
) -> None:
    """There is a projection, of no time at all: a label with nothing behind it says nothing."""
    now = datetime.now(UTC).replace(microsecond=0)
    for amount, age in ((5, 60), (0, 0)):
        held = Decimal(amount)
        at = now - timedelta(seconds=age)
        history.record(account, builders.balance(held, at=at, wallet_id="w"))
    history.close()

    assert parsed(command_line.run("balance", "--cached", "--json"))["hoursLeft"] == 0
    assert "Time left" not in command_line.run("balance", "--cached").out


def test_history_that_cannot_be_written(
    command_line: CommandLine, service: SimulatedService
) -> None:
    """The balance is printed all the same."""
    (command_line.root / "data" / "wallet-tray").write_text("a file in the folder's place")

    done = command_line.run("balance", "--json")

    assert parsed(done)["availableBalance"] == 512
    assert done.err == ""


def test_history_in_use_by_another_program(
    command_line: CommandLine, service: SimulatedService, account: Account
) -> None:
    command_line.run("balance")
    other = sqlite3.connect(history_file(command_line), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert parsed(command_line.run("balance", "--cached", "--json"))["availableBalance"] == 512
    finally:
        other.close()


def test_no_secret_is_recorded(command_line: CommandLine, service: SimulatedService) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)

    command_line.run("balance")

    assert command_line.files_with(service.api_key) == []
    assert os.stat(history_file(command_line)).st_mode & 0o077 == 0  # noqa: PTH116


@pytest.mark.parametrize("options", [["--cached"], ["--max-age", "60"], ["--format", "tmux"]])
def test_demo_has_a_past_of_its_own(command_line: CommandLine, options: list[str]) -> None:
    before = sorted(command_line.root.rglob("*"))

    done = command_line.run("balance", "--demo", *options)

    assert done.code == 0
    assert "BYC" in done.out
    assert sorted(command_line.root.rglob("*")) == before


@pytest.mark.parametrize(("value", "coloured"), [("1", False), ("", True)])
def test_no_color(
    command_line: CommandLine, service: SimulatedService, value: str, coloured: bool
) -> None:
    service.set_balance(available=5)
    command_line.set("NO_COLOR", value)

    out = command_line.run("balance", "--format", "polybar").out

    assert ("%{F#" in out) is coloured


@pytest.mark.parametrize("options", [("--max-age", "0"), ("--format", "waybar")])
def test_a_service_is_not_asked_more_often_than_it_allows(
    command_line: CommandLine,
    service: SimulatedService,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, str],
) -> None:
    described = Registry.provider

    def slow(registry: Registry, identity: str) -> Provider:
        return described(registry, identity)._replace(min_interval=timedelta(hours=1))

    monkeypatch.setattr(Registry, "provider", slow)
    command_line.set("BYTENITE_API_KEY", service.api_key)
    assert command_line.run("balance").code == 0
    service.set_balance(available=7, total=7)
    assert "512.00" in command_line.run("balance", *options).out
    assert "7.00" in command_line.run("balance").out, "a plain request insists"
