"""A word to the running program, from a second start or the command line. No Qt."""

import contextlib
import hashlib
import socket
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

SHOW = "show"
CREDENTIALS_CHANGED = "credentials-changed"
MESSAGES = (SHOW, CREDENTIALS_CHANGED)

HEARD = b"ok\n"
"""What the running program answers to a message that it understood."""

MESSAGE_LIMIT = 64
"""Bytes that are read of a caller."""

CALLER_LIMIT = 16
"""Callers at once; one more, and the oldest is hung up on."""

SILENCE_MS = 1000
"""Milliseconds after which a caller who has not said his word is hung up on."""

_LIMIT = timedelta(seconds=1)


def server_name(socket_file: Path) -> str:
    """The name under which the running program listens: the file, or on Windows a pipe.

    A pipe's name must not hold a backslash, so it is a fingerprint of the file's path.
    """
    path = str(socket_file.absolute())
    if sys.platform == "win32":
        return rf"\\.\pipe\wallet-tray-{hashlib.sha256(path.encode()).hexdigest()[:32]}"
    return path


def understood(words: bytes) -> str | None:
    """The message in what a caller said: a first line, complete, that is one of MESSAGES."""
    line, end, _rest = words.partition(b"\n")
    known = {message.encode(): message for message in MESSAGES}
    return known.get(line) if end else None


def tell_running(socket_file: Path, message: str, timeout: timedelta = _LIMIT) -> bool:
    """True if a running program answered that it heard ``message`` (one of MESSAGES).

    False within ``timeout`` (1 s) where none runs, or where it does not answer. Never raises.
    """
    line = message.encode() + b"\n"
    name = server_name(socket_file)
    if sys.platform == "win32":
        return _tell_pipe(name, line, timeout)
    return _tell_socket(name, line, timeout)


def _tell_socket(name: str, line: bytes, timeout: timedelta) -> bool:
    if sys.platform == "win32":
        return False
    deadline = time.monotonic() + timeout.total_seconds()
    answer = b""
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as running:
            running.settimeout(timeout.total_seconds())
            running.connect(name)
            running.sendall(line)
            while not answer.endswith(b"\n") and len(answer) < len(HEARD):
                running.settimeout(max(deadline - time.monotonic(), 0.001))
                if not (more := running.recv(len(HEARD))):
                    break
                answer += more
    except OSError:  # a path too long for a socket is one as well
        return False
    return answer == HEARD


def _tell_pipe(name: str, line: bytes, timeout: timedelta) -> bool:
    answers: list[bytes] = []

    def tell() -> None:
        with contextlib.suppress(OSError), open(name, "r+b", buffering=0) as pipe:  # noqa: PTH123 - no path
            pipe.write(line)
            answers.append(pipe.read(len(HEARD)))

    # Reading a pipe knows no time limit; a daemon thread may be left behind.
    thread = threading.Thread(target=tell, name="instance message", daemon=True)
    thread.start()
    thread.join(timeout.total_seconds())
    return answers == [HEARD]
