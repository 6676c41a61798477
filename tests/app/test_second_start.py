"""Starts side by side, as real processes: strangers, links, stopped ones, folders that fail."""

import contextlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.support.two_users import (
    IS_ROOT,
    as_stranger,
    as_user,
    give_to_user,
    require_two_users,
    stranger_does,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="folders and locks of Linux")

PATIENCE = 120.0

# Listens at a socket, answers everything with "ok" and writes down what it hears.
FALSE_PROGRAM = """
import socket, sys
with socket.socket(socket.AF_UNIX) as listening:
    listening.bind(sys.argv[1])
    __import__("os").chmod(sys.argv[1], 0o777)
    listening.listen()
    print("listens", flush=True)
    while True:
        caller, _ = listening.accept()
        with caller:
            caller.settimeout(60)
            print(caller.recv(64), flush=True)
            try:
                caller.sendall(b"ok\\n")
            except OSError:
                pass
"""

# Holds the locks of a folder, as a program on another computer does.
HOLDER = """
import fcntl, os, sys
descriptor = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)
fcntl.flock(descriptor, fcntl.LOCK_EX)
os.write(descriptor, sys.argv[2].encode())
print("held", flush=True)
sys.stdin.read()
"""


def wait_until(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not come"
        threading.Event().wait(0.02)


class Home:
    """The folders of one user, who starts programs in them."""

    def __init__(self, root: Path, *, is_alone: bool) -> None:
        self.root = root
        self._is_alone = is_alone  # no other user is needed: this is the one who runs the tests
        self._programs: list[subprocess.Popen[str]] = []
        self.home = self.folder("home")
        self.tmp = root / "tmp"
        self.tmp.mkdir()
        self.tmp.chmod(0o1777)
        self.state = self.home / ".local" / "state" / "wallet-tray"
        self.environment: dict[str, str] = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(self.home),
            "TMPDIR": str(self.tmp),
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={root}/no-bus",
        }

    def folder(self, name: str, mode: int = 0o700) -> Path:
        """A new folder of the user's."""
        path = self.root / name
        path.mkdir(mode=0o700)
        path.chmod(mode)
        return path if self._is_alone else give_to_user(path)

    def start(self, *arguments: str, **variables: str) -> "subprocess.Popen[str]":
        """The program, with further variables; "" takes one away."""
        given = {**self.environment, **variables}
        environment = {name: text for name, text in given.items() if text}
        command = [sys.executable, "-m", "wallet_tray", *arguments]
        return self.launch(command if self._is_alone else as_user(*command), environment)

    def launch(
        self, command: list[str], environment: Mapping[str, str] | None = None
    ) -> "subprocess.Popen[str]":
        """Any command; ended with the test."""
        program = subprocess.Popen(
            command,
            env=environment,
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._programs.append(program)
        return program

    def first(self, **variables: str) -> "subprocess.Popen[str]":
        """A program that has been started and listens below the root."""
        program = self.start(**variables)
        wait_until(lambda: program.poll() is not None or self.sockets(), "a socket of the program")
        assert program.poll() is None, program.communicate()
        return program

    def second(self, **variables: str) -> tuple[int, str]:
        """The exit code of a further start, and what it says."""
        program = self.start(**variables)
        out, said = program.communicate(timeout=PATIENCE)
        assert out == ""
        assert "Traceback" not in said
        return program.returncode, said

    def sockets(self) -> list[Path]:
        """Those of the user's program."""
        return [path for path in self.root.rglob("instance.sock") if path.is_socket()]

    def false_program(self, socket: Path) -> "subprocess.Popen[str]":
        """A stranger who listens there."""
        program = self.launch(as_stranger(sys.executable, "-c", FALSE_PROGRAM, str(socket)))
        assert program.stdout is not None
        assert program.stdout.readline() == "listens\n"
        return program

    def close(self) -> None:
        for program in self._programs:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                program.send_signal(signal.SIGCONT)
                program.kill()
            program.communicate(timeout=PATIENCE)


@pytest.fixture
def root() -> Iterator[Path]:
    """Short, as a socket's path is, and open to both users."""
    with tempfile.TemporaryDirectory(prefix="wt", dir="/var/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def home(root: Path) -> Iterator[Home]:
    home = Home(root, is_alone=True)
    yield home
    home.close()


@pytest.fixture
def user(root: Path) -> Iterator[Home]:
    """Of a user who has a stranger beside him."""
    require_two_users()
    home = Home(root, is_alone=False)
    yield home
    home.close()


# -- strangers


def temporary_name(user: Home) -> Path:
    """Where an earlier version listened without a session: a name that anybody can know."""
    import hashlib

    uid = user.home.stat().st_uid
    digest = hashlib.sha256(os.fsencode(user.state)).hexdigest()[:12]
    return user.tmp / f"wallet-tray-{uid}-{digest}"


MAKE_OPEN = 'mkdir "$1"; chmod 777 "$1"'


def test_socket_of_another_user_in_the_temporary_folder_is_not_trusted(user: Home) -> None:
    guessed = temporary_name(user)
    stranger_does(MAKE_OPEN, guessed)
    user.false_program(guessed / "s")
    before = sorted(guessed.iterdir())

    user.first()

    assert user.sockets() == [user.state / "run" / "instance.sock"]
    assert stat.S_IMODE((user.state / "run").stat().st_mode) == 0o700
    assert sorted(guessed.iterdir()) == before
    assert user.second() == (0, "")


@pytest.mark.parametrize("link", ["itself", "the folder in it"])
def test_a_stranger_s_runtime_folder_is_not_used(user: Home, link: str) -> None:
    runtime = user.root / "run"
    if link == "itself":
        user.root.chmod(0o1777)
        stranger_does(MAKE_OPEN, runtime)
    else:
        user.folder("run", 0o777)
    stranger_does(MAKE_OPEN, runtime / "wallet-tray")
    false = user.false_program(runtime / "wallet-tray" / "instance.sock")
    stranger_does('ln -s "$1" "$2"', user.home / "precious", runtime / "wallet-tray" / "x.new")
    before = sorted((runtime / "wallet-tray").iterdir())

    program = user.start(XDG_RUNTIME_DIR=str(runtime))
    own = user.state / "run" / "instance.sock"
    wait_until(lambda: program.poll() is not None or own.is_socket(), "a socket of its own")

    assert program.poll() is None, program.communicate()
    assert sorted((runtime / "wallet-tray").iterdir()) == before
    assert user.second(XDG_RUNTIME_DIR=str(runtime)) == (0, "")
    done = user.start("erase", "--yes", XDG_RUNTIME_DIR=str(runtime))
    done.communicate(timeout=PATIENCE)
    false.kill()
    heard, _ = false.communicate(timeout=PATIENCE)
    assert heard == "", "the command line says nothing to a stranger either"


def test_a_link_of_a_stranger_in_our_own_open_folders_is_not_followed(user: Home) -> None:
    """The folder was open to all for a while, and is closed by the start."""
    precious = user.home / "precious"
    precious.write_text("as it was")
    give_to_user(precious)
    for part in (".local", ".local/state", ".local/state/wallet-tray", ".local/share"):
        give_to_user_folder(user.home / part)
    run, log = user.state / "run", user.state / "log"
    user.home.chmod(0o711)
    for folder in (run, log):
        give_to_user_folder(folder).chmod(0o777)
    for link in (run / "notifications.new", run / "notifications.json", run / "instance.sock",
                 log / "wallet-tray.log", log / "wallet-tray-crash.log"):  # fmt: skip
        stranger_does('ln -s "$1" "$2"', precious, link)

    program = user.start(BYTENITE_API_KEY="a-key")
    wait_until(lambda: program.poll() is not None or user.sockets(), "a socket of the program")
    program.terminate()

    assert program.wait(PATIENCE) == 0
    assert precious.read_text() == "as it was"


def give_to_user_folder(path: Path) -> Path:
    path.mkdir(mode=0o755)
    return give_to_user(path)


@pytest.mark.parametrize("whose", ["that around it", "its own"])
def test_a_state_folder_of_a_stranger_is_refused_in_a_sentence(user: Home, whose: str) -> None:
    if whose == "its own":
        user.folder("states", 0o1777)
    else:
        user.root.chmod(0o1777)
        stranger_does(MAKE_OPEN, user.root / "states")
    states = user.root / "states"
    stranger_does(MAKE_OPEN, states / "wallet-tray")

    code, said = user.second(XDG_STATE_HOME=str(states))

    assert code == 7
    assert said.count("\n") == 1
    assert f"{states / 'wallet-tray' if whose == 'its own' else states} is not yours alone" in said
    assert list((states / "wallet-tray").iterdir()) == []


@pytest.mark.parametrize("demo", ["taken", "free"])
def test_a_demo_without_a_session_is_no_stranger_s(user: Home, demo: str) -> None:
    shared = user.tmp / f"wallet-tray-{user.home.stat().st_uid}-demo"
    if demo == "taken":
        stranger_does(MAKE_OPEN, shared)
        user.false_program(shared / "instance.sock")
    program = user.start("--demo")
    sockets = [shared] if demo == "free" else []

    def listens() -> bool:
        found = [path for path in user.tmp.rglob("instance.sock") if path.is_socket()]
        return any(demo == "free" or path.parent != shared for path in found)

    wait_until(lambda: program.poll() is not None or listens(), "a socket of the demo")
    assert program.poll() is None, program.communicate()
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o700 for path in sockets)
    assert not user.state.exists(), "a demo is an island"
    if demo == "free":
        again = user.start("--demo")
        assert again.wait(PATIENCE) == 0


# -- runtime folders that cannot be used


def relative(home: Home) -> str:
    return "run"


def missing(home: Home) -> str:
    return str(home.root / "missing")


def open_to_all(home: Home) -> str:
    return str(home.folder("run", 0o777))


def link(home: Home) -> str:
    (home.root / "link").symlink_to(home.folder("run"))
    return str(home.root / "link")


def file(home: Home) -> str:
    (home.root / "run").touch()
    return str(home.root / "run")


def link_inside(home: Home) -> str:
    (home.folder("run") / "wallet-tray").symlink_to(home.folder("elsewhere"))
    return str(home.root / "run")


def file_inside(home: Home) -> str:
    (home.folder("run") / "wallet-tray").touch()
    return str(home.root / "run")


def open_inside(home: Home) -> str:
    run = home.folder("run")
    home.folder("run/wallet-tray", 0o777)
    return str(run)


KINDS = [relative, missing, open_to_all, link, file, link_inside, file_inside, open_inside]


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_usable_runtime_folder_the_state_folder_has_the_socket(
    kind: Callable[[Home], str], home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wallet_tray.storage.paths import user_folders

    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(home.home))
    monkeypatch.setenv("XDG_RUNTIME_DIR", kind(home))

    folders = user_folders()

    assert folders.socket_file == home.state / "run" / "instance.sock"
    assert folders.notifications_file.parent == folders.socket_file.parent


@pytest.mark.parametrize("variable", ["XDG_RUNTIME_DIR", "XDG_STATE_HOME"])
def test_a_long_path_has_a_socket_that_a_second_start_finds(home: Home, variable: str) -> None:
    long = home.root / ("x" * 200)
    long.mkdir(mode=0o700)
    home.first(**{variable: str(long)})

    (socket,) = home.sockets()
    assert socket.is_relative_to(long / "wallet-tray")
    assert home.second(**{variable: str(long)}) == (0, "")
    assert list(home.tmp.iterdir()) == []


@pytest.mark.parametrize(("first", "second"), [("run", ""), ("", "run")])
def test_the_first_is_found_from_with_and_without_a_session(
    home: Home, first: str, second: str
) -> None:
    home.folder("run")
    places = {"run": str(home.root / "run"), "": ""}
    home.first(XDG_RUNTIME_DIR=places[first])

    code, said = home.second(XDG_RUNTIME_DIR=places[second])

    if first:  # by the lock: this start cannot know of the session's folder
        assert code == 7
        assert "runs already" in said
    else:
        assert (code, said) == (0, "")


# -- a first one that does not answer


def test_a_stopped_one_is_named(home: Home) -> None:
    first = home.first()
    first.send_signal(signal.SIGSTOP)

    code, said = home.second()

    assert code == 7
    assert said.count("\n") == 1
    assert f"does not answer. End it (PID {first.pid})" in said
    first.send_signal(signal.SIGCONT)
    assert home.second() == (0, "")


def test_second_start_takes_over_when_the_first_ends(home: Home) -> None:
    first = home.first()
    first.send_signal(signal.SIGSTOP)
    following = home.start()
    first.kill()
    first.wait(PATIENCE)
    holder = home.state / "instance.lock"
    wait_until(lambda: holder.read_text().startswith(f"{following.pid} "), "the next one's lock")
    assert following.poll() is None


def test_program_without_its_socket_is_found_by_its_lock(home: Home) -> None:
    runtime = home.folder("run")
    home.first(XDG_RUNTIME_DIR=str(runtime))
    shutil.rmtree(runtime / "wallet-tray")  # with all of its folder, as a session's end does

    code, said = home.second(XDG_RUNTIME_DIR=str(runtime))

    assert code == 7
    assert "does not answer" in said


def test_program_on_another_computer_is_named(home: Home) -> None:
    home.state.mkdir(parents=True, mode=0o700)
    lock = str(home.state / "instance.lock")
    holder = home.launch([sys.executable, "-c", HOLDER, lock, "77 far-away\n"])
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"

    code, said = home.second()

    assert code == 7
    assert "on the computer far-away" in said


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ({"DISPLAY": ":1"}, {"DISPLAY": ":2"}, False),
        ({"DISPLAY": ":1"}, {"DISPLAY": "unix:1.0"}, True),
    ],
)
def test_program_on_another_display_is_named(
    home: Home, first: dict[str, str], second: dict[str, str], is_same: bool
) -> None:
    home.first(**first)

    code, said = home.second(**second)

    if is_same:
        assert (code, said) == (0, "")
    else:
        assert code == 7
        assert "on another display" in said


# -- a state folder that takes no new file


def closed(home: Home) -> None:
    """Where even root can make no file."""
    if not IS_ROOT:
        home.state.chmod(0o500)
        return
    mount = ["mount", "-t", "tmpfs", "-o", "size=4k,nr_inodes=1,mode=700", "none", str(home.state)]
    if subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("needs a user that is not root, or a file system that can be mounted")


@pytest.fixture
def closed_home(home: Home) -> Iterator[Home]:
    home.state.mkdir(parents=True, mode=0o700)
    closed(home)
    yield home
    home.close()
    subprocess.run(["umount", "-l", str(home.state)], capture_output=True)
    home.state.chmod(0o700)


def test_two_do_not_run_where_the_state_folder_takes_no_file(closed_home: Home) -> None:
    home = closed_home
    runtime = str(home.folder("run"))
    first = home.first(XDG_RUNTIME_DIR=runtime)
    assert list(home.state.iterdir()) == []
    assert home.second(XDG_RUNTIME_DIR=runtime) == (0, "")
    first.send_signal(signal.SIGSTOP)

    code, said = home.second(XDG_RUNTIME_DIR=runtime)

    assert code == 7
    assert "does not answer" in said


def test_two_do_not_run_without_a_session_either(closed_home: Home) -> None:
    first = closed_home.start()
    locks = Path("/proc/locks")
    number = closed_home.state.stat().st_ino
    wait_until(lambda: f":{number} 0 EOF" in locks.read_text(), "the lock of the folder")

    code, said = closed_home.second()

    assert code == 7
    assert "does not answer" in said
    assert first.poll() is None


def test_program_does_not_start_without_a_lock(home: Home) -> None:
    (home.home / ".local").touch()

    code, said = home.second()

    assert code == 7
    assert said.count("\n") == 1
    assert str(home.state) in said
