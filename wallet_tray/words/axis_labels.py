"""The number labels of a chart axis, as short as the steps allow."""

from decimal import Context, Decimal

from wallet_tray.text.amounts import MINUS, NO_BREAK_SPACE
from wallet_tray.text.locale import ENGLISH, Regional

_WIDE = Context(prec=40, Emax=999_999, Emin=-999_999)
_SCALES = ((6, 0, ""), (9, 6, "M"), (12, 9, "G"), (15, 12, "T"))  # end, power of ten, letter
_SMALLEST_STEP = -4  # smaller steps use an exponent


def axis_labels(
    values: tuple[Decimal, ...], step: Decimal, regional: Regional = ENGLISH
) -> tuple[str, ...]:
    """Return one label per value, all in one scale, with enough decimals to distinguish steps.

    Examples: 0, 50, 100 · 0.0, 2.5, 5.0 · 1.00 M, 1.25 M · −1.5e308, 0
    """
    size = max((value.copy_abs().adjusted() for value in values if value), default=0)
    power, letter = _scale(size, step)
    decimals = max(0, power - _last_digit(step))
    return tuple(_label(value, power, decimals, letter, regional) for value in values)


def _scale(size: int, step: Decimal) -> tuple[int, str]:
    if step.adjusted() >= _SMALLEST_STEP:
        for end, power, letter in _SCALES:
            if size < end:
                return power, f"{NO_BREAK_SPACE}{letter}" if letter else ""
    return size, f"e{size}".replace("-", MINUS)


def _label(value: Decimal, power: int, decimals: int, letter: str, regional: Regional) -> str:
    if not value:
        return "0"
    number = _WIDE.scaleb(value, -power)
    text = f"{number:,.{decimals}f}".replace("-", MINUS)
    swap = {",": regional.group, ".": regional.decimal}
    return "".join(swap.get(sign, sign) for sign in text) + letter


def _last_digit(step: Decimal) -> int:
    """Return the power of ten of the last nonzero digit: 0 for 5, -1 for 2.5, 2 for 500."""
    exponent = step.normalize(_WIDE).as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
