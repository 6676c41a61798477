"""The settings are found again wherever their path leads now: folders, links, mounts."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from wallet_tray.app.background import BackgroundThread
from wallet_tray.app.settings_controller import SettingsController
from wallet_tray.storage.paths import way_to
from wallet_tray.storage.settings_file import SettingsStore

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links as POSIX has them")


def settings(seconds: int) -> str:
    return f"[refresh]\ninterval_seconds = {seconds}\n"


class Home:
    """A home with settings in .config/wallet-tray, which may be a link by then."""

    def __init__(self, root: Path, qtbot: Any) -> None:
        self.root = root
        self.qtbot = qtbot
        self.folder = root / "home" / ".config" / "wallet-tray"
        self.file = self.folder / "settings.toml"
        self.disk = BackgroundThread("disk")
        self.watch: SettingsController | None = None

    def begin(self) -> None:
        self.watch = SettingsController(SettingsStore(self.file), self.disk)
        with self.qtbot.waitSignal(self.watch.loaded):
            self.watch.start()

    def expect(self, seconds: int) -> None:
        """In force by itself."""
        self.qtbot.waitUntil(
            lambda: self.watch.settings.refresh_interval == timedelta(seconds=seconds)
        )

    def expect_changes(self, *, begin: int = 1000) -> None:
        """Both ways to save are noticed where the file is now."""
        for number in range(2):
            self.file.write_text(settings(begin + 2 * number))
            self.expect(begin + 2 * number)
            new = self.file.with_name("new")
            new.write_text(settings(begin + 2 * number + 1))
            new.replace(self.file)
            self.expect(begin + 2 * number + 1)


@pytest.fixture
def home(tmp_path: Path, qtbot: QtBot) -> Iterator[Home]:
    home = Home(tmp_path, qtbot)
    yield home
    home.disk.finish(timedelta(seconds=30))
    if home.watch is not None:
        home.watch.deleteLater()


def write(folder: Path, seconds: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.toml").write_text(settings(seconds))


def test_a_folder_that_is_replaced(home: Home) -> None:
    write(home.folder, 100)
    home.begin()
    for number in (1, 2, 3):
        new = home.root / f"new{number}"
        write(new, 100 + number)
        home.folder.rename(home.root / f"old{number}")
        new.rename(home.folder)
        home.expect(100 + number)
        home.expect_changes()
        # What the old folder holds has no effect any more.
        (home.root / f"old{number}" / "settings.toml").write_text(settings(77))
    home.expect_changes(begin=2000)


def test_a_folder_above_that_is_replaced(home: Home) -> None:
    write(home.folder, 100)
    home.begin()
    write(home.root / "new" / ".config" / "wallet-tray", 101)
    (home.root / "home").rename(home.root / "old")
    (home.root / "new").rename(home.root / "home")
    home.expect(101)
    home.expect_changes()


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_a_folder_that_is_removed_and_made_again(home: Home, depth: int) -> None:
    write(home.folder, 100)
    home.begin()
    with home.qtbot.waitSignal(home.watch.loaded):
        shutil.rmtree([home.folder, *home.folder.parents][depth])
    home.qtbot.waitUntil(lambda: "gone" in home.watch.note)
    home.expect(100)
    write(home.folder, 101)
    home.expect(101)
    assert home.watch.note == ""
    home.expect_changes()


def test_a_folder_that_was_never_there_and_comes(home: Home) -> None:
    (home.root / "home").mkdir()
    home.begin()
    assert home.watch.is_first_start
    home.folder.parent.mkdir()
    write(home.folder, 101)
    home.expect(101)
    home.expect_changes()


def point(link: Path, target: object) -> None:
    """As "ln -sfn" does it."""
    new = link.with_name("new link")
    new.symlink_to(str(target))
    new.replace(link)


@pytest.mark.parametrize("link", ["wallet-tray", ".config", "in between"])
@pytest.mark.parametrize("relative", [True, False])
def test_a_link_that_is_re_pointed(home: Home, link: str, relative: bool) -> None:
    """The folder itself, one above it, and a link that only another link leads to."""
    for name, seconds in (("a", 100), ("b", 101)):
        write(home.root / "dots" / name / "wallet-tray", seconds)
    dots = Path("../dots") if relative else home.root / "dots"
    (home.root / "home").mkdir()
    config = home.root / "home" / ".config"
    if link == "wallet-tray":
        config.mkdir()
        place = config / "wallet-tray"
        targets = [f"{'../' if relative else ''}{dots}/{name}/wallet-tray" for name in "ab"]
    elif link == ".config":
        place, targets = config, [f"{dots}/{name}" for name in "ab"]
    else:
        config.symlink_to(f"{dots}/current")
        place = home.root / "dots" / "current"
        targets = ["a", "b"] if relative else [str(home.root / "dots" / name) for name in "ab"]
    place.symlink_to(targets[0])
    home.begin()
    home.expect(100)
    for turn in (1, 0, 1):
        point(place, targets[turn])
        home.expect((100, 101)[turn])
    home.expect_changes()


def test_a_file_that_is_a_link_is_followed_into_its_folder(home: Home) -> None:
    """As dotfile managers have it: the file itself lies elsewhere, and is replaced there."""
    dots = home.root / "dots"
    write(dots, 100)
    home.folder.mkdir(parents=True)
    home.file.symlink_to(dots / "settings.toml")
    home.begin()
    (dots / "settings.toml").unlink()
    home.qtbot.waitUntil(lambda: "cannot be read" in home.watch.note)
    home.expect(100)
    write(dots, 101)
    home.expect(101)
    new = dots / "new"
    new.write_text(settings(102))
    new.replace(dots / "settings.toml")
    home.expect(102)
    (dots / "other.toml").write_text(settings(103))
    point(home.file, dots / "other.toml")
    home.expect(103)


def test_a_link_in_a_circle_is_no_settings_file_and_ends(home: Home) -> None:
    home.folder.mkdir(parents=True)
    home.file.symlink_to("settings.toml")
    assert len(way_to(home.file)) > 2
    home.begin()
    assert "cannot be read" in home.watch.note
    home.file.unlink()
    write(home.folder, 101)
    home.expect(101)


def test_changes_in_parent_folders_do_not_reload_the_file(home: Home) -> None:
    write(home.folder, 100)
    home.begin()
    loads: list[None] = []
    home.watch.loaded.connect(lambda: loads.append(None))
    for number in range(20):
        (home.root / "home" / f"{number}").write_text("")
    home.file.write_text(settings(101))  # what comes after it is read
    home.expect(101)
    assert len(loads) == 1


def mount(*arguments: str) -> None:
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("mounting takes root")
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"mounting is not permitted here: {done.stderr.strip()}")


def test_a_file_system_that_comes_and_goes(home: Home) -> None:
    write(home.folder, 100)
    home.begin()
    for _ in range(2):
        mount("-t", "tmpfs", "-o", "size=64k", "none", str(home.folder))
        try:
            home.qtbot.waitUntil(lambda: "gone" in home.watch.note)
            home.expect(100)
            write(home.folder, 101)
            home.expect(101)
            home.expect_changes()
        finally:
            subprocess.run(["umount", str(home.folder)], check=True)
        home.expect(100)
    home.expect_changes()


def test_a_file_of_another_file_system_comes_and_goes(home: Home) -> None:
    write(home.folder, 100)
    other = home.root / "other.toml"
    other.write_text(settings(101))
    home.begin()
    mount("--bind", str(other), str(home.file))
    try:
        home.expect(101)
    finally:
        subprocess.run(["umount", str(home.file)], check=True)
    home.expect(100)


def way(path: Path) -> list[str]:
    return [place for place, _ in way_to(path)]


def test_watched_path_follows_every_link(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    write(root / "real" / "x", 1)
    (root / "one").symlink_to("two")
    (root / "two").symlink_to(root / "real" / "x" / ".." / "x")
    assert way(root / "one" / "settings.toml")[-4:] == [
        str(root),
        str(root / "real"),
        str(root / "real" / "x"),
        str(root / "real" / "x" / "settings.toml"),
    ]
    assert way(root / "one" / "none.toml")[-1] == str(root / "real" / "x")
    assert way(root / "none" / "settings.toml")[-1] == str(root)


def test_another_way_is_noticed_by_what_is_there(tmp_path: Path) -> None:
    file = tmp_path / "a" / "settings.toml"
    write(file.parent, 1)
    ways: list[Callable[[], object]] = [
        lambda: file.write_text("[alerts]\n"),
        lambda: (tmp_path / "a").rename(tmp_path / "b"),
        lambda: write(file.parent, 1),
        file.unlink,
    ]
    for change in ways:
        before = way_to(file)
        assert way_to(file) == before
        change()
        assert way_to(file) != before
