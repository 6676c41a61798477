"""The simulated wallet service, started, controlled and stopped from the same process."""

import contextlib
import os
import socket
import socketserver
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from http.server import HTTPServer
from typing import Any, Self

from wallet_tray.simulator.handler import Request, RequestHandler
from wallet_tray.simulator.replies import Reply
from wallet_tray.simulator.service import (
    ACCESS_TOKEN,
    BALANCE,
    BASE_PATH,
    EXCHANGE_RATE,
    TRANSACTIONS,
    WalletService,
)

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


__all__ = ["ACCESS_TOKEN", "BALANCE", "EXCHANGE_RATE", "TRANSACTIONS", "SimulatedService"]

TOKEN_LIFE = timedelta(seconds=3600)


class SimulatedService(WalletService):
    """A wallet service on 127.0.0.1, controlled from the same process.

    ``port`` 0 takes a free port. Without ``has_transactions``, transactions and the exchange rate
    get a 404, like a service that does not offer them. The constructor raises the errors of
    ServiceState.
    ``start`` raises OSError if the port is unavailable.
    """

    def __init__(
        self,
        scenario: str = "steady",
        seed: int = 1,
        port: int = 0,
        pace: float = 1.0,
        *,
        token_life: timedelta = TOKEN_LIFE,
        clock: Callable[[], float] = time.monotonic,
        has_transactions: bool = True,
    ) -> None:
        super().__init__(scenario, seed, pace, token_life, clock, has_transactions)
        self._port = port
        self._http: LoopbackServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def api_url(self) -> str:
        """The URL for the settings. It has a port only after the service was started."""
        if self._port == 0:
            raise RuntimeError("the service has no address before it is started")
        return f"http://{HOST}:{self._port}{BASE_PATH}"

    def start(self) -> Self:
        """Start to listen.

        The scenario's time begins with the first start and continues during stops.
        """
        if self._http is not None:
            raise RuntimeError("the service is running")
        http = LoopbackServer(self._port, self.respond)
        self._http, self._port = http, http.server_port
        self.begin()
        self._thread = threading.Thread(
            target=http.serve_until_stopped,
            args=(self.refuses,),
            name="simulated-service",
            daemon=True,
        )
        self._thread.start()
        return self

    def stop(self) -> None:
        """Close all connections and stop all threads within about 1 s. Safe to call twice.

        ``start`` reuses the same port.
        """
        http, thread, self._http, self._thread = self._http, self._thread, None, None
        if http is not None and thread is not None:
            http.stop_serving()
            thread.join()
            http.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_exception: object) -> None:
        self.stop()
