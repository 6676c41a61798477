"""The reading of answers as a description says: documents to a balance, or to what they mean.

Never a false number: what is absent, null or of another type is no amount. The numbered steps are
those of the description format's page ("How an answer is read").
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from wallet_tray.domain.balance import NO_WALLET_ID, Flag, WalletId
from wallet_tray.domain.money import Figure, Money, exact_product, exact_sum
from wallet_tray.providers import strategies
from wallet_tray.providers.json_reader import (
    ABSENT,
    NotUnderstoodError,
    NumberText,
    Pointer,
    document_of,
    exact_number,
    is_markup,
)
from wallet_tray.providers.model import (
    Advice,
    AllZero,
    Answer,
    Contains,
    Description,
    Empty,
    ErrorRule,
    FixedUnit,
    Is,
    Meaning,
    Null,
    PickedUnit,
    PickSpec,
    Present,
    RequestSpec,
    Scalar,
    Terms,
    UnitAt,
    Unknown,
    VariantUnit,
)
from wallet_tray.providers.provider import Provider, Variant

T = TypeVar("T")

MAX_ENTRIES = 1000
MAX_AMOUNT = Decimal(10) ** 15

_UNIT = re.compile(r"[A-Za-z]{1,12}")
_TAKEN_TEXT = re.compile(r"[A-Za-z0-9_-]{1,128}")
_TAKEN_NUMBER = re.compile(r"-?[0-9]{1,127}")
_NO_CONTENT = 204
_TOO_MANY_REQUESTS = 429
_STATUSES = {
    401: Meaning.BAD_KEY,
    403: Meaning.NO_PERMISSION,
    _TOO_MANY_REQUESTS: Meaning.RATE_LIMITED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceReading:
    """The amounts of one answer. A figure that the service does not give is not there."""

    figures: Mapping[Figure, Money]
    flags: frozenset[Flag] = frozenset()
    wallet_id: WalletId = NO_WALLET_ID

    @property
    def available(self) -> Money:
        """The amount that can be spent now; it is always there."""
        return self.figures[Figure.AVAILABLE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An answer without a balance. ``pointer`` and ``reason`` are ours, never the service's text.

    ``markup`` is True if the body looks like a web page.
    """

    meaning: Meaning
    status: int
    advice: Advice | None = None
    pointer: str = ""
    reason: str = ""
    markup: bool = False


class _RefusedError(Exception):
    """A rule of the description says what the answer means."""

    def __init__(self, meaning: Meaning, advice: Advice | None = None, *, markup: bool = False):
        super().__init__(meaning.value)
        self.meaning = meaning
        self.advice = advice
        self.markup = markup


def read(
    provider: Provider, answers: Sequence[Answer], chosen_variant: str = ""
) -> BalanceReading | Refusal:
    """Return what the answers to the provider's requests say.

    A problem of the first answer ends the refresh, so the second one may be missing then. Raises
    LookupError for a variant that the description does not offer.
    """
    variant, description = provider.variant(chosen_variant), provider.description
    *first, _last = description.requests
    answer = answers[0]
    wallet_id = NO_WALLET_ID
    try:
        for request in first:
            wallet_id = WalletId(_taken(description, request, answer))
            answer = answers[1]
        document = _document(description, answer)
        _check_expected(description, document)
        _check_known(description, document)
        if provider.strategies.answer:
            form = strategies.ANSWERS[provider.strategies.answer]
            figures, wallet_id = form.figures(provider, document)
        else:
            figures = _figures(description, document, variant)
    except (_RefusedError, NotUnderstoodError) as error:
        return _refusal(answer, error)
    return BalanceReading(
        figures=MappingProxyType(figures), flags=_flags(description, document), wallet_id=wallet_id
    )


def take(provider: Provider, answer: Answer) -> str | Refusal:
    """Return what the second request needs from the first answer, or the problem."""
    try:
        return _taken(provider.description, provider.description.requests[0], answer)
    except (_RefusedError, NotUnderstoodError) as error:
        return _refusal(answer, error)


def parse(answer: Answer, parser: Callable[[bytes], T]) -> T | Refusal:
    """Return what a strategy's parser reads in an answer of its own, or the problem.

    The parser may raise NotUnderstoodError.
    """
    try:
        _check_status(answer)
        if answer.flaw:
            raise NotUnderstoodError(answer.flaw, markup=is_markup(answer.body))
        return parser(answer.body)
    except (_RefusedError, NotUnderstoodError) as error:
        return _refusal(answer, error)


def meaning_of(status: int) -> Meaning:
    """Return what a status that is not 2xx means where no rule of a description says more."""
    return _STATUSES.get(status, Meaning.SERVICE)


def _refusal(answer: Answer, error: _RefusedError | NotUnderstoodError) -> Refusal:
    if isinstance(error, _RefusedError):
        return Refusal(
            meaning=error.meaning, status=answer.status, advice=error.advice, markup=error.markup
        )
    return Refusal(
        meaning=Meaning.NOT_UNDERSTOOD,
        status=answer.status,
        pointer=error.pointer,
        reason=error.reason,
        markup=error.markup,
    )


def _document(description: Description, answer: Answer) -> object:
    """Return the document of a good answer (steps 2 to 5)."""
    _check_sender(answer)
    document: object = ABSENT
    unreadable = NotUnderstoodError(answer.flaw or "no content", markup=is_markup(answer.body))
    if not answer.flaw:
        try:
            document = document_of(answer.body)
        except NotUnderstoodError as error:
            unreadable = error
    for rule in description.errors:
        if _is_error(rule, answer, document):
            raise _RefusedError(rule.means, rule.advice)
    _check_status(answer)
    if document is ABSENT or answer.status == _NO_CONTENT:
        raise unreadable
    return document


def _check_sender(answer: Answer) -> None:
    """Refuse an error page: it is a portal's or a firewall's, not the service's (step 2)."""
    if not answer.is_good and is_markup(answer.body):
        is_limited = answer.status == _TOO_MANY_REQUESTS
        raise _RefusedError(Meaning.RATE_LIMITED if is_limited else Meaning.SERVICE, markup=True)


def _check_status(answer: Answer) -> None:
    """Refuse a status that is not 2xx (step 4)."""
    _check_sender(answer)
    if not answer.is_good:
        raise _RefusedError(meaning_of(answer.status))


def _taken(description: Description, request: RequestSpec, answer: Answer) -> str:
    """Return what the first of two requests is for (steps 2 to 7)."""
    document = _document(description, answer)
    _check_known(description, document)
    if request.take is None:
        raise LookupError("the description takes nothing from this answer")
    value = request.take.at.find(document)
    pattern = _TAKEN_NUMBER if isinstance(value, NumberText) else _TAKEN_TEXT
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise NotUnderstoodError("no id", pointer=str(request.take.at))
    return str(value)


def _is_error(rule: ErrorRule, answer: Answer, document: object) -> bool:
    if rule.status not in (None, answer.status):
        return False
    if rule.at is None:
        return True
    value = ABSENT if document is ABSENT else rule.at.look(document)
    match rule.condition:
        case Present():
            return value is not ABSENT and value is not None
        case Is(wanted):
            return _is_same(value, wanted)
        case Contains(text):
            return type(value) is str and text.casefold() in value.casefold()


def _is_same(value: object, wanted: Scalar) -> bool:
    """Compare with their types: true is not 1, and "200" is not 200."""
    if isinstance(wanted, bool):
        return value is wanted
    if isinstance(wanted, str):
        return type(value) is str and value == wanted
    try:
        return isinstance(value, NumberText) and exact_number(value) == wanted
    except NotUnderstoodError:
        return False


def _check_expected(description: Description, document: object) -> None:
    """Compare the expected values (step 6)."""
    for rule in description.expect:
        value = rule.at.look(document)
        if value is ABSENT or value is None:
            raise NotUnderstoodError("an expected value is missing", pointer=str(rule.at))
        if not _is_same(value, rule.value):
            raise _RefusedError(rule.otherwise, rule.advice)


def _check_known(description: Description, document: object) -> None:
    """Find the readings that look like a number and are none (step 7)."""
    for rule in description.unknown:
        if _is_unknown(rule, document):
            raise _RefusedError(rule.means, rule.advice)


def _is_unknown(rule: Unknown, document: object) -> bool:
    match rule.condition:
        case AllZero(pointers):
            return all(_is_zero(pointer.look(document)) for pointer in pointers)
        case Null(pointer):
            value = pointer.look(document)
            parent = pointer.parent.look(document)
            return value is None or (value is ABSENT and isinstance(parent, dict))
        case Empty(pointer):
            return pointer.look(document) == []


def _is_zero(value: object) -> bool:
    try:
        return exact_number(value) == 0
    except NotUnderstoodError:
        return False


def _flags(description: Description, document: object) -> frozenset[Flag]:
    return frozenset(
        spec.flag for spec in description.flags if _is_same(spec.at.look(document), spec.value)
    )


def _figures(
    description: Description, document: object, variant: Variant | None
) -> dict[Figure, Money]:
    """Return the figures (steps 9 to 13). Raises NotUnderstoodError."""
    entries: tuple[object, ...] = ()
    unit = ""
    if description.pick is not None:
        unit, entries = _picked(description.pick, document)
    figures: dict[Figure, Decimal] = {}
    for figure, terms in description.amounts.items():
        amount = _figure(terms, document, entries, variant.id if variant else "")
        if amount is not None:
            is_debt = figure is Figure.DUE
            figures[figure] = max(amount, Decimal(0)) if is_debt else amount
        elif figure is Figure.AVAILABLE:
            missing = str(terms.of(variant.id if variant else "")[0].pointer)
            raise NotUnderstoodError("the available amount is missing", pointer=missing)
    match description.unit:
        case FixedUnit(fixed):
            unit = fixed
        case UnitAt(pointer):
            unit = _unit(pointer, document)
        case VariantUnit():
            unit = variant.unit if variant else ""
        case PickedUnit():
            pass
    return {
        figure: Money(amount, description.amounts[figure].unit or unit)
        for figure, amount in figures.items()
    }


def _figure(
    terms: Terms, document: object, entries: tuple[object, ...], variant: str
) -> Decimal | None:
    """Return the sum of the terms; None if one of them is absent or null, or none counts."""
    products: list[Decimal] = []
    is_complete = True
    for term in terms.of(variant):
        for place in entries if term.in_entry else (document,):
            number = _number(term.pointer, place)
            if number is None:
                is_complete = False  # go on: a wrong type further on refuses the answer
                continue
            size = number.copy_abs() if term.magnitude else number  # unlike abs(), never rounds
            products.append(exact_product(size, term.scale))
    if not products or not is_complete:
        return None
    amount = exact_sum(products)
    if amount.copy_abs() > MAX_AMOUNT:
        raise NotUnderstoodError("an amount is too large", pointer=str(terms.parts[0].pointer))
    return amount


def _number(pointer: Pointer, place: object) -> Decimal | None:
    value = pointer.find(place)
    if value is ABSENT or value is None:
        return None
    try:
        return exact_number(value)
    except NotUnderstoodError as error:
        raise NotUnderstoodError(error.reason, pointer=str(pointer)) from None


def _unit(pointer: Pointer, place: object) -> str:
    value = pointer.find(place)
    if type(value) is not str or not _UNIT.fullmatch(value):
        raise NotUnderstoodError("no unit", pointer=str(pointer))
    return value.upper()


def _picked(spec: PickSpec, document: object) -> tuple[str, tuple[object, ...]]:
    """Return the chosen unit and its entries (step 9)."""
    listed = spec.list.find(document)
    if not isinstance(listed, list) or not 1 <= len(listed) <= MAX_ENTRIES:
        raise NotUnderstoodError("no list of 1 to 1000 entries", pointer=str(spec.list))
    by_unit: dict[str, list[object]] = {}
    worth: dict[str, list[Decimal]] = {}
    for entry in listed:
        unit = _unit(spec.unit, entry)
        number = _number(spec.worth, entry)
        if number is None:
            raise NotUnderstoodError("an entry without a worth", pointer=str(spec.worth))
        if unit in by_unit and not spec.sum:
            raise NotUnderstoodError("a unit comes twice", pointer=str(spec.unit))
        by_unit.setdefault(unit, []).append(entry)
        worth.setdefault(unit, []).append(number)
    preferred = [unit for unit in spec.prefer if unit in by_unit]
    order = [*preferred, *(unit for unit in by_unit if unit not in preferred)]
    # A debt is not empty.
    chosen = next((unit for unit in order if exact_sum(worth[unit])), order[0])
    return chosen, tuple(by_unit[chosen])
