"""What the workflows run of others' is named by commit, and they may do no more than they must."""

import re
from pathlib import Path

import pytest

WORKFLOWS = sorted(
    (Path(__file__).resolve().parents[2] / ".github" / "workflows").glob("*.yml"),
    key=lambda path: path.name,
)


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def text(request: pytest.FixtureRequest) -> str:
    return request.param.read_text(encoding="utf-8")


def test_there_are_workflows() -> None:
    assert [path.stem for path in WORKFLOWS] == ["ci", "release"]


def test_actions_are_named_by_commit_and_version(text: str) -> None:
    uses = re.findall(r"uses: (.*)", text)
    assert uses
    bad = [name for name in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}  # v[\d.]+", name)]
    assert bad == []


def test_an_action_has_one_version_everywhere() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    versions = dict(re.findall(r"uses: ([\w./-]+)@(.*)", text))
    assert set(re.findall(r"uses: ([\w./-]+)@(.*)", text)) == set(versions.items())


def test_every_checkout_forgets_its_credentials(text: str) -> None:
    checkouts = re.findall(r"uses: actions/checkout@.*\n((?:        .*\n)+)", text)
    assert len(checkouts) == text.count("actions/checkout@")
    assert all("persist-credentials: false" in options for options in checkouts)


def test_nothing_may_write_by_default(text: str) -> None:
    assert "\npermissions:\n  contents: read\n\n" in text


def test_no_expression_is_part_of_a_script(text: str) -> None:
    # A name of a branch or tag may hold commands; scripts get such texts by their environment.
    scripts = re.findall(r"run: (?:\|\n((?:          .*\n)+)|(.*))", text)
    assert scripts
    assert all("${{" not in block + line for block, line in scripts)
