"""One connection per request, with one deadline from the name lookup to the last byte."""

import contextlib
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

import httpcore
import truststore

from wallet_tray.http.proxy import Proxy
from wallet_tray.http.resolver import addresses_of

MAX_RECEIVED = 512 * 1024
"""Bytes per connection: certificates, headers, and a body of 64 KiB in one-byte chunks."""

_TLS_RECORD = 16 * 1024

T = TypeVar("T")


class TooMuchError(httpcore.ReadError):
    """The other side sends more than any reply needs."""


class SocketStream(httpcore.NetworkStream):
    """A connected socket until ``deadline`` on the monotonic clock."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock = sock
        self._deadline = deadline
        self._received = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            self._sock.settimeout(self._left())
            data = self._sock.recv(max_bytes)
        except TimeoutError as error:
            raise httpcore.ReadTimeout from error
        except OSError as error:
            raise httpcore.ReadError from error
        self._received += len(data)
        if self._received > MAX_RECEIVED:
            raise TooMuchError
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            while buffer:
                self._sock.settimeout(self._left())
                buffer = buffer[self._sock.send(buffer) :]
        except TimeoutError as error:
            raise httpcore.WriteTimeout from error
        except OSError as error:
            raise httpcore.WriteError from error

    def close(self) -> None:
        self._sock.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        return TlsStream(self, ssl_context, server_hostname)

    def get_extra_info(self, info: str) -> Any:
        return None  # only relevant for reused connections, and ours never are

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class TlsStream(httpcore.NetworkStream):
    """TLS on top of another stream, which may be TLS itself (to a proxy).

    The constructor returns after the handshake, which includes the certificate check.
    """

    def __init__(
        self, below: httpcore.NetworkStream, context: ssl.SSLContext, hostname: str | None
    ) -> None:
        self._below = below
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        try:
            self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=hostname)
            self._run(self._tls.do_handshake)
        except (ssl.SSLError, ValueError) as error:
            self.close()
            raise httpcore.ConnectError from error
        except BaseException:
            self.close()
            raise

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._run(partial(self._tls.read, max_bytes))
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return b""  # HTTP's own framing shows whether the reply is complete
        except ssl.SSLError as error:
            raise httpcore.ReadError from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            while buffer:
                buffer = buffer[self._run(partial(self._tls.write, buffer)) :]
        except ssl.SSLError as error:
            raise httpcore.WriteError from error

    def close(self) -> None:
        self._below.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        return TlsStream(self, ssl_context, server_hostname)

    def get_extra_info(self, info: str) -> Any:
        return self._tls if info == "ssl_object" else None

    def _run(self, operation: Callable[[], T]) -> T:
        while True:
            try:
                result = operation()
            except ssl.SSLWantReadError:
                pass  # raise outside the handler, so that this error is not chained
            except ssl.SSLError:
                with contextlib.suppress(httpcore.TimeoutException, httpcore.NetworkError):
                    self._flush()  # the alert that states our reason
                raise
            else:
                self._flush()
                return result
            self._flush()
            data = self._below.read(_TLS_RECORD)
            if data:
                self._incoming.write(data)
            else:
                self._incoming.write_eof()

    def _flush(self) -> None:
        if self._outgoing.pending:
            self._below.write(self._outgoing.read())


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
