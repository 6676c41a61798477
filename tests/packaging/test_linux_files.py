"""Menu entry and metainfo: valid, and saying the same as the program."""

import configparser
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET  # our own file
from pathlib import Path

import pytest

from wallet_tray import APP_ID, __version__

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
METAINFO = LINUX / f"{APP_ID}.metainfo.xml"
DESKTOP = LINUX / f"{APP_ID}.desktop"


def valid(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed")
def test_the_menu_entry_is_valid() -> None:
    valid("desktop-file-validate", str(DESKTOP))


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not installed")
def test_the_metainfo_is_valid() -> None:
    valid("appstreamcli", "validate", "--no-net", str(METAINFO))


def test_they_name_the_program_and_each_other() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(DESKTOP, encoding="utf-8")
    menu = entry["Desktop Entry"]
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert menu["Exec"] in scripts["gui-scripts"]
    assert menu["Icon"] == APP_ID
    tree = ET.parse(METAINFO)  # noqa: S314
    assert tree.findtext("id") == APP_ID
    assert tree.findtext("launchable") == DESKTOP.name
    provided = {node.text for node in tree.iterfind("provides/binary")}
    assert provided == {*scripts["scripts"], *scripts["gui-scripts"]}


def test_the_metainfo_knows_this_version() -> None:
    releases = [node.get("version") for node in ET.parse(METAINFO).iterfind("releases/release")]  # noqa: S314
    assert releases[0] == __version__


def test_no_package_starts_the_program_at_login() -> None:
    for path in (ROOT / "packaging").rglob("*"):
        assert "autostart" not in path.name, path
