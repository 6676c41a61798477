"""Whether the program starts at login, and why that cannot be changed."""

from enum import Enum, auto


class AutostartState(Enum):
    """The desktop's action at the next login."""

    ON = auto()
    OFF = auto()
    UNAVAILABLE = auto()  # not supported by this desktop or this kind of installation


class AutostartRefusal(Enum):
    """Why autostart could not be switched on or off."""

    PATH = auto()  # the entry cannot represent a character of the program's path
    NOT_FOUND = auto()  # without this shell's environment, the program would not be found
    COPY_GONE = auto()  # the entry exists, but its program no longer starts
    UNWRITABLE = auto()  # the entry cannot be written or removed
