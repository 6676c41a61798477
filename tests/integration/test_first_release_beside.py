"""The first release's program itself: alone, beside this one, and with files of this one.

It is started from ``first_release/program.zip``. Its tray is represented by ``recorder.py``, which
keeps the history open and records into it, as the tray does.
"""

import hashlib
import json
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from tests.integration.first_release import story
from tests.support.first_release import (
    Recorder,
    environment_in,
    folders_in,
    install,
    left_by_old_program,
    run_new,
    run_old,
)
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.storage.paths import Folders
from wallet_tray.storage.settings_file import SettingsStore

READING = [
    ("history", "--json", "--account", "default"),
    ("history", "--csv", "--account", "farm"),
    ("history", "--since", "2026-02-01", "--account", "default"),
    ("balance", "--cached", "--account", "default"),
    ("balance", "--cached", "--json", "--account", "spare"),
    ("balance", "--cached", "--format", "waybar", "--account", "default"),
]


@pytest.fixture
def service(make_service: Callable[..., SimulatedService]) -> SimulatedService:
    return make_service("77.5")


@pytest.fixture
def folders(tmp_path: Path, service: SimulatedService) -> Folders:
    """The first release's files; the account "farm" is at the simulated service."""
    folders = folders_in(tmp_path)
    install(folders, {story.API_URL: service.api_url})
    return folders


@pytest.fixture
def refresh(tmp_path: Path, service: SimulatedService) -> Callable[..., str]:
    """Refreshes "farm" with the old or with this program; returns the available amount."""
    command = ["balance", "--json", "--account", "farm"]

    def refresh(run: Callable[..., "subprocess.CompletedProcess[str]"]) -> str:
        arguments = ["-m", "wallet_tray", *command] if run is run_old else command
        done = run(arguments, tmp_path, BYTENITE_API_KEY=service.api_key)
        assert done.returncode == 0, done.stderr
        return str(json.loads(done.stdout, parse_float=Decimal)["availableBalance"])

    return refresh


def version_of(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def digest_of(file: Path) -> str:
    """Return a digest of all tables and rows, whatever their names are."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        text = "\n".join(connection.iterdump())
    return hashlib.sha256(f"{version_of(file)}\n{text}".encode()).hexdigest()


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def history_of(account: str, root: Path) -> list[tuple[str, Decimal]]:
    """Return the wallets and available amounts that this program reads."""
    done = run_new(["history", "--json", "--account", account], root)
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout, parse_float=Decimal, parse_int=Decimal)["balances"]
    return [(row["accountId"], row["availableBalance"]) for row in rows]


@pytest.fixture
def start_recorder(
    folders: Folders, service: SimulatedService, tmp_path: Path
) -> Iterator[Callable[[str], Recorder]]:
    recorders: list[Recorder] = []

    def start(account: str) -> Recorder:
        recorders.append(Recorder(tmp_path, account, service.api_url))
        return recorders[-1]

    yield start
    for recorder in recorders:
        if recorder.process.poll() is None:
            recorder.process.kill()
            recorder.process.communicate()


@pytest.fixture
def recorder(start_recorder: Callable[[str], Recorder]) -> Recorder:
    return start_recorder("farm")


# The old program works at all


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_old_program_reads_its_files(
    folders: Folders, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = run_old(["-m", "wallet_tray", *arguments], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_old_program_is_the_first_release(tmp_path: Path) -> None:
    done = run_old(["-m", "wallet_tray", "--version"], tmp_path)
    assert (done.returncode, done.stdout) == (0, "wallet-tray 0.9.0\n")


def test_old_program_refreshes_and_records(
    folders: Folders, refresh: Callable[..., str], recorder: Recorder, tmp_path: Path
) -> None:
    assert recorder.record()
    before = digest_of(folders.history_file)
    assert refresh(run_old) == "77.5"
    assert digest_of(folders.history_file) != before
    assert recorder.record()
    assert recorder.end() == 0
    old = run_old(["-m", "wallet_tray", "balance", "--cached", "--account", "farm"], tmp_path)
    assert "49,999" in old.stdout.replace("\u00a0", " ")


# Reading changes nothing


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_leaves_every_byte_of_the_old_files(
    folders: Folders, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    places = (folders.config, folders.data, folders.history_file.parent)
    before = [bytes_in(place) for place in places]
    memory = folders.alert_memory_file.read_bytes()
    done = run_new(arguments, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert [bytes_in(place) for place in places] == before
    assert folders.alert_memory_file.read_bytes() == memory


def test_reading_beside_the_old_program_migrates_nothing(
    folders: Folders, recorder: Recorder, tmp_path: Path
) -> None:
    assert recorder.record()
    assert history_of("farm", tmp_path) == [(story.WALLETS["farm"], Decimal(50_000))]
    assert version_of(folders.history_file) == 1
    assert recorder.record()
    assert recorder.end() == 0


# A newer history


def test_old_program_leaves_a_newer_history_alone(
    folders: Folders, refresh: Callable[..., str], tmp_path: Path
) -> None:
    """Any newer one, even with the same tables."""
    with closing(sqlite3.connect(folders.history_file)) as connection:
        connection.execute("PRAGMA user_version = 2")
    left_alone(folders, refresh, tmp_path)


def test_old_program_leaves_a_migrated_history_alone(
    folders: Folders, refresh: Callable[..., str], tmp_path: Path
) -> None:
    assert refresh(run_new) == "77.5"
    assert version_of(folders.history_file) == 2
    left_alone(folders, refresh, tmp_path)


def left_alone(folders: Folders, refresh: Callable[..., str], root: Path) -> None:
    """The old program still shows what it was answered, and neither reads nor writes the file."""
    digest = digest_of(folders.history_file)
    assert refresh(run_old) == "77.5"
    done = run_old(["-m", "wallet_tray", "history", "--json", "--account", "farm"], root)
    assert done.returncode == ExitCode.NO_BALANCE
    assert "of a newer version" in done.stderr
    done = run_old(["-m", "wallet_tray", "erase", "--account", "farm", "--yes"], root)
    assert done.returncode != 0
    assert digest_of(folders.history_file) == digest
    assert not list(folders.history_file.parent.glob("*.corrupt-*"))


@pytest.fixture
def migrated_beside(
    folders: Folders, refresh: Callable[..., str], start_recorder: Callable[[str], Recorder]
) -> Callable[[str, bool], Recorder]:
    """Starts the old program, and migrates the file that it has open."""

    def migrated_beside(account: str, records: bool) -> Recorder:
        recorder = start_recorder(account)
        # It opens the file either way; without a record it has no permission yet.
        assert recorder.record() if records else recorder.opens()
        assert refresh(run_new) == "77.5"
        assert version_of(folders.history_file) == 2
        return recorder

    return migrated_beside


def test_running_old_program_never_writes_into_new_tables(
    folders: Folders, migrated_beside: Callable[..., Recorder]
) -> None:
    """It opened the file before the migration, so it does not look at the version again."""
    recorder = migrated_beside("farm", records=True)
    digest = digest_of(folders.history_file)
    for _ in range(5):
        assert not recorder.record()
        assert digest_of(folders.history_file) == digest
    assert recorder.end() == 0
    assert digest_of(folders.history_file) == digest
    assert not list(folders.history_file.parent.glob("*.corrupt-*"))


def test_running_old_program_gives_itself_no_permission_in_new_tables(
    folders: Folders, migrated_beside: Callable[..., Recorder]
) -> None:
    """Its first request for an account, such as one that was erased meanwhile."""
    recorder = migrated_beside("barn", records=False)
    digest = digest_of(folders.history_file)
    for _ in range(2):
        assert not recorder.record()
        assert digest_of(folders.history_file) == digest


def test_running_old_program_erases_nothing_by_halves(
    folders: Folders, migrated_beside: Callable[..., Recorder]
) -> None:
    """It does not know all new tables. It reports that something is left."""
    recorder = migrated_beside("farm", records=True)
    digest = digest_of(folders.history_file)
    assert not recorder.erase()
    assert digest_of(folders.history_file) == digest


def test_migration_beside_the_recording_old_program_loses_nothing(
    folders: Folders, service: SimulatedService, recorder: Recorder, tmp_path: Path
) -> None:
    year = history_of("default", tmp_path)
    assert all(recorder.record() for _ in range(20))
    command = ["-m", "wallet_tray", "balance", "--account", "farm"]
    with subprocess.Popen(
        [sys.executable, *command],
        env=environment_in(tmp_path, old=False, BYTENITE_API_KEY=service.api_key),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as migrating:
        while migrating.poll() is None:
            recorder.record()
        _, errors = migrating.communicate()
    assert migrating.returncode == 0, errors
    assert version_of(folders.history_file) == 2
    assert not recorder.record()
    assert recorder.end() == 0

    digest_of(folders.history_file)  # it is sound
    assert not list(folders.history_file.parent.glob("*.corrupt-*"))
    assert history_of("default", tmp_path) == year
    farm = history_of("farm", tmp_path)
    assert [one for wallet, one in farm if wallet == story.WALLETS["farm"]] == recorder.kept
    assert farm[-1] == (service.statement.wallet_id, Decimal("77.5"))


def test_first_write_migrates_with_nothing_lost(
    folders: Folders, refresh: Callable[..., str], service: SimulatedService, tmp_path: Path
) -> None:
    before = {name: history_of(name, tmp_path) for name in ("default", "spare")}
    assert version_of(folders.history_file) == 1
    assert refresh(run_new) == "77.5"
    assert version_of(folders.history_file) == 2
    assert {name: history_of(name, tmp_path) for name in before} == before
    assert history_of("farm", tmp_path) == [(service.statement.wallet_id, Decimal("77.5"))]


# Newer settings and a newer alert memory

SETTINGS = """\
version = 2
# of a later version

[[accounts]]
id = "farm"
provider = "bytenite"
variant = "main"
fields = { team = "a" }
"""
SAVES = """
import sys
from pathlib import Path
from wallet_tray.storage.settings_file import SettingsNotSavedError, SettingsStore
store = SettingsStore(Path(sys.argv[1]))
assert store.load().reading.newer
try:
    store.save({"accounts[farm].label": "Barn"})
except SettingsNotSavedError as error:
    print(error.reason.name)
"""


def test_old_program_leaves_migrated_settings_alone(folders: Folders, tmp_path: Path) -> None:
    """The first save migrates: each account has its own limits, and none is left for all."""
    SettingsStore(folders.settings_file).save({"accounts[farm].label": "Barn"})
    saved = folders.settings_file.read_bytes()
    document = tomllib.loads(saved.decode(), parse_float=Decimal)
    assert document["version"] == 2
    names = ("low_balance", "critical_balance", "amount_due")
    limits = [tuple(one["alerts"][name] for name in names) for one in document["accounts"]]
    assert limits == [(450, Decimal("35.5"), 3), (450, Decimal("35.5"), 3), (Decimal("50.5"), 5, 3)]
    assert not set(document.get("alerts", {})) & set(names)
    done = run_old(["-c", SAVES, str(folders.settings_file)], tmp_path)
    assert (done.returncode, done.stdout) == (0, "NEWER\n"), done.stderr
    assert folders.settings_file.read_bytes() == saved


def test_old_program_leaves_newer_settings_alone(folders: Folders, tmp_path: Path) -> None:
    folders.settings_file.write_text(SETTINGS)
    done = run_old(["-c", SAVES, str(folders.settings_file)], tmp_path)
    assert (done.returncode, done.stdout) == (0, "NEWER\n"), done.stderr
    assert bytes_in(folders.config) == {"settings.toml": SETTINGS.encode()}


def test_old_program_leaves_a_newer_alert_memory_alone(folders: Folders, tmp_path: Path) -> None:
    file = folders.alert_memory_file
    text = '{"version": 2, "accounts": {"farm": {"said": [{"figure": "available"}]}}}'
    file.write_text(text)
    assert left_by_old_program(file, tmp_path)
    assert file.read_text() == text
