"""A message bus of a test's own, and services on it."""

import contextlib
import socket
import subprocess
import threading
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import Proxy, open_dbus_connection

from tests.support.secret_service_program import SecretServiceProgram

SECONDS = 60.0  # far more than anything here takes

_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class SessionBus:
    """A dbus-daemon of our own, without any service that it could start unless one is added."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "bus"
        self.services = folder / "services"
        self.services.mkdir()
        self._config = folder / "bus.conf"
        self._config.write_text(_CONFIG.format(socket=self.socket, services=self.services))
        self._process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """For DBUS_SESSION_BUS_ADDRESS."""
        return f"unix:path={self.socket}"

    def start(self) -> None:
        """Returns when the bus listens."""
        self._process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={self._config}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith("unix:")

    def stop(self) -> None:
        """As at the end of a session."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(SECONDS)
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None
        self.socket.unlink(missing_ok=True)

    def make_activatable(self, name: str, command: str) -> None:
        """From now on the bus can start who owns this name."""
        text = f"[D-BUS Service]\nName={name}\nExec={command}\n"
        (self.services / f"{name}.service").write_text(text)
        connection = open_dbus_connection(self.address, auth_timeout=SECONDS)
        with contextlib.closing(connection):
            Proxy(message_bus, connection).ReloadConfig()

    def secret_service(
        self, collections: dict[str, bool], default: str = "", **manners: Any
    ) -> SecretServiceProgram:
        """A Secret Service on this bus; to be entered."""
        return SecretServiceProgram(self.address, collections, default, **manners)


class Peer:
    """Owns a name on a bus and answers from a table, in a thread of its own.

    ``answers`` maps a method to the signature and the arguments of its reply; what is missing there
    is answered with an error. ``asked`` are the methods that were answered.
    """

    def __init__(
        self, address: str, name: str, answers: dict[str, tuple[str, tuple[Any, ...]]]
    ) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self._connection = open_dbus_connection(address, auth_timeout=SECONDS)
        self._connection.send_and_get_reply(message_bus.RequestName(name), timeout=SECONDS)
        self._thread = threading.Thread(target=self._serve, name="peer", daemon=True)
        self._thread.start()

    def emit(
        self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]
    ) -> None:
        """A broadcast signal."""
        emitter = DBusAddress(path, interface=interface)
        self._connection.send(new_signal(emitter, member, signature, body))

    def die(self) -> None:
        """Leave the bus; may be called twice."""
        with contextlib.suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(SECONDS)
        self._connection.close()

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except OSError:
                return
            if message.header.message_type is MessageType.method_call:
                method = message.header.fields[HeaderFields.member]
                if method in self.answers:
                    reply = new_method_return(message, *self.answers[method])
                else:
                    reply = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
                self._connection.send(reply)
                self.asked.append(method)  # now, so that what is emitted next comes after the reply
