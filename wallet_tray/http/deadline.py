"""One connection per request, with one deadline from the name lookup to the last byte."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import truststore

from wallet_tray.http.proxy import Proxy
from wallet_tray.http.resolver import addresses_of

MAX_RECEIVED = 2 * 1024 * 1024
"""Bytes per connection: headers, and a body of 256 KiB in one-byte chunks."""

_LONGEST_TRY = 5.0  # seconds for an address that is not the last: survives four lost packets


class TooMuchError(httpcore.ReadError):
    """The other side sends more than any reply needs."""


class DeadlineStream(httpcore.NetworkStream):
    """A stream of httpcore's that has until ``deadline`` on the monotonic clock.

    A call on a socket ends in the time that it was given, with TLS or without, however its bytes
    drip. Inside TLS inside TLS (through an https proxy) it is the time of each piece, so a timer
    ends such a connection.
    """

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline
        self._received = 0
        self._timer: threading.Timer | None = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            data = self._stream.read(max_bytes, self._left())
        except httpcore.ReadError as error:
            self._left()
            if isinstance(error.__cause__, ssl.SSLZeroReturnError | ssl.SSLEOFError):
                return b""  # HTTP's own framing shows whether the reply is complete
            raise
        self._received += len(data)
        if self._received > MAX_RECEIVED:
            raise TooMuchError
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left())

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Return this stream, with TLS after the handshake and the certificate check."""
        if self.get_extra_info("ssl_object") is not None:
            outer = self.get_extra_info("socket")
            self._timer = threading.Timer(self._left(), _shut_down, (outer,))
            self._timer.daemon = True
            self._timer.start()
        try:
            self._stream = self._stream.start_tls(ssl_context, server_hostname, self._left())
        except httpcore.ConnectError as error:
            self._left()
            if isinstance(error.__cause__, ssl.SSLError):
                raise
            raise httpcore.ReadError from error  # it was connected
        if self._stream.get_extra_info("ssl_object") is None:
            raise httpcore.ReadError  # ssl wraps a socket that was reset, without a handshake
        return self

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left


def _shut_down(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):  # closed already
        sock.shutdown(socket.SHUT_RDWR)


class BoundedBackend(httpcore.SyncBackend):
    """A backend whose ``timeout`` covers everything done with its connections.

    Create one for each request, so that the connection's deadline is the request's. Always call
    ``close``: httpcore leaves sockets open after an invalid SOCKS reply.
    """

    def __init__(self) -> None:
        self._streams: list[DeadlineStream] = []

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
        """Connect to the first address that answers; untried addresses share the time left."""
        if timeout is None:
            raise httpcore.UnsupportedProtocol("a connection needs a time limit")
        deadline = time.monotonic() + timeout
        try:
            addresses = addresses_of(host, port, deadline)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout from error
        except OSError as error:
            raise httpcore.ConnectError from error
        failure: Exception = httpcore.ConnectTimeout()
        for untried, address in zip(range(len(addresses), 0, -1), addresses, strict=True):
            left = deadline - time.monotonic()
            if left <= 0:
                break
            share = left if untried == 1 else min(left / untried, _LONGEST_TRY)
            try:
                stream = DeadlineStream(super().connect_tcp(address, port, share), deadline)
            except httpcore.ConnectTimeout:
                continue  # a refusal is more informative than silence
            except httpcore.ConnectError as error:
                failure = error
                continue
            self._streams.append(stream)
            return stream
        raise failure


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
