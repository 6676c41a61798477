"""Connections bounded in time and size, whatever the other side does.

An HTTP library's time limits apply to one read. A server that sends a byte now and then keeps a
request open forever (encode/httpx#1450). Here every operation gets the time left until one
deadline, and the total received is limited.
"""

import contextlib
import socket
import ssl
import time
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import httpcore

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
