"""A credential is entered, checked and stored; nothing of it is seen or written anywhere else."""

import os
import pty
import socket
import subprocess
import sys
import threading
import tomllib
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.simulator.server import ACCESS_TOKEN, BALANCE, SimulatedService
from wallet_tray.storage.paths import user_folders

KEY = "WTSENTINEL-key"


def _user(service: SimulatedService) -> str:
    return f"default@{service.api_url.removeprefix('http://').removesuffix('/v1')}"


def test_checks_stores_and_says_where(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    done = command_line.run("sign-in", typed=f"{service.api_key}\n".encode())

    assert done.code == 0
    assert done.out == "You are signed in to ByteNite. The API key is kept in your keyring.\n"
    assert done.err == ""
    assert keyring.read(_user(service)) == service.api_key
    assert (service.request_count(ACCESS_TOKEN), service.request_count(BALANCE)) == (1, 1)
    assert command_line.run("balance").code == 0
    assert command_line.files_with(service.api_key) == []


def test_rejected_key_is_not_stored(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    done = command_line.run("sign-in", typed=KEY.encode())

    assert done.code == 3
    assert "rejects the API key" in done.err
    assert keyring.read(_user(service)) is None
    assert KEY not in done.out + done.err
    assert command_line.files_with(KEY) == []


def test_unreachable_service_names_the_way_without_a_check(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    service.stop()

    checked = command_line.run("sign-in", typed=KEY.encode())
    unchecked = command_line.run("sign-in", "--no-verify", typed=KEY.encode())

    assert checked.code == 4
    assert "--no-verify" in checked.err
    assert unchecked.code == 0
    assert "not checked" in unchecked.out
    assert keyring.read(_user(service)) == KEY


def test_access_token_says_that_it_ends_and_changes_the_settings(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    done = command_line.run("sign-in", "--access-token", typed=service.access_token.encode())

    assert done.code == 0
    assert "an hour at most" in done.out
    assert _declared(command_line) == "access-token"
    assert keyring.read(_user(service)) == service.access_token
    assert service.request_count(ACCESS_TOKEN) == 0
    assert command_line.run("balance").code == 0
    command_line.run("sign-in", typed=service.api_key.encode())
    assert _declared(command_line) == "api-key"
    assert command_line.run("balance").code == 0


def test_same_kind_leaves_the_settings_alone(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    before = command_line.settings_file.read_bytes()

    command_line.run("sign-in", typed=service.api_key.encode())

    assert command_line.settings_file.read_bytes() == before
    assert keyring.read(_user(service)) == service.api_key


@pytest.mark.parametrize("option", [(), ("--access-token",)])
def test_without_a_keyring(
    command_line: CommandLine, service: SimulatedService, option: tuple[str, ...]
) -> None:
    secret = service.access_token if option else service.api_key

    done = command_line.run("sign-in", *option, typed=secret.encode())

    assert done.code == 5
    assert "BYTENITE_API_KEY" in done.err
    assert len(done.sentences) == 1
    assert _declared(command_line) in (None, "api-key")
    assert command_line.files_with(secret) == []


def test_locked_keyring(
    command_line: CommandLine,
    service: SimulatedService,
    keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def write(_user: str, _text: str) -> None:
        raise WalletTrayError(Problem(ProblemKind.KEYRING_LOCKED, datetime.now(UTC)))

    monkeypatch.setattr(keyring, "write", write)

    done = command_line.run("sign-in", "--access-token", typed=service.access_token.encode())

    assert done.code == 5
    assert "locked" in done.err
    assert "BYTENITE_ACCESS_TOKEN" in done.err
    assert _declared(command_line) == "api-key"  # what the keyring holds is what it was


def test_settings_of_a_newer_version_are_not_written(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    command_line.write_settings(f'version = 3\n[[accounts]]\napi_url = "{service.api_url}"\n')

    done = command_line.run("sign-in", "--access-token", typed=service.access_token.encode())

    assert done.code == 2
    assert done.err == (
        "The settings were not saved: the file was written by a newer version. "
        "Nothing was stored.\n"
    )
    assert keyring.read(_user(service)) is None


def test_variable_that_stands_before_the_keyring_is_named(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    command_line.set("BYTENITE_API_KEY", KEY)

    done = command_line.run("sign-in", typed=service.api_key.encode())

    assert done.code == 0
    assert "BYTENITE_API_KEY is set" in done.err
    assert keyring.read(_user(service)) == service.api_key


def test_running_program_is_notified(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    file = user_folders().socket_file  # elsewhere where a path below the root would be too long
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    heard: list[bytes] = []
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(file))
        listener.listen()
        listener.settimeout(60)

        def listen() -> None:
            for _ in range(3):
                caller, _address = listener.accept()
                with caller:
                    heard.append(caller.recv(64))
                    with suppress(OSError):  # on a busy machine nothing waits for it any more
                        caller.sendall(b"ok\n")

        thread = threading.Thread(target=listen)
        thread.start()
        command_line.run("sign-in", typed=service.api_key.encode())
        command_line.run("sign-out")
        command_line.run("erase", "--yes")
        thread.join(60)

    assert heard == [b"credentials-changed\n"] * 3
    assert keyring.read(_user(service)) is None


def test_prompt_hides_what_is_typed(command_line: CommandLine, service: SimulatedService) -> None:
    """At a real terminal, of which everything shown is kept."""
    shown, code = _at_a_terminal(f"{KEY}\n".encode(), "sign-in")

    assert code == 3
    assert b"API key for ByteNite" in shown
    assert KEY.encode() not in shown
    assert service.request_count(ACCESS_TOKEN) == 1


def test_interrupted_prompt(command_line: CommandLine) -> None:
    shown, code = _at_a_terminal(b"\x03", "sign-in")

    assert code == 130
    assert b"Traceback" not in shown


def test_ended_prompt(command_line: CommandLine) -> None:
    shown, code = _at_a_terminal(b"\x04", "sign-in")

    assert code == 2
    assert b"Nothing was entered" in shown


# The terminal has to be the one that Ctrl+C and /dev/tty belong to.
_TAKE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "os.execv(sys.executable, [sys.executable, '-m', 'wallet_tray', *sys.argv[1:]])"
)


def _at_a_terminal(typed: bytes, *arguments: str) -> tuple[bytes, int]:
    """What the terminal showed, and the exit code; typed once the prompt is there."""
    terminal, other_end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _TAKE_TERMINAL, *arguments],
        stdin=other_end,
        stdout=other_end,
        stderr=other_end,
        start_new_session=True,
    )
    os.close(other_end)
    shown = b""
    answered = False
    try:
        while True:
            shown += os.read(terminal, 4096)
            if not answered and b"hidden): " in shown:
                answered = True
                os.write(terminal, typed)
    except OSError:  # how Linux says that the other end is closed
        pass
    finally:
        os.close(terminal)
    return shown, process.wait(60)


def _declared(command_line: Any) -> str | None:
    path: Path = command_line.settings_file
    account = tomllib.loads(path.read_text())["accounts"][0]
    kind: str | None = account.get("credential")
    return kind
