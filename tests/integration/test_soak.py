"""2,000 refreshes with 30 % random faults: nothing breaks, nothing grows, no secret gets out."""

import base64
import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from wallet_tray.simulator.handler import Request
from wallet_tray.simulator.malformed import GARBAGE
from wallet_tray.simulator.replies import Reply, balance_body
from wallet_tray.simulator.server import ACCESS_TOKEN, BALANCE, SimulatedService

PROGRAM = Path(__file__).with_name("soak_program.py")
REFRESHES = 2000
FAULTY = 0.3

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the figures are from /proc")


class FaultyService(SimulatedService):
    """Answers three in ten balance calls with a fault; keeps the tokens that it gave away."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed=seed)
        self._random = Random(seed)
        self._last_was_401 = False
        self.tokens: set[str] = set()
        self.faults = 0

    def respond(self, request: Request) -> Reply:
        if request.path == BALANCE and self._random.random() < FAULTY:
            self._queue_fault()
        reply = super().respond(request)
        if request.path == ACCESS_TOKEN and reply.status == 200:
            self.tokens.add(json.loads(reply.body)["token"])
        if request.path == BALANCE:
            self._last_was_401 = reply.status == 401
        return reply

    def _queue_fault(self) -> None:
        self.faults += 1
        body = balance_body(self.statement)
        match self._random.randrange(7):
            case 0:
                self.answer_next(503, "{}", {"Retry-After": "3600"})
            case 1:
                self.answer_next(200, body[:20], {"Content-Length": str(len(body))})
            case 2:
                self.answer_next(200, body[:-1])
            case 3:
                reply = self._random.choice(GARBAGE)(self.statement)
                self.answer_next(reply.status, reply.body, reply.headers)
            case 4:
                self.answer_next(0, drop=True)
            case 5 if not self._last_was_401:  # once: the second in a row is a rejected key
                self.answer_next(401, "{}")
            case _:
                slow = timedelta(milliseconds=self._random.randrange(5, 40))
                self.answer_next(200, body, delay=slow)


def hidden_in(data: bytes, secrets: set[str]) -> bool:
    """True where one of the secrets, the first half of it, or its base64 stands in the data."""
    forms = {form for secret in secrets for form in (secret, secret[: len(secret) // 2])}
    forms |= {base64.b64encode(secret.encode()).decode().rstrip("=") for secret in secrets}
    return any(form.encode() in data for form in forms)


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.timeout(1000)
def test_two_thousand_refreshes(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    places = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, **places, "HOME": str(home), "TMPDIR": str(home)}
    with FaultyService(seed=7) as service:
        program = subprocess.run(
            [sys.executable, str(PROGRAM), service.api_url, str(home / "kept"), str(REFRESHES)],
            input=service.api_key,
            env=environment,
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
    assert program.returncode == 0, program.stderr
    figures = json.loads(program.stdout)
    print(json.dumps(figures))

    outcomes = figures["outcomes"]
    assert sum(outcomes.values()) == REFRESHES
    assert service.faults > 0.25 * REFRESHES, "the service was faulty enough to tell"
    assert outcomes["balance"] > REFRESHES / 2
    assert not {"fault", "credential-rejected", "signed-out"} & set(outcomes), outcomes
    assert len(service.tokens) > 1, "new tokens were made after a 401"

    warm, end = figures["at"]["200"], figures["at"][str(REFRESHES)]
    assert end["rss_kib"] - warm["rss_kib"] < 5 * 1024, figures
    assert end["threads"] <= warm["threads"], figures
    assert abs(end["descriptors"] - warm["descriptors"]) <= 2, figures
    assert abs(end["objects"] - warm["objects"]) <= 0.01 * warm["objects"], figures

    files = files_below(home)
    log = next(path for path in files if path.name == "wallet-tray.log")
    assert b"DEBUG" in log.read_bytes()
    assert any(path.name == "alerts.json" for path in files)
    secrets = {service.api_key, *service.tokens}
    for path in files:
        assert not hidden_in(path.read_bytes(), secrets), path.name
    assert not hidden_in((program.stdout + program.stderr).encode(), secrets)
