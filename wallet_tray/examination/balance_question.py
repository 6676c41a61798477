"""A test fetch of one balance with a credential; the amount itself is ignored."""

import time
from dataclasses import replace
from datetime import timedelta

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.http.access_tokens import AccessTokens
from wallet_tray.http.client import WalletApi

_UNAUTHORIZED = 401


def balance_problem(
    account: Account, credential: Credential, proxy_setting: str, limit: timedelta
) -> Problem | None:
    """Fetch a balance; return the problem, or None on success. Blocks up to ``limit``."""
    deadline = time.monotonic() + limit.total_seconds()
    api = WalletApi(proxy_setting)
    try:
        token = AccessTokens(api).token(account, credential, limit)
        api.balance(account, token, timedelta(seconds=deadline - time.monotonic()))
    except WalletTrayError as error:
        problem = error.problem
    else:
        return None
    finally:
        api.close()
    if problem.status == _UNAUTHORIZED and credential.kind is CredentialKind.ACCESS_TOKEN:
        return replace(problem, kind=ProblemKind.ACCESS_TOKEN_ENDED)
    return problem
