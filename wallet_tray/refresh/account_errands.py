"""The errands of one account: refresh, sign in, sign out. Blocks; no Qt; made in the worker."""

from collections.abc import Callable
from datetime import timedelta

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.refresh.errands import SignedIn
from wallet_tray.refresh.fetcher import BalanceFetcher
from wallet_tray.services.access_tokens import AccessTokens
from wallet_tray.services.credentials import CredentialKeeper

BACKGROUND_WAIT = timedelta(seconds=3)
"""A refresh waits so long for the keyring; then the screen says that the keyring waits."""

SIGN_IN_WAIT = timedelta(seconds=90)
"""Whoever signs in sits there and can answer the keyring's question."""


class AccountErrands:
    """Does what a worker is asked for one account.

    ``note_kind`` writes the credential's kind into the settings before the keyring takes its
    text: the keyring holds the text and nothing else.
    """

    def __init__(
        self,
        account: Account,
        keeper: CredentialKeeper,
        proxy: str,
        note_kind: Callable[[Account, CredentialKind], None],
    ) -> None:
        from wallet_tray.services.wallet_api import WalletApi  # httpx: not before the icon stands

        api = WalletApi(proxy)
        self._account = account
        self._keeper = keeper
        self._note_kind = note_kind
        self._fetcher = BalanceFetcher(account, self, api, AccessTokens(api))

    def credential(self, account: Account) -> Credential:
        """For the fetcher; raises WalletTrayError."""
        return self._keeper.credential(account, BACKGROUND_WAIT)

    def refresh(self, *, renew: bool) -> Balance:
        """The balance; ``renew`` makes a new access token first. Raises WalletTrayError."""
        if renew:
            self._fetcher.forget_token()
        return self._fetcher.fetch()

    def sign_in(self, credential: Credential) -> SignedIn:
        """Verify with one call, then keep. Raises WalletTrayError; then nothing was kept."""
        balance = self._fetcher.verify(credential)
        if credential.kind is not self._account.credential:
            self._note_kind(self._account, credential.kind)
        kept = self._keeper.keep(self._account, credential, SIGN_IN_WAIT)
        self._fetcher.forget_token()
        return SignedIn(balance, credential, kept.problem)

    def sign_out(self) -> None:
        """Forget the credential everywhere. Raises WalletTrayError where the keyring failed."""
        self._fetcher.forget_token()
        self._keeper.forget(self._account, SIGN_IN_WAIT)
