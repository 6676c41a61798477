"""The keyring: real backends only, what is written is read back, no foreign exception leaves."""

import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import keyring.backend
import keyring.errors
import pytest

from wallet_tray.credentials.keyring_backend import (
    SERVICE,
    LibraryStore,
    MemoryKeyring,
    Store,
    SystemKeyring,
)
from wallet_tray.domain.problem import ProblemKind, WalletTrayError

SECRET = "WTSENTINEL-keyring-0123456789"
USER = "default@api.bytenite.com"


class FakeBackend(keyring.backend.KeyringBackend):
    """A backend by keyring's own interface that can lie, drop and fail."""

    priority = 0

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[tuple[str, str], list[str]] = {}
        self.drops = self.changes = self.keeps_for_ever = False
        self.error: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        if self.error is not None:
            raise self.error
        items = self.items.get((service, username), [])
        return items[0] if items else None

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.error is not None:
            raise self.error
        if not self.drops:
            text = password.upper() if self.changes else password
            self.items.setdefault((service, username), []).append(text)

    def delete_password(self, service: str, username: str) -> None:
        if self.error is not None:
            raise self.error
        if self.keeps_for_ever:
            return
        if not self.items.get((service, username)):
            raise keyring.errors.PasswordDeleteError("no such password")
        self.items[service, username].pop(0)


@pytest.fixture
def backend() -> FakeBackend:
    return FakeBackend()


@pytest.fixture
def system(backend: FakeBackend) -> SystemKeyring:
    return SystemKeyring(lambda: [LibraryStore(backend)])


@pytest.fixture(autouse=True)
def no_registered_fakes() -> Iterator[None]:
    """keyring keeps a list of all backend classes; the fake is no choice for anybody else."""
    classes: set[type] = keyring.backend.KeyringBackend._classes  # type: ignore[attr-defined]
    before = set(classes) - {FakeBackend}
    yield
    classes.intersection_update(before)


def test_written_credential_is_read_and_removed(
    system: SystemKeyring, backend: FakeBackend
) -> None:
    assert system.read(USER) is None
    system.write(USER, SECRET)
    assert backend.items == {(SERVICE, USER): [SECRET]}
    assert system.read(USER) == SECRET
    assert system.read(USER, may_prompt=False) == SECRET
    system.delete(USER)
    assert system.read(USER) is None
    system.delete(USER)  # nothing there is fine


def test_another_item_of_the_same_name_is_replaced(
    system: SystemKeyring, backend: FakeBackend
) -> None:
    backend.items[SERVICE, USER] = ["made by hand", "and another"]
    system.write(USER, SECRET)
    assert system.read(USER) == SECRET
    backend.items[SERVICE, USER].append("and another")
    system.delete(USER)
    assert backend.items[SERVICE, USER] == []


@pytest.mark.parametrize("lie", ["drops", "changes"])
def test_a_backend_that_does_not_keep_the_text_has_failed(
    system: SystemKeyring, backend: FakeBackend, lie: str
) -> None:
    setattr(backend, lie, True)
    with pytest.raises(WalletTrayError) as caught:
        system.write(USER, SECRET)
    assert caught.value.problem.kind is ProblemKind.KEYRING_FAILED


def test_a_backend_that_does_not_remove_has_failed(
    system: SystemKeyring, backend: FakeBackend
) -> None:
    system.write(USER, SECRET)
    backend.keeps_for_ever = True
    with pytest.raises(WalletTrayError) as caught:
        system.delete(USER)
    assert caught.value.problem.kind is ProblemKind.KEYRING_FAILED


def chained(outer: Exception, cause: Exception) -> Exception:
    outer.__cause__ = cause
    return outer


def secretstorage_error(name: str) -> Exception:
    secretstorage = pytest.importorskip("secretstorage", reason="keyring needs it on Linux alone")
    error = getattr(secretstorage, name)(SECRET)
    assert isinstance(error, Exception)
    return error


ERRORS = {
    "dismissed": (lambda: keyring.errors.KeyringLocked(SECRET), ProblemKind.KEYRING_LOCKED),
    "locked item": (lambda: secretstorage_error("LockedException"), ProblemKind.KEYRING_LOCKED),
    "no new keyring": (
        lambda: chained(
            keyring.errors.InitError(SECRET), secretstorage_error("PromptDismissedException")
        ),
        ProblemKind.KEYRING_LOCKED,
    ),
    "daemon died": (
        lambda: chained(
            keyring.errors.InitError(SECRET),
            secretstorage_error("SecretServiceNotAvailableException"),
        ),
        ProblemKind.KEYRING_MISSING,
    ),
    "none": (lambda: keyring.errors.NoKeyringError(SECRET), ProblemKind.KEYRING_MISSING),
    "refused": (lambda: keyring.errors.PasswordSetError(SECRET), ProblemKind.KEYRING_FAILED),
    "bus gone": (lambda: ConnectionResetError(SECRET), ProblemKind.KEYRING_FAILED),
    "a fault": (lambda: TypeError(SECRET), ProblemKind.KEYRING_FAILED),
    "no text": (lambda: UnicodeDecodeError("utf-8", b"\xff", 0, 1, SECRET), None),
}


@pytest.mark.parametrize("call", ["read", "write", "delete"])
@pytest.mark.parametrize("name", ERRORS)
def test_foreign_exceptions_end_here(
    system: SystemKeyring, backend: FakeBackend, name: str, call: str
) -> None:
    make, kind = ERRORS[name]
    backend.error = make()
    with pytest.raises(WalletTrayError) as caught:
        getattr(system, call)(*((USER, SECRET) if call == "write" else (USER,)))
    assert caught.value.problem.kind is (kind or ProblemKind.CREDENTIAL_UNUSABLE)
    shown = "".join(traceback.format_exception(caught.value))
    assert SECRET not in shown
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_a_missing_keyring_is_looked_for_again(backend: FakeBackend) -> None:
    found: list[list[Store]] = [[], [], [LibraryStore(backend)]]
    system = SystemKeyring(lambda: found.pop(0))
    for _ in range(2):
        with pytest.raises(WalletTrayError) as caught:
            system.read(USER)
        assert caught.value.problem.kind is ProblemKind.KEYRING_MISSING
    assert system.read(USER) is None


def test_windows_takes_1280_characters(
    system: SystemKeyring, backend: FakeBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.write(USER, "x" * 1281)
    monkeypatch.setattr(sys, "platform", "win32")
    system.write(USER, "y" * 1280)
    with pytest.raises(WalletTrayError) as caught:
        system.write(USER, "z" * 1281)
    assert caught.value.problem.kind is ProblemKind.KEYRING_FAILED
    assert caught.value.problem.detail
    assert system.read(USER) == "y" * 1280


def test_a_keyring_without_a_list_has_no_users(system: SystemKeyring, backend: FakeBackend) -> None:
    system.write(USER, SECRET)
    assert system.users() == []


def test_the_keyring_of_the_demo_is_an_object() -> None:
    demo = MemoryKeyring()
    demo.write(USER, SECRET)
    assert demo.read(USER) == SECRET
    assert demo.users() == [USER]
    assert MemoryKeyring().read(USER) is None
    demo.delete(USER)
    demo.delete(USER)
    assert demo.read(USER) is None


# In a child, because keyring reads its environment and its file once in a process.
CHOICE = """
import sys
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.credentials.keyring_backend import SystemKeyring, real_stores

for call in (lambda k: k.write("u", sys.argv[1]), lambda k: k.read("u"), lambda k: k.delete("u")):
    try:
        call(SystemKeyring())
    except WalletTrayError as error:
        print(error)
print(real_stores())
import keyring
print(type(keyring.get_keyring()).__module__)
"""


@pytest.fixture
def no_desktop(tmp_path: Path) -> dict[str, str]:
    """An environment without a session bus, and a home that nothing else uses."""
    inherited = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    return {
        **inherited,
        "HOME": str(tmp_path),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'none'}",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a keyring")
@pytest.mark.parametrize("by", ["environment", "file", "chainer"])
def test_only_real_backends_are_used_whatever_is_configured(
    no_desktop: dict[str, str], tmp_path: Path, by: str
) -> None:
    if by == "environment":
        no_desktop["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    elif by == "chainer":
        no_desktop["PYTHON_KEYRING_BACKEND"] = "keyring.backends.chainer.ChainerBackend"
    else:
        for folder in (
            tmp_path / ".config/python_keyring",
            tmp_path / ".local/share/python_keyring",
        ):
            folder.mkdir(parents=True)
            (folder / "keyringrc.cfg").write_text(
                "[backend]\ndefault-keyring=keyring.backends.null.Keyring\n"
                f"keyring-path={tmp_path}\n"
            )
    run = subprocess.run(
        [sys.executable, "-c", CHOICE, SECRET],
        env=no_desktop,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    *ours, none, theirs = run.stdout.splitlines()
    assert ours == ["keyring-missing"] * 3
    assert none == "[]"
    expected = "chainer" if by == "chainer" else "null"
    assert theirs == f"keyring.backends.{expected}", "it has to matter to prove anything"
    assert run.stderr == ""
    for file in tmp_path.rglob("*"):
        assert file.is_dir() or SECRET not in file.read_text(errors="replace")


IMPORTS = """
import sys
from wallet_tray.credentials.keyring_backend import real_stores

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "secretstorage":
            whole = sys.modules.get("jeepney")
            print(whole is not None and not whole.__spec__._initializing)

sys.meta_path.insert(0, Watch())
real_stores()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere neither library is there")
def test_imports_in_two_threads_do_not_deadlock(no_desktop: dict[str, str]) -> None:
    """One that begins in the middle, while another begins at the start, is a deadlock."""
    argv = [sys.executable, "-c", IMPORTS]
    run = subprocess.run(argv, env=no_desktop, capture_output=True, text=True, timeout=300)
    assert (run.stdout, run.stderr) == ("True\n", "")


def test_importing_it_imports_no_keyring() -> None:
    code = "import sys; import wallet_tray.credentials.store; print('keyring' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
