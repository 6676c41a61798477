"""The result of an export of recorded balances."""

from dataclasses import dataclass
from enum import Enum


class ExportRefusal(Enum):
    """The reasons why nothing was written."""

    EXISTS = "there is such a file meanwhile, and nobody was asked whether to replace it"
    FULL = "the disk is full"
    UNWRITABLE = "the file cannot be written"


@dataclass(frozen=True, slots=True)
class Export:
    """The result of one export.

    ``rows`` recorded balances of the account (its id in the settings) were written to ``file``, a
    bare file name. Nothing was written if ``refusal`` is set.
    """

    account: str
    file: str
    rows: int = 0
    refusal: ExportRefusal | None = None
