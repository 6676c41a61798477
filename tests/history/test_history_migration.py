"""A file of the first release: read as it is, migrated at the first write, with nothing lost.

The old program itself is the one in ``tests/integration/first_release``.
"""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.integration.first_release import story
from tests.support.builders import balance, make_account
from tests.support.first_release import Recorder, folders_in, install
from tests.support.history_story import Story
from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.balance import WalletId, WalletKey
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.history import schema
from wallet_tray.history.database import HistoryDatabase
from wallet_tray.history.history import History
from wallet_tray.history.integrity import Condition, history_state

GAP = timedelta(minutes=15)
TEAM_KEY = Credential(CredentialKind.API_KEY, story.ENVIRONMENT_KEY)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folders = folders_in(tmp_path)
    install(folders)
    return folders.history_file


@pytest.fixture
def history(file: Path) -> Iterator[History]:
    history = History(file)
    yield history
    history.close()


def account(name: str) -> Account:
    more = {"api_url": story.API_URL} if name == "farm" else {}
    return make_account(id=AccountId(name), **more)


def key(wallet: str) -> WalletKey:
    return WalletKey(WalletId(wallet), story.UNIT)


def everything(history: History) -> list[Any]:
    """All that any question finds of the first release's accounts."""
    found: list[Any] = [sorted(history.keyring_users())]
    for name in story.NAMES:
        one, wallet = account(name), key(story.WALLETS[name])
        found += [
            list(history.recorded(one, None, story.END)),
            history.latest(one, None, story.END),
            history.latest(one, TEAM_KEY, story.END),
            history.spending(one, wallet, story.END),
            history.samples(one, wallet, story.END - timedelta(days=30), story.END),
            *(history.curve(one, wallet, span, story.END, GAP) for span in ChartRange),
        ]
    return found


def version_of(file: Path) -> int:
    with closing(sqlite3.connect(file)) as database:
        return int(database.execute("PRAGMA user_version").fetchone()[0])


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def write_other(history: History) -> None:
    """Write, but nothing of the first release's accounts."""
    history.record(account("other"), balance(5, at=story.END))


def test_reading_changes_no_byte(file: Path, history: History) -> None:
    before = files_in(file.parent)
    found = everything(history)
    assert found[1], "there is something to find"
    assert not history.unreadable
    history.close()
    assert files_in(file.parent) == before
    assert history_state(file).condition is Condition.FINE


def test_first_write_migrates_and_all_is_found_as_before(file: Path, history: History) -> None:
    before = everything(history)
    users = before[0]
    write_other(history)
    assert version_of(file) == schema.VERSION
    after = everything(history)
    assert set(after[0]) >= set(users)
    assert after[1:] == before[1:]
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("SELECT count(*) FROM permissions").fetchone() != (0,)


def test_reader_goes_on_when_another_program_migrates(file: Path, history: History) -> None:
    before = everything(history)
    other = History(file)
    write_other(other)
    other.close()
    assert everything(history)[1:] == before[1:]
    assert not history.unreadable


def test_migration_in_the_middle_of_a_read(file: Path) -> None:
    """Between the look at the version and the question."""
    database, other = HistoryDatabase(file), History(file)
    turns: list[int] = []

    def count(connection: sqlite3.Connection) -> int:
        if not turns:
            write_other(other)
        turns.append(1)
        return int(connection.execute("SELECT count(*) FROM samples").fetchone()[0])

    assert database.read(count, 0) > 2_000
    assert len(turns) == 2
    assert not database.unreadable
    database.close()
    other.close()


def test_migration_that_fails_leaves_all_as_it_was(
    file: Path, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(history)
    monkeypatch.setattr(schema, "_LAST", ("nonsense",))
    write_other(history)
    assert version_of(file) == 1
    assert everything(history) == before
    monkeypatch.undo()
    write_other(history)
    assert version_of(file) == schema.VERSION
    assert everything(history)[1:] == before[1:]


def test_two_programs_migrate_at_once(file: Path, history: History) -> None:
    before = everything(history)
    script = (
        "import sys; from pathlib import Path; from tests.support.builders import *;"
        "from wallet_tray.history.history import History; h = History(Path(sys.argv[1]));"
        "sys.stdin.readline();"
        "h.record(make_account(id='other'), balance(5, wallet_id=sys.argv[2])); h.close()"
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(file), f"w{number}"],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(3)
    ]
    assert [child.communicate("go\n")[1] for child in children] == [""] * 3
    assert everything(history)[1:] == before[1:]
    others = {one.wallet_id for one in history.recorded(account("other"), None)}
    assert others == {"w0", "w1", "w2"}


@pytest.mark.parametrize("spoilt", ["x'ff'", "'NaN'", "''"])
def test_a_damaged_amount_does_not_stop_the_migration(
    file: Path, history: History, spoilt: str
) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute(
            f"UPDATE sample SET total = CAST({spoilt} AS TEXT)"  # noqa: S608
            " WHERE width = 1 AND seq = (SELECT min(seq) FROM sample WHERE width = 1)"
        )
        (before,) = database.execute("SELECT count(*) FROM sample").fetchone()
        database.commit()
    write_other(history)
    assert version_of(file) == schema.VERSION
    assert not list(file.parent.glob("*.corrupt-*"))
    with closing(sqlite3.connect(file)) as database:
        (after,) = database.execute("SELECT count(*) FROM samples").fetchone()
    assert after == before + 4, "and the new balance, in each tier"
    assert history.latest(account("spare"), None, story.END) is not None


def test_dropped_tables_leave_no_row_behind(file: Path, history: History) -> None:
    """What is erased later is nowhere in the file."""
    write_other(history)
    assert story.WALLETS["spare"].encode() in file.with_name(f"{file.name}-wal").read_bytes()
    assert history.erase(AccountId("spare"))
    history.close()
    assert story.WALLETS["spare"].encode() not in file.read_bytes()


# The first release's program, still running


@pytest.fixture
def start_old(tmp_path: Path, file: Path) -> Iterator[Callable[[str], Recorder]]:
    recorders: list[Recorder] = []

    def start(name: str) -> Recorder:
        recorders.append(Recorder(tmp_path, name, story.API_URL))
        return recorders[-1]

    yield start
    for recorder in recorders:
        if recorder.process.poll() is None:
            recorder.process.kill()
            recorder.process.communicate()


def rows_in(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as database:
        return list(database.iterdump())


@pytest.mark.parametrize("name", ["farm", "barn"])
def test_running_old_program_fails_to_write(
    file: Path, history: History, start_old: Callable[[str], Recorder], name: str
) -> None:
    """The account "barn" has no permission yet: the old program would make a table for it."""
    old = start_old(name)
    assert old.record() if name == "farm" else old.opens()
    write_other(history)
    rows = rows_in(file)
    for _ in range(3):
        assert not old.record()
    assert not old.erase()
    assert old.end() == 0
    assert rows_in(file) == rows
    assert not list(file.parent.glob("*.corrupt-*"))


def test_new_program_reads_what_the_running_old_one_records(
    file: Path, history: History, start_old: Callable[[str], Recorder]
) -> None:
    old = start_old("farm")
    assert old.record()
    wallet = key(story.WALLETS["farm"])
    since = story.END - timedelta(days=3_650)
    assert [one.available for one in history.samples(account("farm"), wallet, since)][-1:] == [
        Decimal(50_000)
    ]
    assert old.record()
    assert [one.available for one in history.samples(account("farm"), wallet, since)][-1:] == [
        Decimal(49_999)
    ]
    write_other(history)
    assert [one.available for one in history.samples(account("farm"), wallet, since)][-2:] == [
        Decimal(50_000),
        Decimal(49_999),
    ]


def test_a_fresh_file_has_the_tables_of_a_migrated_one(
    file: Path, history: History, fresh: Story
) -> None:
    write_other(history)
    fresh.tell(1)
    tables = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
    schemas = []
    for one in (file, fresh.file):
        with closing(sqlite3.connect(one)) as database:
            schemas.append(database.execute(tables).fetchall())
    assert schemas[0] == schemas[1]


@pytest.fixture
def fresh(tmp_path: Path) -> Story:
    return Story(tmp_path / "fresh" / "history.sqlite3")
