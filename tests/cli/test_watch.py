"""A watch: a line at each change, no more questions than needed, and an end at once."""

import itertools
import json
import os
import re
import signal
import struct
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tests.cli.watch_process import WatchProcess, wait_until
from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.history.history import History
from wallet_tray.simulator.server import BALANCE, SimulatedService

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
AT_ONCE = 2.0


@pytest.fixture(autouse=True)
def signed_in(command_line: CommandLine, service: SimulatedService) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)


def asked_until(service: SimulatedService, count: int) -> Callable[[], bool]:
    return lambda: service.request_count(BALANCE) >= count


def test_a_line_a_change(service: SimulatedService) -> None:
    with WatchProcess() as watch:
        watch.wait_for(1)
        asked = service.request_count(BALANCE)
        wait_until(asked_until(service, asked + 2), "two more questions", watch)
        assert len(watch.lines) == 1
        service.set_balance(available=84)
        watch.wait_for(2)
        assert watch.end(signal.SIGTERM)[0] == 0

    date_and_time = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  "
    assert re.fullmatch(date_and_time + r"512\.00 BYC", watch.lines[0])
    assert re.fullmatch(date_and_time + r"84\.00 BYC \(low\)", watch.lines[1])
    assert watch.errors == []


def test_an_object_a_line(service: SimulatedService) -> None:
    with WatchProcess("--json") as watch:
        watch.wait_for(1)
        service.set_balance(available=512, total=601, amount_due=4)
        watch.wait_for(2)
        service.answer_next(503)
        watch.wait_for(3)
        watch.wait_for(4)

    documents = [json.loads(line) for line in watch.lines]
    assert [one["totalBalance"] for one in documents] == [600, 601, 601, 601]
    assert [one["stale"] for one in documents] == [False, False, True, False]
    assert watch.errors == ["ByteNite has trouble at the moment. Try again in a while."]


@pytest.mark.parametrize("bar", ["waybar", "tmux", "polybar"])
def test_bars(service: SimulatedService, bar: str) -> None:
    with WatchProcess("--format", bar, env={"NO_COLOR": "1"}) as watch:
        watch.wait_for(1)
        service.set_balance(available=84)
        wait_until(lambda: "84.00 BYC, low" in watch.lines[-1], "the change", watch)

    assert "512.00 BYC" in watch.lines[0]


def test_swiftbar_draws_again(service: SimulatedService) -> None:
    with WatchProcess("--format", "xbar") as watch:
        watch.wait_for(5)
        service.set_balance(available=84)
        wait_until(lambda: watch.lines.count("~~~") == 2, "the second item", watch)
        wait_until(lambda: watch.lines[-1] == "Refresh | refresh=true", "its menu", watch)

    items = "\n".join(watch.lines).split("~~~\n")
    assert [item.split("\n")[0] for item in items[1:]] == [
        "512.00 BYC",
        "84.00 BYC, low | color=#c07800",
    ]


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("options", [[], ["--json"], ["--format", "waybar"]])
def test_a_signal_ends_it(options: list[str], number: int) -> None:
    with WatchProcess(*options, interval=300) as watch:
        watch.wait_for(1)
        code, seconds = watch.end(number)

    assert (code, watch.errors) == (0, [])
    assert seconds < AT_ONCE


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_in_the_middle_of_a_request(service: SimulatedService, number: int) -> None:
    service.answer_next(200, "{}", delay=timedelta(seconds=14))
    with WatchProcess() as watch:
        wait_until(asked_until(service, 1), "a question", watch)
        code, seconds = watch.end(number)

    assert (code, watch.lines, watch.errors) == (0, [], [])
    assert seconds < AT_ONCE


@pytest.mark.parametrize("interval", [300, 0.5])
def test_a_reader_that_goes(service: SimulatedService, interval: float) -> None:
    """It need not have anything to write to notice."""
    reading, writing = os.pipe()
    with WatchProcess(interval=interval, output=writing) as watch:
        os.close(writing)
        assert os.read(reading, 4096)
        os.close(reading)
        code, seconds = watch.end()

    assert (code, watch.errors) == (0, [])
    assert seconds < AT_ONCE


def test_a_reader_that_goes_in_the_middle_of_a_request(service: SimulatedService) -> None:
    service.answer_next(200, "{}", delay=timedelta(seconds=14))
    reading, writing = os.pipe()
    with WatchProcess(output=writing) as watch:
        os.close(writing)
        wait_until(asked_until(service, 1), "a question", watch)
        os.close(reading)
        code, seconds = watch.end()

    assert (code, watch.errors) == (0, [])
    assert seconds < AT_ONCE


def test_a_reader_that_reads_no_more(service: SimulatedService) -> None:
    """A full pipe holds up nothing: a signal ends the watch all the same."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    try:
        while True:
            os.write(writing, bytes(1024))
    except BlockingIOError:
        os.set_blocking(writing, True)
    with WatchProcess(output=writing) as watch:
        os.close(writing)
        wait_until(asked_until(service, 1), "a question", watch)
        code, seconds = watch.end(signal.SIGTERM)
    os.close(reading)

    assert (code, watch.errors) == (0, [])
    assert seconds < AT_ONCE


def test_ignored_signals_stay_ignored(service: SimulatedService) -> None:
    """As with nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        watch = WatchProcess()
    finally:
        signal.signal(signal.SIGHUP, before)
    with watch:
        watch.wait_for(1)
        watch.process.send_signal(signal.SIGHUP)
        service.set_balance(available=84)
        watch.wait_for(2)
        assert watch.end(signal.SIGTERM)[0] == 0


def test_watch_uses_balances_of_other_processes(
    command_line: CommandLine, service: SimulatedService
) -> None:
    """No question at all as long as another program records more often."""
    history = History(command_line.root / "data" / "wallet-tray" / "history.sqlite3")
    account = make_account(api_url=service.api_url)
    credential = Credential(CredentialKind.API_KEY, service.api_key)
    amounts = itertools.count(1000)

    def record() -> None:
        amount, now = Decimal(next(amounts)), datetime.now(UTC)
        balance = builders.balance(amount, at=now, wallet_id="id")
        history.record(account, balance, credential)

    record()
    with WatchProcess(interval=2) as watch:
        wait_until(lambda: (record(), len(watch.lines) >= 3)[1], "three changes", watch)
        assert watch.end(signal.SIGTERM)[0] == 0
    history.close()

    assert service.request_count() == 0


def test_watch_does_not_fetch_a_recent_balance_again(
    command_line: CommandLine, service: SimulatedService
) -> None:
    command_line.run_child("balance")
    with WatchProcess(interval=300) as watch:
        watch.wait_for(1)

    assert service.request_count(BALANCE) == 1


def test_watching_the_history_alone(command_line: CommandLine, service: SimulatedService) -> None:
    assert command_line.run_child("balance").code == 0
    with WatchProcess("--cached") as watch:
        watch.wait_for(1)
        service.set_balance(available=84)
        assert command_line.run_child("balance").code == 0
        watch.wait_for(2)
        assert watch.end(signal.SIGTERM)[0] == 0

    assert watch.lines[1].endswith("84.00 BYC (low)")
    assert service.request_count(BALANCE) == 2


@pytest.mark.parametrize("wrong", [3650, -3650, 3, -3, 1 / 24])
def test_watch_shows_the_last_record_despite_a_wrong_clock(
    command_line: CommandLine, service: SimulatedService, wrong: float
) -> None:
    history = History(command_line.root / "data" / "wallet-tray" / "history.sqlite3")

    def record(total: int, at: datetime) -> None:
        amount = Decimal(total)
        balance = builders.balance(amount, at=at, wallet_id="w")
        credential = Credential(CredentialKind.API_KEY, service.api_key)
        history.record(make_account(api_url=service.api_url), balance, credential)

    record(900, datetime.now(UTC) + timedelta(days=wrong))
    with WatchProcess("--cached") as watch:
        watch.wait_for(1)
        record(84, datetime.now(UTC))
        watch.wait_for(2)
        record(700, datetime.now(UTC) + timedelta(days=wrong))
        watch.wait_for(3)
    history.close()
    assert [line[21:].split()[0] for line in watch.lines] == ["900.00", "84.00", "700.00"]


def test_watch_stops_showing_an_erased_balance(
    command_line: CommandLine, service: SimulatedService
) -> None:
    assert command_line.run_child("balance").code == 0
    with WatchProcess("--cached", "--format", "tmux") as watch:
        watch.wait_for(1)
        command_line.run_child("erase", "--yes")
        watch.wait_for(2)
    assert "512" in watch.lines[0]
    assert "512" not in watch.lines[1]


def test_watch_shows_balances_of_other_processes_at_once(
    command_line: CommandLine, service: SimulatedService
) -> None:
    """Not only when the interval is over; the service is not asked for it."""
    assert command_line.run_child("balance").code == 0
    with (
        WatchProcess("--cached", interval=300) as cached,
        WatchProcess("--format", "tmux", interval=300) as bar,
    ):
        for number, amount in enumerate((84, 15), start=2):
            cached.wait_for(number - 1)
            bar.wait_for(number - 1)
            service.set_balance(available=amount)
            assert command_line.run_child("balance").code == 0
            cached.wait_for(number)
            bar.wait_for(number)
        assert cached.lines[1].endswith("84.00 BYC (low)")
        assert cached.lines[2].endswith("15.00 BYC (critical)")

    assert service.request_count(BALANCE) == 3


def test_watching_an_empty_history(command_line: CommandLine, service: SimulatedService) -> None:
    with WatchProcess("--cached") as watch:
        assert watch.end()[0] == 6
    with WatchProcess("--cached", "--format", "tmux") as watch:
        watch.wait_for(1)
        assert command_line.run_child("balance").code == 0
        watch.wait_for(2)
        assert watch.end(signal.SIGINT)[0] == 0

    assert "nothing recorded yet" in watch.lines[0]
    assert watch.lines[1] == "512.00 BYC"


def test_max_age_is_how_often_it_asks(service: SimulatedService) -> None:
    """Of an interval of five minutes a tenth is the least here."""
    with WatchProcess("--max-age", "0", interval=5) as watch:
        watch.wait_for(1)
        wait_until(asked_until(service, 3), "more questions", watch)


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_watch_ends_on_a_problem_that_only_the_user_can_fix(
    service: SimulatedService, options: list[str]
) -> None:
    with WatchProcess(*options) as watch:
        watch.wait_for(1)
        service.revoke_access_tokens()
        service.revoke_api_key()
        code, _ = watch.end()

    assert code == 3
    assert len(watch.errors) == 1
    assert "BYTENITE_API_KEY" in watch.errors[0]


def test_a_bar_goes_on(service: SimulatedService) -> None:
    service.revoke_api_key()
    with WatchProcess("--format", "waybar") as watch:
        watch.wait_for(1)
        assert watch.end(signal.SIGTERM)[0] == 0

    assert json.loads(watch.lines[0])["class"] == ["problem"]
    assert len(watch.errors) == 1


def test_a_bar_asks_a_service_that_rejects_it_no_more(service: SimulatedService) -> None:
    """An hour later at the soonest, though it looks at the history all the time."""
    service.revoke_api_key()
    with WatchProcess("--format", "tmux", interval=0.3) as watch:
        watch.wait_for(1)
        asked = service.request_count()
        with pytest.raises(subprocess.TimeoutExpired):
            watch.process.wait(2)

    assert service.request_count() == asked


def test_trouble_before_anything_is_known(service: SimulatedService) -> None:
    service.answer_next(503, headers={"Retry-After": "1"})
    with WatchProcess() as watch:
        wait_until(lambda: watch.errors, "a sentence", watch)
        watch.wait_for(1)
        assert watch.end(signal.SIGTERM)[0] == 0

    assert watch.lines[0].endswith("512.00 BYC")
    assert len(watch.errors) == 1


def test_new_settings_count_at_once(command_line: CommandLine, service: SimulatedService) -> None:
    with WatchProcess(interval=300) as watch:
        watch.wait_for(1)
        command_line.write_settings(
            f'[display]\nhide_amounts = true\n[[accounts]]\napi_url = "{service.api_url}"\n'
        )
        watch.wait_for(2)
        command_line.write_settings("this is no TOML")
        wait_until(lambda: watch.errors, "a sentence about them", watch)
        command_line.write_settings()
        watch.wait_for(3)

    assert [line.split("  ")[1] for line in watch.lines] == ["512.00 BYC", "••• BYC", "512.00 BYC"]
    assert service.request_count(BALANCE) == 1


def test_settings_that_cannot_be_used(command_line: CommandLine, service: SimulatedService) -> None:
    command_line.write_settings("this is no TOML")
    with WatchProcess() as watch:
        assert watch.end()[0] == 2
    with WatchProcess("--format", "tmux") as watch:
        watch.wait_for(1)
        command_line.write_settings()
        watch.wait_for(2)

    assert "settings unusable" in watch.lines[0]
    assert watch.lines[1] == "512.00 BYC"


def test_demo() -> None:
    with WatchProcess("--demo") as watch:
        watch.wait_for(2)
        assert watch.end(signal.SIGTERM)[0] == 0

    assert watch.errors == []


@pytest.mark.skipif(os.name == "nt", reason="TZ is read by POSIX's rules")
def test_another_time_zone_is_taken_up(service: SimulatedService, tmp_path: Path) -> None:
    def set_zone(hours: int) -> None:
        """A zone of whole hours (tzfile(5), version 1) in the place of the one before."""
        head = b"TZif" + bytes(16) + struct.pack(">6l", 0, 0, 0, 0, 1, 4)
        file = tmp_path / "new"
        file.write_bytes(head + struct.pack(">lbb", hours * 3600, 0, 0) + b"ZON\0")
        file.replace(tmp_path / "zone")

    def hour(line: str) -> int:
        found = re.match(r"\d{4}-\d\d-\d\d (\d\d):", line)
        assert found is not None
        return int(found[1])

    set_zone(1)
    # One interval lasts longer than the test: the bar draws the same balance once more.
    with (
        WatchProcess(env={"TZ": f":{tmp_path}/zone"}) as watch,
        WatchProcess("--format", "waybar", interval=600, env={"TZ": f":{tmp_path}/zone"}) as bar,
    ):
        watch.wait_for(1)
        bar.wait_for(1)
        set_zone(8)
        bar.wait_for(2)
        service.set_balance(available=84)
        watch.wait_for(2)
    assert (hour(watch.lines[1]) - hour(watch.lines[0])) % 24 in (7, 8)
