"""A keyring call that never ends: the next request is answered by another thread."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from tests.support.builders import make_account
from tests.support.keyrings import ScriptedKeyring
from wallet_tray.credentials import keyring_thread
from wallet_tray.credentials.store import CredentialStore, Location
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import ProblemKind, WalletTrayError

SECRET = "WTSENTINEL-stuck-0123456789"
ACCOUNT, WORK = make_account(), make_account(id="work")
KEY = Credential(CredentialKind.API_KEY, SECRET)
LONG, SHORT = timedelta(seconds=30), timedelta(milliseconds=30)


@pytest.fixture
def ring() -> Iterator[ScriptedKeyring]:
    ring = ScriptedKeyring()
    ring.hangs = 1  # the next call only
    ring.gate.clear()
    yield ring
    ring.release()


@pytest.fixture
def credential_store(ring: ScriptedKeyring, monkeypatch: pytest.MonkeyPatch) -> CredentialStore:
    monkeypatch.setattr(keyring_thread, "STUCK", timedelta(0))
    return CredentialStore(lambda: ring)


def kind_of(call: Callable[[], object]) -> ProblemKind:
    with pytest.raises(WalletTrayError) as caught:
        call()
    return caught.value.problem.kind


@pytest.mark.parametrize("account", [ACCOUNT, WORK], ids=["the same", "another"])
@pytest.mark.parametrize("may_prompt", [True, False])
def test_repeated_request_is_answered(
    credential_store: CredentialStore, ring: ScriptedKeyring, account: Account, may_prompt: bool
) -> None:
    ring.texts[account.keyring_user] = SECRET
    assert (
        kind_of(lambda: credential_store.credential(ACCOUNT, SHORT)) is ProblemKind.KEYRING_WAITING
    )
    assert ring.held.acquire(timeout=30)
    assert credential_store.credential(account, LONG, may_prompt=may_prompt).text == SECRET
    assert len(ring.threads) == 2


def test_a_question_that_is_not_old_yet_is_waited_for(
    credential_store: CredentialStore, ring: ScriptedKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_thread, "STUCK", timedelta(seconds=30))
    for _ in range(3):
        assert (
            kind_of(lambda: credential_store.credential(ACCOUNT, SHORT))
            is ProblemKind.KEYRING_WAITING
        )
    assert len(ring.threads) == 1


def test_few_threads_are_stuck_however_many_requests_come(
    credential_store: CredentialStore, ring: ScriptedKeyring
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
    ring.gate.set()
    ring.texts[WORK.keyring_user] = SECRET
    assert credential_store.credential(WORK, LONG).text == SECRET


def test_a_thread_that_was_overtaken_ends_and_may_be_followed_by_another(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    for _ in range(keyring_thread.MOST_STUCK + 2):
        ring.hangs = 1
        assert (
            kind_of(lambda: credential_store.credential(ACCOUNT, SHORT))
            is ProblemKind.KEYRING_WAITING
        )
        assert ring.held.acquire(timeout=30)
        assert kind_of(lambda: credential_store.credential(WORK, LONG)) is ProblemKind.SIGNED_OUT
        ring.gate.set()
        ring.stopped[-1].join(30)
        assert not ring.stopped[-1].is_alive()
        ring.gate.clear()


@pytest.mark.parametrize("late", [SECRET, None])
def test_an_answer_that_was_overtaken_changes_nothing(
    credential_store: CredentialStore, ring: ScriptedKeyring, late: str | None
) -> None:
    if late is not None:
        ring.texts[ACCOUNT.keyring_user] = late
    assert (
        kind_of(lambda: credential_store.credential(ACCOUNT, SHORT)) is ProblemKind.KEYRING_WAITING
    )
    assert ring.held.acquire(timeout=30)  # a call that has not begun is joined, not overtaken
    ring.texts[ACCOUNT.keyring_user] = "new"
    assert credential_store.credential(ACCOUNT, LONG).text == "new"
    ring.gate.set()
    ring.stopped[0].join(30)
    assert not ring.stopped[0].is_alive()
    assert credential_store.credential(ACCOUNT, LONG).text == "new"


def test_a_write_is_never_overtaken(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    """An older key that comes in later would replace the newer one."""
    assert credential_store.save(ACCOUNT, KEY, SHORT).place is Location.IN_MEMORY
    assert ring.held.acquire(timeout=30)
    newer = Credential(CredentialKind.API_KEY, "newer")
    assert credential_store.save(ACCOUNT, newer, SHORT).place is Location.IN_MEMORY
    assert kind_of(lambda: credential_store.credential(WORK, SHORT)) is ProblemKind.KEYRING_WAITING
    ring.gate.set()
    assert kind_of(lambda: credential_store.credential(WORK, LONG)) is ProblemKind.SIGNED_OUT
    assert ring.texts == {ACCOUNT.keyring_user: "newer"}
    assert len(ring.threads) == 1
