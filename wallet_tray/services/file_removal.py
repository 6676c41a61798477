"""Removal of a file together with its companions, the files whose names begin with its name."""

from pathlib import Path


def remove_with_companions(file: Path) -> Path | None:
    """Remove the file and its companions, such as a damaged file that was set aside.

    Returns the first file that could not be removed.
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
