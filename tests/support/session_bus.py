"""A message bus of a test's own, and Secret Services on it."""

import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

from tests.support import secret_service_program

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
    """dbus-daemon, which starts only what a test makes activatable."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder / 'bus'}"
        self.programs = secret_service_program
        self._services = folder / "services"
        self._services.mkdir()
        config = folder / "bus.conf"
        config.write_text(_CONFIG.format(socket=folder / "bus", services=self._services))
        self._process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith("unix:")

    def service(self, collections: dict[str, bool], default: str = "", **manners: Any) -> Any:
        """A Secret Service (see secret_service_program.py); to be entered."""
        return self.programs.SecretServiceProgram(self.address, collections, default, **manners)

    def make_activatable(self, name: str, command: str) -> None:
        """From now on the bus can start who owns this name."""
        text = f"[D-BUS Service]\nName={name}\nExec={command}\n"
        (self._services / f"{name}.service").write_text(text)
        with closing(open_dbus_connection(self.address, auth_timeout=60)) as connection:
            Proxy(message_bus, connection).ReloadConfig()

    def close(self) -> None:
        """As at the end of a session."""
        self._process.terminate()
        self._process.wait(60)
        assert self._process.stdout is not None
        self._process.stdout.close()
