"""A settings file that is out of reach for a moment: the key of the environment goes nowhere else.

The account's service and a proxy that records stand on loopback; what the default account would
ask goes through the proxy.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.integration.running_program import RunningProgram
from tests.support.recording_proxy import RecordingProxy
from wallet_tray.diagnostics.run import run_checks
from wallet_tray.simulator.server import BALANCE, SimulatedService

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and modes as POSIX has them")


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[RecordingProxy]:
    proxy = RecordingProxy()
    for name in ("http_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    yield proxy
    proxy.close()


@pytest.fixture
def service(
    running: RunningProgram, proxy: RecordingProxy, make_service: Callable[..., SimulatedService]
) -> SimulatedService:
    """That of the account in the settings; its key is in the environment."""
    service = make_service("512.34")
    running.write_settings([{"id": "own", "label": "Own", "api_url": service.api_url}])
    running.environment = {"BYTENITE_API_KEY": service.api_key}
    return service


def begin(running: RunningProgram) -> None:
    running.start()
    running.wait(lambda: "512.34" in running.tooltip())


def ask_all(running: RunningProgram) -> None:
    """Each account asks once more, and has its answer."""
    assert running.program is not None
    for session in running.program._sessions:
        running.wait(lambda session=session: not session.refreshes.refreshing)
        with running.qtbot.waitSignal(session.refreshes.outcome):
            session.refreshes.refresh_now()


def move_away(file: Path) -> None:
    file.rename(file.with_suffix(".away"))


def empty(file: Path) -> None:
    file.write_text("")


def make_a_folder(file: Path) -> None:
    move_away(file)
    file.mkdir()


def let_dangle(file: Path) -> None:
    move_away(file)
    file.symlink_to("nowhere.toml")


def list_another(file: Path) -> None:
    file.write_text('[[accounts]]\nid = "else"\n')


def rename_the_account(file: Path) -> None:
    """The same id at another address: the provider's own, as none is written."""
    file.write_text('[[accounts]]\nid = "own"\n')


def move_the_folder_away(file: Path) -> None:
    file.parent.rename(file.parent.with_name("away"))


def replace_the_folder(file: Path) -> None:
    move_the_folder_away(file)
    file.parent.mkdir()


WAYS = [
    move_away,
    empty,
    make_a_folder,
    let_dangle,
    list_another,
    rename_the_account,
    move_the_folder_away,
    replace_the_folder,
]
STAYS = [move_away, make_a_folder, let_dangle, move_the_folder_away, replace_the_folder]


@pytest.mark.parametrize("way", WAYS)
def test_while_running_the_key_stays_with_its_host(
    running: RunningProgram, proxy: RecordingProxy, service: SimulatedService, way: Callable
) -> None:
    begin(running)
    with running.qtbot.waitSignal(running.program._settings.loaded):
        way(running.folders.settings_file)
    ask_all(running)
    assert proxy.asked == []
    if way in STAYS:
        assert "512.34" in running.tooltip()
        running.wait(lambda: bool(running.program._settings.note))  # an earlier load may come first


@pytest.mark.parametrize("way", STAYS)
def test_settings_stay_in_force_until_the_file_is_back(
    running: RunningProgram, proxy: RecordingProxy, service: SimulatedService, way: Callable
) -> None:
    begin(running)
    file, watch = running.folders.settings_file, running.program._settings
    text = file.read_text()
    with running.qtbot.waitSignal(watch.loaded):
        way(file)
    before = service.request_count(BALANCE)
    ask_all(running)
    assert service.request_count(BALANCE) == before + 1
    if file.is_dir():
        file.rmdir()
    elif file.is_symlink():
        file.unlink()
    file.parent.mkdir(exist_ok=True)
    file.write_text("[alerts]\nlow_balance = 7\n" + text)
    running.wait(lambda: watch.settings.accounts[0].limits.low_balance == 7)
    assert watch.note == ""
    ask_all(running)
    assert "512.34" in running.tooltip()
    assert proxy.asked == []


def test_a_change_that_is_saved_meanwhile_is_made_to_what_is_in_force(
    running: RunningProgram, proxy: RecordingProxy, service: SimulatedService
) -> None:
    begin(running)
    file, watch = running.folders.settings_file, running.program._settings
    with running.qtbot.waitSignal(watch.loaded):
        move_away(file)
    watch.save({"accounts[own].alerts.low_balance": 7})
    running.wait(lambda: watch.settings.accounts[0].limits.low_balance == 7)
    assert [one.id for one in watch.settings.accounts] == ["own"]
    assert service.api_url in file.read_text()
    ask_all(running)
    assert proxy.asked == []


def test_opening_a_missing_file_writes_the_settings_in_force(
    running: RunningProgram, proxy: RecordingProxy, service: SimulatedService
) -> None:
    begin(running)
    file, watch = running.folders.settings_file, running.program._settings
    with running.qtbot.waitSignal(watch.loaded):
        move_away(file)
    with running.qtbot.waitSignal(watch.loaded):
        running.program.actions._settings_file.make()
    assert [one.id for one in watch.settings.accounts] == ["own"]
    ask_all(running)
    assert proxy.asked == []


@pytest.mark.parametrize("way", WAYS)
def test_a_start_meanwhile_gives_the_key_to_none_that_was_not_listed(
    running: RunningProgram, proxy: RecordingProxy, service: SimulatedService, way: Callable
) -> None:
    begin(running)
    running.close()
    file = running.folders.settings_file
    text = file.read_text()
    way(file)
    running.start()
    ask_all(running)
    if way not in (list_another, rename_the_account):  # these stand in the file
        assert proxy.asked == []
    assert not running.program._windows.settings.welcome_is_due
    if way is move_away:
        file.write_text(text)
        running.wait(lambda: "512.34" in running.tooltip())
        assert proxy.asked == []


@pytest.mark.parametrize("way", STAYS)
def test_a_start_after_commands_alone_knows_it_from_the_history(
    running: RunningProgram, proxy: RecordingProxy, service: SimulatedService, way: Callable
) -> None:
    begin(running)
    running.close()
    running.folders.accounts_marker.unlink()  # commands leave none
    way(running.folders.settings_file)
    running.start()
    ask_all(running)
    assert proxy.asked == []


def test_a_fresh_installation_uses_the_key_with_and_without_a_file_of_other_settings(
    running: RunningProgram, proxy: RecordingProxy
) -> None:
    running.environment = {"BYTENITE_API_KEY": "WTSENTINEL-0123456789"}
    running.start()
    running.wait(lambda: bool(proxy.asked))
    assert proxy.asked[0] == "CONNECT api.bytenite.com:443 HTTP/1.1"
    running.program._settings.save({"alerts.hours_left": 7})
    running.wait(lambda: running.program._settings.settings.hours_left == 7)
    asked = len(proxy.asked)
    ask_all(running)
    assert len(proxy.asked) > asked
    running.folders.settings_file.unlink()
    ask_all(running)
    assert len(proxy.asked) > asked + 1
    assert not running.folders.accounts_marker.exists()


def test_the_diagnosis_of_the_running_program_keeps_to_the_host(
    running: RunningProgram, proxy: RecordingProxy, service: SimulatedService
) -> None:
    begin(running)
    for way in (rename_the_account, move_away):
        way(running.folders.settings_file)
        found = run_checks(running.program._context)
        text = str([finding.sentences() for finding in found.findings])
        assert "BYTENITE_API_KEY is used instead" not in text
        assert not any(
            finding.values.get("variable") for finding in found.findings if finding.account
        )


needs_root = pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="another user is needed, which takes root and setpriv",
)

WATCHER = """
import os, sys
from datetime import timedelta
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from wallet_tray.app.settings_controller import SettingsController
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.app.background import BackgroundThread

app = QCoreApplication([])
file = Path(sys.argv[1])
disk = BackgroundThread("disk")
watch = SettingsController(SettingsStore(file), disk)
steps = iter([lambda: file.chmod(0), lambda: file.parent.chmod(0), lambda: None])

def loaded():
    hosts = [one.host for one in watch.settings.accounts]
    print(hosts, watch.settings.first_account_id, bool(watch.note), flush=True)
    step = next(steps, None)
    if step is None:
        app.quit()
    else:
        step()
        watch.load()

watch.loaded.connect(loaded)
watch.start()
app.exec()
disk.finish(timedelta(seconds=30))
os._exit(0)
"""


@needs_root
def test_a_file_that_may_not_be_read_any_more_leaves_the_last_good_settings(tmp_path: Path) -> None:
    folder = Path("/tmp") / f"wallet-tray-test-{os.getpid()}"
    folder.mkdir(mode=0o700)
    file = folder / "settings.toml"
    try:
        file.write_text('[[accounts]]\nid = "own"\napi_url = "https://wallet.example/v1"\n')
        for path in (folder, file):
            os.chown(path, 65534, 65534)
        done = subprocess.run(
            [
                *("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                *(sys.executable, "-c", WATCHER, str(file)),
            ],
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, "HOME": "/nonexistent", "PYTHONPATH": str(Path.cwd())},
        )
        shown = done.stdout.splitlines()
        assert shown[0] == "['wallet.example'] own False", done.stderr
        assert set(shown[1:]) == {"['wallet.example'] own True"}
        assert len(shown) >= 3
        assert "Traceback" not in done.stderr
    finally:
        shutil.rmtree(folder)
