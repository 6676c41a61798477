"""How what comes from elsewhere is written in a finding."""

import shlex
from pathlib import Path

_LONGEST = 60


def short_path(path: Path) -> str:
    """The path with the user's home as "~": whose it is need not be told."""
    try:
        return str(Path("~", path.relative_to(Path.home())))
    except (ValueError, RuntimeError):  # elsewhere, or nobody's home is known
        return str(path)


def shell_path(path: Path) -> str:
    """The same to be pasted into a shell, whatever the path holds."""
    text = short_path(path)
    return f"~/{shlex.quote(text[2:])}" if text.startswith("~/") else shlex.quote(text)


def plain(text: str) -> str:
    """Text of another program, without what a terminal would act on, and of bounded length."""
    return "".join(c for c in text if c.isprintable()).strip()[:_LONGEST]
