"""Identity of a local socket's peer, and addresses for long socket paths. No Qt."""

import contextlib
import os
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

# sun_path of AF_UNIX holds 108 bytes on Linux, 104 on macOS, with the final zero: unix(7).
_PATH_BYTES = 100

# <sys/un.h> of macOS and the BSDs; the result is a struct xucred: version, user, groups.
_SOL_LOCAL, _LOCAL_PEERCRED, _XUCRED_BYTES = 0, 1, 76


def is_of_this_user(connection: socket.socket) -> bool:
    """Return whether the peer process belongs to this user, according to the kernel.

    For a listening socket, this checks the user who called listen().
    """
    try:
        return _user_of(connection) == os.geteuid()
    except (OSError, struct.error):
        return False


def _user_of(connection: socket.socket) -> int:
    platform: str = sys.platform  # str: type checkers would otherwise check one system only
    if platform == "linux":
        credentials = struct.Struct("3i")  # process, user, group
        told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, credentials.size)
        return int(credentials.unpack(told)[1])
    told = connection.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, _XUCRED_BYTES)
    return int(struct.unpack_from("2I", told)[1])


@contextlib.contextmanager
def address_of(file: Path) -> Iterator[str]:
    """Yield a name of the socket file that fits into an address.

    Raises OSError if the folder does not exist, or if the path is too long on a system without
    /proc.
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
