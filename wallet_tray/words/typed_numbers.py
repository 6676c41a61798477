"""Numbers as typed into a field, and as a field first shows them."""

import re
from decimal import Decimal

from wallet_tray.text.locale import ENGLISH, Regional

_PLAIN = re.compile(r"[0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30}")
_BLANKS = " \u00a0\u202f\t"
_ALL_POINTS = ".,\u066b"


def typed_text(number: Decimal, regional: Regional = ENGLISH) -> str:
    """Return the exact number without groups, such as "1234.5", and without trailing zeros."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", regional.decimal)


def typed_number(text: str, regional: Regional = ENGLISH) -> Decimal | None:
    """Return the typed number from 0 on, or None.

    Groups are accepted if they are complete, as in "1,234.5". A separator that cannot separate
    groups is read as the decimal point, whichever of the two it is.
    """
    plain = text.strip(_BLANKS)
    for blank in _BLANKS:
        plain = plain.replace(blank, "")
    if regional.group:
        whole, point, rest = plain.partition(regional.decimal)
        group = re.escape(regional.group)
        if re.fullmatch(rf"[0-9]{{1,3}}({group}[0-9]{{3}})+", whole):
            plain = whole.replace(regional.group, "") + point + rest
    plain = re.sub(f"[{_ALL_POINTS}]", ".", plain)
    return Decimal(plain) if plain.isascii() and _PLAIN.fullmatch(plain) else None
