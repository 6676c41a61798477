"""The file for a user who has none: it says what can be set and sets nothing."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

from tests.support.builders import make_settings
from wallet_tray.domain.settings import read_settings
from wallet_tray.providers.registry import Registry
from wallet_tray.storage.settings_file import SettingsStore, template, write_where_missing


def test_template_sets_nothing() -> None:
    got = read_settings(tomllib.loads(template()), Registry())
    assert (got.settings, got.faults, got.unknown) == (make_settings(), (), ())


def test_its_lines_are_the_defaults_when_they_are_switched_on() -> None:
    lines = re.compile(r"^# ((\w+ = .*)|\[\[accounts\]\]|\[accounts\.alerts\])$", re.MULTILINE)
    switched_on = lines.sub(r"\1", template())
    assert switched_on.count("=") > 14
    got = read_settings(tomllib.loads(switched_on), Registry())
    assert (got.faults, got.unknown) == ((), ())
    (account,), (usual,) = got.settings.accounts, make_settings().accounts
    assert account.limits == usual.limits
    assert replace(account, own_limits=usual.own_limits) == usual
    assert replace(got.settings, accounts=(usual,), listed=()) == make_settings()


def test_template_is_private_and_replaces_no_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    write_where_missing(path)
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text("# mine\n")
    write_where_missing(path)
    assert path.read_text() == "# mine\n"


def test_a_save_keeps_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write_where_missing(path)
    store = SettingsStore(path)
    store.save({"alerts.hours_left": 5, "display.icon": "number", "accounts[lab].label": "Lab"})
    text = path.read_text()
    assert "# Low balance, below: a number from 0 on" in text
    settings = store.load().reading.settings
    assert (settings.hours_left, settings.icon) == (5, "number")
    assert [account.id for account in settings.accounts] == ["default", "lab"]
