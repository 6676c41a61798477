"""Ten years at one sample a minute: the size of the file, and what one record and each query cost.

The ratios are against a floor of the same run, a bare SQLite file; the limits in milliseconds are
the aims.
"""

import contextlib
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import ten_years
from tests.support.builders import make_account, wallet_key
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.history.history import History
from wallet_tray.refresh.recorder import BalanceRecorder

pytestmark = pytest.mark.benchmark

GAP = timedelta(minutes=15)
TIMES = 50
# In the disk's thread, while the popup is drawn already. A curve leaves no low out: it reads every
# row of two weeks, here one a minute.
CURVE_MS = {"curve of a day": 15, "curve of a week": 60, "curve of a month": 120}
OTHERS_MS = 5


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file: Path = tmp_path_factory.mktemp("ten-years") / "history.sqlite3"
    ten_years.write_ten_years(file)
    return file


def milliseconds(work: Callable[[], object], times: int = TIMES) -> float:
    """The best of them: what else the machine does can only make it longer."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(1_000 * (time.perf_counter() - begun))
    return min(taken)


def test_the_size_of_the_file(past: Path, tell: Callable[[str], None]) -> None:
    with contextlib.closing(sqlite3.connect(past)) as database:
        rows = dict(database.execute("SELECT width, count(*) FROM samples GROUP BY width"))
        (hours,) = database.execute("SELECT count(*) FROM hours").fetchone()
        begun = time.perf_counter()
        assert database.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        check = 1_000 * (time.perf_counter() - begun)
    size = past.stat().st_size / 2**20
    tell(f"ten years: {size:.1f} MiB, rows {rows}, {hours} hours of spending")
    tell(f"quick_check: {check:.1f} ms")
    # As many as one sample a minute leaves in each tier; some of them tell nothing new.
    assert 14 * 1_000 < rows[1] < 15 * 1_440 + 2
    assert 14 * 280 < rows[300] <= 15 * 288
    assert 400 * 24 < rows[3_600] <= 401 * 24
    assert 3_640 < rows[86_400] <= 3_651
    assert size < 20


def test_old_days_are_the_same_however_often_the_balance_was_recorded(tmp_path: Path) -> None:
    """What makes the shortcut of ten_years.py an honest one."""
    left = []
    hours = [ten_years.END + number * timedelta(hours=1) for number in range(-5 * 24, 0)]
    for minutes in (range(60), (0, 59)):
        file = tmp_path / f"{len(minutes)}.sqlite3"
        history = History(file)
        times = (hour + timedelta(minutes=minute) for hour in hours for minute in minutes)
        for balance in ten_years.course(times):
            history.record(make_account(), balance)
        history.close()
        with contextlib.closing(sqlite3.connect(file)) as database:
            rows = "SELECT width, since, until FROM samples WHERE width >= 3600"
            spent = "SELECT hour FROM hours"
            left.append([database.execute(query).fetchall() for query in (rows, spent)])
    assert left[0] == left[1]
    assert len(left[0][0]) == 5 * 24 + 6
    assert len(left[0][1]) == 5 * 24


def test_queries(past: Path, tell: Callable[[str], None]) -> None:
    account, key, now = make_account(), wallet_key(ten_years.ACCOUNT_ID), ten_years.END
    history = History(past)
    latest = history.latest(account)
    assert latest is not None
    assert latest.fetched_at == now
    queries: dict[str, Callable[[], Any]] = {
        "latest": lambda: history.latest(account),
        "spending": lambda: history.spending(account, key, now),
        "curve of a day": lambda: history.curve(account, key, ChartRange.DAY, now, GAP),
        "curve of a week": lambda: history.curve(account, key, ChartRange.WEEK, now, GAP),
        "curve of a month": lambda: history.curve(account, key, ChartRange.MONTH, now, GAP),
        "samples of six hours": lambda: history.samples(account, key, now - timedelta(hours=6)),
        "samples of a day": lambda: history.samples(account, key, now - timedelta(hours=24)),
    }
    with contextlib.closing(sqlite3.connect(past)) as database:
        statement = (
            "SELECT since, until, available FROM samples WHERE wallet = 1 AND width = 3600"
            " LIMIT 720"
        )
        floor = milliseconds(lambda: database.execute(statement).fetchall())
    tell(f"720 bare rows: {floor:.2f} ms")
    for query, work in queries.items():
        taken = milliseconds(work)
        tell(f"{query}: {taken:.2f} ms, ratio {taken / floor:.1f}")
        assert taken < CURVE_MS.get(query, OTHERS_MS), query
    for span in ChartRange:
        curve = history.curve(account, key, span, now, GAP)
        assert 150 < sum(len(segment) for segment in curve.segments) <= 400
        assert curve.segments[-1][-1].available == latest.available.amount
    begun = time.perf_counter()
    count = sum(1 for _ in history.recorded(account, None))
    tell(f"all {count} recorded: {1_000 * (time.perf_counter() - begun):.0f} ms")
    history.close()


def test_a_refresh(past: Path, tell: Callable[[str], None]) -> None:
    """Recording, reading what was spent and projecting."""
    history = History(past)
    recorder = BalanceRecorder(history, make_account())
    start = ten_years.END + timedelta(minutes=1)
    times = (start + number * timedelta(minutes=1) for number in range(10_000))
    balances = ten_years.course(times)
    for _ in range(3):  # the file is opened and checked
        recorder.record(next(balances))
    alone = milliseconds(lambda: history.record(make_account(), next(balances)), 300)
    last = next(balances)
    outlook = milliseconds(lambda: recorder.outlook(last, last.fetched_at))
    whole = milliseconds(lambda: recorder.record(next(balances)), 300)
    history.close()
    with contextlib.closing(sqlite3.connect(past.with_name("bare"), isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = NORMAL")
        bare.execute("CREATE TABLE sample (at INTEGER, total TEXT)")
        floor = milliseconds(lambda: bare.execute("INSERT INTO sample VALUES (1, '2')"), 300)
    tell(
        f"refresh: {whole:.2f} ms, of that recording {alone:.2f} ms (a bare insert {floor:.3f} ms)"
        f" and the outlook {outlook:.2f} ms"
    )
    assert whole < 3


def test_the_day_that_thins_out(past: Path, tell: Callable[[str], None]) -> None:
    """The one record a day after which a day of minutes goes."""
    history = History(past)
    slowest = 0.0
    at = ten_years.END + timedelta(days=3)
    for balance in ten_years.course(at + n * timedelta(minutes=5) for n in range(900)):
        begun = time.perf_counter()
        history.record(make_account(), balance)
        slowest = max(slowest, 1_000 * (time.perf_counter() - begun))
    history.close()
    tell(f"slowest record of three days: {slowest:.1f} ms")
    assert slowest < 500


PROGRAM = """
import sys, time
from tests.support.builders import make_account
account = make_account()
begun = time.perf_counter()
from pathlib import Path
from wallet_tray.history.history import History
imported = time.perf_counter()
import sqlite3
library = time.perf_counter()
assert History(Path(sys.argv[1])).latest(account) is not None
read = time.perf_counter()
print(1000 * (imported - begun), 1000 * (library - imported), 1000 * (read - library))
"""


def test_cost_of_a_short_command(past: Path, tell: Callable[[str], None]) -> None:
    runs = []
    for _ in range(5):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(past)], capture_output=True, text=True, check=True
        )
        runs.append([float(word) for word in done.stdout.split()])
    ours, library, read = (min(column) for column in zip(*runs, strict=True))
    tell(f"modules {ours:.0f} ms, sqlite3 {library:.0f} ms, the first balance {read:.1f} ms")
    assert read < 20


MEMORY = """
import sys
from datetime import timedelta
from pathlib import Path
from tests.support.builders import balance, make_account
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.refresh.recorder import BalanceRecorder
from wallet_tray.history.history import History

def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024

import decimal, hashlib
before = resident()
history, popup = History(Path(sys.argv[1])), History(Path(sys.argv[1]))
last = history.latest(make_account())
recorder = BalanceRecorder(history, make_account())
first = resident()
for number in range(300):
    last = balance(last.available.amount - 1, total=last.counted.amount - 1,
        at=last.fetched_at + timedelta(minutes=1), wallet_id=last.wallet_id)
    recorder.record(last)
    for span in ChartRange:
        popup.curve(make_account(), last.wallet, span, last.fetched_at, timedelta(minutes=15))
    popup.samples(make_account(), last.wallet, last.fetched_at - timedelta(hours=24))
    if number == 99:
        hundred = resident()
print(first - before, hundred - before, resident() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the figures are from /proc")
def test_memory(past: Path, tmp_path: Path, tell: Callable[[str], None]) -> None:
    copy = tmp_path / past.name
    copy.write_bytes(past.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, str(copy)], capture_output=True, text=True, check=True
    )
    opened, hundred, more = (float(word) for word in done.stdout.split())
    tell(
        f"memory: +{opened:.1f} MiB with SQLite and the file open, +{hundred:.1f} MiB after 100"
        f" refreshes and popups, +{more:.1f} MiB after 300"
    )
    assert more - hundred < 1
    assert more < 12
