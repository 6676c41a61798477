"""Start at login names a copy of the program: one that is gone is not taken for one that starts."""

import plistlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_tray.desktop.autostart.autostart import NoAutostart, look, switch
from wallet_tray.desktop.autostart.macos import MacosAutostart
from wallet_tray.desktop.autostart.windows import RUN, WindowsAutostart
from wallet_tray.desktop.autostart.xdg import XdgAutostart, arguments_of, entry_text
from wallet_tray.desktop.launch_command import is_ours, is_there
from wallet_tray.diagnostics.program import check_autostart
from wallet_tray.domain.results import AutostartRefusal, AutostartState
from wallet_tray.storage.files import write_atomically

OWN = (sys.executable, "-I", "-m", "wallet_tray")
ON, OFF = (AutostartState.ON, None), (AutostartState.OFF, AutostartRefusal.COPY_GONE)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs as POSIX has them")


@pytest.fixture
def autostart(tmp_path: Path) -> XdgAutostart:
    return XdgAutostart(tmp_path / "autostart", write_atomically)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A Python that is there, and has no wallet_tray: it was uninstalled, or is an older one."""
    folder = tmp_path_factory.mktemp("bare")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    return str(folder / "bin" / "python")


def script(file: Path, head: str) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{head}\nimport sys\n")
    file.chmod(0o700)
    return str(file)


def found(autostart: XdgAutostart) -> list[tuple[str, str]]:
    findings = check_autostart(autostart)
    return [(one.state.value, " ".join(one.sentences())) for one in findings]


def test_our_own_command_starts_us(autostart: XdgAutostart) -> None:
    assert look(autostart) == (AutostartState.OFF, None)
    assert found(autostart) == []
    autostart.switch_on(OWN)
    assert autostart.command() == OWN
    assert look(autostart) == ON
    assert found(autostart) == [("ok", "The program starts at login. ")]


def test_a_python_that_is_left_without_the_program_starts_nothing(
    autostart: XdgAutostart, bare: str
) -> None:
    autostart.switch_on([bare, "-I", "-m", "wallet_tray"])
    assert look(autostart) == OFF
    ((state, text),) = found(autostart)
    assert state == "problem"
    assert "Switch 'Start at login' on" in text
    assert switch(autostart, on=True, command=OWN) == ON
    assert autostart.command() == OWN


@pytest.mark.parametrize("environment", ["", "PYTHONPATH=/nowhere QT_QPA_PLATFORM=xcb "])
def test_entry_that_starts_by_env_is_checked_too(
    autostart: XdgAutostart, bare: str, environment: str, tmp_path: Path
) -> None:
    autostart.switch_on(OWN)
    entry = next((tmp_path / "autostart").iterdir())
    for python, expected in ((bare, OFF), (sys.executable, ON)):
        lines = ["[Desktop Entry]", f"Exec=/usr/bin/env {environment}{python} -I -m wallet_tray"]
        entry.write_text("\n".join(lines))
        assert look(autostart) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("#!{bare}", OFF),
        ("#!/nowhere/bin/python3.9", OFF),
        ("#!{own}", ON),
        ("#!/bin/sh\n'''exec' \"{bare}\" \"$0\" \"$@\"\n' '''", OFF),
        ("#!/bin/sh\n'''exec' \"{own}\" \"$0\" \"$@\"\n' '''", ON),
        ("#!/bin/sh\nexec something", ON),
        ("", ON),
        ("#!'", ON),
    ],
)
def test_a_script_of_pip_is_asked_for_its_python(
    autostart: XdgAutostart, bare: str, tmp_path: Path, head: str, expected: object
) -> None:
    head = head.replace("{bare}", bare).replace("{own}", sys.executable)
    autostart.switch_on([script(tmp_path / "old" / "wallet-tray-gui", head)])
    assert look(autostart) == expected


def test_another_copy_that_works_is_on_and_the_doctor_names_it(
    autostart: XdgAutostart, tmp_path: Path
) -> None:
    other = script(tmp_path / "other" / "wallet-tray-gui", f"#!{sys.executable}")
    autostart.switch_on([other])
    assert look(autostart) == ON
    ((state, text),) = found(autostart)
    assert state == "note"
    assert "Another copy of the program starts at login" in text
    assert "wallet-tray-gui" in text
    assert not is_ours([other])
    assert is_ours([str(Path(sys.executable).with_name("wallet-tray-gui"))])


def test_autostart_is_checked_each_time(autostart: XdgAutostart, tmp_path: Path) -> None:
    program = Path(script(tmp_path / "old" / "wallet-tray-gui", f"#!{sys.executable}"))
    autostart.switch_on([str(program)])
    assert look(autostart) == ON
    aside = program.with_name("aside")
    program.rename(aside)
    assert look(autostart) == OFF
    aside.rename(program)
    assert look(autostart) == ON
    program.chmod(0o600)  # there, and no program
    assert look(autostart) == OFF


@pytest.mark.parametrize("key", ["Exec", "TryExec"])
def test_a_name_without_a_folder_is_looked_for_on_the_search_path(
    autostart: XdgAutostart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    autostart.switch_on(OWN)
    entry = next((tmp_path / "autostart").iterdir())
    lines = [line for line in entry.read_text().splitlines() if not line.startswith(f"{key}=")]
    entry.write_text(
        "\n".join([*lines, f"{key}=wallet-tray-here %U"[: 99 if key == "Exec" else 24]])
    )
    assert look(autostart) == OFF
    script(tmp_path / "bin" / "wallet-tray-here", "#!/bin/sh")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    assert look(autostart) == ON


@pytest.mark.parametrize("value", ["", '"', '"/opt/x', "%U", "/usr/bin/env", "env A=b"])
def test_autostart_entry_without_a_command_is_off(
    autostart: XdgAutostart, tmp_path: Path, value: str
) -> None:
    autostart.switch_on(OWN)
    entry = next((tmp_path / "autostart").iterdir())
    entry.write_text(f"[Desktop Entry]\nExec={value}\n")
    assert autostart.state() is AutostartState.OFF


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1))
def test_the_command_is_read_as_it_was_written(part: str) -> None:
    command = ("/opt/python", part)
    lines = entry_text(command).splitlines()
    (value,) = (line.removeprefix("Exec=") for line in lines if line.startswith("Exec="))
    if part.strip() == part:  # blanks at the ends are the file's own matter
        assert arguments_of(value) == command


# -- elsewhere


def test_an_agent_whose_python_lost_the_program_is_off(tmp_path: Path, bare: str) -> None:
    autostart = MacosAutostart(tmp_path, write_atomically)
    autostart.switch_on([bare, "-I", "-m", "wallet_tray"])
    assert look(autostart) == OFF
    autostart.switch_on(OWN)
    assert look(autostart) == ON
    (file,) = tmp_path.iterdir()
    file.write_bytes(plistlib.dumps({"ProgramArguments": list(OWN), "RunAtLoad": False}))
    assert look(autostart) == (AutostartState.OFF, None)


def test_a_run_key_whose_program_is_gone_is_off() -> None:
    class Registry:
        def __init__(self) -> None:
            self.values: dict[tuple[str, str], object] = {}

        def read(self, key: str, name: str) -> object | None:
            return self.values.get((key, name))

        def write_text(self, key: str, name: str, text: str) -> None:
            self.values[key, name] = text

        def delete(self, key: str, name: str) -> None:
            self.values.pop((key, name), None)

    there = {r"C:\new folder\pythonw.exe"}
    asked: list[Sequence[str]] = []

    def is_there_now(command: Sequence[str]) -> bool:
        asked.append(command)
        return command[0] in there

    autostart = WindowsAutostart(Registry(), is_there_now)
    for program, expected in ((r"C:\old\pythonw.exe", OFF), (r"C:\new folder\pythonw.exe", ON)):
        autostart.switch_on([program, "-I", "-m", "wallet_tray"])
        assert look(autostart) == expected
        assert asked[-1] == (program, "-I", "-m", "wallet_tray")
    for (key, _), value in list(autostart._registry.values.items()):
        assert key == RUN
        assert str(value).startswith('"C:')


def test_system_without_autostart_has_no_finding() -> None:
    assert look(NoAutostart()) == (AutostartState.UNAVAILABLE, None)
    assert list(check_autostart(NoAutostart())) == []


def test_a_folder_in_the_place_of_the_program_starts_nothing(tmp_path: Path) -> None:
    assert not is_there([str(tmp_path)])
    assert not is_there([])
    assert is_there([shutil.which("sh") or "/bin/sh"])
