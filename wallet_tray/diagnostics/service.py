"""Check of an account's service: proxy, TLS, reply, clock, credential."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from wallet_tray.diagnostics import clock
from wallet_tray.diagnostics.finding import (
    PROXY,
    SERVICE,
    TLS,
    Finding,
    Message,
    State,
    Translatable,
    Value,
    account_values,
)
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.domain.settings import SYSTEM_PROXY
from wallet_tray.http.access_tokens import AccessTokens
from wallet_tray.http.client import WalletApi
from wallet_tray.http.probe import CertificateFlaw, ProbeResult
from wallet_tray.text.locale import ENGLISH, Locale, translatable
from wallet_tray.text.problems import problem_parts

if TYPE_CHECKING:
    from wallet_tray.http.probe import ProbeResult
    from wallet_tray.http.proxy import Proxy


NO_PROXY_USED = Message("{host} is asked directly, without a proxy.")
PROXY_USED = Message("{host} is asked through the proxy {proxy}, from {source}.")
PROXY_UNUSABLE = Message(
    "The proxy from {source} cannot be used: it is {flaw}.",
    'Write it like http://proxy.example:3128, or set network.proxy to "none".',
)
PROXY_NAME_UNKNOWN = Message(
    "The name of the proxy, {proxy}, was not found.", "Check the network and {source}."
)
PROXY_REFUSES = Message(
    "The proxy {proxy} cannot be reached, or does not let us through ({detail}).",
    "Check the network and {source}.",
)
PROXY_WANTS_LOGIN = Message(
    "The proxy {proxy} wants a user name and password.",
    "Put them into the proxy's address, or ask whoever runs it.",
)
TLS_FINE = Message("The connection to {host} is private: its certificate is trusted.")
TLS_NOT_NEEDED = Message("{host} is this computer itself, asked without TLS.")
CERTIFICATE_EXPIRED = Message(
    "The certificate of {host} has expired.",
    "Is this computer's clock right? If it is, only the service can put that right.",
)
CERTIFICATE_NOT_VALID_YET = Message(
    "The certificate of {host} is not valid yet.", "Is this computer's clock right?"
)
CERTIFICATE_OF_ANOTHER_HOST = Message(
    "What answers at {host} shows the certificate of another host.",
    "Check whether this network wants you to sign in to it, and api_url in {file}.",
)
CERTIFICATE_NOT_TRUSTED = Message(
    "The certificate of {host} is not trusted by this system.",
    "Check whether this network wants you to sign in to it. A company's own certificate belongs "
    "in the system's trust store.",
)
NO_TLS = Message(
    "What answers at {host} speaks no usable TLS.",
    "Check api_url in {file}, and whether this network wants you to sign in to it.",
)
NAME_UNKNOWN = Message(
    "The name {host} was not found.", "Check the network connection and api_url in {file}."
)
NAME_SILENT = Message(
    "The name {host} was not found in time.", "Check the network connection and its DNS server."
)
SERVICE_ANSWERS = Message("{host} answers.")
SERVICE_TROUBLE = Message("{what} ({detail}).", "{do}")
SERVICE_TROUBLE_PLAIN = Message("{what}.", "{do}")
# The flaws that the proxy parser may report.
PROXY_FLAWS = (translatable("no URL"), translatable("of an unknown kind"))
FROM_SETTINGS = translatable("network.proxy in the settings")
FROM_SYSTEM = translatable("the system or its environment")
SERVICE_ACCEPTS = Message("{service} accepts {the_credential} and tells the balance.")
SERVICE_REJECTS_VARIABLE = Message(
    "{service} rejects {the_credential} in {variable}.",
    "Make a new one on your profile page and set it.",
)
TOKEN_IN_VARIABLE_ENDED = Message(
    "The access token in {variable} no longer works: it lives for an hour at most.",
    "Set {key_variable} to an API key instead, which lasts.",
)
SERVICE_LATE = Message("{host} did not answer in time.", "Run this again in a while.")


def balance_problem(
    account: Account, credential: Credential, proxy_setting: str, limit: timedelta
) -> Problem | None:
    """Fetch a balance; return the problem, or None on success. Blocks up to ``limit``."""
    deadline = time.monotonic() + limit.total_seconds()
    api = WalletApi(proxy_setting)
    try:
        key = AccessTokens(api).token(account, credential, limit)
        api.balance(account, key, timedelta(seconds=deadline - time.monotonic()))
    except WalletTrayError as error:
        problem = error.problem
    else:
        return None
    finally:
        api.close()
    is_rejected = problem.kind is ProblemKind.CREDENTIAL_REJECTED
    if is_rejected and credential.kind is CredentialKind.ACCESS_TOKEN:
        return replace(problem, kind=ProblemKind.ACCESS_TOKEN_ENDED)
    return problem


_FLAWS = {
    CertificateFlaw.EXPIRED: CERTIFICATE_EXPIRED,
    CertificateFlaw.NOT_VALID_YET: CERTIFICATE_NOT_VALID_YET,
    CertificateFlaw.OF_ANOTHER_HOST: CERTIFICATE_OF_ANOTHER_HOST,
    CertificateFlaw.NOT_TRUSTED: CERTIFICATE_NOT_TRUSTED,
}


@dataclass(frozen=True, slots=True)
class ConnectionFault:
    """The check that an obstacle belongs to, and its sentence."""

    check: str
    words: Message


def connection_fault(reached: ProbeResult, *, with_proxy: bool) -> ConnectionFault | None:
    """Return the obstacle, or None if the kind of problem already says everything."""
    if reached.flaw is not None:
        return ConnectionFault(TLS, _FLAWS[reached.flaw])
    if reached.no_tls:
        return ConnectionFault(TLS, NO_TLS)
    if with_proxy:
        return _of_proxy(reached)
    if not reached.name_found:
        slow = reached.kind is ProblemKind.TIMED_OUT
        return ConnectionFault(SERVICE, NAME_SILENT if slow else NAME_UNKNOWN)
    return None


def _of_proxy(reached: ProbeResult) -> ConnectionFault | None:
    if reached.kind is ProblemKind.PROXY_LOGIN:
        return ConnectionFault(PROXY, PROXY_WANTS_LOGIN)
    if not reached.name_found:
        return ConnectionFault(PROXY, PROXY_NAME_UNKNOWN)
    if reached.kind in (ProblemKind.OFFLINE, ProblemKind.PROXY_REFUSED):
        return ConnectionFault(PROXY, PROXY_REFUSES)
    return None


LIMIT = timedelta(seconds=10)
"""The connection test and one balance, including loading the libraries."""

_REACH_LIMIT = timedelta(seconds=4)
_BALANCE_LIMIT = timedelta(seconds=5)
_SIGN_IN_WANTED = (400, 401, 403)
_PASSES = (ProblemKind.RATE_LIMITED,)
_OF_VARIABLE = {
    ProblemKind.CREDENTIAL_REJECTED: SERVICE_REJECTS_VARIABLE,
    ProblemKind.ACCESS_TOKEN_ENDED: TOKEN_IN_VARIABLE_ENDED,
}


class ServiceCheck:
    """A check of one account's service; fetches a balance if there is a credential.

    ``account`` has the kind of credential used for requests. ``credential`` returns it without a
    prompt and may block. ``variable`` names the environment variable that it comes from.
    """

    def __init__(
        self,
        account: Account,
        proxy_setting: str,
        settings_file: str,
        credential: Callable[[Account], Credential | None],
        variable: str | None,
    ) -> None:
        self._account = account
        self._proxy_setting = proxy_setting
        self._credential = credential
        self._variable = variable
        chosen = proxy_setting != SYSTEM_PROXY
        source = Translatable(FROM_SETTINGS if chosen else FROM_SYSTEM)
        self._values: dict[str, Value] = {
            **account_values(account, self._variable),
            "file": settings_file,
            "key_variable": next(iter(account.provider.key.environment), ""),
            "source": source,
        }

    def look(self) -> Iterator[Finding]:
        """Yield the findings of several checks, up to the first obstacle."""
        from wallet_tray.http.proxy import UnusableProxyError, proxy_for

        try:
            proxy = proxy_for(self._account.api_url, self._proxy_setting)
        except UnusableProxyError as error:
            yield self._finding(PROXY, State.PROBLEM, PROXY_UNUSABLE, flaw=Translatable(str(error)))
            return
        if proxy is None:
            yield self._finding(PROXY, State.OK, NO_PROXY_USED)
        else:
            # Without its user name and password.
            self._values["proxy"] = f"{proxy.scheme}://{proxy.host}:{proxy.port}"
            yield self._finding(PROXY, State.OK, PROXY_USED)

        from wallet_tray.http.probe import reach

        reached = reach(self._account, proxy, _REACH_LIMIT)
        if reached.kind is not None:
            yield self._not_reached(reached, proxy)
            return
        secure = self._account.api_url.startswith("https:")
        yield self._finding(TLS, State.OK, TLS_FINE if secure else TLS_NOT_NEEDED)
        if reached.ahead is not None:
            yield clock.compared(self._account, reached.ahead)
        answer = self._answer(reached.status or 0)
        credential = self._credential(self._account)
        problem = None if credential is None else self._problem(credential)
        if credential is None:
            yield answer
        elif problem is None:
            yield self._finding(SERVICE, State.OK, SERVICE_ACCEPTS)
        else:
            yield self._trouble(problem)

    def _not_reached(self, reached: "ProbeResult", proxy: "Proxy | None") -> Finding:

        met = connection_fault(reached, with_proxy=proxy is not None)
        if met is not None:
            return self._finding(met.check, State.PROBLEM, met.words, detail=reached.detail)
        kind = reached.kind or ProblemKind.FAULT
        return self._trouble(Problem(kind, _now(), detail=reached.detail))

    def _answer(self, status: int) -> Finding:
        """Return the finding for the status of a reply to a request without a credential."""
        from wallet_tray.http.response import kind_of
        from wallet_tray.providers.reader import meaning_of

        if 200 <= status < 300 or status in _SIGN_IN_WANTED:
            return self._finding(SERVICE, State.OK, SERVICE_ANSWERS)
        return self._trouble(Problem(kind_of(meaning_of(status), status), _now(), status))

    def _problem(self, credential: Credential) -> Problem | None:
        """Return why the credential gets no balance, or None if it does."""

        return balance_problem(self._account, credential, self._proxy_setting, _BALANCE_LIMIT)

    def _trouble(self, problem: Problem) -> Finding:
        state = State.NOTE if problem.kind in _PASSES else State.PROBLEM
        of_variable = _OF_VARIABLE.get(problem.kind) if self._variable else None
        if of_variable is not None:
            return self._finding(SERVICE, state, of_variable)
        detail = f"status {problem.status}" if problem.status else problem.detail
        said = SERVICE_TROUBLE if detail else SERVICE_TROUBLE_PLAIN
        parts = partial(_problem_parts, problem, self._account)
        values: dict[str, Value] = {
            "what": lambda locale: parts(locale)[0].rstrip(".。"),
            "do": lambda locale: parts(locale)[1],
            "detail": detail,
        }
        return self._finding(SERVICE, state, said, **values)

    def _finding(self, check: str, state: State, said: Message, **values: Value) -> Finding:
        return Finding(check, state, said, {**self._values, **values}, self._account.id)


def _problem_parts(problem: Problem, account: Account, locale: Locale) -> tuple[str, str]:
    """Return English terminal text for the terminal, and the screen's text for the screen."""
    return problem_parts(problem, account, locale, terminal=locale is ENGLISH)


def _now() -> datetime:
    return datetime.now(UTC)
