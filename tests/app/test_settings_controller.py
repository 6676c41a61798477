"""Settings in force, with real files and the real disk thread."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.support.builders import make_settings
from wallet_tray.app.background import BackgroundThread
from wallet_tray.app.settings_controller import SettingsController
from wallet_tray.domain.settings import Settings
from wallet_tray.storage.settings_file import SettingsStore

MINUTE = "[refresh]\ninterval_seconds = 60\n"
HOUR = "[refresh]\ninterval_seconds = 3600\n"
BROKEN = "[refresh\ninterval_seconds = 60\n"


class Reader(QObject):
    """Notes what the watch says, and in which thread."""

    def __init__(self, watch: SettingsController) -> None:
        super().__init__()
        self.changes: list[Settings] = []
        self.loads = 0
        self.notes = 0
        self.threads: set[int] = set()
        watch.changed.connect(self._on_changed)
        watch.loaded.connect(self._on_loaded)
        watch.note_changed.connect(self._on_note)

    def _on_changed(self, settings: Settings) -> None:
        self.changes.append(settings)
        self.threads.add(threading.get_ident())

    def _on_loaded(self) -> None:
        self.loads += 1
        self.threads.add(threading.get_ident())

    def _on_note(self) -> None:
        self.notes += 1


class Place:
    def __init__(self, file: Path, qtbot: Any) -> None:
        self.file = file
        self.qtbot = qtbot
        self.store = SettingsStore(file)
        self.disk = BackgroundThread("disk")
        self.watch = SettingsController(self.store, self.disk)
        self.reader = Reader(self.watch)

    @property
    def interval(self) -> int:
        return int(self.watch.settings.refresh_interval.total_seconds())

    def start(self) -> None:
        with self.qtbot.waitSignal(self.watch.loaded):
            self.watch.start()

    def expect_load(self, step: Callable[[], object]) -> None:
        """The step leads to a load by itself."""
        with self.qtbot.waitSignal(self.watch.loaded):
            step()

    def replace(self, text: str) -> None:
        """As most editors save: a new file takes the old one's name."""
        new = self.file.with_name("settings.toml.new")
        new.write_text(text, encoding="utf-8")
        new.replace(self.file)


@pytest.fixture
def open_place(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., Place]]:
    places: list[Place] = []

    def open_it(text: str | None = None) -> Place:
        file = tmp_path / "settings.toml"
        if text is not None:
            file.write_text(text, encoding="utf-8")
        places.append(Place(file, qtbot))
        return places[-1]

    yield open_it
    for place in places:
        place.disk.finish(timedelta(seconds=30))
        place.watch.deleteLater()


def test_the_first_settings_are_there_at_once(open_place: Callable[..., Place]) -> None:
    place = open_place(MINUTE)
    assert place.interval == 60
    assert place.watch.note == ""
    assert place.disk._thread.ident is None


def test_a_change_before_the_watch_began_is_noticed(open_place: Callable[..., Place]) -> None:
    place = open_place(MINUTE)
    place.file.write_text(HOUR, encoding="utf-8")
    place.start()
    assert place.interval == 3600


@pytest.mark.parametrize("way", ["in place", "replaced", "deleted and made again"])
def test_changes_on_disk_are_picked_up_again_and_again(
    open_place: Callable[..., Place], way: str
) -> None:
    place = open_place(MINUTE)
    place.start()
    for seconds in (120, 180, 240):
        text = f"[refresh]\ninterval_seconds = {seconds}\n"
        if way == "deleted and made again":
            place.file.unlink()
        if way == "replaced":
            place.expect_load(lambda text=text: place.replace(text))
        else:
            place.expect_load(lambda text=text: place.file.write_text(text, encoding="utf-8"))
        assert place.interval == seconds
    assert [int(one.refresh_interval.total_seconds()) for one in place.reader.changes] == [
        120,
        180,
        240,
    ]
    assert place.reader.threads == {threading.get_ident()}


def test_a_file_that_keeps_another_name_is_not_watched_in_its_place(
    open_place: Callable[..., Place],
) -> None:
    """An editor's backup is a second name of the old file; the new one is changed in place."""
    place = open_place(MINUTE)
    place.start()
    os.link(place.file, place.file.with_name("settings.toml~"))
    place.expect_load(lambda: place.replace(HOUR))
    place.expect_load(lambda: place.file.write_text(MINUTE, encoding="utf-8"))
    assert place.interval == 60


def test_a_file_that_comes_later_is_read_and_one_that_goes_leaves_what_is_in_force(
    open_place: Callable[..., Place],
) -> None:
    place = open_place()
    place.start()
    assert place.interval == 300
    place.expect_load(lambda: place.file.write_text(MINUTE, encoding="utf-8"))
    assert place.interval == 60
    place.expect_load(lambda: place.file.write_text(HOUR, encoding="utf-8"))
    assert place.interval == 3600
    assert place.watch.is_first_start
    place.expect_load(place.file.unlink)
    assert place.interval == 3600
    assert "gone" in place.watch.note


def test_other_files_of_the_folder_change_nothing(open_place: Callable[..., Place]) -> None:
    place = open_place(MINUTE)
    place.start()
    for number in range(20):
        place.file.with_name(f"other {number}.toml").write_text(HOUR, encoding="utf-8")
    place.qtbot.waitUntil(lambda: place.reader.loads >= 2)
    assert place.reader.changes == []
    assert place.interval == 60


def test_many_changes_in_a_row_are_read_once_they_are_over(
    open_place: Callable[..., Place],
) -> None:
    place = open_place(MINUTE)
    place.start()
    loads = place.reader.loads
    for seconds in range(100, 200):
        place.replace(f"[refresh]\ninterval_seconds = {seconds}\n")
    place.qtbot.waitUntil(lambda: place.interval == 199)
    assert place.reader.loads - loads <= 3


def test_a_broken_file_leaves_the_last_good_settings_in_force(
    open_place: Callable[..., Place],
) -> None:
    place = open_place(MINUTE)
    place.start()
    place.expect_load(lambda: place.replace(BROKEN))
    assert place.interval == 60
    assert "TOML" in place.watch.note
    assert place.reader.notes == 1
    assert place.file.read_text(encoding="utf-8") == BROKEN, "it is the user's to mend"
    place.expect_load(lambda: place.replace(HOUR))
    assert place.interval == 3600
    assert place.watch.note == ""


def test_a_broken_file_at_the_start_means_the_defaults_and_a_note(
    open_place: Callable[..., Place],
) -> None:
    place = open_place(BROKEN)
    # The environment's key was meant for an account in that file: it is for none of these.
    assert place.watch.settings == replace(make_settings(), first_account_id=None)
    assert "TOML" in place.watch.note


def test_a_wrong_value_is_named_and_the_others_count(open_place: Callable[..., Place]) -> None:
    place = open_place()
    place.start()
    text = MINUTE + '[alerts]\nlow_balance = "many"\n'
    place.expect_load(lambda: place.file.write_text(text, encoding="utf-8"))
    assert place.interval == 60
    assert "alerts.low_balance" in place.watch.note


def test_saving_keeps_comments_and_puts_the_change_into_force(
    open_place: Callable[..., Place],
) -> None:
    place = open_place("# mine\n" + MINUTE)
    place.start()
    with place.qtbot.waitSignal(place.watch.changed):
        place.watch.save({"display.hide_amounts": True})
    assert place.watch.settings.hide_amounts
    assert place.interval == 60
    assert "# mine\n" in place.file.read_text(encoding="utf-8")


def test_saving_works_before_and_without_the_watch(open_place: Callable[..., Place]) -> None:
    place = open_place()
    with place.qtbot.waitSignal(place.watch.changed):
        place.watch.save({"refresh.interval_seconds": 60})
    assert place.interval == 60


def test_saves_are_done_in_their_order(open_place: Callable[..., Place]) -> None:
    place = open_place()
    place.start()
    for hide in (True, False, True, False, True):
        place.watch.save({"display.hide_amounts": hide})
    place.qtbot.waitUntil(lambda: place.reader.loads >= 6)
    assert place.watch.settings.hide_amounts


def test_a_file_of_a_newer_version_is_used_but_not_written(
    open_place: Callable[..., Place],
) -> None:
    newer = "version = 3\n" + MINUTE
    place = open_place(newer)
    place.start()
    assert place.interval == 60
    with place.qtbot.waitSignal(place.watch.note_changed):
        place.watch.save({"display.hide_amounts": True})
    assert "newer version" in place.watch.note
    assert place.file.read_text(encoding="utf-8") == newer
    assert not place.watch.settings.hide_amounts


def test_amounts_are_hidden_at_once_and_go_into_the_file(open_place: Callable[..., Place]) -> None:
    place = open_place(MINUTE)
    place.start()
    place.watch.hide_amounts(True)
    assert place.watch.settings.hide_amounts
    place.watch.hide_amounts(False)
    assert not place.watch.settings.hide_amounts
    place.watch.hide_amounts(True)
    place.qtbot.waitUntil(lambda: "hide_amounts = true" in place.file.read_text(encoding="utf-8"))
    place.qtbot.waitUntil(lambda: place.reader.loads >= 2)
    hidden = [settings.hide_amounts for settings in place.reader.changes]
    assert hidden == [True, False, True], "nothing flickers while the disk is slower"


def test_amounts_are_hidden_for_this_run_where_the_file_is_not_written(
    open_place: Callable[..., Place],
) -> None:
    place = open_place("version = 3\n" + MINUTE)
    place.start()
    with place.qtbot.waitSignal(place.watch.note_changed):
        place.watch.hide_amounts(True)
    with place.qtbot.waitSignal(place.watch.loaded):
        place.file.write_text("version = 2\n" + HOUR, encoding="utf-8")
    assert place.interval == 3600
    assert place.watch.settings.hide_amounts, "another change in the file uncovers nothing"


def test_the_file_decides_again_once_it_was_written(open_place: Callable[..., Place]) -> None:
    place = open_place(MINUTE)
    place.start()
    with place.qtbot.waitSignal(place.watch.loaded):
        place.watch.hide_amounts(True)
    place.qtbot.waitUntil(lambda: "hide_amounts" in place.file.read_text(encoding="utf-8"))
    place.file.write_text(MINUTE, encoding="utf-8")
    place.qtbot.waitUntil(lambda: not place.watch.settings.hide_amounts)


def test_unwritable_settings_are_reported(open_place: Callable[..., Place], tmp_path: Path) -> None:
    place = open_place()
    place.file.mkdir()
    with place.qtbot.waitSignal(place.watch.note_changed):
        place.watch.save({"display.hide_amounts": True})
    assert "not saved" in place.watch.note
    assert not place.watch.settings.hide_amounts
