"""settings.toml on the disk: every kind of damage, and saves that touch nothing else."""

import logging
import os
import stat
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.builders import make_settings
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.domain.settings import IconStyle, NotSavedReason, read_settings
from wallet_tray.providers.registry import Registry
from wallet_tray.storage.settings_file import (
    SettingsNotSavedError,
    SettingsStore,
    SettingsTrouble,
)
from wallet_tray.storage.settings_merge import merged

posix = pytest.mark.skipif(os.name == "nt", reason="modes and links as POSIX has them")

BY_HAND = """\
# my settings
version = 2   # one

  [alerts]  # of all accounts
  hours_left = 250.50   # enough for a night
an_old_one=50
my_own = "stays"

[future]
key = [1, 2, # three
       3]
when = 2026-01-02T03:04:05Z
nothing = nan

[[accounts]]
id = "default"  # the first
label = "Lab"

# the second one
[[accounts]]
id = "work"
[accounts.alerts]
low_balance = 5
"""


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "config" / "settings.toml")


@pytest.fixture
def written(store: SettingsStore) -> Callable[[bytes | str], SettingsStore]:
    def write(content: bytes | str) -> SettingsStore:
        store.path.parent.mkdir(exist_ok=True)
        store.path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return store

    return write


Written = Callable[[bytes | str], SettingsStore]


# --- loading ---------------------------------------------------------------------------------


def test_a_missing_file_means_the_defaults(store: SettingsStore) -> None:
    loaded = store.load()
    assert loaded.trouble is None
    assert loaded.reading.settings == make_settings()
    assert not store.path.parent.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"alerts = ",
        b"<html>",
        b"\x00\x01\x02",
        b"\xff\xfe",
        "version = 2".encode("utf-16"),
        b"[a]\n[a]\n",
        b"a = " + b"[" * 50_000,
        b"a = " + b"9" * 5000,
    ],
)
def test_invalid_toml_is_reported(written: Written, content: bytes) -> None:
    store = written(content)
    loaded = store.load()
    assert loaded.trouble is SettingsTrouble.NOT_TOML
    # The defaults, but the environment's key was meant for an account in that file.
    defaults = read_settings({}, Registry())
    without_account = replace(defaults.settings, first_account_id=None)
    assert loaded.reading == replace(defaults, settings=without_account)
    assert store.path.read_bytes() == content, "loading writes nothing"
    assert list(store.path.parent.iterdir()) == [store.path]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# nothing\n", b"\xef\xbb\xbfversion = 2\r\n"])
def test_empty_file_means_the_defaults(written: Written, content: bytes) -> None:
    loaded = written(content).load()
    assert loaded.trouble is None
    assert loaded.reading == read_settings({}, Registry())


def test_a_folder_in_its_place_is_unreadable(store: SettingsStore) -> None:
    store.path.mkdir(parents=True)
    assert store.load().trouble is SettingsTrouble.UNREADABLE
    with pytest.raises(SettingsNotSavedError) as caught:
        store.save({"display.icon": "number"})
    assert caught.value.reason is NotSavedReason.UNWRITABLE


def test_a_file_of_more_than_a_mebibyte_is_not_read(written: Written) -> None:
    store = written(b"#" * ((1 << 20) + 1))
    assert store.load().trouble is SettingsTrouble.UNREADABLE
    assert written(b"#" * (1 << 20)).load().trouble is None


@posix
def test_a_file_without_permission_is_unreadable(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = written("version = 2")

    def refused(*_: object) -> None:
        raise PermissionError

    # root may read everything, so the refusal itself is made
    monkeypatch.setattr(os, "open", refused)
    assert store.load().trouble is SettingsTrouble.UNREADABLE


def test_numbers_are_exact(written: Written) -> None:
    store = written("[alerts]\nlow_balance = 0.1\namount_due = 1234567890.12345678\n")
    (account,) = store.load().reading.settings.accounts
    limits = account.limits
    assert limits.low_balance == Decimal("0.1")
    assert limits.amount_due == Decimal("1234567890.12345678")


def test_unknown_keys_are_logged_once_and_only_if_they_look_like_names(
    written: Written, caplog: pytest.LogCaptureFixture
) -> None:
    store = written('colour = 1\n"sk live\\u0007 0123" = 2\n' + "k" * 60 + " = 3\n")
    with caplog.at_level(logging.WARNING):
        store.load()
        store.load()
    texts = [record.getMessage() for record in caplog.records]
    assert len(texts) == 3
    assert "colour" in texts[0]
    assert not any("0123" in text or "kkk" in text for text in texts)


# --- saving ----------------------------------------------------------------------------------


@posix
def test_the_first_save_makes_a_private_file(store: SettingsStore) -> None:
    store.save({"alerts.hours_left": Decimal("12.50"), "display.icon": IconStyle.NUMBER})
    assert tomllib.loads(store.path.read_text()) == {
        "version": 2,
        "alerts": {"hours_left": 12.5},
        "display": {"icon": "number"},
    }
    assert "12.50" in store.path.read_text(), "exactly as given"
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700


def test_only_the_changed_value_changes(written: Written) -> None:
    store = written(BY_HAND)
    store.save({"alerts.hours_left": 300, "accounts[work].label": "Büro"})
    expected = BY_HAND.replace("250.50", "300").replace(
        'id = "work"\n', 'id = "work"\nlabel = "Büro"\n\n'
    )
    assert store.path.read_text() == expected


def test_equal_values_are_not_touched(written: Written) -> None:
    store = written(BY_HAND)
    before = store.path.stat()
    store.save(
        {
            "alerts.hours_left": Decimal("250.50"),
            "accounts[default].label": "Lab",
            "display.icon": None,
            "accounts[other]": None,
            "accounts[other].label": None,
        }
    )
    after = store.path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_save_re_reads_the_file(store: SettingsStore, written: Written) -> None:
    store.save({"display.icon": "number"})
    written('version = 2\n[display]\nicon = "meter"\ntheme = "dark"\n')
    store.save({"display.hide_amounts": True})
    reading = store.load().reading.settings
    assert (reading.icon.value, reading.theme.value, reading.hide_amounts) == (
        "meter",
        "dark",
        True,
    )


def test_saving_none_removes_a_key(written: Written) -> None:
    store = written(BY_HAND)
    store.save({"alerts.hours_left": None, "accounts[work].alerts.low_balance": None})
    reading = store.load().reading
    assert reading.settings.hours_left == 0
    assert [account.limits.low_balance for account in reading.settings.accounts] == [100, 100]
    assert "my_own" in store.path.read_text()


def test_the_last_dotted_key_of_a_table_is_removed_and_comes_back(written: Written) -> None:
    store = written("version = 2\nalerts.hours_left = 1 # mine\ndisplay.icon = 'number'\n")
    store.save({"alerts.hours_left": None})
    assert store.load().reading.settings.hours_left == 0
    store.save({"display.icon": None, "display.theme": "dark", "alerts.hours_left": 3})
    settings = store.load().reading.settings
    assert (settings.icon.value, settings.theme.value) == ("meter", "dark")
    assert settings.hours_left == 3


def test_a_key_is_removed_from_a_table_in_two_places(written: Written) -> None:
    kept = "version = 2\nalerts.mine = 1\ndisplay.icon = 'meter'\n"
    store = written(f"{kept}alerts.hours_left = 2\n")
    store.save({"alerts.hours_left": None})
    assert store.path.read_text() == kept


def test_the_default_account_need_not_be_written(store: SettingsStore) -> None:
    store.save({"accounts[default].credential": CredentialKind.ACCESS_TOKEN})
    accounts = store.load().reading.settings.accounts
    assert [(a.id, a.credential.value) for a in accounts] == [("default", "access-token")]


def test_a_second_account_does_not_remove_the_unwritten_first(store: SettingsStore) -> None:
    store.save({"accounts[work].label": "Work", "accounts[work].alerts.low_balance": 7})
    accounts = store.load().reading.settings.accounts
    assert [(a.id, a.label, a.limits.low_balance) for a in accounts] == [
        ("default", "ByteNite", 100),
        ("work", "Work", 7),
    ]


def test_accounts_are_removed(written: Written) -> None:
    store = written(BY_HAND)
    store.save({"accounts[default]": None})
    assert [a.id for a in store.load().reading.settings.accounts] == ["work"]
    store.save({"accounts[work]": None})
    assert [a.id for a in store.load().reading.settings.accounts] == ["default"]


def test_accounts_as_inline_tables_stay_inline(written: Written) -> None:
    store = written('accounts = [\n  {id = "a"}, # first\n  {id = "b"},\n]\n')
    store.save({"accounts[b].label": "Bee", "accounts[c].alerts.amount_due": 2})
    text = store.path.read_text()
    assert "# first" in text
    assert "[[accounts]]" not in text
    accounts = store.load().reading.settings.accounts
    assert [(a.id, a.label, a.limits.amount_due) for a in accounts] == [
        ("a", "ByteNite", 0),
        ("b", "Bee", 0),
        ("c", "ByteNite", 2),
    ]


def test_invalid_toml_is_set_aside_only_by_a_save(written: Written) -> None:
    store = written(b"alerts = \xff")
    store.save({"display.icon": "number"})
    aside = store.path.with_name("settings.toml.broken")
    assert aside.read_bytes() == b"alerts = \xff"
    assert store.load().reading.settings.icon is IconStyle.NUMBER
    assert sorted(store.path.parent.iterdir()) == [store.path, aside]
    store.save({"display.icon": "meter"})
    assert aside.read_bytes() == b"alerts = \xff"


def test_save_replaces_a_broken_file_by_the_settings_in_force(written: Written) -> None:
    good = '# mine\n[alerts]\nlow_balance = 50\n\n[[accounts]]\nid = "own"\n'
    store = written(good.encode())
    store.load()
    store.path.write_bytes(b"broken {")
    assert store.load().trouble is SettingsTrouble.NOT_TOML
    store.save({"display.hide_amounts": True})
    reading = store.load().reading
    assert reading.settings.hide_amounts
    assert [account.limits.low_balance for account in reading.settings.accounts] == [50]
    assert [account.id for account in reading.settings.accounts] == ["own"]
    assert "# mine" in store.path.read_text()
    assert store.path.with_name("settings.toml.broken").read_bytes() == b"broken {"


@posix
def test_a_pipe_is_no_settings_file(store: SettingsStore) -> None:
    """Reading one would wait for a writer for ever."""
    store.path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(store.path)
    assert store.load().trouble is SettingsTrouble.UNREADABLE
    with pytest.raises(SettingsNotSavedError):
        store.save({"display.icon": "number"})


def test_a_newer_versions_file_is_used_and_never_written(written: Written) -> None:
    text = 'version = 3\n[display]\nicon = "number"\n'
    store = written(text)
    assert store.load().reading.newer
    assert store.load().reading.settings.icon is IconStyle.NUMBER
    with pytest.raises(SettingsNotSavedError) as caught:
        store.save({"display.icon": "meter"})
    assert caught.value.reason is NotSavedReason.NEWER
    assert store.path.read_text() == text
    assert list(store.path.parent.iterdir()) == [store.path]


@posix
def test_a_link_to_the_users_dotfiles_stays(store: SettingsStore, tmp_path: Path) -> None:
    (tmp_path / "dotfiles.toml").write_text("# mine\n")
    store.path.parent.mkdir()
    store.path.symlink_to(tmp_path / "dotfiles.toml")
    store.save({"display.icon": "number"})
    assert store.path.is_symlink()
    assert (tmp_path / "dotfiles.toml").read_text().startswith("# mine\n")


def test_unwritable_disk_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = SettingsStore(tmp_path / "file" / "settings.toml")
    with pytest.raises(SettingsNotSavedError) as caught:
        store.save({"display.icon": "number"})
    assert caught.value.reason is NotSavedReason.UNWRITABLE


def test_accounts_of_another_shape_are_not_overwritten(written: Written) -> None:
    store = written("accounts = 5\n")
    with pytest.raises(SettingsNotSavedError):
        store.save({"accounts[default].label": "x"})
    assert store.path.read_text() == "accounts = 5\n"


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 2},
        {"display.colour": "red"},
        {"display": "red"},
        {"a.b.c": 1},
        {"accounts[Default].label": "x"},
        {"accounts[0]": {"id": "x"}},
        {"accounts[default].secret": "x"},
        {"accounts[default].alerts.secret": 1},
        {"refresh.interval_seconds": 29},
        {"alerts.low_balance": 5},
        {"alerts.hours_left": -1},
        {"alerts.hours_left": Decimal("NaN")},
        {"alerts.hours_left": float("inf")},
        {"accounts[default].alerts.low_balance": "5"},
        {"display.hide_amounts": 1},
        {"network.proxy": "ftp://x"},
        {"accounts[default].label": "a\nb"},
        {"accounts[default].label": "\ud800"},
        {"accounts[default].api_url": "http://example.com"},
        {"accounts[default].id": "work"},
        {"display.icon": ["meter"]},
    ],
)
def test_unknown_settings_are_not_written(written: Written, changes: dict[str, object]) -> None:
    store = written(BY_HAND)
    with pytest.raises(ValueError, match=r".+"):
        store.save(changes)
    assert store.path.read_text() == BY_HAND


# Shapes that people write, and some that only a test would.
SHAPES = [
    "",
    "# only a comment",
    "[alerts]\nlow_balance = 1",
    "alerts.low_balance = 1\r\ndisplay.icon = 'meter'\r\n",
    "alerts = {low_balance = 1} # inline\ndisplay = {}\n",
    "[alerts]\n[other.deep]\nx = 1e9999\n[display]\nicon = 'number'\n[other.flat]\n",
    "accounts = [{id = 'work', alerts = {low_balance = 2}}, {}]\n",
    "[[accounts]]\nid = 'q'",
    "[[accounts]]\n[accounts.alerts]\nlow_balance = 1\n[refresh]\ninterval_seconds = 60\n",
    "accounts = []\n",
    "alerts.low_balance = 7\nalerts.critical_balance = 3 # c\naccounts = [{id = 'two'}, {}]\n",
    "alerts.hours_left = 7\nalerts.amount_due = 3\nalerts.critical_balance = 2\n[[accounts]]\n",
    BY_HAND,
]

LIMIT = st.decimals(0, 10**15, allow_nan=False, places=3) | st.integers(0, 10**15)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "refresh.interval_seconds": st.integers(30, 86_400),
    "alerts.hours_left": LIMIT,
    "accounts[default].alerts.hours_left": LIMIT,
    "display.icon": st.sampled_from(["meter", "number"]),
    "display.hide_amounts": st.booleans(),
    "display.language": st.sampled_from(["auto", "de", "pt_BR"]),
    "network.proxy": st.sampled_from(["system", "none", "http://proxy.example:3128"]),
    "accounts[default].label": st.text("aÄß\"'\\#[]= €", min_size=1, max_size=9).filter(str.strip),
    "accounts[default].alerts.low_balance": LIMIT,
    "accounts[work].credential": st.sampled_from(["api-key", "access-token"]),
    "accounts[work].alerts.critical_balance": LIMIT,
}


@given(
    st.sampled_from(SHAPES),
    st.fixed_dictionaries({}, optional={k: st.none() | v for k, v in VALUES.items()}),
)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_saved_values_are_read_again_and_comments_survive(
    tmp_path: Path, shape: str, changes: dict[str, Any]
) -> None:
    store = SettingsStore(tmp_path / "settings.toml")
    store.path.write_bytes(shape.encode())
    store.save(changes)
    text = store.path.read_bytes().decode()
    removed = {key.rpartition(".")[2] for key, value in changes.items() if value is None}
    for line in shape.splitlines():  # a comment goes with the removed value that it is about
        if line.partition("=")[0].strip() not in removed:
            assert line.partition("#")[2].strip() in text
    document = tomllib.loads(text, parse_float=Decimal)
    for key, value in changes.items():
        found: Any = document
        account_id = key.partition("[")[2].partition("]")[0]
        if account_id:
            tables = document.get("accounts", [])
            matching = [t for t in tables if t.get("id", "default") == account_id]
            found = matching[0] if matching else {}
        for name in key.rpartition("]")[2].strip(".").split("."):
            found = found.get(name) if isinstance(found, dict) else None
        assert found == value
    before = store.path.stat().st_mtime_ns
    store.save({key: value for key, value in changes.items() if value is not None})
    assert store.path.stat().st_mtime_ns == before, "a second time there is nothing to write"


def test_loading_does_not_import_tomlkit() -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from wallet_tray.storage.settings_file import SettingsStore;"
        "SettingsStore(Path('none')).load(); print('tomlkit' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


def test_the_interval_reaches_the_settings(store: SettingsStore) -> None:
    store.save({"refresh.interval_seconds": 45})
    assert store.load().reading.settings.refresh_interval == timedelta(seconds=45)


def test_an_added_account_keeps_its_distance_from_the_next_table() -> None:
    text = 'version = 2\n\n[[accounts]]\nid = "a"\n\n[display]\nhide_amounts = true\n'
    added = '[[accounts]]\nid = "b"\nlabel = "B"\n\n'
    expected = text.replace("[display]", f"{added}[display]")
    assert merged(text, {"accounts[b].label": "B"}) == expected


VERSION_1 = """\
# mine
[alerts]
low_balance = 250.50   # enough for a night
# for the accountant
amount_due = 3
hours_left = 2

[[accounts]]
id = "default"  # the first

[[accounts]]
id = "work"
alerts = {low_balance = 5}
"""


def test_the_first_save_moves_the_limits_of_version_1_into_the_accounts(written: Written) -> None:
    store = written(VERSION_1)
    before = store.load().reading
    assert store.path.read_text() == VERSION_1, "reading writes nothing"
    store.save({"display.icon": "number"})
    text = store.path.read_text()
    document = tomllib.loads(text, parse_float=Decimal)
    assert document["version"] == 2
    assert document["alerts"] == {"hours_left": 2}
    assert [account["alerts"] for account in document["accounts"]] == [
        {"low_balance": Decimal("250.50"), "amount_due": 3},
        {"low_balance": 5, "amount_due": 3},
    ]
    for comment in ("# mine", "# enough for a night", "# for the accountant", "# the first"):
        assert comment in text
    after = store.load().reading
    assert after.settings.accounts == before.settings.accounts
    assert (after.faults, after.unknown) == ((), ())


def test_limits_without_an_account_move_into_the_implied_one(written: Written) -> None:
    store = written("alerts.critical_balance = 7\n")
    store.save({"display.icon": "number"})
    document = tomllib.loads(store.path.read_text())
    assert document["accounts"] == [{"id": "default", "alerts": {"critical_balance": 7}}]
    assert [a.limits.critical_balance for a in store.load().reading.settings.accounts] == [7]


def test_a_wrong_limit_keeps_the_file_at_version_1(written: Written) -> None:
    """Moved, it would switch its account off."""
    store = written("[alerts]\nlow_balance = -7\ncritical_balance = 3\n")
    store.save({"display.icon": "number"})
    reading = store.load().reading
    assert [fault.key for fault in reading.faults] == ["alerts.low_balance"]
    assert [a.limits.critical_balance for a in reading.settings.accounts] == [3]
    assert "version" not in tomllib.loads(store.path.read_text())


def test_line_ends_of_windows_stay_the_only_ones(written: Written) -> None:
    store = written(VERSION_1.replace("\n", "\r\n"))
    store.save({"display.icon": "number", "accounts[lab].label": "Lab"})
    data = store.path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > VERSION_1.count("\n")
