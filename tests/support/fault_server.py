"""A server on loopback that plays one script on every connection, byte by byte."""

import contextlib
import errno
import re
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Mapping

_CONTENT_LENGTH = re.compile(rb"content-length: *([0-9]+)", re.IGNORECASE)


class Connection:
    """One accepted connection. Whatever it sends fails silently once the other side is gone."""

    def __init__(self, sock: socket.socket, stopping: threading.Event) -> None:
        self.sock = sock
        self.stopping = stopping
        self.request = b""

    def read_request(self) -> bytes:
        """One request with its body, as far as it comes."""
        data = b""
        with contextlib.suppress(OSError):
            while b"\r\n\r\n" not in data and (piece := self.sock.recv(65_536)):
                data += piece
            length = _CONTENT_LENGTH.search(data)
            missing = int(length[1]) - len(data.partition(b"\r\n\r\n")[2]) if length else 0
            while missing > 0 and (piece := self.sock.recv(65_536)):
                data += piece
                missing -= len(piece)
        self.request = data
        return data

    def send(self, data: bytes) -> bool:
        """False once it cannot be sent."""
        try:
            self.sock.sendall(data)
        except OSError:
            return False
        return not self.stopping.is_set()

    def drip(self, data: bytes, gap: float) -> None:
        """One byte every ``gap`` seconds."""
        for place in range(len(data)):
            if not self.send(data[place : place + 1]) or self.stopping.wait(gap):
                return

    def flood(self, data: bytes) -> None:
        """The same bytes again and again, as fast as they are taken."""
        while self.send(data):
            pass

    def silence(self) -> None:
        """Nothing, until the other side goes away or the server ends."""
        self.sock.settimeout(0.05)
        while not self.stopping.is_set():
            try:
                if not self.sock.recv(65_536):
                    return
            except TimeoutError:
                continue
            except OSError:
                return

    def reset(self) -> None:
        """Ends the connection with RST."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()


Script = Callable[[Connection], None]


def response(status: int, body: bytes, headers: Mapping[str, str] | None = None) -> bytes:
    """Return the bytes of a whole answer."""
    lines = {"Content-Length": str(len(body)), **(headers or {})}
    head = "".join(f"{name}: {text}\r\n" for name, text in lines.items())
    return f"HTTP/1.1 {status} Words\r\n{head}\r\n".encode() + body


def in_order(*responses: bytes) -> Script:
    """Return a script that gives one response after the other, and the last one from then on."""
    left = list(responses)

    def script(connection: Connection) -> None:
        connection.read_request()
        connection.send(left.pop(0) if len(left) > 1 else left[0])

    return script


def dripping_tls(
    context: ssl.SSLContext, data: bytes, *, handshake: float = 0, record: float = 0
) -> Script:
    """A script that answers one request with ``data`` over TLS.

    The bytes of the handshake, or those of the answer's only record, come that many seconds apart.
    """

    def script(connection: Connection) -> None:
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = context.wrap_bio(incoming, outgoing, server_side=True)

        def until_done(step: Callable[[], object], gap: float) -> None:
            while True:
                try:
                    step()
                except ssl.SSLWantReadError:
                    connection.drip(outgoing.read(), gap)
                    incoming.write(connection.sock.recv(65_536))
                else:
                    connection.drip(outgoing.read(), gap)
                    return

        until_done(tls.do_handshake, handshake)
        until_done(lambda: tls.read(65_536), 0)
        until_done(lambda: tls.write(data), record)

    return script


class FaultServer:
    """Listens on 127.0.0.1 until ``close``.

    A script of bytes is sent as the answer to one request; a callable plays the connection and is
    given it before anything was read. ``requests`` holds what was asked, ``connections`` counts.
    """

    def __init__(self, script: Script | bytes, tls: ssl.SSLContext | None = None) -> None:
        self.script = script
        self.requests: list[bytes] = []
        self.connections = 0
        self._tls = tls
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=16)
        self.port: int = self._listener.getsockname()[1]
        self._start(self._accept)

    def close(self) -> None:
        self._stopping.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(30)

    def _start(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError as error:
                if error.errno in (errno.EMFILE, errno.ENFILE):  # the test has taken them all
                    self._stopping.wait(0.01)
                    continue
                return
            self.connections += 1
            self._start(self._serve, sock)

    def _serve(self, sock: socket.socket) -> None:
        sock.settimeout(90)
        with contextlib.suppress(OSError), sock:
            if self._tls is not None:
                sock = self._tls.wrap_socket(sock, server_side=True)
            with sock:
                connection = Connection(sock, self._stopping)
                script = self.script  # a test may change it while a request is read
                if callable(script):
                    script(connection)
                else:
                    connection.read_request()
                    connection.send(script)
                if connection.request:
                    self.requests.append(connection.request)
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_WR)
