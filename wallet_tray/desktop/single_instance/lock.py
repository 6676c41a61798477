"""The lock that decides which process of a user is the running program. No Qt.

It also identifies the display of a process and the user behind a connection.
"""

import contextlib
import hashlib
import os
import re
import socket
import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Do not follow a link in place of the file, and do not block on a pipe there.
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

_FOLDER = getattr(os, "O_DIRECTORY", 0)

_HOLDER = r"(\d{1,10}) ([A-Za-z0-9.-]{1,64})\n"


@dataclass(frozen=True, slots=True)
class Holder:
    """The process and computer that last claimed the lock."""

    process: int
    computer: str

    @property
    def is_here(self) -> bool:
        """True if the holder ran on this computer."""
        return self.computer == socket.gethostname()


class InstanceLock:
    """Locks of the operating system, which releases them whenever the process ends.

    The lock covers the file, its folder and ``folder``, the socket's folder. A folder can be locked
    even where no file can be created, on a full or read-only disk. A process that finds any of them
    taken gives up. So it does not matter which of them were available when.

    No content of the file affects the decision. A changed host name, a reused process number or a
    clock jump therefore cannot keep it locked. The file stays; it names the last holder.
    """

    def __init__(self, file: Path, folder: Path | None = None) -> None:
        self._file = file
        self._folders = dict.fromkeys((file.parent, folder or file.parent))
        self._descriptors: list[int] = []

    def take(self) -> bool:
        """Return True if this process holds the lock from now on.

        Raises OSError if no lock is possible: no such folder, or a file system without locks.
        """
        if self._descriptors:
            return True
        failure: OSError = FileNotFoundError()
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for is_file, path in self._places():
            try:
                descriptor = _open(path) if is_file else os.open(path, os.O_RDONLY | _FOLDER)
            except OSError as error:
                failure = error
                continue
            try:
                _lock(descriptor)
            except BlockingIOError:
                os.close(descriptor)
                self.release()
                return False
            except OSError as error:
                os.close(descriptor)
                failure = error
                continue
            self._descriptors.append(descriptor)
            if is_file:
                _sign(descriptor)
        if not self._descriptors:
            raise failure
        return True

    def renew(self) -> bool:
        """Take the lock again, because file or folders may have been removed and recreated.

        Return False if another process holds it now. Raises OSError.
        """
        self.release()
        return self.take()

    def holder(self) -> Holder | None:
        """Return the current or last holder, for messages to the user. Never raises."""
        with contextlib.suppress(OSError, ValueError):
            descriptor = os.open(self._file, os.O_RDONLY | _SAFELY)
            try:
                said = re.fullmatch(_HOLDER, os.read(descriptor, 100).decode("ascii"))
            finally:
                os.close(descriptor)
            return Holder(int(said[1]), said[2]) if said else None
        return None

    def release(self) -> None:
        """Release the lock for other processes."""
        while self._descriptors:
            os.close(self._descriptors.pop())

    def _places(self) -> Iterator[tuple[bool, Path]]:
        yield True, self._file
        if sys.platform != "win32":  # Windows cannot open folders
            for folder in self._folders:
                yield False, folder


def _open(file: Path) -> int:
    """Open the file, creating it if missing; open it read-only if writing is impossible."""
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | _SAFELY, 0o600)
    except OSError:
        return os.open(file, os.O_RDONLY | _SAFELY)
    if os.name != "nt" and os.fstat(descriptor).st_uid != os.geteuid():
        # Another user created it while the folder was open, and may hold its lock forever.
        os.close(descriptor)
        file.unlink()
        return os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | _SAFELY, 0o600)
    return descriptor


def _sign(descriptor: int) -> None:
    if sys.platform == "win32":  # Windows lets only the holder read a locked file
        return
    with contextlib.suppress(OSError):  # a full disk, or the file is open read-only
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()} {socket.gethostname()}\n".encode())


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            raise BlockingIOError from None

else:

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


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
        peer = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, credentials.size)
        return int(credentials.unpack(peer)[1])
    peer = connection.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, _XUCRED_BYTES)
    return int(struct.unpack_from("2I", peer)[1])


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


_X11_SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108  the same for every X server


def mark(environment: Mapping[str, str]) -> str:
    """Return the displays that these variables name, as two fingerprints: Wayland's and X11's.

    The result is short plain ASCII, because it is sent in a message.
    """
    return f"{_short(_wayland(environment))}-{_short(_x11(environment))}"


def is_same(one: str, other: str) -> bool:
    """Return whether two marks name the same display.

    True also if either names no display: systems without these variables have one screen.
    """
    ours, theirs = _parts(one), _parts(other)
    if not any(ours) or not any(theirs):
        return True
    for mine, yours in zip(ours, theirs, strict=True):
        if mine and yours:
            return mine == yours
    return False


def server(environment: Mapping[str, str]) -> str:
    """Return a fingerprint of this display server session, or "" if none can be found.

    Each server creates its socket at start, so the next server of that name has another
    fingerprint.
    """
    number = _x11(environment).removeprefix(":")
    sockets = [_wayland(environment), f"{_X11_SOCKETS}{number}" if number.isdecimal() else ""]
    for path in filter(None, sockets):
        with contextlib.suppress(OSError, ValueError):
            found = os.stat(path)  # noqa: PTH116
            return _short(f"{found.st_dev} {found.st_ino} {found.st_ctime_ns}")
    return ""


def _wayland(environment: Mapping[str, str]) -> str:
    name = environment.get("WAYLAND_DISPLAY", "")
    return str(PurePosixPath(environment.get("XDG_RUNTIME_DIR", ""), name)) if name else ""


def _x11(environment: Mapping[str, str]) -> str:
    """Return the display without its screen: ":0" and "unix:0.1" are the same server."""
    host, colon, numbers = environment.get("DISPLAY", "").rpartition(":")
    if not colon:
        return ""
    return f"{'' if host == 'unix' else host}:{numbers.partition('.')[0]}"


def _short(name: str) -> str:
    return hashlib.sha256(name.encode(errors="surrogateescape")).hexdigest()[:8] if name else ""


def _parts(text: str) -> tuple[str, str]:
    wayland, _, x11 = text.partition("-")
    return wayland, x11
