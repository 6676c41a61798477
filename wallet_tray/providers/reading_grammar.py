"""The part of a description's grammar that says how an answer is read."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from wallet_tray.domain.balance import Flag
from wallet_tray.domain.money import Figure
from wallet_tray.providers import model
from wallet_tray.providers.provider import UnitKind, Variant
from wallet_tray.providers.toml_table import Table

_PICK = "list unit worth prefer sum"
_TERMS = "terms unit deducted"
_TERM = "at entry scale magnitude variant"
_EXPECT = "at is otherwise advice"
_ERROR = "status at is contains means advice"
_UNKNOWN = "all_zero null empty means advice"

_UNIT = r"[A-Za-z]{1,12}"
_A_UNIT = "a unit of 1 to 12 letters"


def unit_name(table: Table, key: str) -> str:
    """Return the unit that the key states, or ""."""
    return table.matching(key, _UNIT, _A_UNIT)


def pick(top: Table) -> model.PickSpec | None:
    """Return how one entry of a list is chosen."""
    table = top.table("pick", _PICK)
    if table is None:
        return None
    table.require("list", "unit", "worth")
    preferred = table.texts("prefer", _UNIT, _A_UNIT)
    return model.PickSpec(
        list=table.pointer("list"),
        unit=table.pointer("unit"),
        worth=table.pointer("worth"),
        prefer=tuple(name.upper() for name in preferred),
        sum=table.truth("sum", default=False),
    )


def amounts(
    top: Table, variants: tuple[Variant, ...], *, is_own: bool
) -> Mapping[Figure, model.Terms]:
    """Return the terms of each figure; the available amount is required."""
    table = top.required_table("amounts", " ".join(Figure))
    table.require(Figure.AVAILABLE)
    found = {}
    for figure in Figure:
        below = table.table(figure, _TERMS)
        if below is not None:
            found[figure] = _terms(below, figure, variants, is_own=is_own, picks="pick" in top)
    for variant in variants or (Variant(id="", name=""),):
        if not found[Figure.AVAILABLE].of(variant.id):
            raise table.error("available", f'write a term for the variant "{variant.id}"')
    return MappingProxyType(found)


def _terms(
    table: Table,
    figure: Figure,
    variants: tuple[Variant, ...],
    *,
    is_own: bool,
    picks: bool,
) -> model.Terms:
    table.require("terms")
    if "deducted" in table and figure is not Figure.RESERVED:
        raise table.error("deducted", "remove it; only [amounts.reserved] has it")
    if "unit" in table and (is_own or figure is not Figure.DUE):
        raise table.error("unit", "remove it; only [amounts.due] of a shipped description has it")
    parts = tuple(_term(term, variants, picks=picks) for term in table.tables("terms", _TERM))
    if not parts:
        raise table.error("terms", "write at least one term")
    return model.Terms(
        parts=parts,
        unit=unit_name(table, "unit"),
        deducted=table.truth("deducted", default=True),
    )


def _term(table: Table, variants: tuple[Variant, ...], *, picks: bool) -> model.Term:
    place = table.exactly_one("at", "entry")
    if place == "entry" and not picks:
        raise table.error("entry", "write at, or add the table [pick]")
    scale = table.decimal("scale")
    if scale is not None and not scale:
        raise table.error("scale", "write another factor than 0")
    variant = table.text("variant")
    if variant and all(variant != offered.id for offered in variants):
        raise table.error("variant", "write the id of a [[variant]] of this file")
    return model.Term(
        pointer=table.pointer(place),
        in_entry=place == "entry",
        scale=Decimal(1) if scale is None else scale,
        magnitude=table.truth("magnitude", default=False),
        variant=variant,
    )


def unit(top: Table, variants: tuple[Variant, ...]) -> model.UnitSource:
    """Return the only source of the unit."""
    table = top.table("unit", "fixed at kind")
    sources: list[model.UnitSource] = []
    if table is not None and "fixed" in table:
        sources.append(model.FixedUnit(unit_name(table, "fixed")))
    if table is not None and "at" in table:
        sources.append(model.UnitAt(table.pointer("at")))
    if "pick" in top:
        sources.append(model.PickedUnit())
    if any(variant.unit for variant in variants):
        sources.append(model.VariantUnit())
    if len(sources) != 1:
        reason = "write exactly one source: fixed or at here, [pick], or a unit in each [[variant]]"
        raise top.error("unit", reason)
    if table is not None:
        table.word("kind", UnitKind)
    return sources[0]


def expect(top: Table) -> tuple[model.Expect, ...]:
    """Return the values that every good answer has."""
    found = []
    for table in top.tables("expect", _EXPECT):
        table.require("at", "is")
        is_given = "otherwise" in table
        otherwise = _meaning(table, "otherwise") if is_given else model.Meaning.SERVICE
        found.append(
            model.Expect(
                at=table.pointer("at"),
                value=table.scalar("is"),
                otherwise=otherwise,
                advice=table.word("advice", model.Advice),
            )
        )
    return tuple(found)


def errors(top: Table) -> tuple[model.ErrorRule, ...]:
    """Return the rules that name an error."""
    found = []
    for table in top.tables("error", _ERROR):
        if "status" not in table and "at" not in table:
            raise table.error("", "write status, at, or both")
        condition: model.Is | model.Contains | model.Present = model.Present()
        if "is" in table or "contains" in table:
            if "at" not in table:
                raise table.error("", "is and contains need the key at; add it")
            if table.exactly_one("is", "contains") == "is":
                condition = model.Is(table.scalar("is"))
            else:
                condition = model.Contains(table.text("contains"))
        found.append(
            model.ErrorRule(
                means=_meaning(table, "means"),
                status=table.whole("status", 300, 599),
                at=table.pointer("at") if "at" in table else None,
                condition=condition,
                advice=table.word("advice", model.Advice),
            )
        )
    return tuple(found)


def unknown(top: Table) -> tuple[model.Unknown, ...]:
    """Return the readings that look like a number and are none."""
    found = []
    for table in top.tables("unknown", _UNKNOWN):
        condition: model.AllZero | model.Null | model.Empty
        match table.exactly_one("all_zero", "null", "empty"):
            case "all_zero":
                condition = model.AllZero(table.pointers("all_zero"))
            case "null":
                condition = model.Null(table.pointer("null"))
            case _:
                condition = model.Empty(table.pointer("empty"))
        found.append(
            model.Unknown(
                condition=condition,
                means=_meaning(table, "means"),
                advice=table.word("advice", model.Advice),
            )
        )
    return tuple(found)


def flags(top: Table) -> tuple[model.FlagSpec, ...]:
    """Return the flags beside the amounts."""
    table = top.table("flags", " ".join(Flag))
    found = []
    for flag in Flag:
        below = table.table(flag, "at is") if table else None
        if below is not None:
            below.require("at")
            value = below.scalar("is") if "is" in below else True
            found.append(model.FlagSpec(flag=flag, at=below.pointer("at"), value=value))
    return tuple(found)


def check_limits(top: Table) -> None:
    """Refuse limits of a new account that no user could set."""
    table = top.table("limits", "low critical")
    if table is None:
        return
    low, critical = table.decimal("low"), table.decimal("critical")
    for key, limit in (("low", low), ("critical", critical)):
        if limit is not None and limit < 0:
            raise table.error(key, "write 0 or more")
    if low is not None and critical is not None and critical > low:
        raise table.error("critical", "write at most the limit low")


def _meaning(table: Table, key: str) -> model.Meaning:
    means = table.required_word(key, model.Meaning)
    if means is model.Meaning.NOT_UNDERSTOOD:
        raise table.error(key, "the program decides that itself; write another meaning")
    return means
