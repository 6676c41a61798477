"""Waiting for the keyring at a terminal: silent for a while, then with a word, then no longer."""

import contextlib
import threading
from collections.abc import Iterator
from datetime import timedelta

from wallet_tray.cli.output import tell
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import ProblemKind, WalletTrayError
from wallet_tray.services.credentials import CredentialKeeper
from wallet_tray.words.command_line import KEYRING_WAIT_SENTENCE

SILENT = timedelta(seconds=3)
LIMIT = timedelta(seconds=30)
PATIENT_LIMIT = timedelta(minutes=5)
"""For what stores or removes: KWallet's first wizard, or a password to be looked for, takes long.

Who keeps the keyring waiting sees what is waited for, and can interrupt it.
"""
QUIET_LIMIT = timedelta(seconds=3)

_OUT_OF_REACH = (
    ProblemKind.KEYRING_MISSING,
    ProblemKind.KEYRING_LOCKED,
    ProblemKind.KEYRING_WAITING,
    ProblemKind.KEYRING_FAILED,
)


class PatientCredentials:
    """What the fetcher asks for credentials: the keeper, with a wait that the user is told of."""

    def __init__(self, keeper: CredentialKeeper) -> None:
        self._keeper = keeper

    def credential(self, account: Account) -> Credential:
        """The account's credential, after 30 s at most. Raises WalletTrayError."""
        with telling_of_a_wait():
            return self._keeper.credential(account, LIMIT)


class QuietCredentials:
    """The same for whoever is not asked anything: bars, watches, scripts that run by themselves.

    The keyring is read each time, so that a sign-in or sign-out elsewhere counts at once; one that
    cannot be read any more takes nothing away.
    """

    def __init__(self, keeper: CredentialKeeper) -> None:
        self._keeper = keeper
        self._last: Credential | None = None

    def credential(self, account: Account) -> Credential:
        """The account's credential, after 3 s at most; a locked keyring is a problem at once.

        Raises WalletTrayError.
        """
        self._keeper.drop_remembered(account.id)
        try:
            self._last = self._keeper.credential(account, QUIET_LIMIT, may_prompt=False)
        except WalletTrayError as error:
            if self._last is None or error.problem.kind not in _OUT_OF_REACH:
                raise
        return self._last


@contextlib.contextmanager
def telling_of_a_wait() -> Iterator[None]:
    """Says on standard error what is waited for, if what is done inside takes more than 3 s."""
    timer = threading.Timer(SILENT.total_seconds(), _tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _tell() -> None:
    tell(KEYRING_WAIT_SENTENCE)
