"""The simulated wallet service, started, controlled and stopped from the same process."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Self

from wallet_tray.simulator.http_server import HOST, LoopbackServer
from wallet_tray.simulator.service import (
    ACCESS_TOKEN,
    BALANCE,
    BASE_PATH,
    EXCHANGE_RATE,
    TRANSACTIONS,
)
from wallet_tray.simulator.wallet_service import WalletService

__all__ = ["ACCESS_TOKEN", "BALANCE", "EXCHANGE_RATE", "TRANSACTIONS", "SimulatedService"]

TOKEN_LIFE = timedelta(seconds=3600)


class SimulatedService(WalletService):
    """A wallet service on 127.0.0.1, controlled from the same process.

    ``port`` 0 takes a free port. Without ``books``, transactions and the exchange rate get a 404,
    like a service that does not offer them. The constructor raises the errors of ServiceState.
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
        books: bool = True,
    ) -> None:
        super().__init__(scenario, seed, pace, token_life, clock, books)
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
