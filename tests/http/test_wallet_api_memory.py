"""What a hostile body costs, measured in a child where nothing else takes memory.

Traced, because the peak that the system keeps for a process is inherited from its parent.
"""

import gzip
import subprocess
import sys

import pytest

CHILD = """
import sys, tracemalloc
from datetime import timedelta
from tests.support.builders import make_account
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.http.client import WalletApi

api = WalletApi("none")
good, bad = (make_account(api_url=url) for url in sys.argv[1:])
api.balance(good, "token", timedelta(seconds=30))
tracemalloc.start()
for _ in range(3):
    try:
        api.balance(bad, "token", timedelta(seconds=30))
    except WalletTrayError as error:
        name = error.problem.kind.name
print(name, tracemalloc.get_traced_memory()[1] // 1024)
"""
GOOD = b'HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{"accountId":"a"}'
OK = b"HTTP/1.1 200 OK\r\n"
LIMIT_KIB = 2 * 1024


def bomb() -> bytes:
    """Some hundred bytes that become 64 MiB when unpacked twice."""
    return gzip.compress(gzip.compress(bytes(64 << 20)))


BOMB = bomb()


def flood(head: bytes, piece: bytes):
    def script(connection) -> None:
        connection.read_request()
        if connection.send(head):
            connection.flood(piece)

    return script


BODIES = {
    "2 GiB announced": flood(OK + b"Content-Length: 2147483648\r\n\r\n", b" " * 65_536),
    "endless chunks": flood(
        OK + b"Transfer-Encoding: chunked\r\n\r\n", b"4000\r\n" + b" " * 0x4000 + b"\r\n"
    ),
    "one endless chunk": flood(
        OK + b"Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n", b" " * 65_536
    ),
    "endless body": flood(OK + b"\r\n", b" " * 65_536),
    "endless header": flood(OK + b"X: ", b"y" * 65_536),
    "endless headers": flood(OK, b"X: y\r\n" * 10_000),
    "packed twice": OK
    + b"Content-Encoding: gzip, gzip\r\nContent-Length: %d\r\n\r\n" % len(BOMB)
    + BOMB,
    "256 KiB of brackets": OK + b"Content-Length: 262144\r\n\r\n" + b"[" * 262_144,
    "error with an endless body": flood(b"HTTP/1.1 503 No\r\n\r\n", b" " * 65_536),
}


@pytest.mark.parametrize("name", BODIES)
def test_hostile_body_takes_little_memory(no_proxy_around, fault_server, name) -> None:
    good, bad = fault_server(GOOD), fault_server(BODIES[name])
    urls = [f"http://127.0.0.1:{server.port}/v1" for server in (good, bad)]
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *urls],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    kind, peak = done.stdout.split()
    assert kind in ("NOT_UNDERSTOOD", "PROTOCOL_BROKEN", "SERVICE_FAILED")
    assert int(peak) < LIMIT_KIB
