"""What a screen reader sees: the accessibility bus (AT-SPI) of a virtual desktop.

The bus's launcher and its registry are the real ones (Debian's at-spi2-core), started here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from jeepney import HeaderFields, MatchRule, MessageType, message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.end_to_end.dbus_client import Bus, wait_until
from tests.end_to_end.virtual_desktop import VirtualDesktop

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_TEXT = "org.a11y.atspi.Text"
_EVENTS = "org.a11y.atspi.Event.Object"
_LABELLED_BY = 2
# Qt says so of the chosen tab, and of what hands the keyboard on to its tabs, as well.
_ALSO_FOCUSED = ("page tab", "filler")

# Bits of AT-SPI's set of states.
_STATES = {
    "checked": 4,
    "enabled": 8,
    "focusable": 11,
    "focused": 12,
    "sensitive": 24,
    "showing": 25,
    "visible": 30,
}


@dataclass(frozen=True)
class Accessible:
    """One object of the tree, asked for each of its answers once."""

    bus: Bus
    service: str
    path: str

    @cached_property
    def role(self) -> str:
        """Such as "push button", in English."""
        return str(self._ask("GetRoleName"))

    @cached_property
    def name(self) -> str:
        """What a screen reader says first."""
        return str(self.bus.get(self.service, self.path, _ACCESSIBLE, "Name"))

    @cached_property
    def description(self) -> str:
        """What it says after that."""
        return str(self.bus.get(self.service, self.path, _ACCESSIBLE, "Description"))

    @cached_property
    def states(self) -> set[str]:
        """Those of the states that matter here."""
        low, high = self._ask("GetState")
        bits = low | high << 32
        return {name for name, bit in _STATES.items() if bits >> bit & 1}

    @cached_property
    def interfaces(self) -> set[str]:
        """The last parts of their names, such as "Text"."""
        return {str(name).rpartition(".")[2] for name in self._ask("GetInterfaces")}

    @property
    def label(self) -> str:
        """The name of the label that belongs to it; "" where there is none."""
        for kind, targets in self._ask("GetRelationSet"):
            if kind == _LABELLED_BY:
                return " ".join(Accessible(self.bus, *one).name for one in targets)
        return ""

    @property
    def text(self) -> str:
        """The text that can be read letter by letter; "" where there is none."""
        if "Text" not in self.interfaces:
            return ""
        return str(self.bus.call(self.service, self.path, _TEXT, "GetText", "ii", 0, -1)[0])

    @property
    def children(self) -> list["Accessible"]:
        """The objects inside."""
        found = self._ask("GetChildren")
        return [Accessible(self.bus, str(service), str(path)) for service, path in found]

    def walk(self) -> Iterator["Accessible"]:
        """Itself and everything inside that is on the screen."""
        yield self
        for child in self.children:
            if "showing" in child.states:
                yield from child.walk()

    def _ask(self, member: str) -> Any:
        return self.bus.call(self.service, self.path, _ACCESSIBLE, member)[0]

    def __str__(self) -> str:
        return f"{self.role} {self.name!r} ({self.description!r})"


class ScreenReader:
    """Starts the accessibility bus on a desktop and looks at the programs on it.

    ``env`` is what a program needs so that it comes to the bus.
    """

    def __init__(self, desktop: VirtualDesktop) -> None:
        desktop.run([LAUNCHER, "--launch-immediately"])
        self._session, bus, path = desktop.bus, "org.a11y.Bus", "/org/a11y/bus"
        wait_until(lambda: desktop.bus.owned(bus), "the accessibility bus")
        (self._address,) = desktop.bus.call(bus, path, bus, "GetAddress")
        self.env = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        self._bus = Bus(self._address)
        # The bus starts the registry when it is first spoken to.
        wait_until(lambda: self._root().children is not None, "the registry")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bus.close()

    def switch_on(self) -> None:
        """What a reader does that is started: programs come to the bus without ``env`` as well."""
        properties = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties")
        status = ("org.a11y.Status", "IsEnabled", ("b", True))
        self._session.call(*properties, "Set", "ssv", *status)

    def program(self, process: int) -> Accessible:
        """The program with this process id, once it is on the bus."""

        def find() -> Accessible | None:
            for one in self._root().children:
                if self._bus.process_of(one.service) == process:
                    return one
            return None

        found = wait_until(find, f"process {process} on the accessibility bus")
        assert found is not None
        return found

    def window(self, process: int, title: str) -> Accessible:
        """The program's window whose title begins so, once it is on the screen."""

        def find() -> Accessible | None:
            windows = [one for one in self.program(process).children if "showing" in one.states]
            return next((one for one in windows if one.name.startswith(title)), None)

        found = wait_until(find, f"the window {title!r}")
        assert found is not None
        return found

    def focused(self, process: int) -> Accessible:
        """What has the keyboard."""

        def find() -> Accessible | None:
            for window in self.program(process).children:
                for one in window.walk():
                    if "focused" in one.states and one.role not in _ALSO_FOCUSED:
                        return one
            return None

        found = wait_until(find, "something with the keyboard")
        assert found is not None
        return found

    def listen(self) -> "Ear":
        """Hears from now on what the programs say."""
        for event in ("object:announcement", "object:property-change"):
            registry = (REGISTRY, "/org/a11y/atspi/registry", REGISTRY)
            self._bus.call(*registry, "RegisterEvent", "sass", event, [], "")
        return Ear(self._address)

    def _root(self) -> Accessible:
        return Accessible(self._bus, REGISTRY, _ROOT)


class Ear:
    """What programs tell without being asked."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address, auth_timeout=60)
        rule = MatchRule(type="signal", interface=_EVENTS)
        self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=60)
        self._heard: list[tuple[str, str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    @property
    def announcements(self) -> list[str]:
        """What was to be said at once, the oldest first."""
        return [text for kind, text in self._listen() if kind == "Announcement"]

    @property
    def descriptions(self) -> list[str]:
        """All descriptions that have changed, as they are since then."""
        return [text for kind, text in self._listen() if kind == "accessible-description"]

    def _listen(self) -> list[tuple[str, str]]:
        while True:
            try:
                message = self._connection.receive(timeout=0.01)
            except TimeoutError:
                return self._heard
            if message.header.message_type is MessageType.signal:
                member = message.header.fields[HeaderFields.member]
                detail, _one, _two, (_type, text), *_rest = message.body
                if member in ("Announcement", "PropertyChange"):
                    self._heard.append((detail if member == "PropertyChange" else member, text))
