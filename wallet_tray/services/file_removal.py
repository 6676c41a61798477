"""Removing a file with everything that lies beside it under its name."""

from pathlib import Path


def remove_with_companions(file: Path) -> Path | None:
    """Removes it and what begins with its name, such as a damaged one that was set aside.

    Returns the first that could not be removed.
    """
    left: Path | None = None
    try:
        there = [path for path in file.parent.iterdir() if path.name.startswith(file.name)]
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return file
    for path in there:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left = left or path
    return left
