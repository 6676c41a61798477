"""Amounts as text for people; never rounded across a limit."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from wallet_tray.domain.exact import DISPLAY, EXACT
from wallet_tray.domain.money import NO_AMOUNT, Figure, Money
from wallet_tray.text.locale import ENGLISH, Locale

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
MASK = "•••"

_CENT = Decimal("0.01")
_MOST_DECIMALS = 6  # of money that is owed
_SMALLEST = Decimal("0.000001")
_HUGE = Decimal(10) ** 15
# The unit of each range, the end of the range, and the suffix of the number.
_COMPACT = (
    (Decimal(1), Decimal(10) ** 6, ""),
    (Decimal(10) ** 6, Decimal(10) ** 9, f"{NO_BREAK_SPACE}M"),
    (Decimal(10) ** 9, Decimal(10) ** 12, f"{NO_BREAK_SPACE}G"),
    (Decimal(10) ** 12, _HUGE, f"{NO_BREAK_SPACE}T"),
)
_ICON_SCALES = ((1, ""), (10**3, "k"), (10**6, "M"), (10**9, "G"), (10**12, "T"))
_ICON_LENGTH = 4
_OWED_COMPACT = Decimal(10) ** 9


def amount_text(amount: Decimal, locale: Locale = ENGLISH, limits: Iterable[Decimal] = ()) -> str:
    """Return the amount without its unit.

    It has two decimals from 1 on, and up to four significant digits below. From a million on it is
    compact, such as "1.25 M". Rounding is half-even, unless that would move the amount across one
    of ``limits``: with a limit of 100, 99.996 becomes "99.99".
    """
    size = amount.copy_abs()
    if amount == 0:
        return _grouped(_CENT * 0, locale)
    if size >= _HUGE:
        return _scientific(amount, locale)
    if size < _SMALLEST:
        return f"{'<' if amount > 0 else '>' + MINUS}{_grouped(_SMALLEST, locale)}"
    for scale, end, letter in _COMPACT:
        if size >= end:
            continue
        parts = [EXACT.divide(limit, scale) for limit in limits]
        number = _rounded(EXACT.divide(amount, scale), _step(size), parts)
        if number.copy_abs() < end / scale or end == _HUGE:  # else rounded up to the next unit
            return f"{_grouped(number, locale)}{letter}"
    raise AssertionError("every amount below _HUGE has its scale")


def amount_with_unit(
    amount: Decimal,
    unit: str,
    locale: Locale = ENGLISH,
    limits: Iterable[Decimal] = (),
    *,
    hidden: bool = False,
) -> str:
    """Return the amount and its unit, joined by a no-break space; "•••" if ``hidden``.

    ``unit`` is "" while it is not known.
    """
    number = MASK if hidden else amount_text(amount, locale, limits)
    return f"{number}{NO_BREAK_SPACE}{unit}" if unit else number


def owed_with_unit(
    amount: Decimal,
    unit: str,
    locale: Locale = ENGLISH,
    limits: Iterable[Decimal] = (),
    *,
    hidden: bool = False,
) -> str:
    """Format an amount due: every digit up to a billion, and at least two decimals."""
    is_plain = 0 < amount.copy_abs() < _OWED_COMPACT and -_exponent(amount) <= _MOST_DECIMALS
    if hidden or not is_plain:
        return amount_with_unit(amount, unit, locale, limits, hidden=hidden)
    whole = amount if _exponent(amount) <= _exponent(_CENT) else amount.quantize(_CENT, None, EXACT)
    return f"{_grouped(whole, locale)}{NO_BREAK_SPACE}{unit}"


def figure_with_unit(
    figure: Figure,
    money: Money,
    locale: Locale = ENGLISH,
    due_limit: Decimal = NO_AMOUNT,
    *,
    hidden: bool = False,
) -> str:
    """Format a figure that a wallet states beside its available amount."""
    if figure is Figure.DUE:
        return owed_with_unit(money.amount, money.unit, locale, (due_limit,), hidden=hidden)
    return amount_with_unit(money.amount, money.unit, locale, hidden=hidden)


def estimated_with_unit(
    amount: Decimal, unit: str, locale: Locale = ENGLISH, *, hidden: bool = False
) -> str:
    """Format an estimate to the cent; more digits would claim more precision than it has."""
    if not hidden and amount.copy_abs() < 1:
        cents = amount.quantize(_CENT, ROUND_HALF_EVEN, EXACT)
        if amount and not cents:
            sign = "<" if amount > 0 else f">{MINUS}"
            return f"{sign}{_grouped(_CENT, locale)}{NO_BREAK_SPACE}{unit}"
        amount = cents
    return amount_with_unit(amount, unit, locale, hidden=hidden)


def exact_text(amount: Decimal) -> str:
    """Return every digit as received, for copies and tooltips.

    The notation is scientific only if there would be many zeros.
    """
    piles_up = not -30 <= amount.adjusted() <= 30
    if not amount:
        return "0" if piles_up else f"{amount.copy_abs():f}"
    return (str(amount) if piles_up else f"{amount:f}").replace("-", MINUS)


def icon_number(amount: Decimal) -> str:
    """Return at most four characters for the tray icon, five below zero, rounded down.

    Examples: "1.2k", "42", "<1", "-3", "-124k".
    """
    if 0 < amount < 1:
        return "<1"
    sign, size = ("-" if amount < 0 else ""), amount.copy_abs()
    if size >= _HUGE:
        return f"{sign}∞"
    down, wider = (ROUND_CEILING if sign else ROUND_DOWN), ""
    for scale, letter in _ICON_SCALES:
        scaled = EXACT.divide(size, Decimal(scale))
        if scaled >= 1000:
            continue
        whole = f"{sign}{scaled.quantize(Decimal(1), down, EXACT)}{letter}"
        if letter and scaled < 10:
            tenths = scaled.quantize(Decimal("0.1"), down, EXACT)
            if tenths < 1:  # only below zero: a part of a million says less than its thousands
                return wider
            precise = f"{sign}{tenths}{letter}".replace(".0", "")
            if len(precise) <= _ICON_LENGTH + len(sign):
                return precise
        if len(whole) <= _ICON_LENGTH:
            return whole
        wider = whole
    return wider if len(wider) == _ICON_LENGTH + 1 else f"{sign}∞"


def _exponent(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _step(size: Decimal) -> Decimal:
    """Return the last decimal place to show: cents from 1 on, else the fourth significant digit."""
    if size >= 1:
        return _CENT
    return Decimal(1).scaleb(max(size.adjusted() - 3, -10))


def _rounded(amount: Decimal, step: Decimal, limits: Iterable[Decimal]) -> Decimal:
    """Round to ``step``, or finer if needed to stay on the same side of all limits."""
    limits = tuple(limits)
    below = [amount < limit for limit in limits]
    while True:
        for rounding in (ROUND_HALF_EVEN, ROUND_FLOOR, ROUND_CEILING):
            number = amount.quantize(step, rounding, EXACT)
            if [number < limit for limit in limits] == below:
                return number
        step = step.scaleb(-1)


def _grouped(number: Decimal, locale: Locale) -> str:
    text = f"{number:f}"
    sign, text = (MINUS, text[1:]) if text.startswith("-") else ("", text)
    whole, _, fraction = text.partition(".")
    kept = fraction[:2] + fraction[2:].rstrip("0")
    groups: list[str] = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    groups.insert(0, whole)
    return sign + locale.group.join(groups) + locale.decimal + kept


def _scientific(amount: Decimal, locale: Locale) -> str:
    exponent = amount.adjusted()
    digits = _grouped(amount.scaleb(-exponent, EXACT).quantize(_CENT, ROUND_DOWN, EXACT), locale)
    return f"{digits}e{exponent}"


_SCALES = ((6, 0, ""), (9, 6, "M"), (12, 9, "G"), (15, 12, "T"))  # end, power of ten, letter
_SMALLEST_STEP = -4  # smaller steps use an exponent


def axis_labels(
    values: tuple[Decimal, ...], step: Decimal, locale: Locale = ENGLISH
) -> tuple[str, ...]:
    """Return one label per value, all in one scale, with enough decimals to distinguish steps.

    Examples: 0, 50, 100 · 0.0, 2.5, 5.0 · 1.00 M, 1.25 M · −1.5e308, 0
    """
    size = max((value.copy_abs().adjusted() for value in values if value), default=0)
    power, letter = _scale(size, step)
    decimals = max(0, power - _last_digit(step))
    return tuple(_label(value, power, decimals, letter, locale) for value in values)


def _scale(size: int, step: Decimal) -> tuple[int, str]:
    if step.adjusted() >= _SMALLEST_STEP:
        for end, power, letter in _SCALES:
            if size < end:
                return power, f"{NO_BREAK_SPACE}{letter}" if letter else ""
    return size, f"e{size}".replace("-", MINUS)


def _label(value: Decimal, power: int, decimals: int, letter: str, locale: Locale) -> str:
    if not value:
        return "0"
    number = DISPLAY.scaleb(value, -power)
    text = f"{number:,.{decimals}f}".replace("-", MINUS)
    swap = {",": locale.group, ".": locale.decimal}
    return "".join(swap.get(sign, sign) for sign in text) + letter


def _last_digit(step: Decimal) -> int:
    """Return the power of ten of the last nonzero digit: 0 for 5, -1 for 2.5, 2 for 500."""
    return _exponent(step.normalize(DISPLAY))


_PLAIN = r"[0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30}"
_BLANKS = " \u00a0\u202f\t"
_ALL_POINTS = ".,\u066b"


def typed_text(number: Decimal, locale: Locale = ENGLISH) -> str:
    """Return the exact number without groups, such as "1234.5", and without trailing zeros."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", locale.decimal)


def typed_number(text: str, locale: Locale = ENGLISH) -> Decimal | None:
    """Return the typed number from 0 on, or None.

    Groups are accepted if they are complete, as in "1,234.5". A separator that cannot separate
    groups is read as the decimal point, whichever of the two it is.
    """
    plain = text.strip(_BLANKS)
    for blank in _BLANKS:
        plain = plain.replace(blank, "")
    if locale.group:
        whole, point, rest = plain.partition(locale.decimal)
        group = re.escape(locale.group)
        if re.fullmatch(rf"[0-9]{{1,3}}({group}[0-9]{{3}})+", whole):
            plain = whole.replace(locale.group, "") + point + rest
    plain = re.sub(f"[{_ALL_POINTS}]", ".", plain)
    return Decimal(plain) if plain.isascii() and re.fullmatch(_PLAIN, plain) else None


_FROM_THE_RIGHT = frozenset({"R", "AL"})
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def isolate(name: str) -> str:
    """Isolate a right-to-left name, so that it does not reorder the text around it.

    See Unicode Standard Annex 9, 2.4: isolates.
    """
    if any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in name):
        return f"{_ISOLATE}{name}{_END}"
    return name
