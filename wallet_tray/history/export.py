"""Recorded balances as comma-separated values (RFC 4180), with the exact amounts received."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator

from wallet_tray.domain.account import Account
from wallet_tray.domain.history_values import rfc_3339
from wallet_tray.domain.money import Figure
from wallet_tray.history.history import Recorded

FIELDS = (
    "account",
    "accountId",
    "since",
    "until",
    "totalBalance",
    "availableBalance",
    "reservedBalance",
    "amountDue",
    "unit",
    "amountDueUnit",
)


def fields_of(account: Account, row: Recorded) -> dict[str, object]:
    """Return the values of ``FIELDS``: texts, and exact numbers as Decimal.

    None is a figure that the wallet did not state.
    """
    figures = row.sample.figures
    return dict(
        zip(
            FIELDS,
            (
                account.id,
                row.wallet_id,
                rfc_3339(row.sample.since, "seconds"),
                rfc_3339(row.sample.until, "seconds"),
                figures.get(Figure.TOTAL),
                row.sample.available,
                figures.get(Figure.RESERVED),
                figures.get(Figure.DUE),
                row.unit,
                row.due_unit or None,
            ),
            strict=True,
        )
    )


# Spreadsheets treat a cell that begins with one of these as a formula, even in quotes. Some also
# fold look-alikes, such as the full-width signs of East Asian keyboards, and skip invisible
# characters.
_FORMULA = frozenset("=+-@\u2212\u2010\u2011\u2012\u2013\u2014\u2015\u2795\u2796\ua78a\u30a0")
_BREAKS = ("\t", "\r", "\n")


def csv_lines(account: Account, rows: Iterable[Recorded]) -> Iterator[str]:
    """Yield a header and a line for each row, with their line ends.

    A text that a spreadsheet would treat as a formula gets a leading apostrophe. Only ids can be
    such a text; the JSON output leaves them unchanged. Numbers stay numbers, including negative
    ones.
    """
    line = _Line()
    writer = csv.writer(line)  # its default dialect is RFC 4180: CRLF, quotes if needed
    writer.writerow(FIELDS)
    yield line.text
    for row in rows:
        fields = fields_of(account, row).values()
        writer.writerow([_harmless(f) if isinstance(f, str) else f for f in fields])
        yield line.text


class _Line:
    """A file-like object for csv.writer, which writes each row in one call."""

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
