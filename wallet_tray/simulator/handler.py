"""The HTTP handler of the simulated service: read one bounded request, write one reply."""

import contextlib
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import NoReturn, Protocol
from urllib.parse import urlsplit

from wallet_tray.simulator.replies import Reply, error_reply


@dataclass(frozen=True, slots=True)
class Request:
    """A parsed request. ``path`` excludes ``query``; ``headers`` have lower-case names.

    Headers and body hold credentials, so repr() omits them.
    """

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    query: str = ""


REQUEST_LINE_LIMIT = 8192
BODY_LIMIT = 64 * 1024
SOCKET_TIMEOUT = timedelta(seconds=10)
_LAST_WORDS = 16
_LAST_WORDS_SECONDS = 0.2


class Service(Protocol):
    """The interface that the handler needs from its server."""

    stopping: threading.Event
    respond: Callable[[Request], Reply]

    def answered(self) -> None:
        """Restart the timeout of this thread's connection after an answer."""


class _RefusedError(Exception):
    """The request cannot be read further; carries the status to reply with."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class RequestHandler(BaseHTTPRequestHandler):
    """The handler of one connection, in its own thread."""

    protocol_version = "HTTP/1.1"
    timeout = SOCKET_TIMEOUT.total_seconds()
    service: Service
    connection: socket.socket

    def handle_one_request(self) -> None:
        """Read and answer one request of any method, so that the handler decides on a 405."""
        self.close_connection = True
        try:
            reply = self._reply_to_next()
            if reply is not None:
                self._write(reply)
                self.service.answered()
        except OSError:
            self.close_connection = True  # closed, or silent for too long

    def _reply_to_next(self) -> Reply | None:
        try:
            request = self._read()
        except _RefusedError as refused:
            self.close_connection = True
            self.request_version = self.protocol_version  # HTTP/0.9 would have no status line
            return error_reply(refused.status)
        return None if request is None else self.service.respond(request)

    def finish(self) -> None:
        """Read the client's remaining data, within limits: a TCP reset would discard the reply."""
        super().finish()
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(_LAST_WORDS_SECONDS)
            for _ in range(_LAST_WORDS):
                if not self.connection.recv(BODY_LIMIT):
                    break

    def _read(self) -> Request | None:
        self.command, self.requestline = "", ""
        self.request_version = self.protocol_version
        self.raw_requestline = self.rfile.readline(REQUEST_LINE_LIMIT + 1)
        if not self.raw_requestline:
            return None
        if len(self.raw_requestline) > REQUEST_LINE_LIMIT:
            raise _RefusedError(HTTPStatus.REQUEST_URI_TOO_LONG)
        if not self.parse_request():  # empty line; other errors go through send_error
            raise _RefusedError(HTTPStatus.BAD_REQUEST)
        try:
            url = urlsplit(self.path)
        except ValueError:
            raise _RefusedError(HTTPStatus.BAD_REQUEST) from None
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Request(self.command, url.path, headers, self._body(), url.query)

    def _body(self) -> bytes:
        if "transfer-encoding" in self.headers:
            raise _RefusedError(HTTPStatus.LENGTH_REQUIRED)
        lengths = set(self.headers.get_all("content-length", ["0"]))
        length = lengths.pop()
        if lengths or not (length.isascii() and length.isdigit()):
            raise _RefusedError(HTTPStatus.BAD_REQUEST)
        if len(length) > 9 or int(length) > BODY_LIMIT:
            raise _RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            raise ConnectionError("the client left in the middle of its request")
        return body

    def _write(self, reply: Reply) -> None:
        if self.service.stopping.wait(reply.delay.total_seconds()) or reply.drop:
            self.close_connection = True
            return
        headers = {"Content-Type": "application/json", **reply.headers}
        own_length = any(name.lower() == "content-length" for name in headers)
        bodiless = reply.status in (204, 304)
        if own_length:
            self.close_connection = True  # the length may be false, so close the connection
        elif not bodiless:
            headers["Content-Length"] = str(len(reply.body))
        if self.close_connection:
            headers["Connection"] = "close"
        self.send_response(reply.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if not bodiless and self.command != "HEAD":
            self.wfile.write(reply.body)

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> NoReturn:
        """Reply with JSON to a request that the base class cannot parse."""
        raise _RefusedError(code)

    def version_string(self) -> str:
        """Return the Server header."""
        return "wallet-tray-simulator"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        """Do nothing: the simulated service has no log."""
