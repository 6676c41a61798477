"""Several programs at once, programs that are killed, and files of other versions."""

import contextlib
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.builders import balance, due_of, make_account, total_of, wallet_key
from tests.support.history_story import Story
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.history import schema
from wallet_tray.history.history import History

CHILD = Path(__file__).parents[1].joinpath("support", "history_child.py")
BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
KILLER = Path(__file__).parents[1].joinpath("support", "history_killer.py")
KILLS = 200


def start(file: Path, first: int, count: int, name: str = "w1") -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(CHILD), str(file), str(first), str(count), name],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextlib.contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file)
    yield connection
    connection.close()


def check(file: Path) -> list[tuple[str]]:
    with opened(file) as database:
        return database.execute("PRAGMA integrity_check").fetchall()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks, so that most time goes into writing")
def test_killed_two_hundred_times(tmp_path: Path) -> None:
    """At a random moment each, in the middle of days, thinning out and checkpoints."""
    file = tmp_path / "history.sqlite3"

    done = subprocess.run(
        [sys.executable, str(KILLER), str(file), str(KILLS)],
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    kept, too_early = (int(word) for word in done.stdout.split())
    assert too_early < KILLS / 2
    assert kept > 2 * KILLS
    assert check(file) == [("ok",)]
    history = History(file)
    samples = history.samples(make_account(), wallet_key("w1"), BEGIN)
    assert [int(total_of(one)) for one in samples] == list(range(kept - len(samples) + 1, kept + 1))
    history.close()
    assert list(tmp_path.glob("*corrupt*")) == []


def test_two_writers_and_a_reader(tmp_path: Path) -> None:
    """None of them loses anything, and the reader always sees a whole record."""
    file = tmp_path / "data" / "history.sqlite3"
    children = [start(file, 0, 400, name) for name in ("one", "two")]
    reader = History(file)
    read = 0
    while any(child.poll() is None for child in children):
        latest = reader.latest(make_account())
        if latest is not None:
            read += 1
            assert total_of(latest) == latest.available.amount == due_of(latest)
            now = latest.fetched_at
            reader.curve(make_account(), latest.wallet, ChartRange.MONTH, now, timedelta(hours=1))
            reader.spending(make_account(), latest.wallet, now)
    errors = [child.communicate()[1] for child in children]

    assert errors == ["", ""]
    assert read > 10
    for name in ("one", "two"):
        assert len(reader.samples(make_account(), wallet_key(name), BEGIN)) == 400
    reader.close()
    assert check(file) == [("ok",)]


def test_many_programs_make_the_file_at_once(tmp_path: Path) -> None:
    for round_ in range(3):
        file = tmp_path / str(round_) / "history.sqlite3"
        children = [start(file, 0, 3, f"w{number}") for number in range(6)]
        errors = [child.communicate()[1] for child in children]

        assert errors == [""] * 6
        history = History(file)
        names = {one.wallet_id for one in history.recorded(make_account(), None)}
        assert names == {f"w{number}" for number in range(6)}
        history.close()


def test_threads_with_a_history_each(tmp_path: Path) -> None:
    """As the accounts' workers and the disk's thread have them."""
    file = tmp_path / "history.sqlite3"

    def work(name: str) -> None:
        history = History(file)
        for number in range(100):
            amount = Decimal(number)
            at = BEGIN + number * timedelta(minutes=1)
            history.record(make_account(), balance(amount, due=amount, at=at, wallet_id=name))
        history.close()

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    history = History(file)
    for name in ("one", "two", "three"):
        assert len(history.samples(make_account(), wallet_key(name), BEGIN)) == 100
    history.close()


def test_erased_while_others_write(tmp_path: Path) -> None:
    """Again and again; the file that is there in the end is sound, and in use."""
    file = tmp_path / "history.sqlite3"
    children = [start(file, 0, 1_500, name) for name in ("one", "two")]
    eraser = History(file)
    erased = 0
    while any(child.poll() is None for child in children):
        if file.exists():
            eraser.erase(None)
            erased += 1
        threading.Event().wait(0.02)
    for child in children:
        child.communicate()
    last_child = start(file, 1_500, 1, "one")
    assert last_child.communicate()[1] == ""

    assert erased > 3
    latest = eraser.latest(make_account())
    assert latest is not None
    assert total_of(latest) == 1_501
    eraser.close()
    assert check(file) == [("ok",)]


def test_the_tables_are_strict_and_of_this_version(story: Story) -> None:
    story.tell(1)

    with opened(story.file) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        loose = database.execute(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict"
            " AND name NOT LIKE 'sqlite%'"
        ).fetchall()
    assert loose == []


def test_without_strict_tables(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with a library from before they came."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))

    assert story.tell(1) == story.latest()


FIRST_VERSION = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
CREATE TABLE salt (value BLOB NOT NULL) STRICT;
CREATE TABLE wallet (id INTEGER PRIMARY KEY, account TEXT NOT NULL, host TEXT NOT NULL,
    account_id BLOB NOT NULL, unit BLOB NOT NULL, amount_due_unit BLOB NOT NULL,
    UNIQUE (account, host, account_id)) STRICT;
CREATE TABLE asked (account TEXT NOT NULL, host TEXT NOT NULL, credential BLOB NOT NULL,
    wallet INTEGER NOT NULL, turn INTEGER NOT NULL,
    PRIMARY KEY (account, host, credential)) STRICT, WITHOUT ROWID;
CREATE TABLE sample (wallet INTEGER NOT NULL, width INTEGER NOT NULL, seq INTEGER NOT NULL,
    since INTEGER NOT NULL, until INTEGER NOT NULL, steady INTEGER NOT NULL,
    total TEXT NOT NULL, available TEXT NOT NULL, amount_due TEXT NOT NULL,
    PRIMARY KEY (wallet, width, seq)) STRICT, WITHOUT ROWID;
CREATE INDEX sample_by_time ON sample (wallet, width, until);
CREATE TABLE spending (wallet INTEGER NOT NULL, hour INTEGER NOT NULL, seq INTEGER NOT NULL,
    spent TEXT NOT NULL, topped_up TEXT NOT NULL, seconds INTEGER NOT NULL,
    PRIMARY KEY (wallet, hour)) STRICT, WITHOUT ROWID;
CREATE TABLE top_up (wallet INTEGER NOT NULL, at INTEGER NOT NULL, seq INTEGER NOT NULL,
    amount TEXT NOT NULL, PRIMARY KEY (wallet, at)) STRICT, WITHOUT ROWID;
INSERT INTO salt VALUES (x'000102030405060708090a0b0c0d0e0f');
INSERT INTO wallet VALUES (1, 'default', 'api.bytenite.com', CAST('w1' AS BLOB),
    CAST('BYC' AS BLOB), CAST('USD' AS BLOB));
INSERT INTO asked VALUES ('default', 'api.bytenite.com', x'', 1, 1);
INSERT INTO sample VALUES (1, 1, 1, 1772438400, 1772438460, 1, '12.50', '10.00', '0');
INSERT INTO sample VALUES (1, 300, 1, 1772438400, 1772438460, 1, '12.50', '10.00', '0');
INSERT INTO sample VALUES (1, 3600, 1, 1772438400, 1772438460, 1, '12.50', '10.00', '0');
INSERT INTO sample VALUES (1, 86400, 1, 1772438400, 1772438460, 1, '12.50', '10.00', '0');
PRAGMA user_version = 1;
"""


def test_a_file_of_the_first_version_opens(story: Story) -> None:
    """As it was written when it came out, whatever the code has become since."""
    story.file.parent.mkdir()
    with opened(story.file) as database:
        database.executescript(FIRST_VERSION)

    latest = story.latest()
    assert latest is not None
    assert (total_of(latest), latest.available.amount) == (Decimal("12.50"), Decimal("10.00"))
    assert latest.fetched_at == datetime(2026, 3, 2, 8, 1, tzinfo=UTC)
    story.tell("12.00", 3 * timedelta(minutes=1))
    assert story.totals() == [Decimal("12.50"), Decimal("12.00")]
    assert sum(hour.spent for hour in story.spending()) == Decimal("0.50")
    with opened(story.file) as database:
        tables = "SELECT name FROM sqlite_schema"
        now = set(database.execute(tables))
    fresh = History(story.file.with_name("fresh.sqlite3"))
    fresh.record(story.account, latest)
    fresh.close()
    with opened(story.file.with_name("fresh.sqlite3")) as database:
        assert set(database.execute(tables)) == now


def test_a_migration_that_is_cut_short_leaves_the_old_version(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_CURRENT", (*schema._CURRENT[:3], "nonsense"))
    story.tell(1)
    assert story.latest() is None
    with opened(story.file) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (0,)
        assert database.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    monkeypatch.undo()

    assert story.tell(2) == story.latest()


def test_a_program_without_sqlite_goes_on(
    story: Story, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Some systems have it as a package of its own."""
    monkeypatch.setitem(sys.modules, "sqlite3", None)

    story.tell(1)

    assert story.latest() is None
    assert story.history.erase("default") is True, "there is no file"
    assert [record.getMessage() for record in caplog.records] == [
        "history.sqlite3 cannot be used (ModuleNotFoundError)"
    ]


def test_sqlite_is_imported_on_first_use() -> None:
    """The thread of the windows imports the module, and reads nothing itself."""
    program = (
        "import sys; import wallet_tray.history.history, wallet_tray.refresh.recorder;"
        "sys.exit('sqlite3' in sys.modules or 'PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
