"""Parsers of ByteNite's access tokens and of the waiting times in its errors.

The service is a gRPC gateway, so ``json_reader`` reads its bodies. Its details are in
``bytenite_transactions``; ``strategies`` reads its balance.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from wallet_tray.providers.json_reader import (
    NotUnderstoodError,
    fields_of,
    number_in,
    value_of,
)

MAX_WALLET_ID_LENGTH = 80
LIFETIME_DEFAULT = timedelta(seconds=3_000)
LIFETIME_LIMITS = (timedelta(seconds=60), timedelta(seconds=86_400))

_TOKEN = re.compile(r"[\x21-\x7e]{1,8192}")
_DURATION = r"[0-9]{1,12}(\.[0-9]{1,9})?s"
_RETRY_INFO = "google.rpc.RetryInfo"
_MAX_DELAY = 10**9  # seconds; a timedelta overflows at 86 trillion, callers clamp far below


@dataclass(frozen=True, slots=True)
class IssuedToken:
    """An access token of 1 to 8192 visible ASCII characters, and its lifetime."""

    text: str = field(repr=False)
    lifetime: timedelta


def access_token_from(body: bytes) -> IssuedToken:
    """Return the access token in the body of an exchange reply.

    Its lifetime is clamped to 60 … 86,400 s, and is 3,000 s if not stated. Raises
    NotUnderstoodError.
    """
    fields = fields_of(body)
    token = fields.get("token")
    # A token that is invalid in a header would appear in the HTTP library's exception.
    if type(token) is not str or not _TOKEN.fullmatch(token):
        raise NotUnderstoodError("no usable token")
    expires_in = value_of(fields, "expiresIn", "expires_in")
    if expires_in is None:
        return IssuedToken(token, LIFETIME_DEFAULT)
    seconds = number_in(expires_in)
    if seconds != seconds.to_integral_value():
        raise NotUnderstoodError("the lifetime is no whole number")
    shortest, longest = LIFETIME_LIMITS
    seconds = min(max(seconds, Decimal(shortest.seconds)), Decimal(longest.total_seconds()))
    return IssuedToken(token, timedelta(seconds=int(seconds)))


def retry_delay_from(body: bytes) -> timedelta | None:
    """Return the delay that an error body requests (google.rpc.RetryInfo), or None.

    Never raises.
    """
    try:
        details = fields_of(body).get("details")
    except NotUnderstoodError:
        return None
    longest: timedelta | None = None
    for detail in details if isinstance(details, list) else ():
        if not isinstance(detail, dict) or not str(detail.get("@type")).endswith(_RETRY_INFO):
            continue
        delay = detail.get("retryDelay", detail.get("retry_delay"))
        if type(delay) is str and re.fullmatch(_DURATION, delay):
            wait = timedelta(seconds=min(float(delay[:-1]), _MAX_DELAY))
            longest = wait if longest is None else max(longest, wait)
    return longest
