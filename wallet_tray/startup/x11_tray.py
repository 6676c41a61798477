"""A query to an X server whether it has a tray of the older kind (XEmbed).

Such a tray owns the selection _NET_SYSTEM_TRAY_Sn (freedesktop.org, System Tray Protocol). The two
requests are InternAtom and GetSelectionOwner of the X Window System Protocol (version 11, section
9). Integers are sent in this machine's byte order, which the connection setup has announced.
"""

import socket
import struct
from collections.abc import Mapping

from wallet_tray.desktop.x11 import x_connection

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
