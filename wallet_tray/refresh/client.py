"""The requests of one account: refresh, sign in, sign out. Blocks; no Qt; created in the worker."""

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from wallet_tray.credentials.store import CredentialStore, SaveResult
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import WalletId
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.history.history import History
from wallet_tray.http.access_tokens import AccessTokens
from wallet_tray.refresh.fetcher import BalanceFetcher
from wallet_tray.refresh.messages import (
    BACKGROUND_WAIT,
    SIGN_IN_WAIT,
    Refreshed,
    SignedIn,
    WalletDetails,
)
from wallet_tray.refresh.recorder import BalanceRecorder, RecordingGate
from wallet_tray.storage.settings_file import SettingsNotSavedError


class AccountClient:
    """Executes a worker's requests for one account.

    ``note_kind`` writes the credential's kind into the settings before its text goes to the
    keyring. The keyring holds nothing but the text. Balances are recorded in the history from
    ``open_history``, unless ``gate`` ended after the request began.
    """

    def __init__(
        self,
        account: Account,
        credential_store: CredentialStore,
        proxy: str,
        note_kind: Callable[[Account, CredentialKind], None],
        open_history: Callable[[], History],
        gate: RecordingGate | None = None,
    ) -> None:
        from wallet_tray.http.client import WalletApi  # httpx: not before the icon shows

        api = WalletApi(proxy)
        self._account = account
        self._credential_store = credential_store
        self._note_kind = note_kind
        self._noted = account.credential
        self._quiet = False
        self._gate = gate or RecordingGate()
        self._api, self._history = api, open_history()
        self._recorder = BalanceRecorder(self._history, account, self._gate)
        self._fetcher = BalanceFetcher(account, self, api, AccessTokens(api))

    def credential(self, account: Account) -> Credential:
        """Return the credential for the fetcher. Raises WalletTrayError."""
        return self._credential_store.credential(
            account, BACKGROUND_WAIT, may_prompt=not self._quiet
        )

    def refresh(self, *, renew: bool, insist: bool = False, quiet: bool = False) -> Refreshed:
        """Return the balance; ``renew`` gets a new access token first. Raises WalletTrayError.

        ``insist`` also sends the request while the service wants no requests. ``quiet`` raises no
        keyring prompt.
        """
        self._quiet = quiet
        number = self._gate.ticket()
        if renew:
            self._fetcher.discard_token()
        try:
            balance = self._fetcher.fetch(partial(self._recorder.ask, insist=insist))
        except WalletTrayError as error:
            self._recorder.failed(error.problem, number)
            raise
        env_credential = self._credential_store.environment.credential(self._account)
        return Refreshed(balance, self._recorder.record(balance, env_credential, number))

    def details(self, wallet_id: WalletId) -> WalletDetails:
        """Return the service's additional data of wallet ``wallet_id``. Never raises."""
        self._quiet = True
        return self._fetcher.details(wallet_id)

    def sign_in(
        self, credential: Credential, is_wanted: Callable[[], bool] = lambda: True
    ) -> SignedIn:
        """Verify with one call, then keep. Nothing is kept if it raises WalletTrayError.

        Also keep nothing if ``is_wanted`` returns False by then, because the window was closed.
        """
        number = self._gate.ticket()
        balance = self._fetcher.verify(credential, partial(self._recorder.ask, insist=True))
        if not is_wanted():
            return SignedIn(balance, credential)
        kept = self._keep(credential)
        self._fetcher.discard_token()
        outlook = self._recorder.record(balance, number=number)
        return SignedIn(balance, credential, kept.problem, outlook)

    def sign_out(self) -> None:
        """Remove the credential everywhere. Raises WalletTrayError if the keyring failed."""
        self._fetcher.discard_token()
        self._history.waits.end(self._account)
        self._credential_store.delete(self._account, SIGN_IN_WAIT)

    def close(self) -> None:
        """Close the connection and the history; the last user of the history tidies up its file."""
        self._history.close()
        self._api.close()

    def _keep(self, credential: Credential) -> SaveResult:
        keep = partial(self._credential_store.save, self._account, credential, SIGN_IN_WAIT)
        try:
            return keep_with_kind(credential.kind, self._noted, self._note, keep)
        except SettingsNotSavedError:
            now, detail = datetime.now(UTC), "the credential's kind was not saved"
            problem = Problem(ProblemKind.ACCOUNT_UNUSABLE, now, detail=detail)
            raise WalletTrayError(problem) from None

    def _note(self, kind: CredentialKind) -> None:
        self._note_kind(self._account, kind)
        self._noted = kind


def keep_with_kind(
    kind: CredentialKind,
    noted: CredentialKind,
    note: Callable[[CredentialKind], None],
    keep: Callable[[], SaveResult],
    *,
    may_be_late: bool = True,
) -> SaveResult:
    """Call ``keep`` for a credential of ``kind``, with that kind in the settings.

    Keyring readers know the kind only from the settings, so ``note`` writes it first. ``noted`` is
    the kind that the settings name now. It is written back if the keyring refuses the credential;
    with ``may_be_late``, not while the keyring may still accept it. Raises SettingsNotSavedError
    before anything is kept.
    """
    if kind is not noted:
        note(kind)
    kept = keep()
    waits = kept.problem is not None and kept.problem.kind is ProblemKind.KEYRING_WAITING
    if kind is not noted and kept.problem is not None and not (waits and may_be_late):
        with contextlib.suppress(SettingsNotSavedError):
            note(noted)
    return kept
