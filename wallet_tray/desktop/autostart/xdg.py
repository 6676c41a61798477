"""Start at login on freedesktop.org desktops, through an entry in the user's autostart folder.

Desktop Application Autostart Specification 0.5 and Desktop Entry Specification 1.5.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from wallet_tray import APP_ID, DISPLAY_NAME
from wallet_tray.desktop.autostart.autostart import (
    AutostartRefusedError,
    Write,
    refuse_controls,
)
from wallet_tray.desktop.launch_command import is_there
from wallet_tray.domain.results import AutostartRefusal, AutostartState
from wallet_tray.storage.files import read_regular

_MAX_BYTES = 1 << 16
# Excludes the specification's reserved characters and those that other parsers treat specially.
_PLAIN = r"[A-Za-z0-9_./+:,@-]+\Z"
_WORD = r'"((?:[^"\\]|\\.)*)"|([^\s"]+)'
_IN_QUOTES = str.maketrans({sign: f"\\{sign}" for sign in '"`$\\'})


class XdgAutostart:
    """The entry in ``folder``, which need not exist."""

    def __init__(self, folder: Path, write: Write) -> None:
        self._file = folder / f"{APP_ID}.desktop"
        self._write = write

    def state(self) -> AutostartState:
        """Return OFF also if the desktop disabled the entry or its program no longer exists."""
        entry, command = _entry(self._file), self.command()
        program = _unescaped(entry.get("TryExec", ""))
        if command is None or (program and not is_there([program])):
            return AutostartState.OFF
        return AutostartState.ON if is_there(command) else AutostartState.OFF

    def command(self) -> tuple[str, ...] | None:
        """Return the entry's command, or None if the user or the desktop disabled the entry."""
        entry = _entry(self._file)
        hidden = entry.get("Hidden", "").lower() == "true"
        disabled = entry.get("X-GNOME-Autostart-enabled", "").lower() == "false"
        if not entry.get("Exec") or hidden or disabled:
            return None
        return arguments_of(entry["Exec"])

    def switch_on(self, command: Sequence[str]) -> None:
        """Write the entry; a switch that the desktop added to the old one is removed."""
        text = entry_text(command)
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(self._file, text.encode())
        except OSError:
            raise AutostartRefusedError(AutostartRefusal.UNWRITABLE) from None

    def switch_off(self) -> None:
        """Remove the entry if it exists."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            raise AutostartRefusedError(AutostartRefusal.UNWRITABLE) from None


def entry_text(command: Sequence[str]) -> str:
    """Return the entry for a command with an absolute path and arguments.

    Desktops start the command once their panel is ready. Raises AutostartRefusedError for a command
    that cannot be written: control characters, or "=" in the program's path.
    """
    refuse_controls(command)
    if "=" in command[0]:  # it would be read as an environment variable
        raise AutostartRefusedError(AutostartRefusal.PATH)
    lines = {
        "Type": "Application",
        "Version": "1.1",
        "Name": DISPLAY_NAME,
        "Comment": "Shows the balance of your compute wallet in the system tray",
        "Exec": _escaped(" ".join(_argument(part) for part in _startable(command))),
        "TryExec": _escaped(command[0]),
        "Icon": APP_ID,
        "Terminal": "false",
        "StartupNotify": "false",
        "X-GNOME-Autostart-enabled": "true",
        "X-GNOME-Autostart-Delay": "2",
        "X-KDE-autostart-after": "panel",
        "X-LXQt-Need-Tray": "true",
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items())


def arguments_of(value: str) -> tuple[str, ...]:
    """Return the command of an Exec key without its field codes; inverse of ``entry_text``."""
    words = re.findall(_WORD, _unescaped(value))
    plain = [re.sub(r"\\(.)", r"\1", quoted) if quoted else bare for quoted, bare in words]
    return tuple(word.replace("%%", "%") for word in plain if not re.fullmatch(r"%[a-zA-Z]", word))


def _startable(command: Sequence[str]) -> Sequence[str]:
    """Start programs with unusual names through env, where they are ordinary arguments.

    GLib looks up the program before it converts "%%" to "%" and cannot find it (seen with 2.74).
    systemd starts the entries in current GNOME and Plasma. It refuses quotes in a program's name
    (seen with 252). It does not start names with "$", "`" or a backslash at all.
    """
    return ("/usr/bin/env", *command) if set(command[0]) & set("%'\"") else command


def _argument(part: str) -> str:
    """Return one argument for Exec, quoted as a whole if it has special characters."""
    part = part.replace("%", "%%")  # a single "%" begins a field code
    return part if re.match(_PLAIN, part) else f'"{part.translate(_IN_QUOTES)}"'


def _escaped(value: str) -> str:
    """Apply the escaping rule of all strings in the file, on top of the quoting."""
    value = value.replace("\\", "\\\\")
    return re.sub(r"^ | $", r"\\s", value)  # blanks at the ends would be stripped


def _unescaped(value: str) -> str:
    letters = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    return re.sub(r"\\(.)", lambda found: letters.get(found[1], found[0]), value)


def _entry(file: Path) -> dict[str, str]:
    """Return the raw keys of the main group; empty if the file cannot be read."""
    try:
        text = read_regular(file, _MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return {}
    keys: dict[str, str] = {}
    group = ""
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == "[Desktop Entry]" and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            keys[key.strip()] = value.strip()
    return keys
