"""What the tests of the stored credentials share: a secret, accounts, limits."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.support.builders import make_account
from wallet_tray.domain.account import AccountId
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.domain.problem import ProblemKind, WalletTrayError

SECRET = "WTSENTINEL-credential-0123456789"
API_KEY, ACCESS_TOKEN = CredentialKind.API_KEY, CredentialKind.ACCESS_TOKEN
ACCOUNT = make_account()
WORK = make_account(id=AccountId("work"))
LONG = timedelta(seconds=20)
SHORT = timedelta(milliseconds=50)
NO_TIME = timedelta(0)


def kind_of(call: Callable[[], object]) -> ProblemKind:
    with pytest.raises(WalletTrayError) as caught:
        call()
    return caught.value.problem.kind


def in_background(call: Callable[[], object]) -> Callable[[], object]:
    """Starts the call in a thread; the returned function waits for what came of it."""
    results: list[object] = []

    def run() -> None:
        try:
            results.append(call())
        except WalletTrayError as error:
            results.append(error.problem.kind)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()

    def result() -> object:
        thread.join(60)
        assert results, "it is still waiting"
        return results[0]

    return result
