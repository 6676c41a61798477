"""A small HTTP server on the loopback address that can refuse connections and stops at once."""

import contextlib
import os
import socket
import socketserver
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from http.server import HTTPServer
from typing import Any

from wallet_tray.simulator.handler import RequestHandler
from wallet_tray.simulator.replies import Reply
from wallet_tray.simulator.request import Request

HOST = "127.0.0.1"
CONNECTION_LIMIT = 64
REQUEST_TIME = timedelta(seconds=30)
_POLL_SECONDS = 0.1
_JOIN_SECONDS = 1.0


class LoopbackServer(HTTPServer):
    """An HTTP server with one daemon thread per connection; it can close every connection.

    The constructor raises OSError if the port is unavailable.
    """

    # On Windows this option would let two programs share a port.
    allow_reuse_address = os.name != "nt"
    request_queue_size = CONNECTION_LIMIT
    timeout = _POLL_SECONDS

    def __init__(self, port: int, respond: Callable[[Request], Reply]) -> None:
        self.respond = respond
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._connections: dict[threading.Thread, tuple[socket.socket, float]] = {}
        handler = type("BoundHandler", (RequestHandler,), {"service": self})
        super().__init__((HOST, port), handler)
        self._open = True

    def server_bind(self) -> None:
        """Bind like the base class, but without a DNS lookup of the host name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]
        self.socket.settimeout(_POLL_SECONDS)

    def serve_until_stopped(self, refuses: Callable[[], bool]) -> None:
        """Accept connections until ``stopping`` is set, but none while ``refuses()`` is true."""
        while not self.stopping.is_set():
            if refuses():
                self._refuse()
                self.stopping.wait(_POLL_SECONDS)
            elif self._listen():
                self.handle_request()
            else:
                self.stopping.wait(_POLL_SECONDS)
            self._end_connections(before=time.monotonic() - REQUEST_TIME.total_seconds())

    def stop_serving(self) -> None:
        """Make ``serve_until_stopped`` return in its thread, without waiting for its next poll."""
        self.stopping.set()
        if self._open:
            with contextlib.suppress(OSError):
                socket.create_connection((HOST, self.server_port), timeout=_POLL_SECONDS).close()

    def close(self) -> None:
        """Close every connection and release the port.

        Takes at most 1 s after serving has ended.
        """
        self.server_close()
        self._end_connections(before=float("inf"))
        with self._lock:
            threads = list(self._connections)
        end = time.monotonic() + _JOIN_SECONDS
        for thread in threads:
            thread.join(max(0.0, end - time.monotonic()))

    def answered(self) -> None:
        """Restart the timeout of this thread's connection after an answer."""
        thread = threading.current_thread()
        with self._lock:
            self._connections[thread] = (self._connections[thread][0], time.monotonic())

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve the connection in its own thread, or close it at once if there are too many."""
        thread = threading.Thread(
            target=self._serve_connection,
            args=(request, client_address),
            name="simulated-connection",
            daemon=True,
        )
        with self._lock:
            room = len(self._connections) < CONNECTION_LIMIT
            if room:
                self._connections[thread] = (request, time.monotonic())
        if room:
            thread.start()
        else:
            self.shutdown_request(request)

    def _serve_connection(self, request: Any, client_address: Any) -> None:
        try:
            # A client's error ends only its own connection.
            with contextlib.suppress(OSError):
                self.finish_request(request, client_address)
        finally:
            self.shutdown_request(request)
            with self._lock:
                self._connections.pop(threading.current_thread(), None)

    def _refuse(self) -> None:
        if self._open:
            self._open = False
            self.socket.close()
            self._end_connections(before=float("inf"))

    def _listen(self) -> bool:
        if self._open:
            return True
        self.socket = socket.socket(self.address_family, self.socket_type)
        try:
            self.server_bind()
            self.server_activate()
        except OSError:  # another program has the port at the moment
            self.socket.close()
            return False
        self._open = True
        return True

    def _end_connections(self, before: float) -> None:
        with self._lock:
            late = [request for request, since in self._connections.values() if since < before]
        for request in late:
            with contextlib.suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)
