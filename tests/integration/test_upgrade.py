"""An upgrade or a removal underneath the running program: a click says so."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import wallet_tray
from wallet_tray.app import upgrade_watch
from wallet_tray.app.upgrade_watch import InstalledCopy
from wallet_tray.credentials.keyring_thread import KeyringCall, KeyringThread, deadline
from wallet_tray.domain.problem import ProblemKind, WalletTrayError
from wallet_tray.refresh.messages import Refresh
from wallet_tray.refresh.worker import RefreshWorker
from wallet_tray.simulator.server import SimulatedService

PROGRAM = Path(__file__).with_name("upgraded_program.py")
PACKAGE = Path(wallet_tray.__file__).parent
UPGRADED = "Wallet Tray was upgraded or removed since it was started. Quit it and start it again."


@pytest.fixture
def seen_after(
    tmp_path: Path, make_service: Callable[..., SimulatedService]
) -> Callable[[str, str], list[str]]:
    """Runs a copy of the program, changes its files, does as its user would."""
    service = make_service("512.34")
    copy = tmp_path / "copy"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, copy / "wallet_tray", ignore=ignored)
    shutil.copytree(PACKAGE.parent / "resources", copy / "resources", ignore=ignored)
    names = ("CONFIG", "DATA", "STATE", "CACHE")
    places = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in names}
    (tmp_path / "run").mkdir(mode=0o700)
    settings = tmp_path / "config" / "wallet-tray" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[[accounts]]\nid = "own"\napi_url = "{service.api_url}"\n')
    environment = {
        **os.environ,
        **places,
        "HOME": str(tmp_path),
        "PYTHONPATH": str(copy),
        "PYTHONSAFEPATH": "1",
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "QT_QPA_PLATFORM": "offscreen",
        "BYTENITE_API_KEY": service.api_key,
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none",
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path}/none",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }

    def seen_after(change: str, action: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, str(PROGRAM), change, action],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        seen: list[str] = json.loads(done.stdout)
        return seen

    return seen_after


@pytest.mark.parametrize(
    ("change", "action"),
    [
        ("removed", "click"),
        ("removed", "second start"),
        ("moved", "settings"),
        ("removed", "hide amounts"),
        ("another version", "click"),
        ("another version", "open"),
        ("another version", "diagnosis"),
        ("half", "click"),
        ("half", "sign in"),
        ("half", "about"),
        ("half", "hide amounts"),
    ],
)
def test_a_click_says_so(
    seen_after: Callable[[str, str], list[str]], change: str, action: str
) -> None:
    assert seen_after(change, action) == [UPGRADED]


@pytest.mark.parametrize("change", ["nothing", "the same once more"])
def test_a_click_opens_the_popup_where_nothing_else_is_there(
    seen_after: Callable[[str, str], list[str]], change: str
) -> None:
    assert seen_after(change, "click") == ["Popup"]


def gone(*_: object, **__: object) -> Any:
    raise ModuleNotFoundError("No module named 'wallet_tray.http.client'")


def test_worker_with_removed_imports_is_reported() -> None:
    answer = RefreshWorker(gone, "own").step(Refresh(1))
    assert getattr(answer.outcome, "kind", None) is ProblemKind.REPLACED


def test_keyring_with_removed_imports_is_reported() -> None:
    thread = KeyringThread(gone)
    call = KeyringCall("own", lambda _keyring: None, lambda _call: None)
    thread.submit(call)
    assert thread.wait_for(call, deadline(None))
    assert call.problem is not None
    assert call.problem.kind is ProblemKind.REPLACED
    assert WalletTrayError(call.problem)


def test_a_bundle_is_another_one_when_its_program_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bundle" / "wallet-tray"
    program.parent.mkdir()
    program.write_bytes(b"1")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    copy = InstalledCopy()
    assert not copy.is_another()
    program.with_name("new").write_bytes(b"1")
    program.with_name("new").replace(program)
    assert copy.is_another()
    copy = InstalledCopy()
    shutil.rmtree(program.parent)
    assert copy.is_another()
    program.parent.mkdir()
    program.write_bytes(b"2")
    assert copy.is_another()


def test_package_in_an_archive_is_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        upgrade_watch.wallet_tray, "__file__", str(tmp_path / "zip" / "__init__.py")
    )
    assert not InstalledCopy().is_another()
