"""The parts as they are installed here."""

import re
from pathlib import Path

from wallet_tray import __version__
from wallet_tray.storage.packages import installed_parts


def test_every_part_has_a_version_and_a_licence() -> None:
    own, python, *others = installed_parts()
    assert (own.name, own.version, own.licence) == ("wallet-tray", __version__, "MIT")
    assert "Permission is hereby granted" in own.text
    assert python.name == "Python"
    for part in (own, python, *others):
        assert part.version
        assert part.licence, part.name
    names = [part.name for part in others]
    assert names == sorted(names, key=str.casefold)


def test_dependencies_are_listed_without_those_of_the_tests() -> None:
    text = Path(__file__).parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8")
    block = text.split("\ndependencies = [")[1].split("\n]")[0]
    wanted = {name.lower() for name in re.findall(r'^  "([A-Za-z0-9-]+)', block, re.MULTILINE)}
    names = {part.name.lower() for part in installed_parts()}
    assert {"httpx", "keyring", "tomlkit"} <= wanted
    assert wanted - {"jeepney"} <= {name.replace("_", "-") for name in names}
    assert "socksio" in names, "an extra that the program asks for"
    assert not names & {"pytest", "ruff", "hypothesis"}


def test_a_build_without_metadata_is_survived() -> None:
    assert installed_parts("no-such-distribution") == ()
