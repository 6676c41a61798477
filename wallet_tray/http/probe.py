"""A connection test of a wallet service: name, connection, certificate, reply, clock.

It sends one request without a credential, bounded like those of the wallet API. Only the status and
the date of the reply are read.
"""

import ssl
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum

import httpcore

from wallet_tray import __version__
from wallet_tray.domain.account import Account
from wallet_tray.domain.problem import ProblemKind, WalletTrayError
from wallet_tray.http.deadline import BoundedBackend, open_pool, tls_context
from wallet_tray.http.errors import causes_of, failure_of
from wallet_tray.http.proxy import Proxy
from wallet_tray.http.request import Outgoing, description_of, unsigned
from wallet_tray.http.resolver import addresses_of
from wallet_tray.http.response import http_date

_HTTPS_PORT = 443


class CertificateFlaw(Enum):
    """The reason that a certificate is rejected, as far as the system reports it."""

    EXPIRED = "expired"
    NOT_VALID_YET = "not valid yet"
    OF_ANOTHER_HOST = "of another host"
    NOT_TRUSTED = "not trusted"


# OpenSSL's X509_V_ERR_*, macOS' errSec* and Windows' CERT_E_*; all others mean "not trusted".
_FLAWS = {
    9: CertificateFlaw.NOT_VALID_YET,
    10: CertificateFlaw.EXPIRED,
    62: CertificateFlaw.OF_ANOTHER_HOST,
    64: CertificateFlaw.OF_ANOTHER_HOST,
    -67819: CertificateFlaw.NOT_VALID_YET,
    -67818: CertificateFlaw.EXPIRED,
    -67602: CertificateFlaw.OF_ANOTHER_HOST,
    0x800B0101: CertificateFlaw.EXPIRED,
    0x800B010F: CertificateFlaw.OF_ANOTHER_HOST,
}


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """The result of the test. ``kind`` is the problem, or None if a reply arrived.

    ``name_found`` is false if the host's or the proxy's name has no address. ``no_tls`` is true if
    the other side has no usable TLS. ``ahead`` is how far this computer's clock is ahead of the
    service's, or None if unknown. It is exact to a second plus the response time.
    """

    kind: ProblemKind | None
    detail: str = ""
    name_found: bool = True
    flaw: CertificateFlaw | None = None
    no_tls: bool = False
    status: int | None = None
    ahead: timedelta | None = None


def reach(account: Account, proxy: Proxy | None, limit: timedelta) -> ProbeResult:
    """Send the account's first request without its key. Blocks up to ``limit``; never raises."""
    deadline = time.monotonic() + limit.total_seconds()
    try:
        outgoing = unsigned(account, description_of(account).requests[0])
    except WalletTrayError as error:
        return ProbeResult(error.problem.kind, error.problem.detail)
    url = httpcore.URL(outgoing.url)
    host, port = url.host.decode("ascii").strip("[]"), url.port or _HTTPS_PORT
    try:
        addresses_of(*((host, port) if proxy is None else (proxy.host, proxy.port)), deadline)
    except TimeoutError:
        return ProbeResult(ProblemKind.TIMED_OUT, "name lookup", name_found=False)
    except OSError:
        return ProbeResult(ProblemKind.OFFLINE, "no such name", name_found=False)
    backend = BoundedBackend()
    try:
        tls = tls_context() if url.scheme == b"https" else None
        with open_pool(proxy, tls, backend) as pool:
            status, date = _asked(pool, outgoing, deadline)
    except Exception as error:  # noqa: BLE001  hostile bytes cause all sorts of exceptions
        return _failed(error)
    finally:
        backend.close()
    server_time = http_date(date)
    return ProbeResult(
        None, status=status, ahead=None if server_time is None else datetime.now(UTC) - server_time
    )


def _asked(pool: httpcore.ConnectionPool, outgoing: Outgoing, deadline: float) -> tuple[int, str]:
    """Return the status of the reply and the text of its Date header."""
    left = max(deadline - time.monotonic(), 0.001)
    headers = {
        "Accept": "application/json",
        "User-Agent": f"wallet-tray/{__version__}",
        **outgoing.headers,
        **({"Content-Length": "0"} if outgoing.method == "POST" else {}),
    }
    limits = {"connect": left, "read": left, "write": left, "pool": left}
    with pool.stream(
        outgoing.method, outgoing.url, headers=list(headers.items()), extensions={"timeout": limits}
    ) as answer:
        dates = [text for name, text in answer.headers if name.lower() == b"date"]
        return answer.status, dates[0].decode("latin-1") if len(dates) == 1 else ""


def _failed(error: Exception) -> ProbeResult:
    kind, detail = failure_of(error)
    for cause in causes_of(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            code = getattr(cause, "verify_code", 0)
            # Windows' codes may be signed or unsigned.
            flaw = _FLAWS.get(code) or _FLAWS.get(code & 0xFFFFFFFF, CertificateFlaw.NOT_TRUSTED)
            return ProbeResult(kind, detail, flaw=flaw)
        if isinstance(cause, ssl.SSLError):
            return ProbeResult(kind, detail, no_tls=True)
    return ProbeResult(kind, detail)
