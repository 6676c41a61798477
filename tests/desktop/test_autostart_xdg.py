"""Start at login on the free desktops: hostile paths, real readers, the user's own switch."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desktop import autostart_reading
from wallet_tray.desktop.autostart.autostart import (
    AutostartRefusedError,
    NoAutostart,
    make_autostart,
    refuse_controls,
    switch,
)
from wallet_tray.desktop.autostart.xdg import XdgAutostart, entry_text
from wallet_tray.desktop.launch_command import (
    finds_program,
    launch_command,
    relaunch_command,
    starts_by_itself,
)
from wallet_tray.domain.results import AutostartRefusal, AutostartState
from wallet_tray.storage.files import write_atomically

ARGUMENTS = ("-I", "-m", "wallet_tray")
HOSTILE = [
    "two words",
    'a "quoted" word',
    "it's",
    "$(touch owned)",
    "`touch owned`",
    "; touch owned",
    "a & b | c > d < e",
    "100% %f %U",
    "back\\slash \\s \\n",
    "#hash *star ?",
    "~home (brackets)",
    "Ünïcödé 钱包",
    " blanks at both ends ",
    "-rf",
]


def program_in(folder: Path) -> Path:
    """A program that writes its own arguments beside itself."""
    folder.mkdir(parents=True)
    program = folder / "wallet tray"
    program.write_text(
        '#!/bin/sh\nprintf "%s\\0" "$0" "$@" > "${0%/*}/new"\nmv "${0%/*}/new" "${0%/*}/argv"\n'
    )
    program.chmod(0o700)
    return program


def wait_for(condition: Callable[[], bool]) -> None:
    """The desktop's launcher does not wait for what it starts."""
    import time

    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "nothing was started"
        time.sleep(0.01)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_path_is_valid_and_comes_back_as_it_was(name: str, tmp_path: Path) -> None:
    command = (str(tmp_path / name / "python"), *ARGUMENTS)
    text = entry_text(command)
    keys = autostart_reading.keys_of(text)
    by_env = ("/usr/bin/env",) if set(name) & set("%'\"") else ()
    assert tuple(autostart_reading.arguments_of(keys["Exec"])) == (*by_env, *command)
    assert keys["TryExec"] == command[0]
    entry = tmp_path / "entry.desktop"
    entry.write_text(text, encoding="utf-8")
    assert shutil.which("desktop-file-validate"), "the package desktop-file-utils is missing"
    done = subprocess.run(
        ["desktop-file-validate", "--no-hints", str(entry)], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="GLib starts entries on the free desktops")
@pytest.mark.parametrize("name", HOSTILE)
def test_glib_starts_the_very_program_with_its_arguments(name: str, tmp_path: Path) -> None:
    if not autostart_reading.has_glib():
        pytest.skip("no GLib here")
    program = program_in(tmp_path / name)
    hostile = 'an; "argument" $HOME `x` %f \\'
    entry = tmp_path / "entry.desktop"
    entry.write_text(entry_text((str(program), *ARGUMENTS, hostile)), encoding="utf-8")
    assert autostart_reading.launch_with_glib(entry) == 0
    received = program.with_name("argv")
    wait_for(received.exists)
    assert received.read_bytes().decode().split("\0")[:-1] == [str(program), *ARGUMENTS, hostile]
    assert not list(tmp_path.rglob("owned"))


GENERATOR = Path("/usr/lib/systemd/user-generators/systemd-xdg-autostart-generator")


@pytest.mark.skipif(not GENERATOR.exists(), reason="no systemd here that starts desktops' entries")
@pytest.mark.parametrize("name", [one for one in HOSTILE if not set(one) & set("$`\\")])
def test_systemd_takes_the_entry_and_would_start_the_very_program(
    name: str, tmp_path: Path
) -> None:
    program = program_in(tmp_path / "here" / name)
    XdgAutostart(tmp_path / "config" / "autostart", write_atomically).switch_on([str(program)])
    units = tmp_path / "units"
    units.mkdir()
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CONFIG_DIRS": str(tmp_path / "none"),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    subprocess.run([str(GENERATOR), *[str(units)] * 3], env=env, check=True)
    (unit,) = units.glob("*.service")
    asked = ["systemd-analyze", "--user", "--man=no", "verify", str(unit)]
    said = subprocess.run(asked, env=env, capture_output=True, text=True).stderr
    # Of what the machine lacks it speaks as well: that is no fault of the entry.
    complaints = [line for line in said.splitlines() if "wallet" in line and "cgroup" not in line]
    assert complaints == []


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1))
def test_written_entry_parses_to_itself(part: str) -> None:
    command = ("/opt/python", part)
    keys = autostart_reading.keys_of(entry_text(command))
    assert tuple(autostart_reading.arguments_of(keys["Exec"])) == command


@pytest.mark.parametrize(
    "command",
    [
        ("/opt/a\nHidden=true/python",),
        ("/opt/a\rb/python",),
        ("/opt/a\tb/python",),
        ("/opt/a\0b/python",),
        ("/opt/\u202egnp/python",),
        ("/opt/\udcff/python",),
        ("/opt/a=b/python",),
        ("/opt/python", "a\nb"),
        ("",),
    ],
)
def test_command_that_no_entry_can_hold_is_refused(command: tuple[str, ...]) -> None:
    with pytest.raises(AutostartRefusedError) as refused:
        entry_text(command)
    assert refused.value.refusal is AutostartRefusal.PATH


def test_an_equals_sign_in_an_argument_is_fine() -> None:
    keys = autostart_reading.keys_of(entry_text(("/opt/python", "a=b")))
    assert autostart_reading.arguments_of(keys["Exec"]) == ["/opt/python", "a=b"]


def test_the_entry_waits_for_the_tray() -> None:
    keys = autostart_reading.keys_of(entry_text(("/opt/python",)))
    assert keys["X-GNOME-Autostart-Delay"] == "2"
    assert keys["X-KDE-autostart-after"] == "panel"
    assert keys["X-LXQt-Need-Tray"] == "true"
    assert keys["Terminal"] == "false"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "config" / "autostart"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return program_in(tmp_path / "here")


@pytest.fixture
def autostart(folder: Path) -> XdgAutostart:
    return XdgAutostart(folder, write_atomically)


def entry_in(folder: Path) -> Path:
    return folder / "io.github.wallet_tray.WalletTray.desktop"


def test_autostart_is_switched_on_and_off(
    autostart: XdgAutostart, folder: Path, program: Path
) -> None:
    assert autostart.state() is AutostartState.OFF
    autostart.switch_on([str(program)])
    assert autostart.state() is AutostartState.ON
    assert entry_in(folder).stat().st_mode & 0o777 == 0o600
    autostart.switch_off()
    assert autostart.state() is AutostartState.OFF
    assert list(folder.iterdir()) == []
    autostart.switch_off()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("X-GNOME-Autostart-enabled=true", "X-GNOME-Autostart-enabled=false"),
        ("Terminal=false", "Terminal=false\nHidden=true"),
        ("Terminal=false", "Terminal=false\nHidden = true "),
        ("Exec=", "Exec=\nX-Old="),
    ],
)
def test_the_users_own_switch_counts(
    autostart: XdgAutostart, folder: Path, program: Path, before: str, after: str
) -> None:
    autostart.switch_on([str(program)])
    entry = entry_in(folder)
    text = entry.read_text()
    assert before in text
    entry.write_text(text.replace(before, after))
    assert autostart.state() is AutostartState.OFF
    autostart.switch_on([str(program)])  # the user's newest wish
    assert autostart.state() is AutostartState.ON


def test_an_entry_whose_program_is_gone_is_off(autostart: XdgAutostart, program: Path) -> None:
    autostart.switch_on([str(program)])
    program.unlink()
    assert autostart.state() is AutostartState.OFF


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\0", b"[Other]\nExec=x\n", b"x" * (1 << 17)])
def test_a_damaged_entry_is_off(autostart: XdgAutostart, folder: Path, content: bytes) -> None:
    folder.mkdir(parents=True)
    entry_in(folder).write_bytes(content)
    assert autostart.state() is AutostartState.OFF


def test_a_folder_that_cannot_be_written_is_reported(autostart: XdgAutostart, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file in its place")
    state, refusal = switch(autostart, on=True, command=["/opt/python"])
    assert (state, refusal) == (AutostartState.OFF, AutostartRefusal.UNWRITABLE)


def test_a_path_that_cannot_be_written_is_reported(autostart: XdgAutostart) -> None:
    answer = switch(autostart, on=True, command=["/opt/a=b/python"])
    assert answer == (AutostartState.OFF, AutostartRefusal.PATH)


def test_a_sandbox_has_none() -> None:
    assert isinstance(make_autostart(write_atomically, {"SNAP": "/snap/x"}), NoAutostart)
    answer = switch(NoAutostart(), on=True, command=["/opt/python"])
    assert answer == (AutostartState.UNAVAILABLE, None)


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of the free desktops")
@pytest.mark.parametrize("named", ["", "relative/folder"])
def test_the_users_config_folder_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, program: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    switch(
        make_autostart(write_atomically, {"XDG_CONFIG_HOME": named}),
        on=True,
        command=[str(program)],
    )
    assert entry_in(tmp_path / "home" / ".config" / "autostart").is_file()
    own = {"XDG_CONFIG_HOME": str(tmp_path / "own")}
    switch(make_autostart(write_atomically, own), on=True, command=[str(program)])
    assert entry_in(tmp_path / "own" / "autostart").is_file()


def test_our_own_command_is_isolated() -> None:
    assert launch_command() == (sys.executable, *ARGUMENTS)


def test_a_bundle_is_its_own_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "wallet-tray"))
    assert launch_command() == (sys.executable,)
    assert relaunch_command() == (sys.executable,)
    assert starts_by_itself(launch_command())


@pytest.mark.parametrize("end", ["", ".exe"])
def test_a_bundle_is_its_starter_without_a_console(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"wallet-tray-gui{end}").write_text("")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / f"wallet-tray{end}"))
    assert launch_command() == (str(tmp_path / f"wallet-tray-gui{end}"),)


def test_an_appimage_is_its_file_and_not_where_it_is_mounted_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("APPIMAGE", "/home/ada/Wallet.AppImage")
    monkeypatch.setenv("APPDIR", str(tmp_path / "mounted"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "mounted/usr/lib/wallet-tray"))
    assert launch_command() == ("/home/ada/Wallet.AppImage",)
    # those of a terminal that is an AppImage itself
    monkeypatch.setattr(sys, "executable", "/usr/lib/wallet-tray/wallet-tray")
    assert launch_command() == ("/usr/lib/wallet-tray/wallet-tray",)


def test_started_as_the_gui_script_it_is_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "wallet-tray-gui"
    script.write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["./wallet-tray-gui"])
    assert launch_command() == (str(script),)
    script.unlink()
    assert launch_command() == (sys.executable, *ARGUMENTS)


def test_isolated_python_is_tried_for_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert starts_by_itself((sys.executable, *ARGUMENTS))
    bare = tmp_path / "bare"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(bare)], check=True)
    monkeypatch.setattr(sys, "executable", str(bare / "bin" / "python"))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    assert not starts_by_itself((sys.executable, *ARGUMENTS))
    answer = switch(XdgAutostart(tmp_path, write_atomically), on=True)
    assert answer == (AutostartState.OFF, AutostartRefusal.NOT_FOUND)


def test_a_python_that_is_tried_inherits_no_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python, seen = tmp_path / "python", tmp_path / "seen"
    python.write_text(f"#!/bin/sh\nenv > {seen}\n")
    python.chmod(0o755)
    for name in ("WALLET_TRAY_KEY_HOME", "BYTENITE_API_KEY", "FAL_KEY", "GITHUB_TOKEN"):
        monkeypatch.setenv(name, "WTSENTINEL")
    assert finds_program(str(python))
    inherited = [line for line in seen.read_text().splitlines() if "WTSENTINEL" in line]
    assert inherited == ["GITHUB_TOKEN=WTSENTINEL"]


def test_controls_are_refused_wherever_they_stand() -> None:
    refuse_controls(["/opt/with blanks/ü", "-x"])
    with pytest.raises(AutostartRefusedError):
        refuse_controls(["/opt/python", "\x7f"])
