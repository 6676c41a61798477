"""wallet-tray simulate: run only the simulated wallet service, on 127.0.0.1."""

import argparse
import json
import queue
import signal
import sys

from wallet_tray.cli.output import write_stderr, write_stdout
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.simulator.scenarios import SCENARIOS
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.simulator.service import PACE_LIMIT

_WAKE_SECONDS = 1.0
_WHAT_TO_DO = (
    "Enter the api_url as the service address (Settings, Accounts) and sign in there with the "
    "api_key. With --port the address stays the same the next time. Ctrl+C ends the service."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command, with a sentence per scenario below the help."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    width = max(map(len, SCENARIOS))
    parser.epilog = "scenarios:\n" + "\n".join(
        f"  {scenario.name:{width}}  {scenario.sentence}" for scenario in SCENARIOS.values()
    )
    parser.add_argument(
        "--port",
        type=int,
        default=0,
        metavar="N",
        help="the port to listen on (default: a free one)",
    )
    parser.add_argument(
        "--scenario",
        choices=tuple(SCENARIOS),
        default="steady",
        metavar="NAME",
        help="what happens to the wallet and the service (default: steady)",
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="repeats a run exactly (default: 1)"
    )
    parser.add_argument(
        "--pace",
        type=float,
        default=1.0,
        metavar="X",
        help="how fast the scenario runs (default: 1)",
    )


def run(namespace: argparse.Namespace) -> ExitCode:
    """Serve until SIGTERM (0) or SIGINT (130); return 2 if the service cannot start.

    The first line on standard output is JSON with the address and the credentials.
    """
    if not 0 <= namespace.port <= 65535:
        return _refuse("The port must be a number from 0 to 65535; 0 takes a free one.")
    if not 0 < namespace.pace <= PACE_LIMIT:
        return _refuse(f"The pace must be a number above 0, and {PACE_LIMIT:.0f} at most.")
    # Unlike an event, this kind of queue is safe to fill in a signal handler.
    signals: queue.SimpleQueue[int] = queue.SimpleQueue()
    previous = {
        number: signal.signal(number, lambda received, _frame: signals.put(received))
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    service = SimulatedService(
        namespace.scenario, seed=namespace.seed, port=namespace.port, pace=namespace.pace
    )
    try:
        service.start()
    except OSError:
        return _refuse(
            f"Port {namespace.port} cannot be used, perhaps by another program's doing; "
            "choose another one, or none for a free one."
        )
    else:
        _introduce(service)
        interrupted = _next_signal(signals) == signal.SIGINT
        return ExitCode.INTERRUPTED if interrupted else ExitCode.OK
    finally:
        service.stop()
        for number, handler in previous.items():
            signal.signal(number, handler)


def _introduce(service: SimulatedService) -> None:
    line = {
        "api_url": service.api_url,
        "api_key": service.api_key,
        "access_token": service.access_token,
    }
    write_stdout(json.dumps(line) + "\n")
    if sys.stdout.isatty():  # a program that reads the line needs no hint
        write_stderr(_WHAT_TO_DO)


def _next_signal(signals: "queue.SimpleQueue[int]") -> int:
    while True:  # an unlimited wait would block Ctrl+C on Windows
        try:
            return signals.get(timeout=_WAKE_SECONDS)
        except queue.Empty:
            continue


def _refuse(sentence: str) -> ExitCode:
    sys.stderr.write(sentence + "\n")
    return ExitCode.USAGE
