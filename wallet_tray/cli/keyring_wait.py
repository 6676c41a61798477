"""Waiting for the keyring at a terminal: first silent, then with a message, then a timeout."""

import contextlib
import threading
from collections.abc import Iterator
from datetime import timedelta

from wallet_tray.cli.messages import KEYRING_WAIT_SENTENCE
from wallet_tray.cli.output import write_stderr
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import ProblemKind, WalletTrayError

SILENT = timedelta(seconds=3)
LIMIT = timedelta(seconds=30)
PATIENT_LIMIT = timedelta(minutes=5)
"""For storing and removing: KWallet's first wizard, or looking up a password, takes long.

The user sees the reason for the wait, and can interrupt it.
"""
QUIET_LIMIT = timedelta(seconds=3)

_OUT_OF_REACH = (
    ProblemKind.KEYRING_MISSING,
    ProblemKind.KEYRING_LOCKED,
    ProblemKind.KEYRING_WAITING,
    ProblemKind.KEYRING_FAILED,
)


class PatientCredentials:
    """Credentials for the fetcher, with a message during a long keyring wait."""

    def __init__(self, credential_store: CredentialStore) -> None:
        self._credential_store = credential_store

    def credential(self, account: Account) -> Credential:
        """Return the account's credential within 30 s. Raises WalletTrayError."""
        with keyring_wait_notice():
            return self._credential_store.credential(account, LIMIT)


class QuietCredentials:
    """Credentials for unattended runs: bars, watches, scripts.

    The keyring is read each time, so a sign-in or sign-out elsewhere takes effect at once. A
    keyring that becomes unreadable does not discard the credential.
    """

    def __init__(self, credential_store: CredentialStore) -> None:
        self._credential_store = credential_store
        self._last: Credential | None = None

    def credential(self, account: Account) -> Credential:
        """Return the account's credential within 3 s; a locked keyring fails at once.

        Raises WalletTrayError.
        """
        self._credential_store.invalidate(account.id)
        try:
            self._last = self._credential_store.credential(account, QUIET_LIMIT, may_prompt=False)
        except WalletTrayError as error:
            if self._last is None or error.problem.kind not in _OUT_OF_REACH:
                raise
        return self._last


@contextlib.contextmanager
def keyring_wait_notice() -> Iterator[None]:
    """Print the reason for the wait on standard error if the body takes more than 3 s."""
    timer = threading.Timer(SILENT.total_seconds(), _write_stderr)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _write_stderr() -> None:
    write_stderr(KEYRING_WAIT_SENTENCE)
