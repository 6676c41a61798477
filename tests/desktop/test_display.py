"""Whether there is a display, asked of real sockets; Qt itself is asked in tests/end_to_end."""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wallet_tray.desktop import x11
from wallet_tray.desktop.display import NoDisplay, Plugin, _loaded, find_no_display, plugin_state

COOKIE = bytes(range(16))


class XServer:
    """Greets as an X server does, on a free TCP port that counts as a display's."""

    def __init__(self) -> None:
        self.cookie = b""
        self.answer: bytes | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.number = self._listener.getsockname()[1] - 6000
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _address = self._listener.accept()
                with caller:
                    caller.settimeout(30)
                    self._greet(caller)

    def _greet(self, caller: socket.socket) -> None:
        head = caller.recv(12, socket.MSG_WAITALL)
        order = "<" if head[:1] == b"l" else ">"
        major, _minor, name_size, data_size = struct.unpack_from(f"{order}HHHH", head, 2)
        assert major == 11
        padded = [size + -size % 4 for size in (name_size, data_size)]
        rest = caller.recv(sum(padded), socket.MSG_WAITALL) if sum(padded) else b""
        shown = rest[padded[0] : padded[0] + data_size]
        if self.answer is not None:
            caller.sendall(self.answer)
        else:
            caller.sendall(bytes([shown == self.cookie]) + bytes(7))

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(30)


@pytest.fixture
def server() -> Iterator[XServer]:
    running = XServer()
    yield running
    running.close()


@pytest.fixture(autouse=True)
def _loadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "wallet_tray.desktop.display.plugin_state", lambda *_arguments: Plugin(usable=True)
    )


def _entry(
    family: int, address: bytes, number: bytes, data: bytes, name: bytes = b"MIT-MAGIC-COOKIE-1"
) -> bytes:
    texts = (address, number, name, data)
    return struct.pack(">H", family) + b"".join(struct.pack(">H", len(t)) + t for t in texts)


NOWHERE = {
    "nothing set": {},
    "an empty name": {"DISPLAY": ""},
    "no server": {"DISPLAY": ":65000"},
    "no name of a display": {"DISPLAY": "garbage"},
    "no name of a host": {"DISPLAY": f"a..{'b' * 70}:0"},
    "no number": {"DISPLAY": ":x"},
    "a port beyond the last": {"DISPLAY": "127.0.0.1:99999"},
    "nothing at the port": {"DISPLAY": "127.0.0.1:1"},
    "no compositor": {"WAYLAND_DISPLAY": "wayland-none", "XDG_RUNTIME_DIR": "/nowhere"},
    "a relative folder": {"WAYLAND_DISPLAY": "wayland-0"},
    "a Wayland session without one": {"XDG_SESSION_TYPE": "wayland", "XDG_RUNTIME_DIR": "/nowhere"},
    "a descriptor that is none": {"WAYLAND_DISPLAY": "x", "WAYLAND_SOCKET": "many"},
    "a platform without its display": {"QT_QPA_PLATFORM": "xcb"},
}


@pytest.mark.parametrize("environment", NOWHERE.values(), ids=NOWHERE)
def test_no_display(environment: dict[str, str]) -> None:
    assert find_no_display(environment, "linux") == NoDisplay()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_one(platform: str) -> None:
    assert find_no_display({}, platform) is None


@pytest.mark.parametrize("name", ["offscreen", "minimal", "vnc:port=5900", "xcb;offscreen"])
def test_platform_that_needs_none(name: str) -> None:
    assert find_no_display({"QT_QPA_PLATFORM": name}, "linux") is None


def test_server_that_wants_no_cookie(server: XServer) -> None:
    assert find_no_display({"DISPLAY": f"127.0.0.1:{server.number}.0"}, "linux") is None


COOKIES: dict[str, tuple[Callable[[int], bytes], bool]] = {
    "of this display": (lambda n: _entry(256, _host(), b"%d" % n, COOKIE), True),
    "of any display": (lambda n: _entry(65535, b"", b"", COOKIE), True),
    "the second entry": (
        lambda n: _entry(256, _host(), b"7", b"x" * 16) + _entry(256, _host(), b"%d" % n, COOKIE),
        True,
    ),
    "behind one of another kind": (
        lambda n: (
            _entry(65535, b"", b"", b"x", b"XDM-AUTHORIZATION-1") + _entry(65535, b"", b"", COOKIE)
        ),
        True,
    ),
    "a wrong one": (lambda n: _entry(256, _host(), b"%d" % n, b"x" * 16), False),
    "of another display": (lambda n: _entry(256, _host(), b"7", COOKIE), False),
    "of another host": (lambda n: _entry(256, b"elsewhere", b"%d" % n, COOKIE), False),
    "cut off": (lambda n: _entry(256, _host(), b"%d" % n, COOKIE)[:-30], False),
    "nothing": (lambda n: b"", False),
}


def _host() -> bytes:
    return socket.gethostname().encode()


@pytest.mark.parametrize(("content", "let_in"), COOKIES.values(), ids=COOKIES)
def test_cookie(
    server: XServer, tmp_path: Path, content: Callable[[int], bytes], let_in: bool
) -> None:
    server.cookie = COOKIE
    (tmp_path / ".Xauthority").write_bytes(content(server.number))
    display = f"127.0.0.1:{server.number}"

    by_home = find_no_display({"DISPLAY": display, "HOME": str(tmp_path)}, "linux")
    named = {"DISPLAY": display, "XAUTHORITY": str(tmp_path / ".Xauthority")}

    assert (by_home is None) is let_in
    assert (find_no_display(named, "linux") is None) is let_in


def test_authority_file_that_is_missing(server: XServer, tmp_path: Path) -> None:
    server.cookie = COOKIE
    environment = {
        "DISPLAY": f"127.0.0.1:{server.number}",
        "XAUTHORITY": str(tmp_path / "none"),
        "HOME": str(tmp_path),
    }

    assert find_no_display(environment, "linux") == NoDisplay()


@pytest.mark.parametrize("answer", [b"", b"\x00" * 8, b"\x02" * 8, b"HTTP/1.1 400\r\n"])
def test_server_that_does_not_let_us_in(server: XServer, answer: bytes) -> None:
    server.answer = answer

    assert find_no_display({"DISPLAY": f"127.0.0.1:{server.number}"}, "linux") == NoDisplay()


def test_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(x11, "_LIMIT", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        number = silent.getsockname()[1] - 6000

        assert find_no_display({"DISPLAY": f"127.0.0.1:{number}"}, "linux") == NoDisplay()


def test_compositor_that_listens(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()

        named = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
        by_path = {"WAYLAND_DISPLAY": str(tmp_path / "wayland-7")}
        beside_x = {**named, "DISPLAY": ":65000"}

        assert find_no_display(named, "linux") is None
        assert find_no_display(by_path, "linux") is None
        assert find_no_display(beside_x, "linux") is None


def test_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    state = _loaded(Path("libwallet-tray-none.so.7"))
    monkeypatch.setattr("wallet_tray.desktop.display.plugin_state", lambda *_arguments: state)

    found = find_no_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")

    assert found == NoDisplay("libwallet-tray-none.so.7")


def test_plugins_of_the_installed_qt() -> None:
    assert plugin_state("offscreen", {}) == Plugin(usable=True)
    assert plugin_state("no-such-platform", {}) == Plugin(usable=False)
    assert plugin_state("no-such-platform", {"QT_PLUGIN_PATH": "/x"}) == Plugin(usable=True)
