"""Trays of every kind, on a private bus and on X servers that are asked by their own protocol."""

import contextlib
import os
import socket
import struct
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.own_seconds import OwnSeconds
from wallet_tray.desktop.display import Plugin
from wallet_tray.desktop.x11 import has_xembed_tray
from wallet_tray.diagnostics import tray

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="trays over D-Bus and X11")

WATCHER = "org.kde.StatusNotifierWatcher"
ATOM, WINDOW = 301, 0x1200007
# A platform of Qt's that needs no display, so that the tray alone is the question.
SCREEN = {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": "127.0.0.1:64000"}


@pytest.fixture(autouse=True)
def _loadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "wallet_tray.desktop.display.plugin_state", lambda *_arguments: Plugin(usable=True)
    )


def look(**environment: str):
    return list(tray.check_tray({**SCREEN, **environment}, "linux"))


def host_registered(yes: bool) -> dict[str, tuple[str, tuple[object, ...]]]:
    return {"Get": ("v", (("b", yes),))}


class XServer:
    """Lets everybody in and answers InternAtom and GetSelectionOwner; on a TCP port."""

    def __init__(self, atom: int = ATOM, window: int = WINDOW, cut: bool = False) -> None:
        self.asked: list[bytes] = []
        self._atom, self._window, self._cut = atom, window, cut
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.display = f"127.0.0.1:{self._listener.getsockname()[1] - 6000}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(30)

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _address = self._listener.accept()
                with caller, contextlib.suppress(OSError):
                    caller.settimeout(30)
                    self._talk(caller)

    def _talk(self, caller: socket.socket) -> None:
        assert len(caller.recv(12, socket.MSG_WAITALL)) == 12
        vendor = b"a vendor"
        caller.sendall(struct.pack("=BxHHH", 1, 11, 0, len(vendor) // 4) + vendor)
        while head := caller.recv(4, socket.MSG_WAITALL):
            opcode, size = head[0], struct.unpack_from("=H", head, 2)[0]
            body = caller.recv(size * 4 - 4, socket.MSG_WAITALL)
            if opcode == 16:
                length = struct.unpack_from("=H", body)[0]
                self.asked.append(body[4 : 4 + length])
                number = self._atom
            else:
                assert (opcode, struct.unpack("=I", body)) == (23, (self._atom,))
                number = self._window
            reply = struct.pack("=BxHII20x", 1, len(self.asked), 0, number)
            caller.sendall(reply[:9] if self._cut else reply)
            if self._cut:
                return


@pytest.fixture
def x_servers() -> Iterator[list[XServer]]:
    servers: list[XServer] = []
    yield servers
    for server in servers:
        server.close()


def test_tray_with_tooltips(said, session_bus, make_peer) -> None:
    make_peer(session_bus, WATCHER, **host_registered(True))
    program = Path(f"/proc/{os.getpid()}/comm").read_text().strip()
    assert said(look(XDG_CURRENT_DESKTOP="XFCE")) == [
        ("tray", "ok", f"There is a tray ({program}), and it shows tooltips.")
    ]


@pytest.mark.parametrize("desktop", ["GNOME", "ubuntu:GNOME", "COSMIC"])
def test_desktop_that_shows_no_tooltips(said, session_bus, make_peer, desktop) -> None:
    make_peer(session_bus, WATCHER, **host_registered(True))
    ((_, state, found),) = said(look(XDG_CURRENT_DESKTOP=desktop))
    assert state == "note"
    assert "no tooltips" in found


@pytest.mark.parametrize("answers", [host_registered(False), {}, {"Get": ("s", ("yes",))}])
def test_watcher_without_a_panel(said, session_bus, make_peer, answers) -> None:
    make_peer(session_bus, WATCHER, **answers)
    ((_, state, found),) = said(look())
    assert state == "problem"
    assert "no panel shows them" in found


def test_no_tray(said, session_bus) -> None:
    assert said(look()) == [("tray", "problem", "No panel here has a tray.")]


def test_gnome_without_its_extension(session_bus) -> None:
    (finding,) = look(XDG_CURRENT_DESKTOP="ubuntu:GNOME")
    found, todo = finding.sentences()
    assert found == "GNOME has no tray of its own."
    assert "AppIndicator" in todo


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/bus", "nonsense"])
def test_no_bus(said, monkeypatch, tmp_path, address) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    ((_, state, found),) = said(look())
    assert state == "problem"
    assert found.startswith("The session bus (D-Bus) cannot be reached")


def test_watcher_that_never_answers(said, session_bus, make_peer, monkeypatch) -> None:
    monkeypatch.setattr(tray, "_ANSWER_LIMIT", timedelta(seconds=1.5))
    peer = make_peer(session_bus, WATCHER)
    monkeypatch.setattr(peer._connection, "send", lambda _message: None)
    with OwnSeconds() as own:
        assert said(look()) == [("tray", "problem", "The tray does not answer.")]
    assert own.seconds < 4


def test_older_tray_where_the_bus_has_none(said, session_bus, x_servers) -> None:
    x_servers.append(XServer())
    ((_, state, found),) = said(look(DISPLAY=x_servers[0].display))
    assert (state, found) == (
        "ok",
        "There is a tray of the older kind (XEmbed), and it shows tooltips.",
    )
    assert x_servers[0].asked == [b"_NET_SYSTEM_TRAY_S0"]


def test_older_tray_is_of_no_use_under_wayland(said, session_bus, x_servers) -> None:
    x_servers.append(XServer())
    ((_, state, _found),) = said(look(DISPLAY=x_servers[0].display, XDG_SESSION_TYPE="wayland"))
    assert state == "problem"


@pytest.mark.parametrize("numbers", [(0, 0), (ATOM, 0)])
def test_x_server_without_a_tray(x_servers, numbers) -> None:
    x_servers.append(XServer(*numbers))
    assert has_xembed_tray({"DISPLAY": x_servers[0].display}) is False


def test_x_server_that_breaks_off(x_servers) -> None:
    x_servers.append(XServer(cut=True))
    with pytest.raises(ConnectionResetError):
        has_xembed_tray({"DISPLAY": x_servers[0].display})


def test_no_display_at_all(said) -> None:
    ((_, state, found),) = said(tray.check_tray({}, "linux"))
    assert (state, found) == ("note", "There is no display here, and so no tray.")


def test_display_that_does_not_answer(said) -> None:
    ((_, state, found),) = said(tray.check_tray({"DISPLAY": "127.0.0.1:1"}, "linux"))
    assert state == "problem"
    assert "cannot be used" in found


def test_missing_system_library(monkeypatch) -> None:
    missing = Plugin(usable=False, missing_library="libxcb-cursor.so.0")
    monkeypatch.setattr("wallet_tray.desktop.display.plugin_state", lambda *_: missing)
    (finding,) = look()
    assert finding.sentences() == (
        "The tray icon cannot be shown: the system library libxcb-cursor.so.0 is missing.",
        "Install libxcb-cursor.so.0 with the system's package manager.",
    )


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_one(said, platform) -> None:
    assert said(tray.check_tray({}, platform)) == [
        ("tray", "ok", "The tray is part of this system.")
    ]
