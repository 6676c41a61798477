"""Damage of each kind: a balance is still recorded, the file set aside, one line logged.

Each test spoils a history of two weeks in its own way.
"""

import logging
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.support.builders import total_of, wallet_key
from tests.support.history_story import Story
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.history import integrity, schema
from wallet_tray.history.database import HistoryDatabase
from wallet_tray.storage.files import LogLimit

PAGE = 4096
DAY = timedelta(days=1)
EVERYTHING = (ChartRange.DAY, ChartRange.WEEK, ChartRange.MONTH)


_two_weeks: list[tuple[bytes, Any]] = []


@pytest.fixture
def spoilt(story: Story, caplog: pytest.LogCaptureFixture) -> Story:
    """A story of which two weeks are on the disk, its connection closed."""
    caplog.set_level(logging.INFO)
    if not _two_weeks:
        for hour in range(14 * 24):
            story.tell(5_000 - hour, timedelta(hours=1))
        story.history.close()
        _two_weeks.append((story.file.read_bytes(), story.now))
    story.file.parent.mkdir(exist_ok=True)
    content, story.now = _two_weeks[0]
    story.file.write_bytes(content)
    assert story.file.stat().st_size > 20 * PAGE
    return story


def read_everything(story: Story) -> None:
    story.latest()
    story.spending()
    story.samples()
    story.totals()
    for span in EVERYTHING:
        story.curve(span)


def quarantined(story: Story) -> list[Path]:
    return sorted(story.file.parent.glob("history.sqlite3.corrupt-*"))


def truncate(file: Path) -> None:
    os.truncate(file, 5 * PAGE + 100)


def zero_the_header(file: Path) -> None:
    with file.open("r+b") as data:
        data.write(bytes(100))


def spoil_pages(file: Path) -> None:
    with file.open("r+b") as data:
        for page in range(2, file.stat().st_size // PAGE):
            data.seek(page * PAGE)
            data.write(bytes((page * 31 + i * 7) % 256 for i in range(PAGE)))


def write_text(file: Path) -> None:
    file.write_text("this is no database, but a note that a user saved in the wrong place\n" * 99)


def write_another_database(file: Path) -> None:
    file.unlink()
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()


def drop_a_table(file: Path) -> None:
    database = sqlite3.connect(file)
    database.execute("DROP TABLE hours")
    database.close()


def put_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "kept").write_text("a user's")


def put_a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def spoil_a_text(file: Path) -> None:
    """The newest row's text is no UTF-8, which no check of SQLite's looks at."""
    database = sqlite3.connect(file)
    database.execute(
        "UPDATE samples SET total = CAST(x'ff' AS TEXT) WHERE seq = (SELECT max(seq) FROM samples)"
    )
    database.commit()
    database.close()


DAMAGE = [
    truncate,
    zero_the_header,
    spoil_pages,
    write_text,
    write_another_database,
    drop_a_table,
    put_a_folder,
    put_a_pipe,
    spoil_a_text,
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_it_is_set_aside_and_begun_again(
    spoilt: Story, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    damage(spoilt.file)

    recorded = [spoilt.tell(total) for total in (7, 6, 5)]

    assert spoilt.latest() == recorded[-1]
    # The first of them may still have gone into the damaged file, where nothing had shown yet.
    assert [total_of(one) for one in spoilt.samples()][-2:] == [6, 5]
    assert len(quarantined(spoilt)) >= 1
    messages = [record.getMessage() for record in caplog.records]
    assert sum("it is set aside and begun anew" in message for message in messages) == 1
    assert len(messages) == 1
    assert stat.S_IMODE(spoilt.file.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", DAMAGE)
def test_reading_a_damaged_file_changes_nothing(
    spoilt: Story, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    damage(spoilt.file)

    for _ in range(3):
        read_everything(spoilt)

    assert quarantined(spoilt) == []
    assert [record.getMessage().partition(" (")[0] for record in caplog.records] == [
        "history.sqlite3 is damaged"
    ]


@pytest.mark.parametrize("page", range(1, 30, 2))
def test_any_damaged_page_is_survived(spoilt: Story, page: int) -> None:
    """Some damage is found at once, some by the check, some by a reader, some never shows."""
    with spoilt.file.open("r+b") as data:
        data.seek(page * PAGE)
        data.write(os.urandom(PAGE))

    for total in (3, 2):
        spoilt.tell(total)
        read_everything(spoilt)
    spoilt.tell(1)

    assert total_of(spoilt.latest()) == 1
    assert [total_of(one) for one in spoilt.samples()][-1:] == [1]


def test_an_empty_file_is_a_new_one(spoilt: Story, caplog: pytest.LogCaptureFixture) -> None:
    os.truncate(spoilt.file, 0)

    read_everything(spoilt)
    recorded = spoilt.tell(7)

    assert spoilt.latest() == recorded
    assert len(spoilt.totals()) == 1
    assert quarantined(spoilt) == []
    assert caplog.records == []


def test_a_folder_in_its_place_is_kept(spoilt: Story) -> None:
    put_a_folder(spoilt.file)

    spoilt.tell(7)

    (aside,) = quarantined(spoilt)
    assert (aside / "kept").read_text() == "a user's"


def test_only_the_newest_one_set_aside_is_kept(
    spoilt: Story,
) -> None:
    old = spoilt.file.with_name("history.sqlite3.corrupt-20200101T000000Z")
    for ending in ("", "-wal"):
        old.with_name(old.name + ending).write_bytes(b"old")
    write_text(spoilt.file)

    spoilt.tell(7)

    (aside,) = quarantined(spoilt)
    assert aside.read_bytes().startswith(b"this is no database")


def test_the_log_that_lies_beside_it_goes_with_it(spoilt: Story) -> None:
    spoilt.tell(9)
    wal = spoilt.file.with_name("history.sqlite3-wal").read_bytes()
    zero_the_header(spoilt.file)

    # The connection is still open; the next program meets the damage.
    other = type(spoilt)(spoilt.file)
    other.now = spoilt.now
    other.tell(8)

    assert other.totals() == [8]
    assert wal in [file.read_bytes() for file in quarantined(spoilt)]
    spoilt.tell(7, timedelta(minutes=2))
    assert other.totals() == [8, 7], "who had the damaged file open goes on in the new one"
    other.history.close()


def test_the_whole_file_is_checked_once(spoilt: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    checks: list[object] = []
    sound = integrity.is_sound
    monkeypatch.setattr(
        "wallet_tray.history.database.is_sound",
        lambda connection: checks.append(1) or sound(connection),
    )
    monkeypatch.setattr(integrity, "_writes", {})
    spoilt.tell(9)
    assert len(checks) == 0, "a short command that writes once does not pay for it"
    for total in range(8):
        spoilt.tell(total)
        spoilt.history.close()
    assert len(checks) == 1


def test_damage_that_only_readers_meet_makes_the_next_write_check(spoilt: Story) -> None:
    """As when the disk goes bad after the check."""
    for total in (9, 8, 7):
        spoilt.tell(total)
    spoilt.history.close()
    database = sqlite3.connect(spoilt.file)
    (page,) = database.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'samples_by_time'"
    ).fetchone()
    database.close()
    with spoilt.file.open("r+b") as data:
        data.seek((page - 1) * PAGE)
        data.write(bytes(PAGE))

    read_everything(spoilt)
    recorded = spoilt.tell(6)

    assert spoilt.latest() == recorded
    assert len(quarantined(spoilt)) == 1


def test_numbers_that_are_none(spoilt: Story, caplog: pytest.LogCaptureFixture) -> None:
    """Rows that were written by hand are left out one by one."""
    database = sqlite3.connect(spoilt.file)
    for table, column in (("samples", "total"), ("hours", "spent"), ("top_ups", "amount")):
        for text in ("NaN", "", "1e999999999", "sNaN", "-Infinity", "one", "9" * 5000):
            database.execute(
                f"UPDATE {table} SET {column} = ? WHERE seq % 8 = ?",  # noqa: S608
                (text, len(text) % 8),
            )
    database.execute("UPDATE samples SET available = 'x' WHERE seq % 5 = 1")
    database.execute("UPDATE hours SET seconds = -5 WHERE seq % 3 = 1")
    database.execute("UPDATE hours SET seconds = 1 << 62 WHERE seq % 3 = 2")
    database.commit()
    database.close()

    read_everything(spoilt)
    recorded = spoilt.tell(7)

    assert spoilt.latest() == recorded
    assert all(total.is_finite() and 0 < total < 6_000 for total in spoilt.totals())
    assert all(0 <= hour.seconds <= 3_600 for hour in spoilt.spending())
    points = [point for segment in spoilt.curve(ChartRange.MONTH).segments for point in segment]
    assert len(points) > 50
    assert caplog.records == []


def test_deleted_while_open(story: Story, caplog: pytest.LogCaptureFixture) -> None:
    story.tell(9)
    story.file.unlink()

    assert story.latest() is None
    recorded = story.tell(8)

    assert story.latest() == recorded
    assert story.file.exists()
    assert caplog.records == []


def test_its_folder_deleted_while_open(story: Story, caplog: pytest.LogCaptureFixture) -> None:
    story.tell(9)
    shutil.rmtree(story.file.parent)

    recorded = story.tell(8)

    assert story.latest() == recorded
    assert stat.S_IMODE(story.file.parent.stat().st_mode) == 0o700
    assert caplog.records == []


def test_a_newer_version_is_left_alone(spoilt: Story, caplog: pytest.LogCaptureFixture) -> None:
    database = sqlite3.connect(spoilt.file)
    database.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    database.close()
    before = spoilt.file.read_bytes()

    for total in (9, 8, 7):
        spoilt.tell(total)
        read_everything(spoilt)

    assert spoilt.latest() is None
    spoilt.history.close()
    assert spoilt.file.read_bytes() == before
    assert quarantined(spoilt) == []
    assert [record.getMessage() for record in caplog.records] == [
        "history.sqlite3 was written by a newer version; it is left alone"
    ]


@pytest.mark.parametrize("hold", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_locked_by_another_process(
    story: Story, hold: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wallet_tray.history.database.BUSY_SECONDS", 0.05)
    first = story.tell(9)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(story.file), hold],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    for total in (8, 7):
        story.tell(total)
    assert story.latest() == first, "reading goes on"
    holder.communicate("let go\n")
    last = story.tell(6)

    assert story.latest() == last
    assert story.totals() == [9, 6]
    assert sum(hour.spent for hour in story.spending()) == 3
    assert [record.getMessage() for record in caplog.records] == [
        "history.sqlite3 cannot be written (SQLITE_BUSY)"
    ]


HOLDER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
"""


def test_the_complaint_comes_again_after_an_hour(
    story: Story, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1_000.0]
    limit = LogLimit(timedelta(hours=1), lambda: clock[0])
    monkeypatch.setattr(integrity, "_log_limit", limit)
    blocked = story.file.parent
    blocked.write_text("a file where the folder should be")

    for _ in range(3 * 60):
        clock[0] += 60
        story.tell(1)

    assert len(caplog.records) == 3
    assert caplog.records[0].getMessage().startswith("history.sqlite3 cannot be written (")


def test_disk_full(story: Story) -> None:
    """In a process that may write no file beyond a size, as if the disk ended there."""
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(story.file)],
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["True", "True", "True"]
    assert done.stderr.count("cannot be written (SQLITE_") == 1, done.stderr
    assert total_of(story.latest()) == Decimal(1), "and there is room again"


FULL_DISK = textwrap.dedent(
    """
    import logging, resource, sys
    from datetime import UTC, datetime, timedelta
    from decimal import Decimal
    from pathlib import Path
    from wallet_tray.domain.account import Account
    from tests.support.builders import (balance, make_account, total_of)
    from wallet_tray.history.history import History

    logging.basicConfig()
    history, begin = History(Path(sys.argv[1])), datetime(2026, 3, 2, tzinfo=UTC)

    def record(minute, total):
        amount = Decimal(total)
        at = begin + minute * timedelta(minutes=1)
        recorded = balance(amount, due=amount, at=at, wallet_id="w")
        history.record(make_account(), recorded)
        return history.latest(make_account()) == recorded

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    print(record(0, 9000))
    resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, hard))
    kept = [record(minute, 9000 - minute) for minute in range(1, 1500)]
    print(kept[0] and not kept[-1])
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    print(record(1501, 1))
    history.close()
    """
)


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities are Linux's")
def test_a_folder_that_cannot_be_written(story: Story) -> None:
    """Where the tests run as root, whom no mode holds up, root's privileges are left behind."""
    story.tell(9)
    story.history.close()
    folder = story.file.parent
    story.file.chmod(0o400)
    folder.chmod(0o500)
    before = sorted(folder.iterdir())
    done = run_without_privileges(READ_ONLY, str(story.file))

    left = sorted(folder.iterdir())
    folder.chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "9 9 9 Condition.FINE went on\n"
    assert done.stderr.count("cannot be written") == 1, done.stderr
    assert "cannot be read" not in done.stderr
    assert left == before


def run_without_privileges(code: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    prefix = ["setpriv", "--bounding-set=-all"] if os.geteuid() == 0 else []
    return subprocess.run(
        [*prefix, sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities are Linux's")
@pytest.mark.parametrize("index", [True, False])
def test_such_a_folder_with_the_log_of_a_program_that_was_killed(story: Story, index: bool) -> None:
    """Without its index the log cannot be read, and what it holds is not left out silently."""
    story.tell(9)
    story.history.close()
    killed = textwrap.dedent(
        """
        import os, sys, sqlite3
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("UPDATE samples SET total = '8', available = '8'")
        os._exit(0)
        """
    )
    subprocess.run([sys.executable, "-c", killed, str(story.file)], check=True, timeout=60)
    folder, log = story.file.parent, story.file.with_name(f"{story.file.name}-wal")
    assert log.stat().st_size > 0
    if not index:
        story.file.with_name(f"{story.file.name}-shm").unlink()
    for file in folder.iterdir():
        file.chmod(0o400)
    folder.chmod(0o500)

    done = run_without_privileges(READ_ONLY, str(story.file))

    folder.chmod(0o700)
    assert done.returncode == 0, done.stderr
    expected = "8 8 8 Condition.FINE" if index else "None None None Condition.UNREADABLE"
    assert done.stdout == f"{expected} went on\n"


READ_ONLY = textwrap.dedent(
    """
    import logging, sys
    from datetime import UTC, datetime
    from decimal import Decimal
    from pathlib import Path
    from wallet_tray.domain.account import Account
    from tests.support.builders import balance, make_account, total_of
    from wallet_tray.history.history import History
    from wallet_tray.history.integrity import history_state

    logging.basicConfig()
    history = History(Path(sys.argv[1]))
    for total in (1, 2, 3):
        amount = Decimal(total)
        now = datetime.now(UTC)
        history.record(make_account(), balance(amount, due=amount, at=now, wallet_id="w"))
        latest = history.latest(make_account())
        print(None if latest is None else total_of(latest), end=" ")
    print(history_state(Path(sys.argv[1])).condition, "went on")
    """
)


@pytest.mark.parametrize(
    "name",
    ["", "\x00", "a\x00b", "\ud800", "\udfff\ud800", "'; DROP TABLE samples; --", "é" * 80, "🜁"],
)
def test_any_account_id_comes_back(story: Story, name: str) -> None:
    recorded = story.tell(9, wallet_id=name)

    assert story.latest() == recorded
    assert story.history.latest(story.account).wallet_id == name
    assert len(story.history.samples(story.account, wallet_key(name), recorded.fetched_at)) == 1


@pytest.mark.parametrize("text", ["1E+999999", "1E-99999", "9" * 1001])
def test_invalid_amount_is_not_recorded(
    story: Story, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = story.tell(9)

    story.tell(text)
    story.tell(8, available=text)
    story.tell(8, due=text)

    assert story.latest() == before
    assert story.tell(7) == story.latest()
    assert [record.getMessage() for record in caplog.records] == [
        "history.sqlite3 cannot be written (ValueError)"
    ]


def test_hostile_numbers_stay_cheap(story: Story) -> None:
    """Also over a gap of thirty days, the longest that is spread."""
    import time

    texts = ["1.797E+308", "-1.797E+308", "9" * 400, "0." + "3" * 398, "-" + "8" * 399, "1E-307"]
    begun = time.thread_time()
    for text in texts * 3:
        story.tell(text, 30 * DAY)
        read_everything(story)

    assert total_of(story.latest()) == Decimal(texts[-1])
    assert all(hour.spent.is_finite() for hour in story.spending())
    assert time.thread_time() - begun < 10


def test_no_balance_is_in_the_log(
    spoilt: Story, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "_log_limit", LogLimit())
    caplog.set_level(logging.DEBUG)
    for damage in DAMAGE:
        if spoilt.file.is_file():
            damage(spoilt.file)
        spoilt.tell("31415.9", wallet_id="WTSENTINEL")

    for record in caplog.records:
        assert "31415" not in record.getMessage()
        assert "WTSENTINEL" not in record.getMessage()
        assert str(spoilt.file.parent) not in record.getMessage()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("whose", ["the link", "the folder"])
def test_history_of_another_user_is_not_written(tmp_path: Path, whose: str) -> None:
    precious = tmp_path / "precious"
    precious.touch()
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    file = folder / "history.sqlite3"
    if whose == "the link":
        file.symlink_to(precious)
        os.chown(file, 65534, 65534, follow_symlinks=False)
    else:
        file.touch()
        os.chown(folder, 65534, 65534)
    history = HistoryDatabase(file)
    assert not history.write(lambda _connection: None)
    history.close()
    assert file.stat().st_size == precious.stat().st_size == 0


@pytest.mark.skipif(os.name == "nt", reason="modes as POSIX has them")
def test_mode_of_a_links_target_is_kept(story: Story) -> None:
    story.tell(1)
    story.history.close()
    target = story.file.with_name("elsewhere")
    story.file.rename(target)
    target.chmod(0o644)
    story.file.symlink_to(target)
    story.tell(2)
    assert story.file.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o644
