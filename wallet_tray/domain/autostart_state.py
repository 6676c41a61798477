"""Whether the program starts when its user logs in, and why it may not be made to."""

from enum import Enum, auto


class AutostartState(Enum):
    """What the desktop will do at the next login."""

    ON = auto()
    OFF = auto()
    UNAVAILABLE = auto()  # this desktop, or this way of running, has no such thing


class AutostartRefusal(Enum):
    """Why it was not switched on or off."""

    PATH = auto()  # the program's path has characters that the entry cannot carry
    NOT_FOUND = (
        auto()
    )  # started by itself, without this shell's surroundings, it would not be found
    COPY_GONE = auto()  # the entry is there, and what it names no longer starts
    UNWRITABLE = auto()  # the entry cannot be written or removed
