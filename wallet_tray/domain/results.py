"""Results of user actions: erasing, exporting, start at login, and the installed packages."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from wallet_tray.domain.account import AccountId
from wallet_tray.domain.problem import ProblemKind


@dataclass(frozen=True, slots=True)
class Erasure:
    """The result of erasing everything; any fields set name what remained.

    ``problem`` kept credentials in the keyring. ``left`` is the first file that could not be
    removed. ``from_environment`` is true if a credential comes from the environment, which the
    program cannot change.
    """

    problem: ProblemKind | None = None
    left: Path | None = None
    from_environment: bool = False


class ExportRefusal(Enum):
    """The reasons why nothing was written."""

    EXISTS = "there is such a file meanwhile, and nobody was asked whether to replace it"
    FULL = "the disk is full"
    UNWRITABLE = "the file cannot be written"


@dataclass(frozen=True, slots=True)
class Export:
    """The result of one export.

    ``rows`` recorded balances of the account were written to ``file``, a bare file
    name. Nothing was written if ``refusal`` is set.
    """

    account_id: AccountId
    file: str
    rows: int = 0
    refusal: ExportRefusal | None = None


class AutostartState(Enum):
    """The desktop's action at the next login."""

    ON = auto()
    OFF = auto()
    UNAVAILABLE = auto()  # not supported by this desktop or this kind of installation


class AutostartRefusal(Enum):
    """The reason that autostart could not be switched on or off."""

    PATH = auto()  # the entry cannot represent a character of the program's path
    NOT_FOUND = auto()  # without this shell's environment, the program would not be found
    COPY_GONE = auto()  # the entry exists, but its program no longer starts
    UNWRITABLE = auto()  # the entry cannot be written or removed


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """A component.

    ``licence`` is short, such as "MIT"; ``text`` is in full, or "" if not shipped.
    """

    name: str
    version: str
    licence: str
    text: str = ""
