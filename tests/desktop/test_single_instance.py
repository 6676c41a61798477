"""One running program: killed, squatted, flooded, shouted at."""

import contextlib
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.listeners import Listener
from tests.support.own_seconds import OwnSeconds
from wallet_tray.app.background import BackgroundThread
from wallet_tray.app.instance_watch import InstanceWatch
from wallet_tray.desktop.single_instance import instance as single_instance
from wallet_tray.desktop.single_instance import lock as displays
from wallet_tray.desktop.single_instance import lock as instance_lock
from wallet_tray.desktop.single_instance import pipe
from wallet_tray.desktop.single_instance import socket as instance_socket
from wallet_tray.desktop.single_instance.instance import SingleInstance
from wallet_tray.desktop.single_instance.lock import InstanceLock
from wallet_tray.desktop.single_instance.message import (
    CREDENTIALS_CHANGED,
    HEARD,
    SHOW,
    notify_running,
    server_name,
    show_at,
    understood,
)
from wallet_tray.desktop.single_instance.pipe import InstancePipe
from wallet_tray.desktop.single_instance.socket import InstanceSocket

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="speaks to the socket directly")

PATIENCE = timedelta(seconds=60)

CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from wallet_tray.desktop.single_instance.instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
print(instance.claim(), flush=True)
app.exec()
"""


def listener_to(instance: SingleInstance) -> Listener:
    """A listener to the wishes of callers, by their words."""
    wishes = {SHOW: instance.show_requested, CREDENTIALS_CHANGED: instance.credentials_changed}
    return Listener(**wishes)


@pytest.fixture
def folder(tmp_path_factory) -> Path:
    """A short path: a socket's holds about 100 bytes."""
    return tmp_path_factory.mktemp("i")


@pytest.fixture(params=[InstanceSocket, InstancePipe])
def server(request, monkeypatch) -> None:
    """Both ways to listen: Qt's local server is a Unix socket here, and a pipe on Windows."""
    monkeypatch.setattr(single_instance, "_make_server", request.param)


@pytest.fixture
def make_instance(qapp, server, folder) -> Iterator[Callable[[], SingleInstance]]:
    made: list[SingleInstance] = []

    def make() -> SingleInstance:
        made.append(SingleInstance(folder / "instance.lock", folder / "instance.sock"))
        return made[-1]

    yield make
    for instance in made:
        instance.release()


@pytest.fixture
def patient(monkeypatch) -> None:
    """No peer is dropped for its silence: for tests of something else."""
    minute_ms = 60_000
    monkeypatch.setattr(pipe, "SILENCE_MS", minute_ms)
    monkeypatch.setattr(instance_socket, "SILENCE_MS", minute_ms)


@pytest.fixture
def running(make_instance) -> SingleInstance:
    instance = make_instance()
    assert instance.claim()
    return instance


@pytest.fixture
def listener(running) -> Listener:
    return listener_to(running)


def tell(qtbot, folder, message: str) -> bool:
    """notify_running from another thread, as from another process: this one's loop must turn."""
    answers: list[bool] = []
    thread = threading.Thread(
        target=lambda: answers.append(notify_running(folder / "instance.sock", message, PATIENCE))
    )
    thread.start()
    qtbot.waitUntil(lambda: bool(answers))
    thread.join()
    return answers[0]


@contextlib.contextmanager
def call(folder) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX) as caller:
        caller.settimeout(60)
        caller.connect(str(folder / "instance.sock"))
        yield caller


def start_child(folder) -> subprocess.Popen[str]:
    """Another process of this program; returns once it has claimed."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder / "instance.lock"), str(folder / "instance.sock")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "True\n"
    return child


# who is the one


def test_the_second_is_not_the_one_until_the_first_lets_go(make_instance, running):
    second = make_instance()
    assert not second.claim()
    running.release()
    assert second.claim()


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_another_process_holds_it_until_it_ends_however_it_ends(make_instance, folder, end):
    with start_child(folder) as child:
        instance = make_instance()
        assert not instance.claim()
        child.send_signal(end)
        child.wait(60)
    assert (folder / "instance.sock").exists(), "left behind by the killed one"
    assert instance.claim()


def test_after_a_kill_the_next_one_can_be_reached(qtbot, make_instance, folder):
    with start_child(folder) as child:
        child.kill()
        child.wait(60)
    instance = make_instance()
    assert instance.claim()
    listener = listener_to(instance)
    assert tell(qtbot, folder, SHOW)
    assert listener.names == [SHOW]


def test_the_socket_is_for_the_user_alone(running, folder):
    assert stat.S_ISSOCK((folder / "instance.sock").stat().st_mode)
    assert (folder / "instance.sock").stat().st_mode & 0o077 == 0
    assert (folder / "instance.lock").stat().st_mode & 0o077 == 0


def test_the_folder_is_made_and_private(folder):
    lock = InstanceLock(folder / "state" / "instance.lock")
    assert lock.take()
    assert (folder / "state").stat().st_mode & 0o777 == 0o700
    lock.release()


def test_lock_file_with_false_contents_is_ignored(make_instance, folder):
    (folder / "instance.lock").write_text(f"{os.getppid()}\nwallet-tray\nanother-host\n")
    assert make_instance().claim()


def test_without_a_place_for_the_lock_it_does_not_claim(qapp, folder):
    (folder / "file").touch()
    instance = SingleInstance(folder / "file" / "lock", folder / "file" / "instance.sock")
    with pytest.raises(OSError, match="file"):
        instance.claim()


@pytest.mark.parametrize("order", ["before", "meanwhile", "after"])
def test_a_folder_that_takes_no_file_has_one_program_at_a_time(folder, order, monkeypatch):
    """Whether the file could be made before, in between, or not at all."""
    state = folder / "state"
    state.mkdir()
    first, second = InstanceLock(state / "lock"), InstanceLock(state / "lock")
    real = os.open
    full = False

    def no_new_file(path, flags, *more, **options):
        if full and (flags & os.O_CREAT or flags & os.O_RDWR):
            raise OSError(28, "No space left on device")
        return real(path, flags, *more, **options)

    monkeypatch.setattr(os, "open", no_new_file)
    full = order != "after"
    assert first.take()
    full = order == "before" or order == "after"
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_the_folder_of_the_socket_has_one_program_as_well(folder):
    run = folder / "run"
    run.mkdir()
    first = InstanceLock(folder / "one" / "lock", run)
    second = InstanceLock(folder / "other" / "lock", run)
    assert first.take()
    assert not second.take(), "it would take the socket away"
    first.release()
    assert second.take()
    second.release()


def test_a_link_in_the_place_of_the_lock_s_file_is_not_followed(folder):
    precious = folder / "precious"
    precious.write_text("as it was")
    (folder / "lock").symlink_to(precious)
    lock, other = InstanceLock(folder / "lock"), InstanceLock(folder / "lock")
    assert lock.take()
    assert not other.take()
    lock.release()
    assert precious.read_text() == "as it was"


def test_a_pipe_in_the_place_of_the_lock_s_file_is_not_waited_for(folder):
    os.mkfifo(folder / "lock")
    lock = InstanceLock(folder / "lock")
    assert lock.take()
    assert lock.holder() is None
    lock.release()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)
def test_lock_of_another_user_is_ignored(folder):
    (folder / "lock").touch()
    os.chown(folder / "lock", 65534, 65534)
    with (folder / "lock").open() as held:
        instance_lock._lock(held.fileno())
        lock = InstanceLock(folder / "lock")
        assert lock.take()
        lock.release()


def test_lock_names_its_holder(folder):
    lock = InstanceLock(folder / "lock")
    assert lock.holder() is None
    assert lock.take()
    holder = InstanceLock(folder / "lock").holder()
    assert holder is not None
    assert (holder.process, holder.is_here) == (os.getpid(), True)
    (folder / "lock").write_text("7 elsewhere.example\n")
    assert not InstanceLock(folder / "lock").holder().is_here
    for lie in ("x\n", "7 <b>bold</b>\n", "7", "-1 host\n", "7 host\n\x1b[2J", "9" * 11 + " h\n"):
        (folder / "lock").write_text(lie)
        assert lock.holder() is None
    lock.release()


@pytest.mark.parametrize("gone", ["socket", "folder", "replaced"])
def test_a_socket_that_is_taken_away_comes_back(qtbot, qapp, folder, gone):
    run = folder / "run"
    run.mkdir(mode=0o700)
    disk = BackgroundThread("disk")
    instance = SingleInstance(folder / "lock", run / "instance.sock")
    watch = InstanceWatch(instance, run, disk, qapp)
    assert instance.claim()
    listener = listener_to(instance)
    watch.look()
    (run / "instance.sock").unlink()
    if gone == "folder":
        run.rmdir()
    if gone == "replaced":
        (run / "instance.sock").touch()
    assert not instance.can_be_reached()
    watch.look()
    qtbot.waitUntil(instance.can_be_reached)
    assert tell(qtbot, run, SHOW)
    assert listener.names == [SHOW]
    assert not InstanceLock(folder / "lock", run).take()
    instance.release()
    disk.finish(PATIENCE)


def test_a_socket_that_another_one_has_taken_over_stays_its_own(qapp, folder):
    first, second = (
        SingleInstance(folder / name / "lock", folder / "instance.sock") for name in "ab"
    )
    assert first.claim()
    for name in ("lock", "instance.sock"):
        (folder / ("a" if name == "lock" else ".") / name).unlink()
    second._lock = InstanceLock(folder / "b" / "lock")  # as after a restart of everything
    assert second.claim()
    first.release()
    assert second.can_be_reached()
    second.release()


# where the socket cannot be made


def test_a_squatted_socket_is_logged_and_the_program_runs(make_instance, folder, caplog):
    (folder / "instance.sock" / "in").mkdir(parents=True)
    assert make_instance().claim()
    assert "cannot reach" in caplog.text
    assert not notify_running(folder / "instance.sock", SHOW)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc/self/fd")
@pytest.mark.parametrize("length", [100, 101, 108, 230])
def test_a_path_that_is_too_long_is_reached_all_the_same(qtbot, qapp, folder, length):
    long = folder / ("x" * length)
    long.mkdir(mode=0o700)
    instance = SingleInstance(folder / "instance.lock", long / "instance.sock")
    assert instance.claim()
    listener = listener_to(instance)
    assert tell(qtbot, long, SHOW)
    assert listener.names == [SHOW]
    assert stat.S_IMODE((long / "instance.sock").lstat().st_mode) == 0o600
    instance.release()
    assert list(long.iterdir()) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to be two users"
)
def test_another_user_cannot_call(running, folder):
    shared = Path(tempfile.gettempdir())
    for parent in (folder, *(parent for parent in folder.parents if shared in parent.parents)):
        parent.chmod(0o711)
    stranger = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-c",
         "import socket, sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])",
         str(folder / "instance.sock")],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )  # fmt: skip
    assert "PermissionError" in stranger.stderr


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to be two users"
)
@pytest.mark.parametrize("way", ["calls", "listens"])
def test_messages_of_another_user_are_ignored(qtbot, qapp, folder, monkeypatch, way):
    """The socket is open to all here; the kernel says who is at the other end."""
    monkeypatch.setattr(single_instance, "_make_server", InstanceSocket)
    instance = SingleInstance(folder / "lock", folder / "instance.sock")
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(0o711)
    script = "import socket, sys\ns = socket.socket(socket.AF_UNIX)\n"
    if way == "calls":
        assert instance.claim()
        (folder / "instance.sock").chmod(0o777)
        script += "s.connect(sys.argv[1])\nheard = b''\ntry:\n"
        script += " s.sendall(b'credentials-changed\\n')\n heard = s.recv(9)\n"
        script += "except OSError: pass\nprint(heard)"
    else:
        folder.chmod(0o777)
        script += "s.bind(sys.argv[1])\ns.listen()\nprint('listens', flush=True)\n"
        script += "c, _ = s.accept()\nprint(c.recv(99))\nc.close()"
    listener = listener_to(instance)
    stranger = subprocess.Popen(
        ["setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-c", script,
         str(folder / "instance.sock")],
        stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    if way == "listens":
        assert stranger.stdout.readline() == "listens\n"
        assert not notify_running(folder / "instance.sock", CREDENTIALS_CHANGED)
    qtbot.waitUntil(lambda: stranger.poll() is not None)
    assert stranger.communicate()[0] == "b''\n"
    assert listener.names == []
    instance.release()
    folder.chmod(0o711)


# what is said


@pytest.mark.parametrize("message", [SHOW, CREDENTIALS_CHANGED])
def test_message_is_received_and_answered(qtbot, listener, folder, message):
    assert tell(qtbot, folder, message)
    assert listener.names == [message]


@pytest.mark.parametrize("message", ["", "Show", "show ", "show;quit", "quit", "\0show", "x" * 63])
def test_unknown_message_is_disconnected(qtbot, listener, folder, message):
    assert not tell(qtbot, folder, message)
    assert tell(qtbot, folder, SHOW)
    assert listener.names == [SHOW]


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("garbage", [b"\xff" * (1 << 20), b"show" * (1 << 18), os.urandom(1 << 20)])
def test_long_message_is_cut_off_after_64_bytes(qtbot, listener, folder, garbage):
    with call(folder) as caller:
        caller.setblocking(False)
        sent = 0

        def pushed() -> bool:
            nonlocal sent
            try:
                sent += caller.send(garbage[sent : sent + 65536])
            except BlockingIOError:
                return False
            except (BrokenPipeError, ConnectionResetError):
                return True
            return False

        qtbot.waitUntil(pushed)
    assert tell(qtbot, folder, SHOW)
    assert listener.names == [SHOW]
    # what the kernel takes before anybody reads is not in our hands; it is far below a megabyte
    assert sent < len(garbage)


@pytest.mark.usefixtures("patient")
def test_a_word_in_pieces_is_one_word(qtbot, listener, folder):
    with call(folder) as caller:
        for piece in (b"sh", b"ow", b"\n"):
            caller.sendall(piece)
            qtbot.wait(1)
        qtbot.waitUntil(lambda: listener.names == [SHOW])
        assert caller.recv(16) == HEARD


def test_silent_caller_is_disconnected(qtbot, running, folder):
    with call(folder) as caller:
        caller.setblocking(False)

        def hung_up() -> bool:
            with contextlib.suppress(BlockingIOError):
                return caller.recv(1) == b""
            return False

        qtbot.waitUntil(hung_up)
    qtbot.waitUntil(lambda: not running._server.callers)


def test_thousand_callers_cost_little_and_the_next_is_served(qtbot, running, listener, folder):
    done = threading.Event()
    most = 0

    def flood() -> None:
        for number in range(1000):
            with contextlib.suppress(OSError), call(folder) as caller:
                if number % 2:
                    caller.sendall(b"nonsense")
        done.set()

    thread = threading.Thread(target=flood, daemon=True)
    thread.start()

    def finished() -> bool:
        nonlocal most
        most = max(most, len(running._server.callers))
        return done.is_set() and not running._server.callers

    qtbot.waitUntil(finished)
    thread.join(60)
    assert most <= 16
    assert tell(qtbot, folder, SHOW)
    assert listener.names == [SHOW]


@pytest.mark.usefixtures("patient")
def test_silent_callers_do_not_lock_out_the_next(qtbot, running, listener, folder):
    with contextlib.ExitStack() as stack:
        for expected in [*range(1, 17), *[16] * 14]:
            stack.enter_context(call(folder))
            qtbot.waitUntil(lambda count=expected: len(running._server.callers) == count)
        assert tell(qtbot, folder, SHOW)
    assert listener.names == [SHOW]


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ({}, {}, True),
        ({"DISPLAY": ":0"}, {}, True),
        ({"DISPLAY": ":0"}, {"DISPLAY": ":0.1"}, True),
        ({"DISPLAY": ":0"}, {"DISPLAY": ":1"}, False),
        ({"DISPLAY": ":0"}, {"DISPLAY": "other:0"}, False),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w-0"}, {"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w-0"}, {"WAYLAND_DISPLAY": "w-0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w-0"}, {"WAYLAND_DISPLAY": "w-1"}, False),
        ({"WAYLAND_DISPLAY": "w-0"}, {"DISPLAY": ":0"}, False),
        ({"DISPLAY": ":\udcff"}, {"DISPLAY": ":\udcff"}, True),
    ],
)
def test_a_display_is_the_same_by_any_of_its_names(first, second, is_same):
    marks = [displays.mark(one) for one in (first, second)]
    assert displays.is_same(*marks) is is_same
    assert displays.is_same(*reversed(marks)) is is_same
    assert understood(f"{show_at(marks[0])}\n".encode()) == (SHOW, marks[0])


def test_a_version_that_knows_no_displays_gets_none(folder):
    heard = []
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "instance.sock"))
        server.listen()
        server.settimeout(60)

        def answer() -> None:
            for _ in range(2):
                caller, _address = server.accept()
                with caller:
                    heard.append(caller.recv(64))
                    if heard[-1] == b"show\n":
                        caller.sendall(HEARD)

        thread = threading.Thread(target=answer)
        thread.start()
        message = show_at(displays.mark({"DISPLAY": ":0"}))
        assert notify_running(folder / "instance.sock", message, PATIENCE)
        thread.join()
    assert heard == [f"{message}\n".encode(), b"show\n"]


# telling


def test_notification_without_a_running_program_fails(folder):
    assert not notify_running(folder / "instance.sock", SHOW)
    (folder / "instance.sock").write_text("no socket")
    assert not notify_running(folder / "instance.sock", SHOW)


def test_notification_of_a_hanging_program_fails_within_the_limit(folder):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "instance.sock"))
        server.listen()
        began = time.monotonic()
        with OwnSeconds() as own:
            assert not notify_running(folder / "instance.sock", SHOW, timedelta(milliseconds=200))
        assert time.monotonic() - began > 0.15
        assert own.seconds < 1


def test_sending_a_message_imports_no_qt(folder):
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from wallet_tray.desktop.single_instance.message import notify_running\n"
        "notify_running(Path(sys.argv[1]), 'show')\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(folder / "s")], check=True, timeout=300)


def test_a_pipe_s_name_holds_no_backslash_of_the_path(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    name = server_name(Path("state") / "instance.sock")
    assert name.startswith("\\\\.\\pipe\\wallet-tray-")
    assert name.count("\\") == 4
    assert name != server_name(Path("demo") / "instance.sock")
