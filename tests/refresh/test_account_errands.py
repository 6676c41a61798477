"""The errands of one account against the simulated service over a real socket."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.builders import make_account
from tests.support.keyrings import ScriptedKeyring
from wallet_tray.credentials.environment import KeyUse
from wallet_tray.credentials.store import CredentialStore, Location, SaveResult
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.forecast.outlook import NoProjection
from wallet_tray.domain.money import Figure
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.domain.settings import NotSavedReason
from wallet_tray.history.history import History
from wallet_tray.refresh.client import AccountClient, keep_with_kind
from wallet_tray.simulator.server import ACCESS_TOKEN, BALANCE, SimulatedService
from wallet_tray.storage.settings_file import SettingsNotSavedError

API_KEY, TOKEN = CredentialKind.API_KEY, CredentialKind.ACCESS_TOKEN
REFUSED = Problem(ProblemKind.KEYRING_LOCKED, datetime.now(UTC))


class Place:
    """The errands with everything around them; ``kinds`` are those that were noted."""

    def __init__(self, service: SimulatedService, folder: Path) -> None:
        self.service = service
        self.history_file = folder / "history.sqlite3"
        self.account = make_account(api_url=service.api_url)
        self.keyring = ScriptedKeyring()
        self.credential_store = CredentialStore(lambda: self.keyring)
        self.kinds: list[CredentialKind] = []
        self.settings_fault: Exception | None = None
        self.client = AccountClient(
            self.account,
            self.credential_store,
            "none",
            self._note_kind,
            lambda: History(self.history_file),
        )

    @property
    def kept(self) -> str | None:
        return self.keyring.read(self.account.keyring_user)

    def refusal(self, call: Any) -> Problem:
        with pytest.raises(WalletTrayError) as caught:
            call()
        return caught.value.problem

    def _note_kind(self, account: Account, kind: CredentialKind) -> None:
        if self.settings_fault is not None:
            raise self.settings_fault
        assert account == self.account
        if kind is TOKEN:
            assert self.kept != self.service.access_token, "the kind is written first"
        self.kinds.append(kind)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with SimulatedService() as service:
        yield Place(service, tmp_path)


def test_without_a_credential_no_request_is_sent(place: Place) -> None:
    assert place.refusal(lambda: place.client.refresh(renew=False)).kind is ProblemKind.SIGNED_OUT
    assert place.service.request_count() == 0


def test_signing_in_verifies_keeps_and_refreshes(place: Place) -> None:
    key = Credential(API_KEY, place.service.api_key)
    signed_in = place.client.sign_in(key)
    assert (signed_in.credential, signed_in.unkept) == (key, None)
    assert signed_in.balance.available.amount == place.service.statement.available
    assert place.kept == key.text
    assert place.kinds == [], "the settings say so already"
    place.client.refresh(renew=False)
    place.client.refresh(renew=False)
    assert place.service.request_count(ACCESS_TOKEN) == 2, "one to verify, one for the refreshes"


def test_renew_makes_a_new_access_token(place: Place) -> None:
    place.client.sign_in(Credential(API_KEY, place.service.api_key))
    place.client.refresh(renew=False)
    before = place.service.request_count(ACCESS_TOKEN)
    place.client.refresh(renew=True)
    assert place.service.request_count(ACCESS_TOKEN) == before + 1
    assert "authorization" in place.service.requests[-1].headers
    assert place.service.requests[-1].path == BALANCE


def test_nothing_is_kept_for_a_user_who_has_gone_away(place: Place) -> None:
    credential = Credential(CredentialKind.API_KEY, place.service.api_key)
    place.client.sign_in(credential, lambda: False)
    assert place.keyring.read(place.account.keyring_user) is None
    with pytest.raises(WalletTrayError) as caught:
        place.client.refresh(renew=False)
    assert caught.value.problem.kind is ProblemKind.SIGNED_OUT


def test_a_rejected_credential_is_not_kept_and_the_old_one_stays(place: Place) -> None:
    good = Credential(API_KEY, place.service.api_key)
    place.client.sign_in(good)
    problem = place.refusal(lambda: place.client.sign_in(Credential(API_KEY, "wrong")))
    assert problem.kind is ProblemKind.CREDENTIAL_REJECTED
    assert place.kept == good.text
    place.client.refresh(renew=True)


def test_the_kind_goes_to_the_settings_before_a_token_goes_to_the_keyring(place: Place) -> None:
    token = Credential(TOKEN, place.service.access_token)
    place.client.sign_in(token)
    assert place.kinds == [TOKEN]
    assert place.kept == token.text
    place.client.refresh(renew=False)
    place.client.sign_in(token)
    assert place.kinds == [TOKEN], "written once"
    place.client.sign_in(Credential(API_KEY, place.service.api_key))
    assert place.kinds == [TOKEN, API_KEY]


def test_a_keyring_that_refuses_gets_the_settings_back_as_they_were(place: Place) -> None:
    """Else the key that the keyring still holds would be taken for an access token."""
    place.client.sign_in(Credential(API_KEY, place.service.api_key))
    place.keyring.refused["write"] = REFUSED
    signed_in = place.client.sign_in(Credential(TOKEN, place.service.access_token))
    assert signed_in.unkept is REFUSED
    assert place.kinds == [TOKEN, API_KEY]
    assert place.kept == place.service.api_key
    exchanges = place.service.request_count(ACCESS_TOKEN)
    place.client.refresh(renew=False)
    assert place.service.request_count(ACCESS_TOKEN) == exchanges, "the token is in use"


@pytest.mark.parametrize(
    ("kind", "may_be_late", "noted"),
    [
        (ProblemKind.KEYRING_LOCKED, True, [TOKEN, API_KEY]),
        (ProblemKind.KEYRING_WAITING, True, [TOKEN]),
        (ProblemKind.KEYRING_WAITING, False, [TOKEN, API_KEY]),
        (None, False, [TOKEN]),
    ],
)
def test_the_kind_is_written_back_unless_the_keyring_may_still_accept(
    kind: ProblemKind | None, may_be_late: bool, noted: list[CredentialKind]
) -> None:
    kinds: list[CredentialKind] = []
    problem = None if kind is None else Problem(kind, datetime.now(UTC))
    kept = SaveResult(Location.IN_MEMORY, problem)

    result = keep_with_kind(TOKEN, API_KEY, kinds.append, lambda: kept, may_be_late=may_be_late)

    assert result is kept
    assert kinds == noted


@pytest.mark.parametrize("reason", list(NotSavedReason))
def test_settings_that_cannot_be_written_keep_a_token_out_of_the_keyring(
    place: Place, reason: NotSavedReason
) -> None:
    place.settings_fault = SettingsNotSavedError(reason)
    problem = place.refusal(
        lambda: place.client.sign_in(Credential(TOKEN, place.service.access_token))
    )
    assert problem.kind is ProblemKind.ACCOUNT_UNUSABLE
    assert place.kept is None


def test_signing_out_forgets_everything(place: Place) -> None:
    place.client.sign_in(Credential(API_KEY, place.service.api_key))
    place.client.refresh(renew=False)
    place.client.sign_out()
    asked = place.service.request_count()
    assert place.kept is None
    assert place.refusal(lambda: place.client.refresh(renew=False)).kind is ProblemKind.SIGNED_OUT
    assert place.service.request_count() == asked


def test_a_credential_never_goes_to_another_address(place: Place) -> None:
    place.client.sign_in(Credential(API_KEY, place.service.api_key))
    with SimulatedService() as other:
        account = replace(place.account, api_url=other.api_url)
        elsewhere = AccountClient(
            account,
            place.credential_store,
            "none",
            lambda *_: None,
            lambda: History(place.history_file),
        )
        problem = place.refusal(lambda: elsewhere.refresh(renew=False))
        assert problem.kind is ProblemKind.SIGNED_OUT
        assert other.request_count() == 0


# -- what is recorded


def recorded(place: Place, env_credential: Credential | None = None) -> Balance | None:
    history = History(place.history_file)
    try:
        return history.latest(place.account, env_credential)
    finally:
        history.close()


def test_every_balance_is_recorded_and_has_an_outlook(place: Place) -> None:
    signed_in = place.client.sign_in(Credential(API_KEY, place.service.api_key))
    assert signed_in.outlook is NoProjection.NOT_ENOUGH_DATA
    at = signed_in.balance.fetched_at.replace(microsecond=0)
    assert recorded(place) == replace(signed_in.balance, fetched_at=at)
    place.service.set_balance(available=7, total=9)
    refreshed = place.client.refresh(renew=False)
    known = recorded(place)
    assert known is not None
    assert refreshed.balance.available.amount == known.available.amount == 7
    assert known.amount(Figure.TOTAL) == 9


def test_a_key_of_the_environment_answers_for_no_other_wallet(place: Place) -> None:
    env_credential = Credential(API_KEY, place.service.api_key)
    credential_store = CredentialStore(
        lambda: place.keyring,
        {"BYTENITE_API_KEY": env_credential.text},
        KeyUse(usual=frozenset({place.account.id})),
    )
    client = AccountClient(
        place.account,
        credential_store,
        "none",
        lambda *_: None,
        lambda: History(place.history_file),
    )
    client.refresh(renew=False)
    assert recorded(place) is None
    assert recorded(place, env_credential) is not None


def test_a_history_that_cannot_be_written_costs_no_balance(place: Place) -> None:
    place.history_file.mkdir()
    place.client.sign_in(Credential(API_KEY, place.service.api_key))
    refreshed = place.client.refresh(renew=False)
    assert refreshed.balance.available.amount == place.service.statement.available
    assert refreshed.outlook is NoProjection.NOT_ENOUGH_DATA
