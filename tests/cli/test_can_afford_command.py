"""Whether the balance covers an amount, as an exit code that scripts can go by."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.simulator.server import BALANCE, SimulatedService

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "bars.md"


@pytest.fixture(autouse=True)
def signed_in(command_line: CommandLine, service: SimulatedService) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)


@pytest.mark.parametrize(
    ("available", "amount", "code"),
    [
        ("512", "0", 0),
        ("512", "511.99", 0),
        ("512", "512", 0),
        ("512", "512.000000001", 1),
        ("0", "0", 0),
        ("-0.01", "0", 1),
        ("12345678901234567890.123456789", "12345678901234567890.123456789", 0),
        ("12345678901234567890.123456789", "12345678901234567890.12345679", 1),
        ("1.7976931348623157e308", "9" * 300, 0),
        ("5e-324", "0." + "0" * 323 + "5", 0),
    ],
)
def test_exactly(
    command_line: CommandLine, service: SimulatedService, available: str, amount: str, code: int
) -> None:
    service.answer_next(200, f'{{"accountId": "a", "availableBalance": {available}}}')

    done = command_line.run("can-afford", amount)

    assert (done.code, done.err) == (code, "")
    assert done.out.count("\n") == 1
    assert done.out.startswith("No: " if code else "Yes: ")


def test_the_sentence_is_not_rounded_over_the_amount(
    command_line: CommandLine, service: SimulatedService
) -> None:
    service.set_balance(available=Decimal("99.996"))

    done = command_line.run("can-afford", "100")

    assert done.out == "No: 99.99 BYC are available, which does not cover 100 BYC.\n"


@pytest.mark.parametrize("amount", ["-1", "nan", "inf", "1e400", "٣", "", "1,000", "--", "9" * 401])
def test_amount_that_is_none(
    command_line: CommandLine, service: SimulatedService, amount: str
) -> None:
    done = command_line.run("can-afford", amount)

    assert (done.code, done.out) == (2, "")
    assert len(done.sentences) == 1
    assert service.request_count() == 0


def test_hidden_amounts_change_nothing(
    command_line: CommandLine, service: SimulatedService
) -> None:
    command_line.write_settings(
        f'[display]\nhide_amounts = true\n[[accounts]]\napi_url = "{service.api_url}"\n'
    )

    enough, too_little = (command_line.run("can-afford", amount) for amount in ("500", "600"))

    assert (enough.code, too_little.code) == (0, 1)
    assert "512" in enough.out
    assert "512" in too_little.out


def test_fetches_unless_a_recent_balance_is_recorded(
    command_line: CommandLine, service: SimulatedService
) -> None:
    command_line.run("can-afford", "5")
    service.set_balance(available=1)

    cached = command_line.run("can-afford", "5", "--max-age", "60")
    now = command_line.run("can-afford", "5")
    recorded = command_line.run("balance", "--cached")

    assert (cached.code, now.code) == (0, 1)
    assert service.request_count(BALANCE) == 2
    assert "1.00 BYC" in recorded.out


@pytest.mark.parametrize(("status", "code"), [(503, 4), (403, 3), (204, 6)])
def test_no_answer_is_neither_yes_nor_no(
    command_line: CommandLine, service: SimulatedService, status: int, code: int
) -> None:
    service.answer_next(status)

    done = command_line.run("can-afford", "5")

    assert (done.code, done.out) == (code, "")
    assert len(done.sentences) == 1


def test_locked_keyring_without_a_prompt(
    command_line: CommandLine, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompts: list[bool] = []

    def read(user: str, *, may_prompt: bool = True) -> str | None:
        prompts.append(may_prompt)
        raise WalletTrayError(Problem(ProblemKind.KEYRING_LOCKED, datetime.now(UTC)))

    monkeypatch.delenv("BYTENITE_API_KEY")
    monkeypatch.setattr(keyring, "read", read)

    assert command_line.run("can-afford", "5", "--max-age", "60").code == 5
    assert not any(prompts)


@pytest.mark.parametrize(
    "arguments", [("--demo", "can-afford", "1"), ("can-afford", "1", "--demo")]
)
def test_demo(command_line: CommandLine, arguments: tuple[str, ...]) -> None:
    assert command_line.run(*arguments).code == 0


@pytest.mark.parametrize(
    ("available", "key", "code", "out", "err"),
    [
        (300, None, 0, ["Yes: ", "started"], []),
        (200, None, 1, ["No: "], ["The job has to wait"]),
        (300, "wrong", 2, [], ["ByteNite rejects", "Nobody knows"]),
    ],
)
def test_gates_the_script_of_the_documentation(
    command_line: CommandLine,
    service: SimulatedService,
    tmp_path: Path,
    available: int,
    key: str | None,
    code: int,
    out: list[str],
    err: list[str],
) -> None:
    blocks = DOCUMENTATION.read_text(encoding="utf-8").split("```sh\n")[1:]
    (script,) = (b.partition("```")[0] for b in blocks if "can-afford" in b.partition("```")[0])
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, line in (
        ("wallet-tray", f'exec "{sys.executable}" -m wallet_tray "$@"'),
        ("start-the-job", "echo started"),
    ):
        program = folder / name
        program.write_text(f"#!/bin/sh\n{line}\n")
        program.chmod(0o755)
    service.set_balance(available=available)
    if key is not None:
        command_line.set("BYTENITE_API_KEY", key)

    done = subprocess.run(
        ["sh", "-c", script],
        env={**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert done.returncode == code
    for written, expected in ((done.stdout, out), (done.stderr, err)):
        lines = written.splitlines()
        assert len(lines) == len(expected)
        assert all(map(str.startswith, lines, expected)), lines
