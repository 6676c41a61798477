"""The one command of a checkout, as far as it needs no set-up."""

import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).resolve().parents[2] / "run.py"


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(RUN), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("verb", ["demo", "check", "pictures", "translations", "installer"])
@pytest.mark.parametrize("question", ["-h", "--help"])
def test_help_is_all_that_a_request_for_help_does(verb: str, question: str) -> None:
    done = run(verb, question)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"python3 run.py {verb}" in done.stdout


@pytest.mark.parametrize("arguments", [(), ("bogus",), ("bogus", "demo")])
def test_unknown_verb_prints_the_list_of_verbs(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "python3 run.py demo" in done.stderr
