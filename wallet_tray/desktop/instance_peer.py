"""Who is at the other end of a local socket, and how a long path is reached. No Qt."""

import contextlib
import os
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

# sun_path of AF_UNIX holds 108 bytes on Linux and 104 on macOS, its closing zero included: unix(7).
_PATH_BYTES = 100

# <sys/un.h> of macOS and the BSDs, whose answer is a struct xucred: a version, the user, groups.
_SOL_LOCAL, _LOCAL_PEERCRED, _XUCRED_BYTES = 0, 1, 76


def is_of_this_user(connection: socket.socket) -> bool:
    """Whether the process at the other end is this user's, as the kernel says.

    Of a listening socket it is the user who began to listen.
    """
    try:
        return _user_of(connection) == os.geteuid()
    except (OSError, struct.error):
        return False


def _user_of(connection: socket.socket) -> int:
    platform: str = sys.platform  # a plain text: type checkers see one system only
    if platform == "linux":
        credentials = struct.Struct("3i")  # process, user, group
        told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, credentials.size)
        return int(credentials.unpack(told)[1])
    told = connection.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, _XUCRED_BYTES)
    return int(struct.unpack_from("2I", told)[1])


@contextlib.contextmanager
def address_of(file: Path) -> Iterator[str]:
    """A name of the socket file that fits into an address.

    Raises OSError where there is no such folder, and where the path is too long on a system
    without /proc.
    """
    path = str(file.absolute())
    if len(os.fsencode(path)) <= _PATH_BYTES or sys.platform != "linux":
        yield path
        return
    folder = os.open(file.parent, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{file.name}"
    finally:
        os.close(folder)
