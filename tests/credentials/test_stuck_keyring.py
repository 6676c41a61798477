"""A keyring call that never ends: the next request is answered by another thread."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from wallet_tray.credentials import keyring_thread
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.credentials.store import CredentialStore, Location
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import ProblemKind, WalletTrayError

SECRET = "WTSENTINEL-stuck-0123456789"
ACCOUNT, WORK = Account(), Account(id="work")
KEY = Credential(CredentialKind.API_KEY, SECRET)
LONG, SHORT = timedelta(seconds=30), timedelta(milliseconds=30)


class Hanging(MemoryKeyring):
    """Its first calls hang until they are let go."""

    def __init__(self) -> None:
        super().__init__()
        self.hangs = 1
        self.begun = threading.Semaphore(0)
        self.let_go = threading.Event()
        self.threads: set[int] = set()
        self.hung: list[threading.Thread] = []

    def _call(self) -> None:
        self.threads.add(threading.get_ident())
        if self.hangs:
            self.hangs -= 1
            self.hung.append(threading.current_thread())
            self.begun.release()
            assert self.let_go.wait(90)

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        text = super().read(user)
        self._call()
        return text

    def write(self, user: str, text: str) -> None:
        self._call()
        super().write(user, text)


@pytest.fixture
def ring() -> Iterator[Hanging]:
    ring = Hanging()
    yield ring
    ring.let_go.set()


@pytest.fixture
def credential_store(ring: Hanging, monkeypatch: pytest.MonkeyPatch) -> CredentialStore:
    monkeypatch.setattr(keyring_thread, "STUCK", timedelta(0))
    return CredentialStore(lambda: ring)


def kind_of(call: Callable[[], object]) -> ProblemKind:
    with pytest.raises(WalletTrayError) as caught:
        call()
    return caught.value.problem.kind


@pytest.mark.parametrize("account", [ACCOUNT, WORK], ids=["the same", "another"])
@pytest.mark.parametrize("may_prompt", [True, False])
def test_repeated_request_is_answered(
    credential_store: CredentialStore, ring: Hanging, account: Account, may_prompt: bool
) -> None:
    ring._texts[account.keyring_user] = SECRET
    assert (
        kind_of(lambda: credential_store.credential(ACCOUNT, SHORT)) is ProblemKind.KEYRING_WAITING
    )
    assert ring.begun.acquire(timeout=30)
    assert credential_store.credential(account, LONG, may_prompt=may_prompt).text == SECRET
    assert len(ring.threads) == 2


def test_a_question_that_is_not_old_yet_is_waited_for(
    credential_store: CredentialStore, ring: Hanging, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_thread, "STUCK", timedelta(seconds=30))
    for _ in range(3):
        assert (
            kind_of(lambda: credential_store.credential(ACCOUNT, SHORT))
            is ProblemKind.KEYRING_WAITING
        )
    assert len(ring.threads) == 1


def test_few_threads_are_stuck_however_many_requests_come(
    credential_store: CredentialStore, ring: Hanging
) -> None:
    ring.hangs = 100
    before = threading.active_count()
    for _ in range(40):
        assert (
            kind_of(lambda: credential_store.credential(ACCOUNT, SHORT))
            is ProblemKind.KEYRING_WAITING
        )
    assert len(ring.threads) == keyring_thread.MOST_STUCK + 1
    assert threading.active_count() - before == keyring_thread.MOST_STUCK + 1
    ring.hangs = 0
    ring.let_go.set()
    ring._texts[WORK.keyring_user] = SECRET
    assert credential_store.credential(WORK, LONG).text == SECRET


def test_a_thread_that_was_overtaken_ends_and_may_be_followed_by_another(
    credential_store: CredentialStore, ring: Hanging
) -> None:
    for _ in range(keyring_thread.MOST_STUCK + 2):
        ring.hangs = 1
        assert (
            kind_of(lambda: credential_store.credential(ACCOUNT, SHORT))
            is ProblemKind.KEYRING_WAITING
        )
        assert ring.begun.acquire(timeout=30)
        assert kind_of(lambda: credential_store.credential(WORK, LONG)) is ProblemKind.SIGNED_OUT
        ring.let_go.set()
        ring.hung[-1].join(30)
        assert not ring.hung[-1].is_alive()
        ring.let_go.clear()


@pytest.mark.parametrize("late", [SECRET, None])
def test_an_answer_that_was_overtaken_changes_nothing(
    credential_store: CredentialStore, ring: Hanging, late: str | None
) -> None:
    if late is not None:
        ring._texts[ACCOUNT.keyring_user] = late
    assert (
        kind_of(lambda: credential_store.credential(ACCOUNT, SHORT)) is ProblemKind.KEYRING_WAITING
    )
    ring._texts[ACCOUNT.keyring_user] = "new"
    assert credential_store.credential(ACCOUNT, LONG).text == "new"
    ring.let_go.set()
    ring.hung[0].join(30)
    assert not ring.hung[0].is_alive()
    assert credential_store.credential(ACCOUNT, LONG).text == "new"


def test_a_write_is_never_overtaken(credential_store: CredentialStore, ring: Hanging) -> None:
    """An older key that comes in later would replace the newer one."""
    assert credential_store.save(ACCOUNT, KEY, SHORT).place is Location.IN_MEMORY
    assert ring.begun.acquire(timeout=30)
    newer = Credential(CredentialKind.API_KEY, "newer")
    assert credential_store.save(ACCOUNT, newer, SHORT).place is Location.IN_MEMORY
    assert kind_of(lambda: credential_store.credential(WORK, SHORT)) is ProblemKind.KEYRING_WAITING
    ring.let_go.set()
    assert kind_of(lambda: credential_store.credential(WORK, LONG)) is ProblemKind.SIGNED_OUT
    assert ring._texts == {ACCOUNT.keyring_user: "newer"}
    assert len(ring.threads) == 1
