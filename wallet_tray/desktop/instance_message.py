"""A word to the running program, from a second start or the command line. No Qt."""

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

from wallet_tray.desktop.instance_peer import address_of, is_of_this_user

SHOW = "show"
CREDENTIALS_CHANGED = "credentials-changed"
MESSAGES = (SHOW, CREDENTIALS_CHANGED)


class Answer(Enum):
    """What the running program answers to a message that it understood."""

    HEARD = b"ok\n"
    ELSEWHERE = b"elsewhere\n"  # it is seen on another display


HEARD = Answer.HEARD.value

MESSAGE_LIMIT = 64
"""Bytes that are read of a caller."""

CALLER_LIMIT = 16
"""Callers at once; one more, and the oldest is hung up on."""

SILENCE_MS = 1000
"""Milliseconds after which a caller who has not said his word is hung up on."""

_LIMIT = timedelta(seconds=1)
_ANSWER_LIMIT = max(len(answer.value) for answer in Answer)
_SHOW_AT = re.compile(rb"show ([0-9a-f-]{1,40})")


def server_name(socket_file: Path) -> str:
    """The name under which the running program listens: the file, or on Windows a pipe.

    A pipe's name must not hold a backslash, so it is a fingerprint of the file's path.
    """
    path = str(socket_file.absolute())
    if sys.platform == "win32":
        return rf"\\.\pipe\wallet-tray-{hashlib.sha256(path.encode()).hexdigest()[:32]}"
    return path


def show_at(place: str) -> str:
    """The message of a second start on ``place``, as ``displays.mark`` names it."""
    return f"{SHOW} {place}" if place else SHOW


def understood(words: bytes) -> tuple[str, str] | None:
    """The message in what a caller said, and the display he wants it on ("" for any).

    A first line, complete, that is one of MESSAGES; SHOW may name a display.
    """
    line, end, _rest = words.partition(b"\n")
    if not end:
        return None
    for message in MESSAGES:
        if line == message.encode():
            return message, ""
    found = _SHOW_AT.fullmatch(line)
    return (SHOW, found[1].decode()) if found else None


def tell_running(socket_file: Path, message: str, timeout: timedelta = _LIMIT) -> bool:
    """True if a running program of this user answered that it heard ``message``.

    False within ``timeout`` (1 s) where none runs, or where it does not answer. Never raises.
    """
    return ask_running(socket_file, message, timeout) is Answer.HEARD


def tell_all(socket_files: Iterable[Path], message: str) -> None:
    """Tell the running program, wherever it listens; that none does is no failure."""
    for file in socket_files:
        if tell_running(file, message):
            return


def ask_running(socket_file: Path, message: str, timeout: timedelta = _LIMIT) -> Answer | None:
    """What the running program of this user answers; None as in ``tell_running``."""
    line = message.encode() + b"\n"
    if sys.platform == "win32":
        answer = _tell_pipe(server_name(socket_file), line, timeout)
    else:
        answer = _tell_socket(socket_file, line, timeout)
    if answer == b"" and _SHOW_AT.fullmatch(line[:-1]):  # a version that knows no displays
        return ask_running(socket_file, SHOW, timeout)
    return next((one for one in Answer if one.value == answer), None)


def call_running(socket_file: Path) -> socket.socket:
    """A connection to the running program of this user. Raises OSError.

    Nothing is said to anybody else's, and nothing of theirs is believed. Not for Windows, where
    the pipe is the user's own.
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


def _tell_socket(file: Path, line: bytes, timeout: timedelta) -> bytes | None:
    """The answer, b"" where it is hung up on, None where none comes in time."""
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


def _tell_pipe(name: str, line: bytes, timeout: timedelta) -> bytes | None:
    answers: list[bytes] = []

    def tell() -> None:
        with contextlib.suppress(OSError), open(name, "r+b", buffering=0) as pipe:  # noqa: PTH123 - no path
            pipe.write(line)
            answers.append(pipe.read(_ANSWER_LIMIT))

    # Reading a pipe knows no time limit; a daemon thread may be left behind.
    thread = threading.Thread(target=tell, name="instance message", daemon=True)
    thread.start()
    thread.join(timeout.total_seconds())
    return answers[0] if answers else None
