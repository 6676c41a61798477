"""What PyInstaller finds and a bundle does not need: libraries, plugins, translations, modules."""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

# Offered to the program by others' hooks, or reached only by code that never runs here.
EXCLUDED_MODULES = [
    "PIL",
    "_pytest",
    "brotli",
    "chardet",
    "click",
    "curses",
    "dbus",
    "gi",
    "h2",
    "lib2to3",
    "multiprocessing",
    "nis",
    "numpy",
    "pkg_resources",
    "pydoc",
    "pygments",
    "pytest",
    "rich",
    "setuptools",
    "tkinter",
    "trio",
    "unittest",
    "xmlrpc",
    "zstandard",
]
if sys.platform != "win32":
    EXCLUDED_MODULES += ["PySide6.QtNetwork"]  # the named pipe of Windows alone uses it

# Qt's own words (dialog buttons) in the languages of the program.
_LANGUAGES = "de|es|fr|it|zh_CN"

_UNWANTED = re.compile(
    "|".join(
        (
            rf"/PySide6/(?:Qt/)?translations/(?!qtbase_(?:{_LANGUAGES})\.qm$)",
            r"/plugins/platforms/(?:libq(?:eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)"
            r"|(?:lib)?qminimal\.|qdirect2d\.)",
            r"/opengl32sw\.",  # draws in place of a graphics card; nothing here asks for one
            r"/plugins/platformthemes/libqgtk3",
            r"/plugins/(?:egldeviceintegrations|generic|networkinformation|qmltooling|tls"
            r"|sqldrivers)/",
            r"/plugins/imageformats/.*q(?:pdf|tiff|webp|tga|icns|wbmp|gif|jpeg|ico)\.",
            r"libQt6(?:EglFS|Network|OpenGLWidgets|Pdf|Qml|Quick|Sql|Test|VirtualKeyboard)",
            # The host's own: they must fit its drivers, display, settings or C library.
            r"/lib(?:c|dl|m|pthread|rt|stdc\+\+|gcc_s|GL|EGL|GLX|GLdispatch|OpenGL)\.so",
            r"/lib(?:wayland-(?:client|cursor|egl|server)|xcb|X11|X11-xcb|Xau|Xdmcp)\.so",
            r"/lib(?:dbus-1|fontconfig|freetype|glib-2\.0|gthread-2\.0)\.so",
        )
    )
)

# The starter itself loads libpython.
_LIBRARY = re.compile(r"(?:PySide6/Qt/lib/)?lib(?!python)[^/]+\.so[.0-9]*")


def wanted(destination: str) -> bool:
    """Return whether a file belongs in the bundle; ``destination`` is its path in there."""
    return _UNWANTED.search("/" + destination.replace("\\", "/")) is None


def trimmed(entries: Iterable[tuple]) -> list[tuple]:
    """Return the wanted ones of PyInstaller's entries (destination, source, kind)."""
    return [entry for entry in entries if wanted(entry[0])]


def without_orphans(entries: list[tuple], imports: Callable[[str], Iterable[str]]) -> list[tuple]:
    """Remove the libraries that no remaining file loads, such as those of dropped plugins.

    ``imports`` returns the names of the libraries that a file loads. Only libraries at the top
    level are removed: Python's own modules, plugins and the files of packages stay.
    """
    while True:
        loaded = {
            Path(name).name
            for destination, source, kind in entries
            if kind in ("BINARY", "EXTENSION") and source
            for name in imports(source)
        }
        kept = [
            entry
            for entry in entries
            if not _LIBRARY.fullmatch(entry[0]) or Path(entry[0]).name in loaded
        ]
        if len(kept) == len(entries):
            return kept
        entries = kept
