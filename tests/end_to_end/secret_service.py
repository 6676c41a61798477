"""What the desktop's keyring holds, as the Secret Service lists it; never the secrets."""

from tests.end_to_end.dbus_client import Bus

SECRETS = "org.freedesktop.secrets"
PASSWORD = "virtual-desktop"

_PATH = "/org/freedesktop/secrets"
_SERVICE = "org.freedesktop.Secret.Service"
_COLLECTION = "org.freedesktop.Secret.Collection"
_ITEM = "org.freedesktop.Secret.Item"


def collections(bus: Bus) -> dict[str, bool]:
    """The keyring's collections: path -> locked. The session's own, in memory, is left out."""
    paths = bus.get(SECRETS, _PATH, _SERVICE, "Collections")
    return {
        path: bool(bus.get(SECRETS, path, _COLLECTION, "Locked"))
        for path in paths
        if not path.endswith("/session")
    }


def lock(bus: Bus) -> None:
    """Locks every collection, as a screen locker or the password manager does."""
    bus.call(SECRETS, _PATH, _SERVICE, "Lock", "ao", list(collections(bus)))


def entries(bus: Bus) -> list[tuple[str, str]]:
    """(service, user name) of every entry that was stored."""
    found = []
    for collection in collections(bus):
        for path in bus.get(SECRETS, collection, _COLLECTION, "Items"):
            attributes = bus.get(SECRETS, path, _ITEM, "Attributes")
            found.append((attributes.get("service", ""), attributes.get("username", "")))
    return found


def make_default_collection(bus: Bus, name: str) -> None:
    """A further collection of gnome-keyring, unlocked, which is the default from now on."""
    _, session = bus.call(SECRETS, _PATH, _SERVICE, "OpenSession", "sv", "plain", ("s", ""))
    label = {f"{_COLLECTION}.Label": ("s", name)}
    master = (session, b"", PASSWORD.encode(), "text/plain")
    # gnome-keyring's own interface: by the common one it would ask for the password.
    internal = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
    (path,) = bus.call(
        SECRETS, _PATH, internal, "CreateWithMasterPassword", "a{sv}(oayays)", label, master
    )
    bus.call(SECRETS, _PATH, _SERVICE, "SetAlias", "so", "default", path)
