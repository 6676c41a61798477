"""The source of an account's balance for a command: the history or the service."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from wallet_tray.cli.account import ChosenAccount, credential_store_for
from wallet_tray.cli.formats import Report
from wallet_tray.cli.messages import (
    HISTORY_UNREADABLE,
    balance_problem_sentence,
    nothing_recorded_sentence,
)
from wallet_tray.cli.output import CommandError
from wallet_tray.domain.account_snapshot import Wallet, is_outdated, is_within
from wallet_tray.domain.account_state import Fresh, Loading, WalletState, after
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.domain.problem import Problem, WalletTrayError

if TYPE_CHECKING:
    from wallet_tray.context import AppContext
    from wallet_tray.domain.credential import Credential
    from wallet_tray.http.client import WalletApi
    from wallet_tray.refresh.fetcher import BalanceFetcher


class WalletSource:
    """One account in one run. All but ``fetch`` belong to the creating thread.

    ``may_prompt`` says whether the keyring may show its unlock dialog.
    """

    def __init__(self, chosen: ChosenAccount, context: "AppContext", *, may_prompt: bool) -> None:
        from wallet_tray.refresh.recorder import BalanceRecorder

        self.account = chosen.account
        self.hidden = chosen.settings.hide_amounts
        self.shortest_age = self.account.provider.min_interval or timedelta(0)
        interval = context.interval or chosen.settings.refresh_interval
        self.interval = max(interval, self.shortest_age)
        self._proxy = chosen.settings.proxy
        self._may_prompt = may_prompt
        self._credential_store = credential_store_for(chosen, context)
        self._history = context.open_history()
        self._recorder = BalanceRecorder(self._history, self.account)
        self._api: WalletApi | None = None
        self._fetcher: BalanceFetcher | None = None

    @property
    def unreadable(self) -> bool:
        """True if the last read of the history failed because of its file."""
        return self._history.unreadable

    def last_recorded(self) -> Balance | None:
        """Return the last recorded balance of this wallet, from any process.

        Raises WalletTrayError (CREDENTIAL_UNUSABLE) if the wallet cannot be determined.
        """
        return self._history.latest(self.account, self._environment_credential())

    def cached(self, limit: timedelta | None, now: datetime) -> Balance | None:
        """Return the recorded balance if it is no older than ``limit``, else None.

        A limit of None requires a reply from the service. So does 0, unless the service allows
        fewer requests. Raises the same errors.
        """
        if limit is not None:
            limit = max(limit, self.shortest_age)
        known = self.last_recorded() if limit else None
        if limit is None or known is None or not is_within(known, now, limit):
            return None
        return known

    def last_known(self) -> Balance | None:
        """Return the recorded balance, or None on an error.

        The caller already has a problem to report.
        """
        try:
            return self.last_recorded()
        except WalletTrayError:
            return None

    def fetch(self) -> Balance:
        """Fetch the balance; call it in any thread, one call at a time. Raises WalletTrayError.

        An unattended run sends no request before the time that the service has set for this or
        another process.
        """
        asking = partial(self._recorder.ask, insist=self._may_prompt)
        try:
            return self._made_fetcher(asking).fetch(asking)
        except WalletTrayError as error:
            self._recorder.failed(error.problem)
            raise

    def renew(self) -> None:
        """Make the next fetch obtain a new access token, after the computer slept."""
        if self._fetcher is not None:
            self._fetcher.discard_token()

    def record(self, balance: Balance, now: datetime) -> Report:
        """Record a balance just fetched, and report it."""
        outlook = self._recorder.record(balance, self._environment_credential())
        return Report(Wallet(self.account, Fresh(balance, outlook)), now, self.hidden)

    def report(
        self, balance: Balance | None, now: datetime, problem: Problem | None = None
    ) -> Report:
        """Report an earlier balance; with a problem it is always stale."""
        state: WalletState = Loading()
        if balance is not None:
            state = Fresh(balance, self._recorder.outlook(balance, now))
        if problem is not None:
            state = after(state, problem)
        outdated = balance is not None and is_outdated(balance, now, self.interval)
        return Report(Wallet(self.account, state, outdated=outdated), now, self.hidden)

    def failure(self, problem: Problem) -> CommandError:
        """Return the error that ends a command without a balance."""
        environment = self._credential_store.environment
        account, variable = environment.as_asked(self.account), environment.variable(self.account)
        sentence = balance_problem_sentence(problem, account, variable)
        return CommandError(sentence, problem.kind.exit_code)

    def nothing_recorded(self) -> CommandError:
        """Return the error for a missing balance if only the history may be used."""
        if self._history.unreadable:
            return CommandError(HISTORY_UNREADABLE, ExitCode.NO_BALANCE)
        from_environment = self._credential_store.environment.is_used(self.account)
        sentence = nothing_recorded_sentence(self.account, from_environment=from_environment)
        return CommandError(sentence, ExitCode.NO_BALANCE)

    def close(self) -> None:
        """Release everything; no fetch may be in progress."""
        self._history.close()
        if self._api is not None:
            self._api.close()

    def _environment_credential(self) -> "Credential | None":
        """Return the environment's credential if it is in use; this needs no keyring."""
        if not self._credential_store.environment.is_used(self.account):
            return None
        return self._credential_store.credential(self.account, timedelta(0))

    def _made_fetcher(self, asking: "Callable[[Credential], None]") -> "BalanceFetcher":
        if self._fetcher is not None:
            return self._fetcher
        from wallet_tray.cli.keyring_wait import PatientCredentials, QuietCredentials

        kind = PatientCredentials if self._may_prompt else QuietCredentials
        credentials = kind(self._credential_store)
        # Fail before the slow import of httpx if there is no credential or a waiting time.
        asking(credentials.credential(self.account))

        from wallet_tray.http.access_tokens import AccessTokens
        from wallet_tray.http.client import WalletApi
        from wallet_tray.refresh.fetcher import BalanceFetcher

        self._api = WalletApi(self._proxy)
        tokens = AccessTokens(self._api)
        self._fetcher = BalanceFetcher(self.account, credentials, self._api, tokens)
        return self._fetcher
