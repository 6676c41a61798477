"""Recorded balances as comma-separated values (RFC 4180), exact as received."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator

from wallet_tray.domain.account import Account
from wallet_tray.services.history import Recorded
from wallet_tray.services.history_fields import FIELDS, fields_of

# A spreadsheet takes a cell that begins like that for a formula, quotes or not. Some fold what only
# looks like it, such as the full-width signs of East Asian keyboards, and skip what is not seen.
_FORMULA = frozenset("=+-@\u2212\u2010\u2011\u2012\u2013\u2014\u2015\u2795\u2796\ua78a\u30a0")
_BREAKS = ("\t", "\r", "\n")


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
    return f"'{text}" if text.startswith(_BREAKS) or _is_like_a_formula(text) else text


def _is_like_a_formula(text: str) -> bool:
    for character in text:
        folded = unicodedata.normalize("NFKC", character)
        if folded[:1] in _FORMULA:
            return True
        if unicodedata.category(character)[0] not in "CZM" and folded.strip():
            return False
    return False
