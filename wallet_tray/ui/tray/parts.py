"""The drawn parts of the tray icon, their files, and the state that they show."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from wallet_tray.domain.account_snapshot import Mark


def resource_folder(name: str) -> Path:
    """Return a resource folder: inside the package (wheel, bundle), else in the checkout."""
    package = Path(__file__).resolve().parents[2]
    installed = package / "resources" / name
    return installed if installed.is_dir() else package.parent / "resources" / name


GRIDS = (16, 20, 22, 24)

_PART = re.compile(r'<g id="([a-z-]+)">.*?</g>', re.DOTALL)


def icons_folder() -> Path:
    """Return the folder of the drawings."""
    return resource_folder("icons")


@cache
def parts(grid: int) -> dict[str, str]:
    """Return the parts drawn on ``grid`` (one of GRIDS) by name, each as an SVG group.

    Raises OSError if the drawings are missing.
    """
    text = (icons_folder() / f"wallet-{grid}.svg").read_text(encoding="utf-8")
    return {match[1]: match[0] for match in _PART.finditer(text)}


def drawing(grid: int, name: str, color: str) -> bytes:
    """Return one part as an SVG document of ``grid`` x ``grid`` px in ``color`` ("#rrggbb").

    Raises KeyError for a part that the grid does not have.
    """
    part = parts(grid)[name].replace("currentColor", color)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{grid}" height="{grid}" '
        f'viewBox="0 0 {grid} {grid}">{part}</svg>'
    ).encode()


class Step(StrEnum):
    """The fill level: four steps instead of a percentage, as no wallet has a natural maximum."""

    OK = "ok"
    LOW = "low"
    CRITICAL = "critical"
    EMPTY = "empty"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class IconState:
    """One look of the tray icon; ``number`` (at most four characters) only in the number style."""

    step: Step = Step.UNKNOWN
    mark: Mark = Mark.NONE
    number: str | None = None
