"""README and docs tell the truth: every command in them is run, every link leads somewhere."""

import ast
import html
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wallet_tray.context import DEMO_SCENARIO
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.storage.paths import user_folders
from wallet_tray.text.problems import problem_short

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the commands and folders in the docs are those of Linux"
)

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    [
        *(ROOT / f"{name}.md" for name in ("README", "CHANGELOG")),
        *(ROOT / "docs").glob("*.md"),
        ROOT / "packaging" / "README.md",
    ]
)
LIMIT = 150  # seconds for one command on a busy machine

# What a test must not run, each with the reason. A line that no document has any more fails too.
_SYSTEM = "changes the system, as root; packaging/proof does it in bare systems"
_INSTALLS = "installs, from the network; run.py and the wheel's test do the like"
_SHELL_LANGUAGES = ("sh", "zsh", "console")
_OTHER_LANGUAGES = ("", "toml", "json", "jsonc", "css", "tmux", "ini")
NOT_RUN: dict[str, str] = {
    "sudo apt install ./wallet-tray_*_amd64.deb": _SYSTEM,
    "sudo apt purge wallet-tray": _SYSTEM,
    "sudo dnf install ./wallet-tray-*.rpm": "there is no such system here",
    "sudo pacman -U ./wallet-tray-*.pkg.tar.zst": "there is no such system here",
    "sh ./wallet-tray-*.run": "needs the built file; tests/packaging tries its scripts",
    "pipx install .": _INSTALLS,
    "git tag --sign v0.9.0": "the step of a release",
    "git push origin v0.9.0": "the step of a release",
    "cd dist && sha256sum --check SHA256SUMS": "needs the built files",
    "rm -f ~/.config/autostart/io.github.wallet_tray.WalletTray.desktop": (
        "the path is compared with the table's"
    ),
    "rm -rf ~/.config/wallet-tray ~/.local/share/wallet-tray ~/.local/state/wallet-tray": (
        "removes the user's own; a test below holds its folders to the program's"
    ),
    "uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header "
    "pyproject.toml -o packaging/constraints.txt": "asks a package index",
    "cd packaging && uv pip compile --universal --python-version 3.11 --generate-hashes "
    "--no-annotate --no-header -c constraints.txt build-tools.in -o build-tools.txt": (
        "asks a package index"
    ),
}

# How bars and scripts call the program inside a line of their own.
_CALL = re.compile(
    r'(?:^(?:\$ )?|\bexec |"exec": "|"on-click": "|\bexec = |click-left = |#\()'
    r'(?:/usr/local/bin/)?(wallet-tray(?: [^"#)>;|]*)?)(?=$|["#)>;|])'
)
_INLINE = re.compile(r"`(wallet-tray(?: [^`…]+)?)`")
_LINK = re.compile(r'(?:\]\(|<img src=")([^)"\s]+)[)"]')


@dataclass(frozen=True)
class Block:
    """Lines of code in a document; the language is "indented" where there is no fence."""

    document: Path
    language: str
    lines: tuple[str, ...]

    @property
    def is_script(self) -> bool:
        return self.lines[:1] == ("#!/bin/sh",)

    @property
    def is_shell(self) -> bool:
        return self.language == "indented" or self.language in _SHELL_LANGUAGES


def blocks_of(document: Path) -> Iterator[Block]:
    """The fenced and the indented blocks; an indented one follows an empty line."""
    fence: str | None = None
    lines: list[str] = []
    before = ""
    for line in [*document.read_text(encoding="utf-8").splitlines(), ""]:
        if line.lstrip().startswith("```"):
            if fence is None:
                fence = line.strip()[3:]
            else:
                yield Block(document, fence, tuple(lines))
                fence, lines = None, []
        elif fence is not None:
            lines.append(line)  # a fence in a list is indented, which is harmless
        elif line.startswith("    ") and (lines or not before.strip()):
            lines.append(line[4:])
        elif lines:
            yield Block(document, "indented", tuple(lines))
            lines = []
        before = line


def shell_lines(block: Block) -> Iterator[str]:
    """The commands as typed, without comments, prompts, output and the breaks of long lines."""
    whole = re.sub(r"\s*\\\n\s*", " ", "\n".join(block.lines))
    for line in whole.splitlines():
        if block.language == "console" and not line.startswith("$ "):
            continue  # what the command prints
        typed = re.sub(r"(^|\s+)#.*", "", line.removeprefix("$ ")).strip()
        if typed:
            yield typed


BLOCKS = [block for document in DOCUMENTS for block in blocks_of(document)]
TYPED = sorted(
    {
        line
        for block in BLOCKS
        if block.is_shell and not block.is_script
        for line in shell_lines(block)
    }
)


def program_calls() -> list[str]:
    """Every call of the program: typed, in a bar's settings or a script, or inside a sentence."""
    calls = {
        found.strip()
        for block in BLOCKS
        for line in block.lines
        for found in _CALL.findall(line.strip())
    }
    for document in DOCUMENTS:
        calls |= set(_INLINE.findall(document.read_text(encoding="utf-8").replace("\n", " ")))
    calls |= {line.partition(" > ")[0] for line in TYPED if line.split()[0] == "wallet-tray"}
    return sorted(calls)


CALLS = program_calls()


# -- the program's own commands, each in a home of its own


def arguments_of(call: str) -> list[str]:
    """What to run: against the simulated service, with the demo's account, without a question."""
    arguments = shlex.split(call)[1:]
    if "--account" in arguments:
        arguments[arguments.index("--account") + 1] = "default"
    if "--port" in arguments:  # the one in the documents may be taken on this computer
        arguments[arguments.index("--port") + 1] = "0"
    if "erase" in arguments and "--yes" not in arguments:
        arguments.append("--yes")
    alone = {"simulate", "--version", "--help", "--demo"} & set(arguments)
    return arguments if alone else [*arguments, "--demo"]


def expected_codes(arguments: list[str]) -> set[int]:
    # These two answer a question; what they have to say here is tested elsewhere.
    return {0, 1} if {"can-afford", "doctor"} & set(arguments) else {0}


def environment_in(home: Path) -> dict[str, str]:
    folders = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_RUNTIME_DIR": home / "run",
        "TMPDIR": home / "tmp",
    }
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        **{name: str(folder) for name, folder in folders.items()},
    }


def run(call: str, home: Path, api_key: str) -> tuple[int, str]:
    """The exit code and what was said on standard error."""
    arguments = arguments_of(call)
    command = [sys.executable, "-m", "wallet_tray", *arguments]
    environment = environment_in(home)
    if arguments == ["--demo"]:
        return _ended(
            command, environment, lambda _: any(path.is_socket() for path in home.rglob("*"))
        )
    if {"simulate", "--watch"} & set(arguments):
        return _ended(command, environment, lambda out: b"\n" in out.read_bytes())
    done = subprocess.run(
        command,
        env=environment,
        cwd=home,
        input=api_key if "sign-in" in arguments else "",
        capture_output=True,
        text=True,
        timeout=LIMIT,
    )
    return done.returncode, done.stderr


def _ended(
    command: list[str], environment: dict[str, str], is_up: Callable[[Path], bool]
) -> tuple[int, str]:
    """Of a command that goes on for ever: it is ended once it is seen to work."""
    home = Path(environment["HOME"])
    out, said = home / "out", home / "said"
    with out.open("wb") as stdout, said.open("wb") as stderr:
        process = subprocess.Popen(
            command,
            env=environment,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
        )
        try:
            deadline = time.monotonic() + LIMIT
            while not is_up(out) and process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.05)
            assert is_up(out), said.read_text()
            process.send_signal(signal.SIGTERM)
            return process.wait(LIMIT), said.read_text()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()


@pytest.fixture(scope="module")
def outcomes(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, "Future[tuple[int, str]]"]]:
    """All calls, a few at a time."""
    api_key = SimulatedService(DEMO_SCENARIO).api_key
    with ThreadPoolExecutor(4) as pool:
        yield {
            call: pool.submit(run, call, tmp_path_factory.mktemp("h"), api_key) for call in CALLS
        }


@pytest.mark.parametrize("call", CALLS)
def test_call_of_the_program_works(
    call: str, outcomes: dict[str, "Future[tuple[int, str]]"]
) -> None:
    code, said = outcomes[call].result(2 * LIMIT)

    assert code in expected_codes(arguments_of(call)), said
    assert "Traceback" not in said


def test_calls_were_found() -> None:
    assert {"wallet-tray", "wallet-tray sign-in", "wallet-tray can-afford 250"} <= set(CALLS)
    assert "wallet-tray balance --format tmux --max-age 300" in CALLS


# -- everything else that is typed


def verbs() -> set[str]:
    """The verbs in run.py's own table."""
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Dict)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id == "verbs"
        ):
            return {str(key.value) for key in node.value.keys if isinstance(key, ast.Constant)}
    raise AssertionError("run.py has no table of verbs")


RUN_PY = [line for line in TYPED if line.startswith("python3 run.py")]


@pytest.mark.parametrize("line", RUN_PY)
def test_verb_of_run_py_exists(line: str) -> None:
    verb, *options = line.split()[2:]
    sources = (ROOT / "run.py").read_text() + (ROOT / "packaging" / "build.py").read_text()

    assert verb in verbs()
    assert [option for option in options if option.startswith("--") and option not in sources] == []


def test_every_verb_is_in_the_docs() -> None:
    assert {line.split()[2] for line in RUN_PY} == verbs()


def test_nothing_is_typed_that_this_test_does_not_know() -> None:
    others = [line for line in TYPED if line not in RUN_PY and line.split()[0] != "wallet-tray"]

    assert sorted(others) == sorted(NOT_RUN)


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.is_script])
def test_script_can_be_read_by_a_shell(block: Block) -> None:
    done = subprocess.run(
        ["/bin/sh", "-n"], input="\n".join(block.lines), capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_code_is_of_a_known_language() -> None:
    known = {*_SHELL_LANGUAGES, *_OTHER_LANGUAGES, "indented"}

    assert [block for block in BLOCKS if block.language not in known] == []


# -- what is stored where


def test_folders_in_the_readme_are_those_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    folders = user_folders()
    files = (folders.settings_file, folders.history_file, folders.state, folders.log_file)
    stored = [f"`~/{path.relative_to(tmp_path)}`" for path in files]
    removed = next(line for line in TYPED if line.startswith("rm -rf ")).split()[2:]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [path for path in stored if path not in readme] == []
    autostart = "~/.config/autostart/io.github.wallet_tray.WalletTray.desktop"
    assert f"`{autostart}`" in readme
    assert f"rm -f {autostart}" in TYPED
    assert [path for path in stored if not path[1:].startswith(tuple(removed))] == []


# -- what fails


def test_every_problem_is_in_the_docs() -> None:
    faults = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    now = datetime.now(UTC)
    rows = {
        short: row
        for row in faults.splitlines()
        if row.startswith("| ")
        for short in row.split(" | ")[0].removeprefix("| ").split(", ")
    }

    for kind in ProblemKind:
        row = rows[problem_short(Problem(kind, now))]
        assert str(kind.exit_code) in row.removesuffix(" |").split(" | ")[-1].split(", "), kind


# -- what is on the screen

# What the guide quotes of the screen that is put together there, and so is no text of its own.
PUT_TOGETHER = {
    "About 9 days left (7 to 12).",
    "not enough data yet",  # in "Time left: not enough data yet"
}


def test_names_in_the_guide_are_those_on_the_screen() -> None:
    catalogue = ROOT / "packaging" / "translations" / "wallet_tray_de.ts"
    sources = re.findall(r"<source>(.*?)</source>", catalogue.read_text(encoding="utf-8"))
    shown = {html.unescape(source) for source in sources}
    whole = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8").replace("\n", " ")
    quoted = set(re.findall(r'"([^"]+)"', re.sub(r"```.*?```", "", whole)))

    assert {"Sign in…", "Test my alerts", "Erase everything…"} <= quoted
    assert quoted - shown - PUT_TOGETHER == set()


# -- links


def anchors_of(document: Path) -> set[str]:
    """The names of the headings, as the usual renderers make them."""
    titles = re.findall(r"(?m)^#+ (.+)$", document.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    broken = []
    for link in _LINK.findall(document.read_text(encoding="utf-8").replace("\n", " ")):
        if re.match(r"https?:|mailto:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            broken.append(link)

    assert broken == []


def test_version_is_the_same_everywhere() -> None:
    from wallet_tray import __version__

    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    metainfo = next((ROOT / "packaging" / "linux").glob("*.metainfo.xml")).read_text()

    numbers = re.findall(r"(?m)^## \[(\d.*?)\] - \d{4}-\d\d-\d\d$", changes)
    assert numbers[0] == __version__
    assert re.findall(r'<release version="(.*?)"', metainfo)[0] == __version__
