"""Commands while the settings file is out of reach: the environment's key goes nowhere else."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from tests.support import builders
from tests.support.builders import make_account
from tests.support.recording_proxy import RecordingProxy
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.history.history import History
from wallet_tray.simulator.server import SimulatedService

UNUSED = "BYTENITE_API_KEY is not used: settings.toml lists no account any more."


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[RecordingProxy]:
    proxy = RecordingProxy()
    for name in ("http_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    yield proxy
    proxy.close()


def move_away(file: Path) -> None:
    file.rename(file.with_suffix(".away"))


def empty(file: Path) -> None:
    file.write_text("")


def move_the_folder_away(file: Path) -> None:
    file.parent.rename(file.parent.with_name("away"))


WAYS = [move_away, empty, move_the_folder_away]


@pytest.fixture
def used(
    command_line: CommandLine, service: SimulatedService, proxy: RecordingProxy
) -> CommandLine:
    """A user who has asked once, with the key in the environment."""
    command_line.set("BYTENITE_API_KEY", service.api_key)
    assert command_line.run_child("balance").code == 0
    return command_line


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "arguments",
    [["balance"], ["balance", "--max-age", "1"], ["can-afford", "1"], ["balance", "--json"]],
    ids=" ".join,
)
def test_a_command_sends_nothing_with_it(
    used: CommandLine, proxy: RecordingProxy, way: Callable[[Path], None], arguments: list[str]
) -> None:
    way(used.settings_file)
    done = used.run_child(*arguments)
    assert UNUSED in done.err
    assert (done.code, done.out) in ((3, ""), (5, ""))
    assert proxy.asked == []


def test_bar_reports_the_unused_key_without_a_request(
    used: CommandLine, proxy: RecordingProxy
) -> None:
    move_away(used.settings_file)
    done = used.run_child("balance", "--format", "waybar")
    assert done.code == 0
    assert UNUSED in done.err
    assert "512" not in done.out
    assert proxy.asked == []


def test_an_account_that_stands_in_the_file_again_gets_it(
    used: CommandLine, proxy: RecordingProxy
) -> None:
    text = used.settings_file.read_text()
    move_away(used.settings_file)
    assert used.run_child("balance").code != 0
    used.settings_file.write_text(text)
    done = used.run_child("balance")
    assert (done.code, done.err) == (0, "")
    assert proxy.asked == []


@pytest.mark.parametrize("way", [move_away, move_the_folder_away])
def test_doctor_checks_no_account_without_the_settings_file(
    used: CommandLine, proxy: RecordingProxy, way: Callable[[Path], None]
) -> None:
    way(used.settings_file)
    done = used.run_child("doctor")
    assert done.code == 1
    assert "is gone, and no account was examined" in done.out
    assert "BYTENITE_API_KEY is used" not in done.out
    assert proxy.asked == []


def test_doctor_reports_an_unused_key(used: CommandLine) -> None:
    empty(used.settings_file)
    done = used.run_child("doctor")
    assert "BYTENITE_API_KEY is set and not used" in done.out
    assert "BYTENITE_API_KEY is used" not in done.out


def test_a_key_without_any_file_before_is_used(
    command_line: CommandLine, proxy: RecordingProxy
) -> None:
    command_line.set("BYTENITE_API_KEY", "WTSENTINEL-0123456789")
    command_line.settings_file.unlink()
    done = command_line.run_child("balance")
    assert done.code == 4
    assert UNUSED not in done.err
    assert proxy.asked == ["CONNECT api.bytenite.com:443 HTTP/1.1"]


def record(command_line: Any, account: Account, available: int, key: str | None = None) -> None:
    """As another process does."""
    history = History(command_line.root / "data" / "wallet-tray" / "history.sqlite3")
    amount, now = Decimal(available), datetime.now(UTC)
    balance = builders.balance(amount, at=now, wallet_id="wallet")
    env_credential = None if key is None else Credential(CredentialKind.API_KEY, key)
    history.record(account, balance, env_credential)
    history.close()


def test_a_history_of_the_first_account_alone_takes_nothing_away(
    command_line: CommandLine, proxy: RecordingProxy
) -> None:
    record(command_line, make_account(), 1)
    command_line.set("BYTENITE_API_KEY", "WTSENTINEL-0123456789")
    command_line.settings_file.unlink()
    assert UNUSED not in command_line.run_child("balance").err
    assert proxy.asked


def test_a_watch_goes_on_with_the_settings_from_before(
    used: CommandLine, service: SimulatedService, proxy: RecordingProxy
) -> None:
    account = f'[[accounts]]\nid = "own"\napi_url = "{service.api_url}"\n'
    used.write_settings(account)
    child = subprocess.Popen(
        [sys.executable, "-m", "wallet_tray", "balance", "--watch", "--account", "own"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert "512" in child.stdout.readline()
        move_away(used.settings_file)
        own = make_account(id="own", api_url=service.api_url)
        record(used, own, 300, service.api_key)
        assert "300" in child.stdout.readline()
        # It is back with another address for the account: the key stays with its own.
        used.settings_file.write_text('[[accounts]]\nid = "own"\n')
        assert "no keyring" in child.stderr.readline()
    finally:
        child.kill()
        child.communicate()
    assert proxy.asked == []
