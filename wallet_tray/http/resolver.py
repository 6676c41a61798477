"""Name resolution within a time limit.

The operating system's resolver cannot be interrupted: it may take half a minute after the network
goes down. So each name is resolved in a daemon thread that may be abandoned.
"""

import ipaddress
import socket
import threading
import time
from dataclasses import dataclass, field

_LOCALHOST = ("127.0.0.1", "::1")
_lock = threading.Lock()
_under_way: dict[tuple[str, int], "_Lookup"] = {}


@dataclass(slots=True)
class _Lookup:
    done: threading.Event = field(default_factory=threading.Event)
    addresses: tuple[str, ...] = ()
    error: OSError | None = None


def addresses_of(host: str, port: int, deadline: float) -> tuple[str, ...]:
    """Return the addresses of ``host`` in order of use; ``deadline`` is on the monotonic clock.

    "localhost" is always this computer (RFC 6761). No DNS server may change that, because plain
    http is allowed there. Raises TimeoutError, and OSError if there is no such name.
    """
    try:
        return (str(ipaddress.ip_address(host)),)
    except ValueError:
        pass
    if host == "localhost":
        return _LOCALHOST
    lookup = _join_or_start(host, port)
    if not lookup.done.wait(max(deadline - time.monotonic(), 0)):
        raise TimeoutError("the name is still being looked up")
    if lookup.error is not None or not lookup.addresses:
        raise OSError("the name was not found")
    return lookup.addresses


def _join_or_start(host: str, port: int) -> _Lookup:
    key = (host, port)
    with _lock:
        lookup = _under_way.get(key)
        if lookup is None:
            lookup = _under_way[key] = _Lookup()
            threading.Thread(
                target=_look_up, args=(key, lookup), name="name lookup", daemon=True
            ).start()
        return lookup


def _look_up(key: tuple[str, int], lookup: _Lookup) -> None:
    try:
        found = socket.getaddrinfo(*key, type=socket.SOCK_STREAM)
        lookup.addresses = tuple(dict.fromkeys(str(info[4][0]) for info in found))
    except OSError as error:
        lookup.error = error
    except UnicodeError:  # a label is empty or longer than 63 characters
        lookup.error = OSError("no name")
    finally:
        with _lock:
            del _under_way[key]
        lookup.done.set()
