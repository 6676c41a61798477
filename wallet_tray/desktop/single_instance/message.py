"""Messages to the running program, from a second start or the command line. No Qt."""

import contextlib
import hashlib
import re
import socket
import sys
import threading
import time
from collections.abc import Iterable
from datetime import timedelta
from enum import Enum
from pathlib import Path

from wallet_tray.desktop.single_instance.lock import address_of, is_of_this_user

SHOW = "show"
CREDENTIALS_CHANGED = "credentials-changed"
MESSAGES = (SHOW, CREDENTIALS_CHANGED)


class Answer(Enum):
    """The running program's replies to a message that it understood."""

    HEARD = b"ok\n"
    ELSEWHERE = b"elsewhere\n"  # the program is on another display


HEARD = Answer.HEARD.value

MESSAGE_LIMIT = 64
"""Bytes read from one caller."""

CALLER_LIMIT = 16
"""Simultaneous callers; one more disconnects the oldest."""

SILENCE_MS = 1000
"""Milliseconds after which a caller without a complete message is disconnected."""

_LIMIT = timedelta(seconds=1)
_ANSWER_LIMIT = max(len(answer.value) for answer in Answer)
_SHOW_AT = rb"show ([0-9a-f-]{1,40})"


def server_name(socket_file: Path) -> str:
    """Return the name where the running program listens: the file, or on Windows a pipe.

    A pipe name must not contain a backslash, so it is a fingerprint of the file's path.
    """
    path = str(socket_file.absolute())
    if sys.platform == "win32":
        return rf"\\.\pipe\wallet-tray-{hashlib.sha256(path.encode()).hexdigest()[:32]}"
    return path


def show_at(place: str) -> str:
    """Return the message of a second start on ``place``, a mark from ``lock.mark``."""
    return f"{SHOW} {place}" if place else SHOW


def understood(words: bytes) -> tuple[str, str] | None:
    """Return a caller's message and the display for it ("" for any), or None.

    The first line must be complete and one of MESSAGES; SHOW may name a display.
    """
    line, end, _rest = words.partition(b"\n")
    if not end:
        return None
    for message in MESSAGES:
        if line == message.encode():
            return message, ""
    found = re.fullmatch(_SHOW_AT, line)
    return (SHOW, found[1].decode()) if found else None


def notify_running(socket_file: Path, message: str, timeout: timedelta = _LIMIT) -> bool:
    """Return True if a running program of this user confirmed ``message``.

    Return False within ``timeout`` (1 s) if none runs or it does not answer. Never raises.
    """
    return ask_running(socket_file, message, timeout) is Answer.HEARD


def notify_first_running(socket_files: Iterable[Path], message: str) -> None:
    """Send the message to the running program at any of these sockets; none may be running."""
    for file in socket_files:
        if notify_running(file, message):
            return


def ask_running(socket_file: Path, message: str, timeout: timedelta = _LIMIT) -> Answer | None:
    """Return the running program's answer; None under the conditions of ``notify_running``."""
    line = message.encode() + b"\n"
    if sys.platform == "win32":
        answer = _send_to_pipe(server_name(socket_file), line, timeout)
    else:
        answer = _send_to_socket(socket_file, line, timeout)
    if answer == b"" and re.fullmatch(_SHOW_AT, line[:-1]):  # an older version without displays
        return ask_running(socket_file, SHOW, timeout)
    return next((one for one in Answer if one.value == answer), None)


def call_running(socket_file: Path) -> socket.socket:
    """Connect to the running program of this user. Raises OSError.

    A program of another user is neither sent anything nor trusted. Not for Windows, where the pipe
    belongs to the user.
    """
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(_LIMIT.total_seconds())
        with address_of(socket_file) as address:
            connection.connect(address)
        if not is_of_this_user(connection):
            raise PermissionError("another user listens there")
    except BaseException:
        connection.close()
        raise
    return connection


def _send_to_socket(file: Path, line: bytes, timeout: timedelta) -> bytes | None:
    """Return the answer, b"" if the connection is closed, None on a time-out."""
    deadline = time.monotonic() + timeout.total_seconds()
    answer = b""
    try:
        with call_running(file) as running:
            running.settimeout(timeout.total_seconds())
            running.sendall(line)
            while not answer.endswith(b"\n") and len(answer) < _ANSWER_LIMIT:
                running.settimeout(max(deadline - time.monotonic(), 0.001))
                if not (more := running.recv(_ANSWER_LIMIT)):
                    break
                answer += more
    except ConnectionResetError:
        return b""
    except OSError:
        return None
    return answer


def _send_to_pipe(name: str, line: bytes, timeout: timedelta) -> bytes | None:
    answers: list[bytes] = []

    def send() -> None:
        with contextlib.suppress(OSError), open(name, "r+b", buffering=0) as pipe:  # noqa: PTH123 - no path
            pipe.write(line)
            answers.append(pipe.read(_ANSWER_LIMIT))

    # Reading a pipe has no time-out; a daemon thread may be left behind.
    thread = threading.Thread(target=send, name="instance message", daemon=True)
    thread.start()
    thread.join(timeout.total_seconds())
    return answers[0] if answers else None
