"""A tray icon and its menu, seen and driven over D-Bus as a panel does it."""

import contextlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tests.end_to_end.dbus_client import Bus, BusError, DesktopError

if TYPE_CHECKING:
    from PIL.Image import Image

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"


def panel_is_there(bus: Bus) -> bool:
    """True when a panel shows StatusNotifier items, not only when the watcher's name is owned."""
    return bus.owned(WATCHER) and bool(
        bus.get(WATCHER, "/StatusNotifierWatcher", WATCHER, "IsStatusNotifierHostRegistered")
    )


def tray_items(bus: Bus) -> list["TrayItem"]:
    """The items that the panel's watcher knows; none without a panel."""
    if not bus.owned(WATCHER):
        return []
    names = bus.get(WATCHER, "/StatusNotifierWatcher", WATCHER, "RegisteredStatusNotifierItems")
    items = []
    for name in names:
        service, slash, path = name.partition("/")
        items.append(TrayItem(bus, service, slash + path or "/StatusNotifierItem"))
    return items


class TrayItem:
    """One registered StatusNotifierItem."""

    def __init__(self, bus: Bus, service: str, path: str) -> None:
        self._bus, self._service, self._path = bus, service, path

    @property
    def process(self) -> int:
        """The process id of the program behind it."""
        return self._bus.process_of(self._service)

    def value(self, name: str) -> Any:
        """A property such as "Id", "Title", "Status"."""
        return self._bus.get(self._service, self._path, ITEM, name)

    @property
    def tooltip(self) -> str:
        """Title and text of the tooltip; Qt fills the title alone."""
        _icon, _pixmaps, title, text = self.value("ToolTip")
        return f"{title}\n{text}".strip()

    def activate(self) -> None:
        """What a left click on the icon does."""
        self._bus.call(self._service, self._path, ITEM, "Activate", "ii", 0, 0)

    def pixmap(self, size: int) -> "Image":
        """The icon as the panel gets it: the smallest one of at least ``size`` pixels, RGBA."""
        from PIL import Image

        offered = sorted(self.value("IconPixmap"))
        width, height, argb = next((p for p in offered if p[0] >= size), offered[-1])
        alpha, red, green, blue = Image.frombytes("RGBA", (width, height), bytes(argb)).split()
        return Image.merge("RGBA", (red, green, blue, alpha))

    def pixmap_sizes(self) -> set[int]:
        """The widths in which the icon is offered."""
        return {width for width, _height, _argb in self.value("IconPixmap")}

    def menu(self) -> dict[str, tuple[int, bool]]:
        """The visible rows in their order: text -> (number, enabled); submenus as "Row > Entry"."""
        path = self.value("Menu")
        with contextlib.suppress(BusError):  # optional in the protocol
            self._bus.call(self._service, path, MENU, "AboutToShow", "i", 0)
        _revision, root = self._bus.call(self._service, path, MENU, "GetLayout", "iias", 0, -1, [])
        return dict(_rows(root))

    def click(self, text: str) -> None:
        """Clicks a menu row as the panel does. Raises DesktopError where that cannot be clicked."""
        number, enabled = self.menu().get(text, (0, False))
        if not enabled:
            raise DesktopError(f"the menu has no row {text!r} to click: {list(self.menu())}")
        path = self.value("Menu")
        event = (number, "clicked", ("s", ""), 0)
        self._bus.send(self._service, path, MENU, "Event", "isvu", *event)


def _rows(node: tuple[Any, ...], above: str = "") -> Iterator[tuple[str, tuple[int, bool]]]:
    _number, _properties, rows = node
    for _signature, row in rows:
        number, properties, _children = row
        values = {key: value for key, (_type, value) in properties.items()}
        if not values.get("visible", True) or values.get("type") == "separator":
            continue
        # An underscore marks the access key; two stand for one.
        text = above + re.sub(r"_(.)", r"\1", values.get("label", ""))
        yield text, (number, values.get("enabled", True))
        yield from _rows(row, f"{text} > ")
