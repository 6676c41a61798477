"""What the program reaches outside: its service alone, and https pages where the user asks."""

import sys
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tests.integration.running_program import RunningProgram
from tests.support.builders import make_account
from wallet_tray.simulator.server import BALANCE, SimulatedService

PAGE = "https://wallet.example/top-up"
SCHEMES = ("https", "http", "file", "javascript", "smb", "data", "ftp", "ssh", "mailto")


@pytest.fixture
def wallet(
    running: RunningProgram, make_service: Callable[..., SimulatedService]
) -> SimulatedService:
    service = make_service("512.34")
    account = {"id": "own", "label": "Own", "api_url": service.api_url, "top_up_url": PAGE}
    running.write_settings([account])
    running.keyring.write(
        make_account(id="own", api_url=service.api_url).keyring_user, service.api_key
    )
    running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    return service


# -- pages


class Desktop(QObject):
    """Opens nothing and writes down what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    desktop = Desktop()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, desktop, "open")
    yield desktop
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


def test_top_up_opens_the_page_of_the_settings(
    running: RunningProgram, wallet: SimulatedService, desktop: Desktop
) -> None:
    running.choose("Top up…")
    assert desktop.opened == [PAGE]


@pytest.mark.parametrize(
    "address",
    [
        "http://wallet.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "smb://wallet.example/share",
        "data:text/html,x",
        "ssh://wallet.example",
        " https://wallet.example",
        "HTTPS:wallet.example",
        "//wallet.example",
        "",
    ],
)
def test_nothing_but_https_is_opened(
    running: RunningProgram, wallet: SimulatedService, desktop: Desktop, address: str
) -> None:
    running.program.actions._open_page(address)
    assert desktop.opened == []


# -- hosts


class Contacts:
    """Python reports every connection and every name that is looked up (PEP 578)."""

    def __init__(self) -> None:
        self.on = False
        self.connected: set[tuple[str, int]] = set()
        self.names: set[str] = set()
        sys.addaudithook(self._hear)  # for good: there is no way to take one back

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.on:
            return
        if event == "socket.connect":
            address = arguments[1]
            if isinstance(address, tuple):  # and no path of a message bus
                self.connected.add((str(address[0]), int(address[1])))
        elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
            self.names.add(str(arguments[0]))


@pytest.fixture
def contacts() -> Iterator[Contacts]:
    contacts = Contacts()
    contacts.on = True
    yield contacts
    contacts.on = False


def test_the_account_s_service_is_all_that_is_connected_to(
    contacts: Contacts, running: RunningProgram, wallet: SimulatedService
) -> None:
    """Refreshes, what the popup shows beside the balance, and the diagnosis."""
    paths = "/v1/wallet/transactions", "/v1/wallet/exchange_rate"
    running.choose("Open wallet")
    running.wait(lambda: all(wallet.request_count(path) for path in paths))
    refreshes = running.program._sessions.at(0).refreshes
    for _ in range(3):
        running.wait(lambda: not refreshes.refreshing)
        asked = wallet.request_count(BALANCE)
        refreshes.refresh_now()
        running.wait(lambda asked=asked: wallet.request_count(BALANCE) > asked)
    running.program.actions.open_diagnosis()
    running.wait(lambda: not running.program.actions._checks_run, 30)

    served = urlsplit(wallet.api_url)
    assert contacts.connected == {(served.hostname, served.port)}
    assert contacts.names <= {served.hostname}
