"""Formatting of external text and paths in a finding."""

import shlex
from pathlib import Path

_LONGEST = 60


def short_path(path: Path) -> str:
    """Return the path with the user's home as "~", which hides the user name."""
    try:
        return str(Path("~", path.relative_to(Path.home())))
    except (ValueError, RuntimeError):  # outside the home, or the home is unknown
        return str(path)


def shell_path(path: Path) -> str:
    """Return the same, quoted for a shell whatever the path contains."""
    text = short_path(path)
    return f"~/{shlex.quote(text[2:])}" if text.startswith("~/") else shlex.quote(text)


def plain(text: str) -> str:
    """Return another program's text, bounded and without characters that control a terminal."""
    return "".join(c for c in text if c.isprintable()).strip()[:_LONGEST]
