"""Start at login on Windows and macOS: the values that are written, as far as a test can go here.

The registry is a dictionary; what Windows and launchd make of the values was not run.
"""

import ctypes
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from wallet_tray.desktop.autostart.autostart import AutostartRefusedError
from wallet_tray.desktop.autostart.macos import MacosAutostart, agent_bytes
from wallet_tray.desktop.autostart.windows import (
    APPROVED,
    NAME,
    RUN,
    WindowsAutostart,
    command_line,
)
from wallet_tray.domain.results import AutostartState
from wallet_tray.storage.files import write_atomically

PYTHONW = r"C:\Program Files\Wallet Tray\pythonw.exe"


class Registry:
    """The user's part of the registry."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], object] = {}
        self.is_locked = False

    def read(self, key: str, name: str) -> object | None:
        return self.values.get((key, name))

    def write_text(self, key: str, name: str, text: str) -> None:
        self._refuse()
        self.values[key, name] = text

    def delete(self, key: str, name: str) -> None:
        self._refuse()
        self.values.pop((key, name), None)

    def _refuse(self) -> None:
        if self.is_locked:
            raise PermissionError


def test_the_run_key_is_switched_on_and_off() -> None:
    registry = Registry()
    autostart = WindowsAutostart(registry)
    assert autostart.state() is AutostartState.OFF
    autostart.switch_on([PYTHONW, "-I", "-m", "wallet_tray"])
    assert registry.values == {(RUN, NAME): f'"{PYTHONW}" -I -m wallet_tray'}
    assert autostart.state() is AutostartState.ON
    autostart.switch_off()
    assert registry.values == {}


@pytest.mark.parametrize(
    ("approved", "state"),
    [
        (b"\x02" + bytes(11), AutostartState.ON),
        (b"\x06" + bytes(11), AutostartState.ON),
        (b"\x03\0\0\0" + b"\x80" * 8, AutostartState.OFF),
        (b"\x07" + bytes(11), AutostartState.OFF),
        (b"", AutostartState.ON),
        ("text", AutostartState.ON),
    ],
)
def test_the_task_managers_switch_counts(approved: object, state: AutostartState) -> None:
    registry = Registry()
    autostart = WindowsAutostart(registry)
    autostart.switch_on([PYTHONW])
    registry.values[APPROVED, NAME] = approved
    assert autostart.state() is state
    autostart.switch_on([PYTHONW])  # the user's newest wish
    assert autostart.state() is AutostartState.ON


def test_a_locked_registry_is_reported() -> None:
    registry = Registry()
    registry.is_locked = True
    for step in (lambda one: one.switch_on([PYTHONW]), lambda one: one.switch_off()):
        with pytest.raises(AutostartRefusedError):
            step(WindowsAutostart(registry))


@pytest.mark.parametrize(
    "command",
    [
        (r"C:\x\a.exe",),
        (PYTHONW, "-I", "two words"),
        (r"C:\100%PATH%\a.exe", "%APPDATA%"),
        (r"C:\a & b ^ (c)\ü.exe", 'a "quote"', "back\\"),
        (r"C:\it's; $(x)\a.exe", "", "tail\\\\"),
    ],
)
def test_the_command_line_is_split_into_what_it_was(command: tuple[str, ...]) -> None:
    if "" in command:
        with pytest.raises(AutostartRefusedError):
            command_line(command)
        return
    assert split_as_windows_does(command_line(command)) == list(command)


@pytest.mark.parametrize(
    "command",
    [("C:\\a\nb.exe",), ('C:\\a".exe',), ("C:\\" + "x" * 260 + ".exe",), ("C:\\a.exe", "\0")],
)
def test_command_that_the_run_key_cannot_hold_is_refused(command: tuple[str, ...]) -> None:
    with pytest.raises(AutostartRefusedError):
        command_line(command)


def split_as_windows_does(line: str) -> list[str]:
    """Split by the rules of CommandLineToArgvW.

    First comes the program up to its closing quote. In the arguments 2n backslashes before a quote
    are n, and 2n+1 are n and a quote.
    """
    assert line.startswith('"')
    program, _, rest = line[1:].partition('"')
    arguments: list[str] = []
    current, inside, started, place = "", False, False, 0
    while place < len(rest):
        sign = rest[place]
        if sign == "\\":
            count = len(rest[place:]) - len(rest[place:].lstrip("\\"))
            place += count
            if rest[place : place + 1] == '"':
                current += "\\" * (count // 2)
                if count % 2:
                    current += '"'
                    place += 1
            else:
                current += "\\" * count
            started = True
            continue
        if sign == '"':
            inside, started = not inside, True
        elif sign in " \t" and not inside:
            if started:
                arguments.append(current)
            current, started = "", False
        else:
            current += sign
            started = True
        place += 1
    return [program, *arguments, *([current] if started else [])]


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows itself")
def test_windows_splits_it_the_same_way() -> None:
    line = command_line((PYTHONW, 'a "quote"', "back\\"))
    count = ctypes.c_int()
    split = ctypes.windll.shell32.CommandLineToArgvW  # type: ignore[attr-defined]
    split.restype = ctypes.POINTER(ctypes.c_wchar_p)
    assert split(line, ctypes.byref(count))[: count.value] == split_as_windows_does(line)


HOSTILE = ["/Applications/Two Words.app/x", "/a/$(x) `y` ; & <b> \"q\" 'p' %", "/a/=b/ü 钱", "/-rf"]


@pytest.mark.parametrize("program", HOSTILE)
def test_the_agent_carries_every_path(program: str) -> None:
    agent = plistlib.loads(agent_bytes([program, "-I", "-m", "wallet_tray"]))
    assert agent["ProgramArguments"] == [program, "-I", "-m", "wallet_tray"]
    assert agent["RunAtLoad"] is True
    assert "KeepAlive" not in agent, "a crash at login must not become a loop"


@pytest.mark.parametrize("program", ["/a\nb", "/a\0b", "/a\udcff"])
def test_the_agent_refuses_controls(program: str) -> None:
    with pytest.raises(AutostartRefusedError):
        agent_bytes([program])


def test_the_agent_is_switched_on_and_off(tmp_path: Path) -> None:
    folder = tmp_path / "LaunchAgents"
    autostart = MacosAutostart(folder, write_atomically)
    assert autostart.state() is AutostartState.OFF
    autostart.switch_on([sys.executable, "-I"])
    assert autostart.state() is AutostartState.ON
    (file,) = folder.iterdir()
    agent = plistlib.loads(file.read_bytes())
    for change in ({"Disabled": True}, {"RunAtLoad": False}, {"ProgramArguments": ["/gone"]}):
        file.write_bytes(plistlib.dumps(agent | change))
        assert autostart.state() is AutostartState.OFF
    file.write_bytes(b"no plist")
    assert autostart.state() is AutostartState.OFF
    autostart.switch_off()
    assert list(folder.iterdir()) == []


def test_list2cmdline_is_there_on_every_system() -> None:
    """It is no documented function of Python; should it go, this says so."""
    assert subprocess.list2cmdline(["a b", 'c"']) == '"a b" c\\"'
