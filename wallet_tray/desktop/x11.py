"""Checks of an X server without Qt: whether it accepts connections and has an XEmbed tray.

Qt ends the whole process if it cannot connect. The setup is that of the X Window System Protocol
(X.Org, version 11, section 8, "Connection Setup"). The parsing of a display's name and the choice
of the cookie follow libxcb and Xau(3), which Qt uses.
"""

import contextlib
import re
import socket
import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from wallet_tray.storage.files import read_regular

_NAME = re.compile(
    r"(?:(?P<protocol>[a-z0-9]+)/)?(?P<host>[^/]*):(?P<number>[0-9]{1,5})(\.[0-9]+)?"
)
# Seconds for each step. A local server answers in a few milliseconds. At login, or during a
# screenshot, it may keep all clients waiting, and Qt would wait as well.
_LIMIT = 20.0
_FIRST_PORT = 6000
_MAX_BYTES = 1 << 20
_COOKIE = b"MIT-MAGIC-COOKIE-1"
_LET_IN = 1

# Address families in an authority file (Xauth.h).
_INTERNET, _INTERNET6, _LOCAL, _WILD = 0, 6, 256, 65535


@dataclass(frozen=True, slots=True)
class _Display:
    host: str  # "" for this machine
    number: int


def x_server_lets_us_in(environment: Mapping[str, str]) -> bool:
    """Return True if the server in DISPLAY accepts a connection; blocks a few seconds at most."""
    try:
        with x_connection(environment):
            return True
    except OSError:
        return False


@contextlib.contextmanager
def x_connection(environment: Mapping[str, str]) -> Iterator[socket.socket]:
    """Open a connection that the server in DISPLAY has accepted.

    The first byte of the server's reply, which says so, has been read. Raises OSError.
    """
    display = _display(environment.get("DISPLAY", ""))
    if display is None:
        raise OSError("DISPLAY names no display")
    try:
        link = _connection(display)
    except (ValueError, OverflowError):
        raise OSError("a name or number that cannot be") from None
    with link:
        link.settimeout(_LIMIT)
        link.sendall(_greeting(_cookie(display, link, environment)))
        if link.recv(1) != bytes([_LET_IN]):
            raise ConnectionRefusedError
        yield link


def _display(name: str) -> _Display | None:
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    local = found["protocol"] == "unix" or found["host"] in ("", "unix")
    return _Display("" if local else found["host"].strip("[]"), int(found["number"]))


def _connection(display: _Display) -> socket.socket:
    if display.host:
        return socket.create_connection((display.host, _FIRST_PORT + display.number), _LIMIT)
    if sys.platform == "win32":
        raise OSError("no sockets of that kind")
    path = f"/tmp/.X11-unix/X{display.number}"  # noqa: S108  where X servers listen
    names = (f"\0{path}", path) if sys.platform == "linux" else (path,)
    for name in names:
        link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        link.settimeout(_LIMIT)
        try:
            link.connect(name)
        except OSError:
            link.close()
        else:
            return link
    raise OSError("no server listens")


def _greeting(cookie: bytes | None) -> bytes:
    name = b"" if cookie is None else _COOKIE
    data = cookie or b""
    order = b"l" if sys.byteorder == "little" else b"B"
    head = struct.pack("=cxHHHHxx", order, 11, 0, len(name), len(data))
    return head + _padded(name) + _padded(data)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _cookie(display: _Display, link: socket.socket, environment: Mapping[str, str]) -> bytes | None:
    """Return the first cookie in the authority file that fits this display; None without one."""
    family, address = _address(display, link)
    for entry_family, entry_address, number, name, data in _entries(environment):
        if entry_family != _WILD and (entry_family, entry_address) != (family, address):
            continue
        if number in (b"", str(display.number).encode()) and name == _COOKIE:
            return data
    return None


def _address(display: _Display, link: socket.socket) -> tuple[int, bytes]:
    if display.host:
        peer = link.getpeername()[0]
        packed = socket.inet_pton(link.family, peer)
        mapped = packed.startswith(bytes(10) + b"\xff\xff") and len(packed) == 16
        if mapped:
            packed = packed[12:]
        loopback = packed[:1] == b"\x7f" if len(packed) == 4 else packed == bytes(15) + b"\x01"
        if not loopback:
            return (_INTERNET if len(packed) == 4 else _INTERNET6), packed
    return _LOCAL, socket.gethostname().encode()


def _entries(environment: Mapping[str, str]) -> list[tuple[int, bytes, bytes, bytes, bytes]]:
    """Return the entries of the authority file; [] without such a file.

    All numbers in it are big-endian.
    """
    named = environment.get("XAUTHORITY")
    home = environment.get("HOME")
    if not named and not home:
        return []
    try:
        file = Path(named) if named else Path(home or "", ".Xauthority")
        content = read_regular(file, _MAX_BYTES)
    except OSError:
        return []
    entries = []
    position = 0
    try:
        while position < len(content):
            (family,) = struct.unpack_from(">H", content, position)
            position += 2
            texts = []
            for _ in range(4):
                (length,) = struct.unpack_from(">H", content, position)
                texts.append(content[position + 2 : position + 2 + length])
                position += 2 + length
            entries.append((family, texts[0], texts[1], texts[2], texts[3]))
    except struct.error:  # the file is truncated
        pass
    return entries


_SELECTION = b"_NET_SYSTEM_TRAY_S0"
_INTERN_ATOM, _GET_SELECTION_OWNER = 16, 23
_ONLY_IF_EXISTS = 1
_REPLY = 1
_REPLY_BYTES = 32
_REST_OF_GREETING = struct.Struct("=xHHH")  # protocol versions, and a length in units of 4 bytes


def has_xembed_tray(environment: Mapping[str, str]) -> bool:
    """Return True if the display in DISPLAY has such a tray; blocks a few seconds at most.

    Raises OSError if the server cannot be asked.
    """
    with x_connection(environment) as link:
        length = _REST_OF_GREETING.unpack(_received(link, _REST_OF_GREETING.size))[2]
        _received(link, length * 4)
        padded = _SELECTION + bytes(-len(_SELECTION) % 4)
        head = struct.pack(
            "=BBHHxx", _INTERN_ATOM, _ONLY_IF_EXISTS, 2 + len(padded) // 4, len(_SELECTION)
        )
        atom = _answer(link, head + padded)
        if atom == 0:  # no client has ever used the name
            return False
        return _answer(link, struct.pack("=BxHI", _GET_SELECTION_OWNER, 2, atom)) != 0


def _answer(link: socket.socket, request: bytes) -> int:
    """Return the number at the start of the reply: an atom or a window, 0 for none."""
    link.sendall(request)
    reply = _received(link, _REPLY_BYTES)
    if reply[0] != _REPLY:
        raise OSError("the X server refuses to say")
    (number,) = struct.unpack_from("=I", reply, 8)
    return int(number)


def _received(link: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = link.recv(size - len(data))
        if not piece:
            raise ConnectionResetError
        data += piece
    return data
