"""The operating system's way to a file, folder by folder and link by link."""

import os
from collections import deque
from pathlib import Path

_MOST_LINKS = 40  # Linux's own limit

Step = tuple[str, tuple[int, ...]]
"""A folder on the way with its device and inode; for the file also its time and size."""


def way_to(path: Path) -> tuple[Step, ...]:
    """Return every folder whose entries decide what ``path`` leads to now.

    The folders of links' targets are included; the file is last. The way ends at the first missing
    entry. A different result means a change: a folder or file was replaced, a link was redirected,
    or a file system was mounted on top or unmounted.
    """
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow the links
    parts, place = deque(absolute.parts[1:]), absolute.anchor
    steps: dict[Step, None] = {}
    links = 0
    while (status := _status(place)) is not None:
        if not parts:
            steps[place, status] = None
            break
        steps[place, status[:2]] = None
        entry = os.path.join(place, parts.popleft())  # noqa: PTH118
        try:
            target = Path(os.readlink(entry))  # noqa: PTH115  as text: it may begin with ".."
        except OSError:  # not a link, or missing
            place = os.path.normpath(entry)
            continue
        links += 1
        if links > _MOST_LINKS:
            break
        if target.is_absolute():
            place = target.anchor
        parts.extendleft(reversed(target.parts[1:] if target.is_absolute() else target.parts))
    return tuple(steps)


def ends_in_a_link(path: Path) -> bool:
    """Return True if the missing part of ``path`` is the target of a link.

    A dangling link means that a file exists but is out of reach for now.
    """
    while not os.path.lexists(path):
        parent = path.parent
        if parent == path:
            return False
        path = parent
    return os.path.islink(path) and not os.path.exists(path)  # noqa: PTH110, PTH114


def _status(path: str) -> tuple[int, ...] | None:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
