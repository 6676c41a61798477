"""The recorded balances: a table, JSON, CSV."""

import contextlib
import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.cli.conftest import CommandLine
from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.cli.messages import HISTORY_UNREADABLE
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.history.history import History
from wallet_tray.simulator.server import SimulatedService

NOW = datetime.now(UTC).replace(microsecond=0)
FIELDS = [
    "account",
    "accountId",
    "since",
    "until",
    "totalBalance",
    "availableBalance",
    "reservedBalance",
    "amountDue",
    "unit",
    "amountDueUnit",
]


def balance(
    age: timedelta, available: str, total: str | None = None, wallet_id: str = "wallet-1"
) -> Balance:
    return builders.balance(available, total=total, due="0.5", at=NOW - age, wallet_id=wallet_id)


STORY = (
    balance(timedelta(days=9), "600"),
    balance(timedelta(days=2), "500", "512.25"),
    balance(timedelta(days=2, minutes=-5), "1500.10"),
    balance(timedelta(minutes=3), "-3"),
)


@pytest.fixture
def record(command_line: CommandLine, service: SimulatedService) -> Callable[..., None]:
    """Records balances of the account that the settings name."""

    def record(*balances: Balance, account: Account | None = None) -> None:
        history = History(command_line.root / "data" / "wallet-tray" / "history.sqlite3")
        for one in balances:
            history.record(account or make_account(api_url=service.api_url), one)
        history.close()

    return record


def rfc_3339(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_json(command_line: CommandLine, record: Callable[..., None]) -> None:
    record(*STORY)

    done = command_line.run("history", "--json")

    document = json.loads(done.out, parse_float=Decimal)
    assert done.code == 0
    assert (document["schema"], document["account"]) == (1, "default")
    assert [list(row) for row in document["balances"]] == [FIELDS] * 4
    assert document["balances"][1] == {
        "account": "default",
        "accountId": "wallet-1",
        "since": rfc_3339(STORY[1].fetched_at),
        "until": rfc_3339(STORY[1].fetched_at),
        "totalBalance": Decimal("512.25"),
        "availableBalance": 500,
        "reservedBalance": Decimal("12.25"),
        "amountDue": Decimal("0.5"),
        "unit": "BYC",
        "amountDueUnit": "USD",
    }


@pytest.mark.parametrize(
    "number", ["1.7976931348623157E+308", "12345678901234567890.123456789", "100.00", "5E-324"]
)
def test_numbers_are_exact(
    command_line: CommandLine, record: Callable[..., None], number: str
) -> None:
    record(balance(timedelta(0), number))

    assert f'"availableBalance": {number},' in command_line.run("history", "--json").out
    assert f",{number}," in command_line.run("history", "--csv").out


def test_csv(command_line: CommandLine, record: Callable[..., None]) -> None:
    record(*STORY)

    out = command_line.run_child("history", "--csv").out
    with io.StringIO(out, newline="") as text:
        rows = list(csv.DictReader(text))

    assert list(rows[0]) == FIELDS
    assert [row["availableBalance"] for row in rows] == ["600", "500", "1500.10", "-3"]
    assert rows[3]["until"] == rfc_3339(STORY[3].fetched_at)
    assert rows[3]["account"] == "default"


def test_csv_is_that_of_the_rfc(command_line: CommandLine, record: Callable[..., None]) -> None:
    """Line ends and encoding as they are, whatever the system's are."""
    record(balance(timedelta(0), "1", wallet_id='Zürich, "main"'))

    done = subprocess.run(
        [sys.executable, "-m", "wallet_tray", "history", "--csv"],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        timeout=300,
    )

    header, row, end = done.stdout.split(b"\r\n")
    assert header == ",".join(FIELDS).encode()
    assert row.startswith('default,"Zürich, ""main""",'.encode())
    assert end == b""
    assert b"\n" not in header + row


FOLDED = "\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u207a\u207b\u208a\u208b\u2212\u2013"
HIDDEN = [
    "\t",
    "\r",
    "\n",
    "\r\n",
    " =",
    "\u00a0=",
    "\u3000\uff1d",
    "\ufeff=",
    "\u200b+",
    "\u202e-",
]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", *FOLDED, *HIDDEN], ids=ascii)
def test_csv_holds_no_formula(
    command_line: CommandLine, record: Callable[..., None], begin: str
) -> None:
    wallet = f'{begin}cmd|" /c calc"!A0'
    record(balance(timedelta(0), "-1", wallet_id=wallet))

    with io.StringIO(command_line.run("history", "--csv").out, newline="") as text:
        (row,) = csv.DictReader(text)
    document = json.loads(command_line.run("history", "--json").out)

    assert row["accountId"] == f"'{wallet}"
    assert row["availableBalance"] == "-1"
    assert document["balances"][0]["accountId"] == wallet


@pytest.mark.parametrize("name", ["1=1", "a+b", "é-1", "中＝1", "'=1", "#=", "", " ", "\u200b"])
def test_csv_leaves_other_texts_as_they_are(
    command_line: CommandLine, record: Callable[..., None], name: str
) -> None:
    record(balance(timedelta(0), "1", wallet_id=name))
    with io.StringIO(command_line.run("history", "--csv").out, newline="") as text:
        (row,) = csv.DictReader(text)
    assert row["accountId"] == name


@pytest.mark.parametrize("amount", ["-1", "-0.5", "-1E+3", "-12345678901234567890.123456789"])
def test_csv_keeps_negative_numbers(
    command_line: CommandLine, record: Callable[..., None], amount: str
) -> None:
    record(balance(timedelta(0), amount))
    with io.StringIO(command_line.run("history", "--csv").out, newline="") as text:
        (row,) = csv.DictReader(text)
    assert Decimal(row["availableBalance"]) == Decimal(amount)


def test_table(command_line: CommandLine, record: Callable[..., None]) -> None:
    record(*STORY)

    done = command_line.run("history")

    wallet, heading, *rows = done.out.splitlines()
    assert done.code == 0
    assert wallet == "Account ID wallet-1, in BYC, due in USD"
    assert heading.split() == ["From", "Until", "Available", "Change", "Total", "Due"]
    assert [row[36:].split() for row in rows] == [
        ["600.00", "600.00", "0.50"],
        ["500.00", "-100.00", "512.25", "0.50"],
        ["1,500.10", "+1,000.10", "1,500.10", "0.50"],
        ["-3.00", "-1,503.10", "-3.00", "0.50"],
    ]
    assert rows[3].startswith(STORY[3].fetched_at.astimezone().strftime("%Y-%m-%d %H:%M"))
    assert done.out.isascii()


def test_table_of_several_wallets(command_line: CommandLine, record: Callable[..., None]) -> None:
    """Two wallets of one account; a change is never one from wallet to wallet."""
    record(
        balance(timedelta(days=1), "5"),
        balance(timedelta(hours=1), "900", wallet_id="other"),
    )

    lines = command_line.run("history").out.splitlines()

    assert [line for line in lines if line.startswith("Account ID")] == [
        "Account ID wallet-1, in BYC, due in USD",
        "Account ID other, in BYC, due in USD",
    ]
    assert lines[-1][36:].split() == ["900.00", "900.00", "0.50"]


def test_hidden_amounts(
    command_line: CommandLine, record: Callable[..., None], service: SimulatedService
) -> None:
    command_line.write_settings(
        f'[display]\nhide_amounts = true\n[[accounts]]\napi_url = "{service.api_url}"\n'
    )
    record(*STORY)

    table = command_line.run("history").out

    assert not any(figure in table for figure in ("600", "500", "512", "1,000", "3.00"))
    assert "500" in command_line.run("history", "--json").out
    assert "500" in command_line.run("history", "--csv").out


@pytest.mark.parametrize(
    ("since", "count"),
    [("300m", 1), ("7d", 3), ("2w", 4), ("2020-01-01", 4), ("0d", 0), ("9999w", 4)],
)
def test_since(
    command_line: CommandLine, record: Callable[..., None], since: str, count: int
) -> None:
    record(*STORY)

    document = json.loads(command_line.run("history", "--json", "--since", since).out)

    assert len(document["balances"]) == count


def test_since_a_day_of_the_far_past_or_future(
    command_line: CommandLine, record: Callable[..., None]
) -> None:
    record(*STORY)

    for since in ("0001-01-01", "0001-01-01T00:00Z", "999999999w"):
        done = command_line.run("history", "--json", "--since", since)
        assert done.code == 2 or len(json.loads(done.out)["balances"]) == 4
    done = command_line.run("history", "--json", "--since", "9999-12-31")
    assert json.loads(done.out)["balances"] == []


@pytest.mark.parametrize(
    ("options", "out"),
    [
        ([], ""),
        (["--json"], '{"schema": 1, "account": "default", "balances": [\n]}\n'),
        (["--csv"], ",".join(FIELDS) + "\r\n"),
    ],
)
def test_nothing_recorded(command_line: CommandLine, options: list[str], out: str) -> None:
    done = command_line.run_child("history", *options)

    assert done.code == 0
    assert done.out.replace("\r\n", "\n") == out.replace("\r\n", "\n")
    assert ("has been recorded yet" in done.err) is (not options)


def test_nothing_recorded_in_that_time(
    command_line: CommandLine, record: Callable[..., None]
) -> None:
    record(STORY[0])

    assert "in that time" in command_line.run("history", "--since", "1d").err


def test_accounts_are_kept_apart(
    command_line: CommandLine, record: Callable[..., None], service: SimulatedService
) -> None:
    command_line.write_settings(
        f'[[accounts]]\napi_url = "{service.api_url}"\n'
        f'[[accounts]]\nid = "b"\napi_url = "{service.api_url}"\n'
    )
    record(balance(timedelta(0), "1"))
    record(balance(timedelta(0), "2"), account=make_account(id="b", api_url=service.api_url))
    record(balance(timedelta(0), "3"), account=make_account(api_url="https://elsewhere.example"))

    def amounts(*options: str) -> list[int]:
        document = json.loads(command_line.run("history", "--json", *options).out)
        return [row["availableBalance"] for row in document["balances"]]

    assert amounts() == [1]
    assert amounts("--account", "b") == [2]
    assert command_line.run("history", "--account", "unknown").code == 2


def test_a_reader_that_has_seen_enough(
    command_line: CommandLine, record: Callable[..., None]
) -> None:
    record(*(balance(timedelta(minutes=20 * n), str(n)) for n in range(900, 0, -1)))

    done = subprocess.run(
        ["sh", "-c", '"$@" | head -n 3', "sh", sys.executable, "-m", "wallet_tray", "history"],
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert len(done.stdout.splitlines()) == 3
    assert done.stderr == ""


def test_damaged_history(command_line: CommandLine) -> None:
    """There is no message that there never was one."""
    folder = command_line.root / "data" / "wallet-tray"
    folder.mkdir(mode=0o700)
    (folder / "history.sqlite3").write_bytes(b"no database" * 1000)

    done = command_line.run("history", "--json")

    assert (done.code, json.loads(done.out)["balances"]) == (6, [])
    for arguments in ("history",), ("history", "--json"), ("history", "--csv"):
        refused = command_line.run(*arguments)
        assert (refused.code, refused.sentences) == (6, [HISTORY_UNREADABLE])
    cached = command_line.run("balance", "--cached")
    assert (cached.code, cached.sentences) == (6, [HISTORY_UNREADABLE])


def test_history_of_a_newer_version(command_line: CommandLine, record: Callable[..., None]) -> None:
    record(*STORY)
    file = command_line.root / "data" / "wallet-tray" / "history.sqlite3"
    with contextlib.closing(sqlite3.connect(file)) as history:
        history.execute("PRAGMA user_version = 99")

    done = command_line.run("history")
    file.unlink()
    without = command_line.run("history")

    assert (done.code, done.out, done.sentences) == (6, "", [HISTORY_UNREADABLE])
    assert without.code == 0
    assert "has been recorded yet" in without.err


@pytest.mark.parametrize("arguments", [("--demo", "history"), ("history", "--demo", "--csv")])
def test_demo(
    command_line: CommandLine, record: Callable[..., None], arguments: tuple[str, ...]
) -> None:
    """What the user has recorded is not the demo's."""
    record(*STORY)

    done = command_line.run(*arguments)

    assert done.code == 0
    assert "wallet-1" not in done.out
