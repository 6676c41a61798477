"""UiState alerts: over restarts, and whatever is on the disk."""

import json
import logging
import os
import stat
from pathlib import Path

import pytest

from wallet_tray.storage.state_file import StateFile

STATE = {"default": {"level": "low", "said": ["low", "due"], "until": None}, "work": {}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "alerts.json"


def test_a_restart_remembers(path: Path) -> None:
    memory = StateFile(path)
    assert memory.load() == {}
    assert not path.parent.exists(), "reading creates nothing"
    memory.save(STATE)
    memory.save_window({"x": 10, "y": -3})
    after = StateFile(path)
    assert after.load() == STATE
    assert after.load_window() == {"x": 10, "y": -3}
    assert json.loads(path.read_text()) == {
        "version": 1,
        "accounts": STATE,
        "window": {"x": 10, "y": -3},
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_is_private(path: Path) -> None:
    StateFile(path).save(STATE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_unchanged_state_is_not_written(path: Path) -> None:
    memory = StateFile(path)
    memory.save(STATE)
    before = path.stat().st_ino
    memory.save(json.loads(json.dumps(STATE)))
    assert path.stat().st_ino == before
    memory.save({})
    assert path.stat().st_ino != before


def test_account_is_removed_from_the_state_file(path: Path) -> None:
    memory = StateFile(path)
    memory.save(STATE)
    memory.save_window({"x": 1})
    memory.remove_account("default")
    memory.remove_account("unknown")
    assert StateFile(path).load() == {"work": {}}
    assert StateFile(path).load_window() == {"x": 1}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\x00",
        b"[]",
        b"null",
        b"{}",
        b'{"version": "1"}',
        b'{"version": true}',
        b'{"version": 0}',
        b'{"version": 1, "accounts": []}',
        b'{"version": 1, "accounts": {"default": 5}}',
        b'{"version": 1, "window": null}',
        b'{"version": 1, "accounts": {"default": {"until": NaN}}}',
        b"[" * 200_000,
        b'{"version": ' + b"1" * 5000 + b"}",
        b" " * ((1 << 20) + 1),
    ],
)
def test_a_damaged_file_is_set_aside_and_begun_again(
    path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    memory = StateFile(path)
    with caplog.at_level(logging.WARNING):
        assert memory.load() == {}
    assert len(caplog.records) == 1
    assert path.with_name("alerts.json.broken").read_bytes() == content
    memory.save(STATE)
    assert StateFile(path).load() == STATE


def test_a_newer_versions_file_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"version": 2, "accounts": {"default": {"new": 1}}}')
    before = path.read_bytes()
    memory = StateFile(path)
    assert memory.load() == {}
    memory.save(STATE)
    assert memory.load() == STATE, "it goes on in memory"
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_unwritable_disk_is_reported_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "state").write_bytes(b"a file where the folder should be")
    memory = StateFile(tmp_path / "state" / "alerts.json")
    with caplog.at_level(logging.WARNING):
        assert memory.load() == {}
        for level in ("low", "critical", "empty"):
            memory.save({"default": {"level": level}})
    assert memory.load() == {"default": {"level": "empty"}}
    assert len(caplog.records) == 1


def test_a_folder_in_its_place_is_no_exception(path: Path) -> None:
    path.mkdir(parents=True)
    memory = StateFile(path)
    assert memory.load() == {}
    memory.save(STATE)
    assert memory.load() == STATE


@pytest.mark.parametrize("value", [{1, 2}, float("nan"), object()])
def test_state_that_is_no_json_raises(path: Path, value: object) -> None:
    memory = StateFile(path)
    memory.save(STATE)
    with pytest.raises((TypeError, ValueError)):
        memory.save({"default": {"level": value}})
    assert memory.load() == STATE
    assert StateFile(path).load() == STATE


def test_a_newer_version_that_cannot_be_erased_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_text('{"version": 2, "accounts": {"default": {"new": 1}}}')
    before = path.read_bytes()
    memory = StateFile(path)
    memory.load()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", _refuse)
        assert memory.erase() == path
    memory.save(STATE)
    assert path.read_bytes() == before
    assert memory.erase() is None
    memory.save(STATE)
    assert StateFile(path).load() == STATE, "what is erased is in nothing's way"


def test_file_that_cannot_be_removed_is_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = StateFile(path)
    memory.save({"default": {"level": "low"}})
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", _refuse)
        assert memory.erase() == path
    memory.save(STATE)
    assert StateFile(path).load() == STATE


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError("a folder that is closed to us")


def test_changing_what_was_handed_out_or_in_changes_nothing(path: Path) -> None:
    memory = StateFile(path)
    state: dict[str, dict[str, object]] = {"default": {"said": ["low"]}}
    memory.save(state)
    state["default"]["level"] = "x"
    memory.load()["default"]["level"] = "y"
    assert memory.load() == {"default": {"said": ["low"]}}


@pytest.mark.parametrize("text", [None, "damaged", '{"version": 999}'])
def test_erase_removes_any_file(path: Path, text: str | None) -> None:
    memory = StateFile(path)
    memory.save(STATE)
    memory.save_window({"x": 10})
    path.with_name("alerts.json.broken").write_text("older")
    if text is not None:
        path.write_text(text)
        memory.reload()
    assert memory.erase() is None
    assert (memory.load(), memory.load_window()) == ({}, {})
    assert list(path.parent.iterdir()) == []
    memory.save({})
    assert list(path.parent.iterdir()) == [], "nothing to remember needs no file"
    memory.save(STATE)
    assert StateFile(path).load() == STATE
