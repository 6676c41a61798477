"""Ids for new accounts."""

import re
import unicodedata
from collections.abc import Collection

_LENGTH = 32


def free_account_id(label: str, taken: Collection[str]) -> str:
    """Return an id derived from the label and not in ``taken``: "Büro 2" becomes "buro-2"."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LENGTH].strip("-") or "account"
    wanted, number = stem, 1
    while wanted in taken:
        number += 1
        ending = f"-{number}"
        wanted = stem[: _LENGTH - len(ending)] + ending
    return wanted
