"""Amounts as text, the way people read them; never rounded across a limit."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

from wallet_tray.words.regional import ENGLISH, Regional

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
MASK = "•••"

_WIDE = Context(prec=1500, Emax=999_999, Emin=-999_999)
_CENT = Decimal("0.01")
_SMALLEST = Decimal("0.000001")
_COMPACT = ((Decimal(10) ** 12, "T"), (Decimal(10) ** 9, "G"), (Decimal(10) ** 6, "M"))
_HUGE = Decimal(10) ** 15


def amount_text(
    amount: Decimal, regional: Regional = ENGLISH, limits: Iterable[Decimal] = ()
) -> str:
    """The amount without its unit.

    Two decimals from 1 on, up to four significant digits below; from a million on compact, such
    as "1.25 M". Half-even rounding, unless that would carry the amount over one of ``limits``:
    99.996 is "99.99" where the limit is 100.
    """
    size = abs(amount)
    if size >= _HUGE:
        return _scientific(amount, regional)
    for scale, letter in _COMPACT:
        if size >= scale:
            parts = [_WIDE.divide(limit, scale) for limit in limits]
            number = _rounded(_WIDE.divide(amount, scale), _CENT, parts)
            return f"{_grouped(number, regional)}{NO_BREAK_SPACE}{letter}"
    if amount == 0:
        return _grouped(_CENT * 0, regional)
    if size < _SMALLEST:
        return f"{'<' if amount > 0 else '>' + MINUS}{_grouped(_SMALLEST, regional)}"
    return _grouped(_rounded(amount, _step(size), limits), regional)


def amount_with_unit(
    amount: Decimal,
    unit: str,
    regional: Regional = ENGLISH,
    limits: Iterable[Decimal] = (),
    *,
    hidden: bool = False,
) -> str:
    """The amount and its unit, joined by a no-break space; "•••" instead where ``hidden``."""
    number = MASK if hidden else amount_text(amount, regional, limits)
    return f"{number}{NO_BREAK_SPACE}{unit}"


def exact_text(amount: Decimal) -> str:
    """Every digit as received, for copies and hovers; scientific only where zeros would pile up."""
    text = f"{amount:f}" if -30 <= amount.adjusted() <= 30 else str(amount)
    return text.replace("-", MINUS)


def icon_number(amount: Decimal) -> str:
    """At most four characters for the tray icon, always rounded down: "1.2k", "42", "<1", "-3"."""
    if 0 < amount < 1:
        return "<1"
    sign, size = ("-" if amount < 0 else ""), abs(amount)
    if amount < 0:
        size = size.to_integral_value(ROUND_CEILING)
    if size >= _HUGE:
        return "-∞" if sign else "∞"
    for scale, letter in ((10**12, "T"), (10**9, "G"), (10**6, "M"), (10**3, "k")):
        if size >= scale:
            scaled = size / scale
            if scaled < 10 and not sign:
                return f"{scaled.quantize(Decimal('0.1'), ROUND_DOWN)}{letter}".replace(".0", "")
            return (
                f"{sign}{int(scaled)}{letter}" if len(f"{sign}{int(scaled)}") < 4 else f"-{letter}"
            )
    return f"{sign}{int(size)}"


def _step(size: Decimal) -> Decimal:
    """The last decimal place to show: cents from 1 on, else the fourth significant digit."""
    if size >= 1:
        return _CENT
    return Decimal(1).scaleb(max(size.adjusted() - 3, -10))


def _rounded(amount: Decimal, step: Decimal, limits: Iterable[Decimal]) -> Decimal:
    number = amount.quantize(step, ROUND_HALF_EVEN, _WIDE)
    for limit in limits:
        if (amount < limit) and number >= limit:
            number = amount.quantize(step, ROUND_FLOOR, _WIDE)
        elif amount >= limit > number:
            number = amount.quantize(step, ROUND_CEILING, _WIDE)
    return number


def _grouped(number: Decimal, regional: Regional) -> str:
    text = f"{number:f}"
    sign, text = (MINUS, text[1:]) if text.startswith("-") else ("", text)
    whole, _, fraction = text.partition(".")
    kept = fraction[:2] + fraction[2:].rstrip("0")
    groups: list[str] = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    groups.insert(0, whole)
    return sign + regional.group.join(groups) + regional.decimal + kept


def _scientific(amount: Decimal, regional: Regional) -> str:
    exponent = amount.adjusted()
    digits = _grouped(amount.scaleb(-exponent, _WIDE).quantize(_CENT, ROUND_DOWN, _WIDE), regional)
    return f"{digits}e{exponent}"
