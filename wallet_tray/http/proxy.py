"""The proxy for an address, if any; it is determined for each request.

On Windows and macOS the operating system's current setting applies. Changed environment variables
apply after a restart of the program.
"""

import urllib.request
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urlsplit

from wallet_tray.domain.account import is_loopback
from wallet_tray.domain.settings import NO_PROXY, SYSTEM_PROXY

_DEFAULT_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


class UnusableProxyError(ValueError):
    """The proxy setting is invalid. The text is our own: the URL may contain a password."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy. ``scheme`` is http, https, socks5 or socks5h; ``login`` is (user name, password)."""

    scheme: str
    host: str
    port: int
    login: tuple[str, str] | None = field(default=None, repr=False)


def proxy_for(url: str, setting: str) -> Proxy | None:
    """Return the proxy for ``url``, or None for a direct connection.

    ``setting`` is "system", "none" or a proxy's URL. Only https uses a proxy, because the proxy
    then sees no header; loopback addresses never do. "system" is the environment's proxy, or else
    the operating system's, with its exceptions. Raises UnusableProxyError.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if setting == NO_PROXY or parts.scheme != "https" or is_loopback(host):
        return None
    if setting != SYSTEM_PROXY:
        return _proxy_from(setting)
    found = urllib.request.getproxies()
    text = found.get("https") or found.get("all") or found.get("socks")
    if not text or urllib.request.proxy_bypass(parts.netloc):
        return None
    return _proxy_from(text)


def _proxy_from(text: str) -> Proxy:
    with_scheme = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(with_scheme)
        port = parts.port
    except ValueError:
        raise UnusableProxyError("no URL") from None
    scheme = "socks5" if parts.scheme == "socks" else parts.scheme  # GNOME's spelling
    if scheme not in _DEFAULT_PORTS:
        raise UnusableProxyError("of an unknown kind")
    host = parts.hostname or ""
    if not host or not text.isascii() or not text.isprintable() or " " in text or port == 0:
        raise UnusableProxyError("no URL")
    return Proxy(scheme, host, port or _DEFAULT_PORTS[scheme], _login(parts))


def _login(parts: SplitResult) -> tuple[str, str] | None:
    if parts.username is None:
        return None
    return unquote(parts.username), unquote(parts.password or "")
