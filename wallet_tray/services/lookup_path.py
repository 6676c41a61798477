"""The way that the operating system takes to a file, folder by folder and link by link."""

import os
from collections import deque
from pathlib import Path

_MOST_LINKS = 40  # as Linux has it

Step = tuple[str, tuple[int, ...]]
"""A folder on the way with its device and inode, or the file with its time and size as well."""


def way_to(path: Path) -> tuple[Step, ...]:
    """Every folder whose entries decide what ``path`` leads to, as it is now.

    Those of links' targets are among them, and the file is the last. It ends where something is
    missing. Another way is another answer: a folder or file that was replaced, a link that was
    re-pointed, a file system that was mounted on top or taken away.
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
        except OSError:  # no link, or nothing at all
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
    """Whether what is missing at ``path`` is the target of a link, and not the name itself.

    A link that leads nowhere says that there is a file, which is out of reach for now.
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
