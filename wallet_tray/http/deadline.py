"""One connection per request, with one deadline from the name lookup to the last byte."""

import socket
import ssl
import time
from collections.abc import Iterable

import httpcore
import truststore

from wallet_tray.http.proxy import Proxy
from wallet_tray.http.resolver import addresses_of
from wallet_tray.services.bounded_stream import SocketStream

_LONGEST_TRY = 5.0  # seconds for an address that is not the last: survives four lost packets


class BoundedBackend(httpcore.NetworkBackend):
    """A backend whose ``timeout`` covers everything done with its connections.

    Create one for each request, so that the connection's deadline is the request's. Always call
    ``close``: httpcore leaves sockets open after an invalid SOCKS reply.
    """

    def __init__(self) -> None:
        self._streams: list[SocketStream] = []

    def close(self) -> None:
        """Close all opened connections."""
        for stream in self._streams:
            stream.close()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        if timeout is None:
            raise httpcore.UnsupportedProtocol("a connection needs a time limit")
        deadline = time.monotonic() + timeout
        try:
            sock = _connected(addresses_of(host, port, deadline), port, deadline)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout from error
        except OSError as error:
            raise httpcore.ConnectError from error
        self._streams.append(SocketStream(sock, deadline))
        return self._streams[-1]

    def sleep(self, seconds: float) -> None:
        raise httpcore.UnsupportedProtocol("nothing is repeated in here")


def open_pool(
    proxy: Proxy | None, tls: ssl.SSLContext | None, backend: BoundedBackend
) -> httpcore.ConnectionPool:
    """Return a pool for one request. ``tls`` may be None only without https."""
    if proxy is None:
        return httpcore.ConnectionPool(
            ssl_context=tls, max_keepalive_connections=0, network_backend=backend
        )
    login = None
    if proxy.login is not None:
        name, password = proxy.login
        login = (name.encode(), password.encode())
    url = httpcore.URL(
        scheme=proxy.scheme.encode(), host=proxy.host.encode(), port=proxy.port, target=b"/"
    )
    if proxy.scheme.startswith("socks"):
        return httpcore.SOCKSProxy(
            proxy_url=url,
            proxy_auth=login,
            ssl_context=tls,
            max_keepalive_connections=0,
            network_backend=backend,
        )
    return httpcore.HTTPProxy(
        proxy_url=url,
        proxy_auth=login,
        ssl_context=tls,
        proxy_ssl_context=tls if proxy.scheme == "https" else None,
        max_keepalive_connections=0,
        network_backend=backend,
    )


def tls_context() -> ssl.SSLContext:
    """Return a TLS context that trusts the system's certificates, including a company's.

    ssl.create_default_context() is avoided: it would write session keys to the file that
    SSLKEYLOGFILE names.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _connected(addresses: tuple[str, ...], port: int, deadline: float) -> socket.socket:
    """Connect to the first address that answers; untried addresses share the time left."""
    failure: OSError = TimeoutError()
    for untried, address in zip(range(len(addresses), 0, -1), addresses, strict=True):
        left = deadline - time.monotonic()
        if left <= 0:
            break
        share = left if untried == 1 else min(left / untried, _LONGEST_TRY)
        try:
            return _connected_to(address, port, share)
        except OSError as error:
            # A refusal is more informative than silence.
            if not isinstance(error, TimeoutError) or not failure.errno:
                failure = error
    raise failure


def _connected_to(address: str, port: int, seconds: float) -> socket.socket:
    sock = socket.create_connection((address, port), timeout=seconds)
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError:  # already reset
        sock.close()
        raise
    return sock
