"""Decides which process of a user is the running program. No Qt."""

import contextlib
import os
import re
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# A link in the file's place is not followed, and a pipe there makes no start wait.
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

_FOLDER = getattr(os, "O_DIRECTORY", 0)

_HOLDER = re.compile(r"(\d{1,10}) ([A-Za-z0-9.-]{1,64})\n")


@dataclass(frozen=True, slots=True)
class Holder:
    """Which process said that it holds the lock, and on which computer."""

    process: int
    computer: str

    @property
    def is_here(self) -> bool:
        """Whether that is this computer."""
        return self.computer == socket.gethostname()


class InstanceLock:
    """Locks that the operating system holds and drops with the process, however it ends.

    Beside the file its folder is locked, and ``folder``, that of the socket: a folder can be
    locked where it takes no new file, on a full or read-only disk. Who finds one of them taken is
    not the one, so it does not matter which of them could be had when.

    Nothing that is read from the file decides anything, so a changed host name, a reused process
    number or a clock that jumped cannot keep it taken. The file stays; it says who had it last.
    """

    def __init__(self, file: Path, folder: Path | None = None) -> None:
        self._file = file
        self._folders = dict.fromkeys((file.parent, folder or file.parent))
        self._descriptors: list[int] = []

    def take(self) -> bool:
        """True if this process holds the lock from now on.

        Raises OSError where none can be made: no such folder, or file systems without locks.
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
        """Take it once more: file or folders may have been removed and made again since.

        False where another process has it by now. Raises OSError.
        """
        self.release()
        return self.take()

    def holder(self) -> Holder | None:
        """Who has it, or had it last; for people. Never raises."""
        with contextlib.suppress(OSError, ValueError):
            descriptor = os.open(self._file, os.O_RDONLY | _SAFELY)
            try:
                said = _HOLDER.fullmatch(os.read(descriptor, 100).decode("ascii"))
            finally:
                os.close(descriptor)
            return Holder(int(said[1]), said[2]) if said else None
        return None

    def release(self) -> None:
        """Let another process have it."""
        while self._descriptors:
            os.close(self._descriptors.pop())

    def _places(self) -> Iterator[tuple[bool, Path]]:
        yield True, self._file
        if sys.platform != "win32":  # folders cannot be opened there
            for folder in self._folders:
                yield False, folder


def _open(file: Path) -> int:
    """The file, made where there is none; only for reading where nothing can be written."""
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | _SAFELY, 0o600)
    except OSError:
        return os.open(file, os.O_RDONLY | _SAFELY)
    if os.name != "nt" and os.fstat(descriptor).st_uid != os.geteuid():
        # It was put here while the folder was open to others; its maker may hold its lock for ever.
        os.close(descriptor)
        file.unlink()
        return os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | _SAFELY, 0o600)
    return descriptor


def _sign(descriptor: int) -> None:
    if sys.platform == "win32":  # what is locked there can be read by its holder alone
        return
    with contextlib.suppress(OSError):  # a full disk; or it is open for reading
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
