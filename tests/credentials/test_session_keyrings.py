"""Secret Services with several collections and other manners, and KWallet, on a bus of our own."""

import signal
from collections.abc import Callable
from typing import Any

import pytest

from tests.support import secret_service_program
from tests.support.credentials import in_background, kind_of
from tests.support.session_bus import SessionBus
from wallet_tray.credentials.keyring_backend import SystemKeyring
from wallet_tray.domain.problem import ProblemKind

USER = "default@api.bytenite.com"
OTHER = "work@old.example"
KEY = "WTSENTINEL-session-0123456789"
OLD = "WTSENTINEL-old-0123456789"
OPEN = {"login": False, "work": False}
KEEPASSXC: dict[str, Any] = {
    "locks_per_client": True,
    "hides": True,
    "asks_to_search": True,
    "asks_to_delete": True,
    "answer": "yes",
}


# --- several collections -----------------------------------------------------------------------


@pytest.mark.parametrize("default", ["work", ""])
def test_a_key_of_an_earlier_default_is_found_and_removed(
    session_bus: SessionBus, default: str
) -> None:
    keyring = SystemKeyring()
    with session_bus.secret_service(OPEN, "login") as service:
        keyring.write(USER, KEY)
        service.set_default(default)
        assert keyring.read(USER) == KEY
        assert keyring.read(USER, may_prompt=False) == KEY
        assert keyring.users() == [USER]
        keyring.delete(USER)
        assert service.items() == []
        assert keyring.read(USER) is None


def test_a_sign_in_leaves_no_old_key_elsewhere(session_bus: SessionBus) -> None:
    with session_bus.secret_service(OPEN, "login") as service:
        service.put("login", USER, OLD)
        service.put("login", OTHER, OLD)
        service.set_default("work")
        SystemKeyring().write(USER, KEY)
        assert service.items() == [("login", OTHER, OLD), ("work", USER, KEY)]


def test_default_collection_comes_first_then_the_newest_key(session_bus: SessionBus) -> None:
    with session_bus.secret_service({**OPEN, "third": False}, "login") as service:
        service.put("login", USER, KEY)
        service.put("work", USER, OLD)
        service.put("third", USER, "newest")
        assert SystemKeyring().read(USER) == KEY
        service.set_default("")
        assert SystemKeyring().read(USER) == "newest"


def test_all_copies_go_also_those_made_by_hand(session_bus: SessionBus) -> None:
    with session_bus.secret_service(OPEN, "login") as service:
        for collection in OPEN:
            service.put(collection, USER, OLD)
            service.put(collection, USER, OLD, made="by hand")
        service.put("work", "default@other.example", OLD)
        SystemKeyring().delete(USER)
        assert service.items() == [("work", "default@other.example", OLD)]


def test_a_copy_in_a_locked_collection_is_asked_for_and_removed(session_bus: SessionBus) -> None:
    locked = {"login": True, "work": False}
    with session_bus.secret_service(locked, "work", answer="yes") as service:
        service.put("login", USER, OLD)
        SystemKeyring().delete(USER)
        assert service.items() == []
        assert service.state()["prompts"] == 1


def test_copy_that_stays_locked_is_reported(session_bus: SessionBus) -> None:
    locked = {"login": True, "work": False}
    with session_bus.secret_service(locked, "work", answer="no") as service:
        service.put("login", USER, OLD)
        assert kind_of(lambda: SystemKeyring().delete(USER)) is ProblemKind.KEYRING_LOCKED
        # A sign-in still succeeds, and what it stored is what counts.
        SystemKeyring().write(USER, KEY)
        assert SystemKeyring().read(USER) == KEY


def test_another_locked_collection_is_not_asked_for_in_vain(session_bus: SessionBus) -> None:
    locked = {"login": False, "work": True}
    with session_bus.secret_service(locked, "login") as service:
        service.put("work", "default@elsewhere.example", OLD)
        keyring = SystemKeyring()
        assert keyring.read(USER) is None
        keyring.write(USER, KEY)
        assert keyring.read(USER) == KEY
        keyring.delete(USER)
        assert service.state()["prompts"] == 0


def test_the_first_collection_is_made(session_bus: SessionBus) -> None:
    with session_bus.secret_service({}, answer="yes") as service:
        assert SystemKeyring().read(USER) is None
        SystemKeyring().delete(USER)
        assert service.state()["prompts"] == 0, "nothing there, so nothing is asked"
        SystemKeyring().write(USER, KEY)
        assert service.items() == [("created", USER, KEY)]


# --- prompts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("agreed", [True, False])
def test_a_prompt_is_answered(session_bus: SessionBus, agreed: bool) -> None:
    with session_bus.secret_service({"login": True}, "login") as service:
        service.put("login", USER, KEY)
        reading = in_background(lambda: SystemKeyring().read(USER))
        service.wait_for_prompt()
        service.answer(agreed)
        assert reading() == (KEY if agreed else ProblemKind.KEYRING_LOCKED)


CALLS: dict[str, Callable[[SystemKeyring], object]] = {
    "read": lambda keyring: keyring.read(USER),
    "write": lambda keyring: keyring.write(USER, KEY),
    "delete": lambda keyring: keyring.delete(USER),
}


@pytest.mark.parametrize("call", CALLS)
def test_a_prompt_whose_owner_dies_counts_as_dismissed(session_bus: SessionBus, call: str) -> None:
    with session_bus.secret_service({"login": True}, "login") as service:
        service.put("login", USER, KEY)
        waiting = in_background(lambda: CALLS[call](SystemKeyring()))
        service.wait_for_prompt()
        service.kill()
        assert waiting() is ProblemKind.KEYRING_LOCKED
    with session_bus.secret_service({"login": False}, "login"):
        assert SystemKeyring().read(USER) is None, "the next one is found at once"


def test_the_first_collections_prompt_whose_owner_dies(session_bus: SessionBus) -> None:
    with session_bus.secret_service({}) as service:
        writing = in_background(lambda: SystemKeyring().write(USER, KEY))
        service.wait_for_prompt()
        service.kill()
        assert writing() is ProblemKind.KEYRING_LOCKED


def test_a_daemon_that_is_replaced_while_its_prompt_is_open(session_bus: SessionBus) -> None:
    """The old one may live on, hung, without its name."""
    with session_bus.secret_service({"login": True}, "login") as service:
        service.put("login", USER, KEY)
        reading = in_background(lambda: SystemKeyring().read(USER))
        service.wait_for_prompt()
        service.options(gives_way=True)
        assert reading() is ProblemKind.KEYRING_LOCKED


def test_a_daemon_that_dies_in_a_call_is_missing(session_bus: SessionBus) -> None:
    with session_bus.secret_service(OPEN, "login") as service:
        service.process.send_signal(signal.SIGSTOP)
        reading = in_background(lambda: SystemKeyring().read(USER))
        service.kill()
        assert reading() is ProblemKind.KEYRING_MISSING


# --- KeePassXC ---------------------------------------------------------------------------------


def test_each_item_is_unlocked_on_the_connection_that_uses_it(session_bus: SessionBus) -> None:
    keyring = SystemKeyring()
    with session_bus.secret_service(OPEN, "login", **KEEPASSXC) as service:
        service.put("login", USER, KEY)
        service.put("work", USER, OLD)
        assert keyring.read(USER) == KEY
        keyring.write(USER, "new")
        assert service.items() == [("login", USER, "new")]
        keyring.delete(USER)
        assert service.items() == []


@pytest.mark.parametrize("locked", [OPEN, {"login": True, "work": True}])
def test_nothing_is_asked_where_no_prompt_is_allowed(
    session_bus: SessionBus, locked: dict[str, bool]
) -> None:
    with session_bus.secret_service(locked, "login", **KEEPASSXC) as service:
        service.put("login", USER, KEY)
        peek = kind_of(lambda: SystemKeyring().read(USER, may_prompt=False))
        assert peek is ProblemKind.KEYRING_LOCKED
        assert service.state()["prompts"] == 0


def test_a_locked_database_is_opened_before_its_items_are_known(session_bus: SessionBus) -> None:
    locked = {"login": True, "work": True}
    with session_bus.secret_service(locked, "login", **KEEPASSXC) as service:
        service.put("login", USER, KEY)
        service.put("work", USER, OLD)
        assert SystemKeyring().read(USER) == KEY
        assert SystemKeyring().users() == [USER]
        SystemKeyring().delete(USER)
        assert service.items() == []


def test_refused_deletion_is_reported(session_bus: SessionBus) -> None:
    with session_bus.secret_service(OPEN, "login", asks_to_delete=True, answer="no") as service:
        service.put("login", USER, KEY)
        assert kind_of(lambda: SystemKeyring().delete(USER)) is ProblemKind.KEYRING_LOCKED
        assert service.items() == [("login", USER, KEY)]


# --- KWallet -----------------------------------------------------------------------------------


@pytest.mark.parametrize("daemon", ["org.kde.kwalletd6", "org.kde.kwalletd5"])
def test_a_kwallet_that_is_not_running_is_started(session_bus: SessionBus, daemon: str) -> None:
    secrets = secret_service_program.NAME
    command = secret_service_program.SecretServiceProgram.command(
        session_bus.address, {}, "", answer="yes", names=[daemon, secrets]
    )
    session_bus.make_activatable(daemon, command)
    keyring = SystemKeyring()
    assert keyring.read(USER, may_prompt=False) is None
    keyring.write(USER, KEY)
    assert keyring.read(USER) == KEY
    assert keyring.kind() == "SecretService"


def test_a_kwallet_that_cannot_be_started_is_no_keyring(session_bus: SessionBus) -> None:
    session_bus.make_activatable("org.kde.kwalletd6", "/bin/false")
    assert kind_of(lambda: SystemKeyring().read(USER)) is ProblemKind.KEYRING_MISSING


@pytest.mark.parametrize("wallets", [["kdewallet"], []], ids=["one", "none yet"])
def test_a_kwallet_without_a_secret_service_is_used_by_its_own_interface(
    session_bus: SessionBus, wallets: list[str]
) -> None:
    kwallet = secret_service_program.KWALLET
    keyring = SystemKeyring()
    with session_bus.secret_service({}, names=[kwallet], answer="yes", wallets=wallets) as service:
        assert keyring.kind() == "kwallet"
        keyring.delete(USER)
        assert service.state()["prompts"] == 0
        assert keyring.read(USER, may_prompt=False) is None
        keyring.write(USER, KEY)
        assert keyring.read(USER) == KEY
        assert keyring.users() == [USER]
        keyring.delete(USER)
        assert service.entries() == []


def test_a_kwallet_that_dies_while_it_asks_counts_as_dismissed(session_bus: SessionBus) -> None:
    kwallet = secret_service_program.KWALLET
    with session_bus.secret_service({}, names=[kwallet]) as service:
        service.put_entry(USER, KEY)
        reading = in_background(lambda: SystemKeyring().read(USER))
        service.wait_for_prompt()
        service.kill()
        assert reading() is ProblemKind.KEYRING_LOCKED


def test_all_wallets_are_looked_in(session_bus: SessionBus) -> None:
    kwallet = secret_service_program.KWALLET
    keyring = SystemKeyring()
    wallets = ["today", "yesterday"]
    with session_bus.secret_service({}, names=[kwallet], answer="yes", wallets=wallets) as service:
        service.put_entry(USER, OLD, "yesterday")
        service.put_entry(OTHER, OLD, "yesterday")
        assert keyring.read(USER) == OLD
        keyring.write(USER, KEY)
        assert service.entries() == [("today", USER, KEY), ("yesterday", OTHER, OLD)]
        assert keyring.users() == [USER, OTHER]
        service.put_entry(USER, OLD, "yesterday")
        keyring.delete(USER)
        assert service.entries() == [("yesterday", OTHER, OLD)]


def test_closed_kwallet_is_not_opened_without_permission(session_bus: SessionBus) -> None:
    kwallet = secret_service_program.KWALLET
    with session_bus.secret_service({}, names=[kwallet], answer="no") as service:
        service.put_entry(USER, KEY)
        peek = kind_of(lambda: SystemKeyring().read(USER, may_prompt=False))
        assert peek is ProblemKind.KEYRING_LOCKED
        assert service.state()["prompts"] == 0
        assert kind_of(lambda: SystemKeyring().read(USER)) is ProblemKind.KEYRING_LOCKED
        assert kind_of(lambda: SystemKeyring().delete(USER)) is ProblemKind.KEYRING_LOCKED


@pytest.mark.parametrize("desktop", ["KDE", "GNOME"])
def test_secret_service_is_written_and_both_keyrings_are_erased(
    session_bus: SessionBus, desktop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    names = [secret_service_program.NAME, secret_service_program.KWALLET]
    keyring = SystemKeyring()
    with session_bus.secret_service(OPEN, "login", names=names, answer="yes") as service:
        service.put_entry(USER, OLD)
        service.put_entry(OTHER, OLD)
        assert keyring.kind() == "SecretService"
        assert keyring.read(USER) == OLD, "KWallet was the first one when it was stored"
        assert keyring.users() == [USER, OTHER]
        keyring.write(USER, KEY)
        assert service.items() == [("login", USER, KEY)]
        assert service.entries() == [("kdewallet", OTHER, OLD)], "an old key would stay there"
        assert keyring.read(USER) == KEY
        service.put_entry(USER, OLD)
        assert keyring.read(USER) == KEY
        keyring.delete(USER)
        keyring.delete(OTHER)
        assert service.items() == []
        assert service.entries() == []


def test_trouble_with_one_keyring_spares_not_the_other(session_bus: SessionBus) -> None:
    names = [secret_service_program.NAME, secret_service_program.KWALLET]
    locked = {"login": True}
    with session_bus.secret_service(locked, "login", names=names, answer="yes") as service:
        service.put("login", USER, KEY)
        service.put_entry(USER, OLD)
        SystemKeyring().read(OTHER)  # opens both
        service.lock("login", True)
        service.options(answer="no")
        service.state()
        assert kind_of(lambda: SystemKeyring().delete(USER)) is ProblemKind.KEYRING_LOCKED
        assert service.items() == [("login", USER, KEY)]
