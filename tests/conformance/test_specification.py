"""The simulated service against the specification the project was ordered from.

schemathesis makes the requests and judges the answers. All of its checks are on. Two remarks of
its runs are no failures. It has no reader for application/x-protobuf, which the service never
sends: it answers JSON whatever is asked for. And the specification holds no examples to replay.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from wallet_tray.simulator.server import BALANCE, SimulatedService

SPECIFICATION = Path(__file__).with_name("wallet-balance.openapi.json")
NEEDED = "schemathesis is missing; install the extra of its name: pip install -e '.[conformance]'"


@dataclass(frozen=True)
class Run:
    """One run: its exit code, its report, and what it printed."""

    exit_code: int
    report: dict[str, Any]
    output: str


def schemathesis(service: SimulatedService, folder: Path, *options: str) -> Run:
    """Let schemathesis try ``service`` from inside ``folder``, where its leavings stay."""
    _need_schemathesis()
    program = shutil.which("schemathesis", path=str(Path(sys.executable).parent))
    assert program is not None, NEEDED
    report = folder / "report.json"
    done = subprocess.run(
        [
            program,
            "run",
            str(SPECIFICATION),
            f"--url={service.api_url}/wallet",
            f"--header=Authorization: {service.access_token}",
            "--seed=1",
            "--report=json",
            f"--report-json-path={report}",
            *options,
        ],
        cwd=folder,
        env={**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    output = done.stdout + done.stderr
    assert report.exists(), output
    return Run(done.returncode, json.loads(report.read_text()), output)


def test_the_specification_is_the_ordered_one() -> None:
    document = json.loads(SPECIFICATION.read_text())
    assert document["openapi"] == "3.1.1"
    (server,) = document["servers"]
    (path,) = document["paths"]
    assert (server["url"] + path).endswith(f"api.bytenite.com{BALANCE}")
    assert set(document["paths"][path]) == {"get"}


def test_every_check_passes(tmp_path: Path) -> None:
    with SimulatedService("steady") as service:
        run = schemathesis(service, tmp_path, "--checks=all")
        asked = [(request.method, request.headers) for request in service.requests]
    assert run.exit_code == 0, run.output
    assert run.report["operations"]["tested"] == 1
    assert not run.report["failures"], run.output
    assert not run.report["errors"], run.output
    assert {method for method, _ in asked} >= {"GET", "POST", "DELETE"}
    assert any("authorization" not in headers for _, headers in asked), "401 was tried"


def test_every_documented_status_conforms() -> None:
    _need_schemathesis()
    import schemathesis as judge

    operation = judge.openapi.from_path(SPECIFICATION)["/balance"]["GET"]
    # Left out here alone: that the service answers 400 and 500 to a faultless request is what
    # this scenario is for.
    left_out = [
        judge.checks.not_a_server_error,
        judge.specs.openapi.checks.positive_data_acceptance,
    ]
    statuses = set()
    with SimulatedService("statuses") as service:
        for _ in range(9):
            case = operation.Case(headers={"Authorization": service.access_token})
            answer = case.call(base_url=f"{service.api_url}/wallet")
            case.validate_response(answer, excluded_checks=left_out)
            statuses.add(str(answer.status_code))
    (path,) = json.loads(SPECIFICATION.read_text())["paths"].values()
    assert statuses >= set(path["get"]["responses"]) - {"default"}
    assert statuses >= {"429", "502"}, "default"


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (200, '{"availableBalance": "18335"}', {}),
        (200, "{}", {"Content-Type": "text/html"}),
    ],
)
def test_a_breach_of_the_specification_is_noticed(
    tmp_path: Path, status: int, body: str, headers: dict[str, str]
) -> None:
    with SimulatedService("steady") as service:
        service.answer_next(status, body, headers, times=1000)
        run = schemathesis(service, tmp_path, "--checks=all")
    assert run.exit_code == 1, run.output
    assert run.report["failures"], run.output


def _need_schemathesis() -> None:
    if importlib.util.find_spec("schemathesis") is None:
        pytest.fail(NEEDED, pytrace=False)
