"""How the free desktops read an entry: by the letter of the specification, and by GLib itself."""

import ctypes
import re
import subprocess
import sys
from pathlib import Path

_STRING_ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
_RESERVED = " \t\n\"'\\><~|&;$*?#()`"

# Run in a process of its own: GLib starts the program as its child.
_LAUNCHER = """
import ctypes, ctypes.util, sys
gio = ctypes.CDLL("libgio-2.0.so.0")
new = gio.g_desktop_app_info_new_from_filename
new.restype, new.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
launch = gio.g_app_info_launch
launch.restype, launch.argtypes = ctypes.c_int, [ctypes.c_void_p] * 4
entry = new(sys.argv[1].encode())
sys.exit(0 if entry and launch(entry, None, None, None) else 1)
"""


def has_glib() -> bool:
    """Whether GLib's own launcher can be asked; Qt needs the same package."""
    try:
        ctypes.CDLL("libgio-2.0.so.0")
    except OSError:
        return False
    return True


def launch_with_glib(entry: Path) -> int:
    """Start what the entry names, as a desktop of GLib does; 0 where it was started."""
    return subprocess.run([sys.executable, "-c", _LAUNCHER, str(entry)], timeout=300).returncode


def keys_of(text: str) -> dict[str, str]:
    """The strings of an entry with one group, unescaped; anything irregular is an error."""
    first, *lines = text.splitlines()
    assert first == "[Desktop Entry]"
    keys: dict[str, str] = {}
    for line in lines:
        found = re.fullmatch(r"([A-Za-z0-9-]+)=(.*)", line)
        assert found, line
        assert found[1] not in keys, "a key twice"
        assert found[2] == found[2].strip(), "blanks at the ends are cut off by readers"
        keys[found[1]] = _unescaped(found[2])
    return keys


def arguments_of(value: str) -> list[str]:
    """The arguments of an unescaped Exec (Desktop Entry Specification 1.5, "The Exec key")."""
    arguments: list[str] = []
    place = 0
    while place < len(value):
        if value[place] == '"':
            argument, place = _quoted(value, place + 1)
        else:
            end = value.find(" ", place)
            end = len(value) if end < 0 else end
            argument, place = value[place:end], end
            assert argument, "arguments are parted by one blank"
            assert not set(argument) & set(_RESERVED), f"unquoted: {argument}"
        arguments.append(_without_field_codes(argument))
        if place < len(value):
            assert value[place] == " "
            place += 1
    return arguments


def _quoted(value: str, place: int) -> tuple[str, int]:
    argument = ""
    while value[place] != '"':
        if value[place] == "\\":
            place += 1
            assert value[place] in '"`$\\'
        else:
            assert value[place] not in "`$", "to be escaped inside quotes"
        argument += value[place]
        place += 1
    return argument, place + 1


def _without_field_codes(argument: str) -> str:
    assert not re.search(r"%(?!%)", argument.replace("%%", "")), f"a field code: {argument}"
    return argument.replace("%%", "%")


def _unescaped(value: str) -> str:
    def letter(found: re.Match[str]) -> str:
        return _STRING_ESCAPES[found[1]]

    return re.sub(r"\\(.)", letter, value)
