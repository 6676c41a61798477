"""The manual page says what --help says."""

import re
import shutil
import subprocess

import pytest
from man_page import commands, help_of, page


def words(text: str) -> str:
    """The text without roff's signs and without breaks."""
    text = re.sub(r"(?m)^\.[A-Z]+ ?", "", text).replace("\\-", "-").replace("\\&", "")
    return " ".join(text.replace("\\e", "\\").split()).lower()


@pytest.fixture(autouse=True)
def plain_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
    monkeypatch.setenv("NO_COLOR", "1")


def test_all_commands_are_there() -> None:
    names = commands()
    assert {"balance", "can-afford", "sign-in", "doctor", "simulate"} <= set(names)
    written = page(0)
    for name in names:
        assert (
            f".SS wallet\\-tray {name}".replace(f" {name}", " " + name.replace("-", "\\-"))
            in written
        )


def test_every_line_of_the_help_is_in_the_page() -> None:
    written = words(page(0))
    for arguments in [(), *[(name, "--help") for name in commands()]]:
        for line in help_of(*arguments).splitlines():
            for part in re.split(r" {2,}", line.strip()):
                if part and not part.endswith(":") and part not in ("COMMAND", *commands()):
                    said = part.lower().removeprefix("usage: ")
                    if not arguments and said in help_lines_of_commands():
                        continue  # a command's purpose is its description's in the page
                    assert said in written, part


def help_lines_of_commands() -> set[str]:
    """What the main help says of each command; its own help begins with the same words."""
    block = help_of().partition("commands:")[2]
    return {part.strip().lower() for part in re.split(r" {2,}|\n", block) if part.strip()}


def test_its_date_is_the_sources() -> None:
    assert page(86_400).startswith(".TH WALLET-TRAY 1 1970-01-02 ")


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_groff_reads_it_without_a_warning() -> None:
    asked = ["groff", "-man", "-Tutf8", "-ww", "-z"]
    done = subprocess.run(asked, input=page(0), capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
