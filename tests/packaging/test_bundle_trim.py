"""What stays in a bundle and what goes."""

import pytest
from bundle_trim import trimmed, wanted, without_orphans

QT = "PySide6/Qt"


@pytest.mark.parametrize(
    "path",
    [
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/plugins/platforms/libqwayland.so",
        f"{QT}/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\platforms\\qoffscreen.dll",
        "PySide6\\Qt6Network.dll",
        f"{QT}/plugins/iconengines/libqsvgicon.so",
        f"{QT}/plugins/imageformats/libqsvg.so",
        f"{QT}/plugins/platformthemes/libqxdgdesktopportal.so",
        f"{QT}/translations/qtbase_de.qm",
        f"{QT}/lib/libQt6DBus.so.6",
        "wallet_tray/resources/icons/wallet-16.svg",
        "wallet_tray/resources/translations/wallet_tray_de.qm",
        "libsqlite3.so.0",
        "libxcb-cursor.so.0",
        "libpython3.11.so.1.0",
        "libcrypto.so.3",
    ],
)
def test_kept(path: str) -> None:
    assert wanted(path)


@pytest.mark.parametrize(
    "path",
    [
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/plugins/tls/libqopensslbackend.so",
        f"{QT}/plugins/imageformats/libqtiff.so",
        f"{QT}/plugins/platforms/libqminimal.so",
        f"{QT}/plugins/platforms/libqminimalegl.so",
        "PySide6\\plugins\\imageformats\\qtiff.dll",
        "PySide6\\plugins\\platforms\\qdirect2d.dll",
        "PySide6\\plugins\\platforms\\qminimal.dll",
        "PySide6\\opengl32sw.dll",
        f"{QT}/translations/qtbase_ru.qm",
        f"{QT}/translations/qt_help_de.qm",
        f"{QT}/lib/libQt6Network.so.6",
        "libGL.so.1",
        "libdbus-1.so.3",
        "libstdc++.so.6",
        "libxcb.so.1",
    ],
)
def test_dropped(path: str) -> None:
    assert not wanted(path)


def test_trimmed_leaves_entries_as_they_are() -> None:
    kept = ("libz.so.1", "/usr/lib/libz.so.1", "BINARY")
    assert trimmed([kept, ("libGL.so.1", "/usr/lib/libGL.so.1", "BINARY")]) == [kept]


def test_libraries_that_only_dropped_ones_load_go_too() -> None:
    loads = {"plugin": ["libone.so.1"], "one": ["libtwo.so.2"], "two": [], "lost": ["liblast.so"]}
    entries = [
        ("PySide6/plugin.so", "plugin", "BINARY"),
        ("libone.so.1", "one", "BINARY"),
        ("libtwo.so.2", "two", "BINARY"),
        ("liblost.so.1", "lost", "BINARY"),
        ("liblast.so", "two", "BINARY"),
        ("libpython3.11.so.1.0", "two", "BINARY"),
    ]
    kept = [entry[0] for entry in without_orphans(entries, loads.__getitem__)]
    assert kept == ["PySide6/plugin.so", "libone.so.1", "libtwo.so.2", "libpython3.11.so.1.0"]
