"""wallet-tray doctor as its users see it: the table, the JSON, the exit code, and no secret."""

import json
import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from tests.support.own_seconds import OwnSeconds
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.diagnostics import keyring as keyring_check
from wallet_tray.diagnostics import notifications, run, tray
from wallet_tray.simulator.server import SimulatedService

SENTINEL = "WTSENTINEL-0123456789"
PROMISED_SECONDS = 15  # one after the other, all limits would take far longer
CHECKS = {
    "tray",
    "notifications",
    "keyring",
    "settings",
    "files",
    "proxy",
    "tls",
    "service",
    "clock",
    "history",
    "program",
    "versions",
}


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def report(done: Any) -> dict[str, Any]:
    document = json.loads(done.out)
    assert isinstance(document, dict)
    assert document["schema"] == 1
    assert done.err == ""
    states = [finding["state"] for finding in document["findings"]]
    assert document["healthy"] is ("problem" not in states)
    assert done.code == (0 if document["healthy"] else 1)
    return document


def found(document: dict[str, Any], check: str) -> list[tuple[str, str]]:
    return [(f["state"], f["found"]) for f in document["findings"] if f["check"] == check]


def sign_in(service: SimulatedService, keyring: MemoryKeyring, account: str = "default") -> None:
    host = service.api_url.split("/")[2]
    keyring.write(f"{account}@{host}", service.api_key)


def test_healthy(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    sign_in(service, keyring)
    document = report(command_line.run("doctor", "--json"))
    assert document["healthy"] is True
    assert {finding["check"] for finding in document["findings"]} == CHECKS
    for finding in document["findings"]:
        assert set(finding) - {"account"} == {"check", "state", "found", "todo"}
        assert finding["state"] in ("ok", "note")
        assert finding["todo"] or finding["state"] == "ok"
    assert found(document, "service") == [
        ("ok", "ByteNite accepts the API key and tells the balance.")
    ]
    assert {"wallet-tray", "python", "pyside6", "os"} <= set(document["versions"])


def test_table(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    command_line.settings_file.parent.chmod(0o700)
    done = command_line.run("doctor")
    assert done.code == 1
    lines = done.out.splitlines()
    start = next(n for n, line in enumerate(lines) if "holds no API key" in line)
    assert lines[start].startswith("keyring        problem  The keyring holds no API key for 127.")
    assert lines[start + 1].strip() == "Run 'wallet-tray sign-in'."
    assert lines[-2:] == ["", "1 problem, 3 notes."]
    assert {line.split()[0] for line in lines[:-2] if line[0] != " "} == CHECKS
    assert "\033" not in done.out
    assert done.err == ""


def test_as_a_child_without_qt_and_without_leaving_anything(
    command_line: CommandLine, service: SimulatedService
) -> None:
    command_line.settings_file.parent.chmod(0o700)
    before = set(command_line.root.rglob("*"))
    program = (
        "import sys\nfrom wallet_tray.__main__ import main\ncode = main(['doctor'])\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "BYTENITE_API_KEY": service.api_key},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "BYTENITE_API_KEY is used instead." in done.stdout
    assert service.api_key not in done.stdout
    assert set(command_line.root.rglob("*")) == before


def test_no_secret_in_any_output(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    secrets = (SENTINEL, service.api_key, service.access_token)
    command_line.write_settings(
        f'[network]\nproxy = "http://{SENTINEL}:{SENTINEL}@127.0.0.1:1"\n"{SENTINEL * 3}" = 1\n'
        f'[[accounts]]\napi_url = "{service.api_url}"\n'
        f'[[accounts]]\nid = "work"\napi_url = "https://wallet.test/{SENTINEL}"\n'
        f'[[accounts]]\nid = "broken"\napi_url = "https://{SENTINEL}:x@wallet.test"\n'
    )
    sign_in(service, keyring)
    keyring.write("work@wallet.test", f"{SENTINEL} {SENTINEL}")
    command_line.set("BYTENITE_ACCESS_TOKEN", service.access_token)
    wallet_id = f"account-{SENTINEL}"
    service.answer_next(200, json.dumps({"accountId": wallet_id, "availableBalance": 1}), times=9)
    for arguments in ((), ("--json",), ("--account", "work")):
        done = command_line.run("doctor", *arguments)
        assert done.code == 1
        text = done.out + done.err + command_line.log
        assert not [secret for secret in secrets if secret in text]
        assert str(Path(os.environ["HOME"])) not in text


def test_home_is_written_short(command_line: CommandLine, keyring: MemoryKeyring) -> None:
    command_line.set("HOME", str(command_line.root))
    document = report(command_line.run("doctor", "--json"))
    assert found(document, "settings") == [
        ("ok", "~/config/wallet-tray/settings.toml is read without a fault.")
    ]


def test_rejected_key(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    command_line.set("BYTENITE_API_KEY", SENTINEL)
    document = report(command_line.run("doctor", "--json"))
    assert found(document, "service") == [
        ("problem", "ByteNite rejects the API key in BYTENITE_API_KEY.")
    ]


def test_broken_settings(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    """The rest is examined all the same; no address but those of the settings is asked."""
    command_line.write_settings("this is no TOML")
    command_line.set("BYTENITE_API_KEY", service.api_key)
    for arguments in ((), ("--account", "work")):
        document = report(command_line.run("doctor", "--json", *arguments))
        ((state, said),) = found(document, "settings")
        assert state == "problem"
        assert "is no valid TOML" in said
        assert found(document, "service") == found(document, "proxy") == []
        assert found(document, "versions")
    assert service.request_count() == 0


def test_disabled_account(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    command_line.write_settings(
        '[[accounts]]\napi_url = "http://elsewhere.test"\n'
        f'[[accounts]]\nid = "work"\napi_url = "{service.api_url}"\n'
    )
    command_line.set("BYTENITE_API_KEY", service.api_key)
    document = report(command_line.run("doctor", "--json"))
    assert "switched off" in found(document, "settings")[0][1]
    # The variable was meant for the first account, and goes to no other.
    ((state, said),) = found(document, "service")
    assert (state, said.endswith(" answers.")) == ("ok", True)
    assert service.request_count() == 1


def test_one_account_of_several(
    command_line: CommandLine, service: SimulatedService, keyring: MemoryKeyring
) -> None:
    sign_in(service, keyring)
    with SimulatedService() as other:
        command_line.write_settings(
            f'[[accounts]]\napi_url = "{service.api_url}"\n'
            f'[[accounts]]\nid = "work"\nlabel = "Work"\napi_url = "{other.api_url}"\n'
        )
        both = command_line.run("doctor")
        command_line.set("BYTENITE_API_KEY", other.api_key)
        document = report(command_line.run("doctor", "--json", "--account", "work"))
        plural = service.request_count()
    assert "\nservice (default)  ok " in both.out
    assert "\nservice (work)     ok " in both.out
    assert "sign-in --account work'" in both.out
    accounts = {finding.get("account") for finding in document["findings"]}
    assert accounts == {None, "work"}
    assert found(document, "service") == [("ok", "Work accepts the API key and tells the balance.")]
    assert plural == service.request_count()


def test_unknown_account(command_line: CommandLine, keyring: MemoryKeyring) -> None:
    done = command_line.run("doctor", "--account", "unknown")
    assert (done.code, done.out) == (2, "")
    assert done.sentences == ["There is no such account. There is only default."]


def test_self_test_has_no_json(command_line: CommandLine) -> None:
    assert command_line.run("doctor", "--alerts", "--json").code == 2


@pytest.mark.parametrize("where", ["before", "after"])
def test_demo(command_line: CommandLine, where: str) -> None:
    command_line.write_settings("this is no TOML")
    before = set(command_line.root.rglob("*"))
    arguments = ["doctor", "--json"]
    done = command_line.run(
        *(["--demo", *arguments] if where == "before" else [*arguments, "--demo"])
    )
    document = report(done)
    assert document["healthy"] is True
    assert {finding["check"] for finding in document["findings"]} == CHECKS
    assert set(command_line.root.rglob("*")) == before


@pytest.mark.skipif(sys.platform != "linux", reason="a session bus")
def test_everything_hangs_at_once(
    command_line: CommandLine,
    service: SimulatedService,
    keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Bus, keyring and service take the connection and never answer."""
    service.answer_next(200, "{}", delay=timedelta(seconds=60), times=3)
    # However busy the machine, the bus is left well before the check itself is given up.
    for check in (tray, notifications):
        monkeypatch.setattr(check, "_ANSWER_LIMIT", timedelta(seconds=0.5))
    silent = socket.socket(socket.AF_UNIX)
    never = iter_forever()
    monkeypatch.setattr(keyring, "read", lambda *_, **__: next(never))
    with silent:
        silent.bind(str(command_line.root / "bus"))
        silent.listen()
        command_line.set("DBUS_SESSION_BUS_ADDRESS", f"unix:path={command_line.root}/bus")
        command_line.set("QT_QPA_PLATFORM", "offscreen")
        command_line.set("DISPLAY", ":59000")  # no server has that one
        with OwnSeconds() as own:
            document = report(command_line.run("doctor", "--json"))
    assert own.seconds < PROMISED_SECONDS
    assert found(document, "tray")[0][1].startswith("The session bus (D-Bus) cannot be reached")
    assert found(document, "notifications")[0][1].startswith("The session bus (D-Bus) cannot be")
    assert found(document, "keyring") == [("problem", "The keyring does not answer.")]
    assert "did not answer in time" in found(document, "service")[0][1]


def iter_forever() -> Iterator[str]:
    """Blocks its caller, which is a daemon thread, until the end of the test's process."""
    reading, _writing = os.pipe()
    select.select([reading], [], [], 90)
    yield ""


def test_time_limits_keep_the_promise() -> None:
    """Less than 15 s for all: the settings first, then everything else side by side."""
    from wallet_tray.diagnostics import run as errand
    from wallet_tray.diagnostics import service as service_check

    slowest = max(service_check.LIMIT, keyring_check.LIMIT, run._TRAY_LIMIT, errand.LIMIT)
    assert errand.LIMIT + slowest < timedelta(seconds=PROMISED_SECONDS)


def test_settings_that_are_not_read_in_time(
    command_line: CommandLine, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "wallet_tray.diagnostics.files.SettingsCheck.look", lambda _: iter_forever()
    )
    began = time.monotonic()
    document = report(command_line.run("doctor", "--json"))
    assert time.monotonic() - began < 45
    assert "not be read in time" in found(document, "settings")[0][1]
    assert found(document, "service") == []


def test_internal_error_is_a_finding(
    command_line: CommandLine, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ValueError(SENTINEL)

    monkeypatch.setattr("wallet_tray.diagnostics.versions.check_versions", broken)
    document = report(command_line.run("doctor", "--json"))
    assert found(document, "versions") == [
        ("problem", "This check failed by a fault of the program.")
    ]
    assert "the check versions failed" in command_line.log
    assert SENTINEL not in command_line.log


@pytest.mark.parametrize(
    ("environment", "colored"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colors_are_for_terminals(
    command_line: CommandLine, environment: dict[str, str], colored: bool
) -> None:
    pty = pytest.importorskip("pty", reason="terminals of POSIX")
    terminal, end = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "wallet_tray", "--demo", "doctor"],
        env={**os.environ, "TERM": "xterm", "COLUMNS": "72", **environment},
        stdout=end,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(end)
        text = b""
        try:
            while piece := os.read(terminal, 65_536):
                text += piece
        except OSError:  # the other end is closed
            pass
        assert process.wait(300) == 0
    os.close(terminal)
    lines = text.decode().splitlines()
    assert any("\033[32mok" in line for line in lines) is colored
    assert ("\033" in text.decode()) is colored
    if not colored:
        assert max(len(line) for line in lines if "/" not in line) <= 72  # paths stay whole


def test_reader_that_has_gone(command_line: CommandLine) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as output:
        done = subprocess.run(
            [sys.executable, "-m", "wallet_tray", "--demo", "doctor"],
            stdout=output,
            stderr=subprocess.PIPE,
            timeout=300,
        )
    assert (done.returncode, done.stderr) == (0, b"")
