"""A key that was pasted in the place of a name is neither logged nor passed on."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wallet_tray.cli.account import choose_account
from wallet_tray.cli.output import CommandError
from wallet_tray.credentials.environment import KeyUse
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.diagnostics.files import SettingsCheck
from wallet_tray.diagnostics.finding import Finding, Message, State
from wallet_tray.diagnostics.keyring import KeyringCheck
from wallet_tray.diagnostics.report import report_json, report_lines
from wallet_tray.diagnostics.run import DiagnosticReport
from wallet_tray.domain.account import is_account_id, shown_id
from wallet_tray.domain.setting_parsers import is_nameable
from wallet_tray.domain.settings import read_settings
from wallet_tray.providers.registry import Registry
from wallet_tray.startup.logging_setup import set_up_logging
from wallet_tray.storage.settings_file import SettingsNotSavedError, SettingsStore
from wallet_tray.text.results import faults_note

KEYS = [
    "5f4dcc3b5aa765d61d8327deb882cf99",
    "d2f1c0de-7e64-4a3b-9a3e-2f8f2b7f6c11",
    "sk-proj-abcDEF123456",
    "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "bn.abcdefghijklmnopqrst",
    "qwertyuiopasdfghjklzxcvb",
    "AKIAIOSFODNN7EXAMPLE",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
    "WTSENTINEL",
    "key12345",
    "bytenite_live_abcdefghijklmnop",
    "correct-horse-battery-staple",
    "ключ",
]
PLACES = {
    "a key": '"{key}" = 1\n',
    "a table": '["{key}"]\nx = 1\n',
    "a table in a table": '[display."{key}"]\nx = 1\n',
    "a key of a table": '[alerts]\n"{key}" = 1\n',
    "a key of an account": '[[accounts]]\n"{key}" = 1\n',
    "a limit of an account": '[[accounts]]\n[accounts.alerts]\n"{key}" = 1\n',
    "a list of tables": '[["{key}"]]\nid = "x"\n',
    "the name of something known": '[alerts."{key}"]\nlow_balance = "{key}"\n',
    "a wrong value": 'version = "{key}"\n[alerts]\nlow_balance = "{key}"\n',
    "a table in the place of another": 'accounts = "{key}"\ndisplay = "{key}"\n',
}


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before = list(root.handlers)
    set_up_logging(tmp_path / "log" / "wallet-tray.log")
    yield tmp_path / "log" / "wallet-tray.log"
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("key", KEYS)
def test_pasted_key_appears_nowhere(
    key: str,
    place: str,
    tmp_path_factory: pytest.TempPathFactory,
    log: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path_factory.mktemp("place") / "settings.toml"  # tmp_path is named after the test
    file.write_text(PLACES[place].replace("{key}", key), encoding="utf-8")
    store = SettingsStore(file)
    loaded = store.load()
    said = [faults_note([fault]) for fault in loaded.reading.faults]
    try:
        choose_account(store, None)
    except CommandError as error:
        said.append(error.sentence)
    try:
        store.save({"display.hide_amounts": True, "alerts.low_balance": 7})
    except (SettingsNotSavedError, ValueError) as error:
        said.append(repr(error))
        said.append(repr(error.__context__))
    said += [str(finding.sentences()) for finding in SettingsCheck(file).look()]
    said += [*capsys.readouterr(), log.read_text() if log.exists() else ""]
    for part in {key, *key.split(".")} - {"bn"}:
        assert part not in "\n".join(said)
    if "a key" in place:
        assert "unusual name" in "\n".join(said)


def test_unknown_key_similar_to_a_setting_is_named(tmp_path: Path, log: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("colour = 1\n[alerts]\nlo_balance = 1\n[[accounts]]\napi_adress = 1\n")
    SettingsStore(file).load()
    for name in ("colour", "alerts.lo_balance", "accounts[0].api_adress"):
        assert name in log.read_text()


@pytest.mark.parametrize("known", ["interval_seconds", "critical_balance", "hide_amounts"])
def test_our_own_names_are_nameable_wherever_they_stand(known: str) -> None:
    assert is_nameable(known)
    assert is_nameable(f"display.{known}")
    assert is_nameable(f"accounts[39999].alerts.{known}")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789_-."), min_size=21))
def test_nothing_long_is_nameable(key: str) -> None:
    (unknown,) = read_settings({key: 1, "version": 1}, Registry()).unknown
    assert not is_nameable(unknown)


# -- as the id of an account, where it may be one


@pytest.mark.parametrize("key", [*(k for k in KEYS[:6] if is_account_id(k)), "a1b2c3d4e5f6a7b8"])
def test_an_id_that_is_a_key_is_cut(key: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'[[accounts]]\nid = "first"\n[[accounts]]\nid = "{key}"\n')
    accounts = SettingsStore(file).load().reading.settings.accounts
    check = KeyringCheck(MemoryKeyring, {}, accounts, KeyUse(), "first")
    found = [*check.look(), Finding("service", State.OK, Message("Fine."), account=key)]
    report = DiagnosticReport(tuple(found), {})
    text = "\n".join(report_lines(report, None)) + report_json(report)
    assert key not in text
    assert key[:4] in text
    assert json.loads(report_json(report))


@pytest.mark.parametrize(
    "name", ["default", "gpu-box-2", "work_2026", "team-berlin-render-farm", "a1"]
)
def test_an_id_that_is_a_name_is_shown(name: str) -> None:
    assert shown_id(name) == name
