"""One request as a description states it: address, headers and body, with the key in its place.

The key goes to the account's own host alone. It is in no text that a library logs.
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from wallet_tray.domain.account import Account, canonical_url
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.http.response import failure
from wallet_tray.providers.model import (
    BasicAuth,
    BearerAuth,
    BodyAuth,
    Description,
    HeaderAuth,
    QueryAuth,
    RequestSpec,
)
from wallet_tray.providers.provider import DescriptionError
from wallet_tray.providers.strategies import AUTH, FormBody

_JSON = "application/json"
# Other characters would appear in an exception's text: "Illegal header value b'…'".
_USABLE = re.compile(r"[\x21-\x7e]{1,8192}")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request to send.

    ``key_query`` is the part of the query that holds the key. It is no part of ``url``, because
    the HTTP library logs and quotes that one.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    content: bytes | None = field(default=None, repr=False)
    key_query: str = field(default="", repr=False)


def description_of(account: Account) -> Description:
    """Return what the account's requests need. Raises WalletTrayError if its file is broken."""
    try:
        return account.provider.description
    except DescriptionError as error:
        detail = error.sentence
    raise failure(ProblemKind.ACCOUNT_UNUSABLE, detail)


def unsigned(
    account: Account, spec: RequestSpec, taken: Mapping[str, str] | None = None
) -> Outgoing:
    """Return a request of the account's description without its key and its body.

    ``taken`` is what the path needs from the first answer. Raises WalletTrayError for an address
    that no key may be sent to.
    """
    check_address(account)
    values = {**dict(account.fields), **(taken or {})}
    try:
        path, headers = spec.path_with(values), spec.headers_with(values)
    except (LookupError, ValueError):
        path, headers = "", {}
    if not path:  # outside of the handler, so that no value is chained to it
        raise failure(ProblemKind.ACCOUNT_UNUSABLE, "a field without a usable value")
    query = f"?{urlencode(spec.query, quote_via=quote)}" if spec.query else ""
    return Outgoing(spec.method, f"{account.api_url}{path}{query}", headers)


def signed(
    account: Account, spec: RequestSpec, key: str, taken: Mapping[str, str] | None = None
) -> Outgoing:
    """Return the request with its body and the key in its place. Raises WalletTrayError."""
    require_usable(key)
    if key.startswith(account.provider.key.wrong_prefixes):
        raise failure(ProblemKind.CREDENTIAL_UNUSABLE, "a key of another kind")
    plain = unsigned(account, spec, taken)
    content, content_type = _content(account, spec, key)
    headers, key_query = {**plain.headers}, ""
    if content_type and "content-type" not in {name.lower() for name in headers}:
        headers["Content-Type"] = content_type
    match description_of(account).auth:
        case BearerAuth():
            headers["Authorization"] = f"Bearer {key}"
        case HeaderAuth(name, prefix):
            headers[name] = prefix + key
        case BasicAuth(user):
            headers["Authorization"] = _basic(dict(account.fields).get(user, ""), key)
        case QueryAuth(name):
            key_query = urlencode({name: key}, quote_via=quote)
        case BodyAuth():
            pass  # it is in the content
    return Outgoing(plain.method, plain.url, headers, content, key_query)


def check_address(account: Account) -> None:
    """Raise WalletTrayError for an address that no credential may be sent to."""
    if canonical_url(account.api_url, allow_http_on_loopback=True) != account.api_url:
        raise failure(ProblemKind.ACCOUNT_UNUSABLE, "no address that a credential may be sent to")


def require_usable(secret: str) -> None:
    """Raise WalletTrayError for a secret that no request can carry."""
    if not _USABLE.fullmatch(secret):
        raise failure(ProblemKind.CREDENTIAL_UNUSABLE, "characters that no header can carry")


def _basic(user: str, key: str) -> str:
    if not user or ":" in user:  # RFC 7617, 2: the rest of it would become a part of the password
        raise failure(ProblemKind.ACCOUNT_UNUSABLE, "a field that is no user name")
    return f"Basic {b64encode(f'{user}:{key}'.encode()).decode()}"


def _content(account: Account, spec: RequestSpec, key: str) -> tuple[bytes | None, str]:
    """Return the body and its type; None and "" without a body."""
    provider, auth = account.provider, description_of(account).auth
    strategy = AUTH.get(provider.strategies.auth)
    if isinstance(strategy, FormBody):
        return strategy.body(provider, dict(account.fields), key), strategy.content_type
    if isinstance(auth, BodyAuth):
        entries = {**json.loads(spec.body or "{}"), auth.name: key}
        return json.dumps(entries).encode("ascii"), _JSON
    return (None, "") if spec.body is None else (spec.body.encode("ascii"), _JSON)
