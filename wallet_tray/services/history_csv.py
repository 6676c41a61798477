"""Recorded balances as comma-separated values (RFC 4180), exact as received."""

import csv
from collections.abc import Iterable, Iterator

from wallet_tray.domain.account import Account
from wallet_tray.services.history import Recorded
from wallet_tray.services.history_fields import FIELDS, fields_of

# A spreadsheet takes a cell that begins like that for a formula, quotes or not.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(account: Account, rows: Iterable[Recorded]) -> Iterator[str]:
    """A header and a line for each row, with their ends.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, as only ids
    can be: JSON has them as they are. Numbers stay numbers, also negative ones.
    """
    line = _Line()
    writer = csv.writer(line)  # whose dialect is that of RFC 4180: CRLF, quotes where needed
    writer.writerow(FIELDS)
    yield line.text
    for row in rows:
        fields = fields_of(account, row).values()
        writer.writerow([_harmless(f) if isinstance(f, str) else f for f in fields])
        yield line.text


class _Line:
    """Takes what the writer writes; each row is one call."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
