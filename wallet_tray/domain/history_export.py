"""What became of an export of recorded balances."""

from dataclasses import dataclass
from enum import Enum


class ExportRefusal(Enum):
    """Why nothing was written."""

    EXISTS = "there is such a file meanwhile, and nobody was asked whether to replace it"
    FULL = "the disk is full"
    UNWRITABLE = "the file cannot be written"


@dataclass(frozen=True, slots=True)
class Export:
    """``rows`` recorded balances of the account (its id in the settings) went to ``file``, its
    name alone; or none at all, for the reason in ``refusal``."""

    account: str
    file: str
    rows: int = 0
    refusal: ExportRefusal | None = None
