"""Settings in every state a file can be in."""

import os
from pathlib import Path

import pytest

from tests.support.own_seconds import OwnSeconds
from wallet_tray.diagnostics.files import SettingsCheck

SECRET = "WTSENTINEL-0123456789-abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "wallet-tray"
    folder.mkdir(mode=0o700)
    return folder / "settings.toml"


def look(file: Path) -> list[tuple[str, str]]:
    findings = SettingsCheck(file).look()
    return [(finding.state.value, " ".join(finding.sentences())) for finding in findings]


def test_no_file(file: Path) -> None:
    assert look(file) == [("ok", "There is no settings file, so the defaults are in force. ")]


def test_file_without_a_fault(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("[alerts]\nlow_balance = 7\n")
    monkeypatch.setenv("HOME", str(file.parent.parent))
    assert look(file) == [("ok", "~/wallet-tray/settings.toml is read without a fault. ")]


@pytest.mark.parametrize(
    ("content", "part"), [(b"= [", "no valid TOML"), (b"x" * (1 << 20 | 1), "cannot be read")]
)
def test_file_that_cannot_be_used(file: Path, content: bytes, part: str) -> None:
    file.write_bytes(content)
    check = SettingsCheck(file)
    (finding,) = check.look()
    assert finding.state == "problem"
    assert part in finding.sentences()[0]
    assert "no account was examined" in finding.sentences()[0]
    assert check.loaded is not None
    assert check.loaded.trouble is not None


def test_pipe_in_its_place_is_not_waited_for(file: Path) -> None:
    os.mkfifo(file)
    with OwnSeconds() as own:
        ((state, _),) = look(file)
    assert state == "problem"
    assert own.seconds < 1


def test_faults_are_named_the_disabled_account_first(file: Path) -> None:
    file.write_text(
        f'[refresh]\ninterval_seconds = 1\n[[accounts]]\napi_url = "http://{SECRET}.test"\n'
    )
    (first, second) = look(file)
    assert first[0] == second[0] == "problem"
    assert "accounts[0].api_url must be an https address" in first[1]
    assert "switched off" in first[1]
    assert "refresh.interval_seconds must be a number from 30 to 86400" in second[1]
    assert SECRET not in first[1]


def test_many_faults_are_counted(file: Path) -> None:
    file.write_text("".join(f'[[accounts]]\nid = "{n}!"\n' for n in range(20)))
    found = look(file)
    assert len(found) == 9
    assert "12 more values" in found[-1][1]


def test_newer_file_and_unknown_keys(file: Path) -> None:
    file.write_text(f'version = 3\nlow = 1\n"{SECRET}" = 1\n[alerts]\nlo_balance = 1\n')
    fine, newer, unknown = look(file)
    assert fine[0] == "ok"
    assert newer[0] == unknown[0] == "note"
    assert "newer version" in newer[1]
    assert "no effect: low, alerts.lo_balance, 1 more." in unknown[1]
    assert SECRET not in unknown[1]


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "reported"),
    [(0o755, 0o644, True), (0o700, 0o644, False), (0o755, 0o600, False)],
)
def test_proxys_password_that_others_can_read(
    file: Path, folder_mode: int, file_mode: int, reported: bool
) -> None:
    file.write_text(f'[network]\nproxy = "http://me:{SECRET}@proxy.test:1"\n')
    file.parent.chmod(folder_mode)
    file.chmod(file_mode)
    _, *more = look(file)
    assert bool(more) is reported
    assert all("the proxy's password" in text and SECRET not in text for _, text in more)


def test_variable_of_two_accounts_is_a_problem(file: Path) -> None:
    file.write_text('[[accounts]]\nid = "a-b"\n[[accounts]]\nid = "a_b"\n')
    check = SettingsCheck(file, None, {"WALLET_TRAY_KEY_A_B": SECRET})
    _, (state, text) = [(one.state, " ".join(one.sentences())) for one in check.look()]
    assert state == "problem"
    assert text.startswith("WALLET_TRAY_KEY_A_B is set and not used: it could be for a-b, a_b.")
