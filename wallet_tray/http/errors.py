"""Mapping of transport exceptions of the libraries to our problems.

Only types are read: the texts may contain the server's bytes and, for a bad header, the token.
"""

import errno
import ssl

import httpcore

from wallet_tray.domain.problem import ProblemKind
from wallet_tray.http.proxy import UnusableProxyError

# X509_V_ERR_CERT_NOT_YET_VALID of OpenSSL, errSecCertificateNotValidYet of macOS
_NOT_YET_VALID = (9, -67819)
_CUT_OFF = frozenset(
    {errno.ENETDOWN, errno.ENETUNREACH, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ETIMEDOUT}
)
# How httpcore's texts begin where an HTTP or a SOCKS proxy wants a login, or another one.
_PROXY_WANTS_LOGIN = ("407 ", "Requested ", "Invalid username/password")


def failure_of(error: Exception) -> tuple[ProblemKind, str]:
    """Return the kind of problem, and a short detail of our own for the log."""
    causes = causes_of(error)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            if getattr(cause, "verify_code", 0) in _NOT_YET_VALID:
                return ProblemKind.CLOCK_WRONG, "the certificate is not valid yet"
            return ProblemKind.NOT_PRIVATE, "the certificate is not trusted"
        if isinstance(cause, ssl.SSLError) and isinstance(error, httpcore.ConnectError):
            return ProblemKind.NOT_PRIVATE, "no TLS as it should be"
    match error:
        case UnusableProxyError():
            return ProblemKind.PROXY_UNUSABLE, str(error)
        case httpcore.TimeoutException() | TimeoutError():
            return ProblemKind.TIMED_OUT, type(error).__name__
        case httpcore.ProxyError() if str(error).startswith(_PROXY_WANTS_LOGIN):
            return ProblemKind.PROXY_LOGIN, "the proxy wants a user name and password"
        case httpcore.ProxyError():
            return ProblemKind.PROXY_REFUSED, "the proxy refused"
        case httpcore.ConnectError():
            return ProblemKind.OFFLINE, _errno_name(causes)
    if any(isinstance(cause, OSError) and cause.errno in _CUT_OFF for cause in causes):
        return ProblemKind.OFFLINE, _errno_name(causes)
    return ProblemKind.PROTOCOL_BROKEN, type(error).__name__


def causes_of(error: BaseException) -> tuple[BaseException, ...]:
    """Return the exception and all its causes."""
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__  # httpcore's pool removes the cause
    return tuple(chain)


def _errno_name(causes: tuple[BaseException, ...]) -> str:
    for cause in causes:
        if isinstance(cause, OSError) and cause.errno:
            return errno.errorcode.get(cause.errno, "OSError")
    return "no connection"
