"""The grammar of a description (schema 1): TOML text to ``Provider`` and ``Description``.

The vocabulary is closed: an unknown key, a wrong type or a second source of the unit refuses the
file. Here are the service, its variants, fields and key. ``request_grammar`` has what is asked,
``reading_grammar`` what is read from the answers. A user's own description may do less than a
shipped one: see ``OwnRules``.
"""

import re
import tomllib
from collections.abc import Callable, Collection
from dataclasses import dataclass

from wallet_tray.domain.account import canonical_url
from wallet_tray.providers import reading_grammar, request_grammar
from wallet_tray.providers.model import Confidence, Description, KeyKind
from wallet_tray.providers.provider import (
    FIELD_PATTERNS,
    MAX_SIZE,
    AtZero,
    DescriptionError,
    Field,
    Provider,
    UnitKind,
    Variant,
    Written,
    stated,
)
from wallet_tray.providers.strategies import ANSWERS, AUTH, DETAILS
from wallet_tray.providers.toml_table import Table

SCHEMA = 1
STRATEGIES = {"auth": AUTH, "answer": ANSWERS, "books": DETAILS}

_TOP = (
    "schema id name source checked confidence doubt base lag min_interval_seconds at_zero refills "
    "variant field key auth request pick amounts unit expect error unknown flags limits pages "
    "strategies"
)
_VARIANT = "id name base unit kind top_up page"
_FIELD = "id name hint pattern environment optional"
_KEY = "name kind page hint can_spend environment prefixes wrong_prefixes"

_ID = r"[a-z0-9-]{1,32}"
_AN_ID = "1 to 32 of a-z, 0-9 and -"
_VARIABLE = r"(?!WALLET_TRAY_)[A-Z][A-Z0-9_]{0,63}"  # the program's own are not a service's
_A_VARIABLE = "the name of a variable, such as ACME_API_KEY"
_PREFIX = r"[\x21-\x7e]{1,32}"
_A_PREFIX = "the first characters of a key"


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What a user's own description must respect.

    It takes neither the id nor the variables of a shipped one. It sends GET only, with the key in a
    header, and uses no strategies.
    """

    shipped_ids: Collection[str]
    shipped_variables: Callable[[], Collection[str]]  # asked only if the file names a variable


def parse(body: bytes, file: str, own: OwnRules | None = None) -> Provider:
    """Return the provider that the file describes. Raises DescriptionError.

    ``own`` is None for a shipped description.
    """
    text = _decoded(body, file)
    entries = _loaded(text, file)
    schema = entries.get("schema", SCHEMA)
    if type(schema) is int and schema > SCHEMA:  # before its new keys are called unknown
        reason = f"made for a newer program; update it, or write {SCHEMA}"
        raise Table(file, text, (), entries, "").error("schema", reason)
    top = Table(file, text, (), entries, _TOP)
    top.require("schema", "id", "name", "source", "checked", "base")
    top.whole("schema", SCHEMA, SCHEMA)
    if own is not None:
        _check_own(top, own)
    description = _description(top, own)
    _check_service(top, own)
    return stated(entries, Written(body, file, description))


def _decoded(body: bytes, file: str) -> str:
    if len(body) > MAX_SIZE:
        reason = f"the file is too large; write at most {MAX_SIZE} bytes"
        raise DescriptionError(file, 1, "", reason)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise DescriptionError(file, line, "", "save the file as UTF-8") from None


def _loaded(text: str, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also of a number with thousands of digits
        said = error.args[0] if error.args else ""
    lines = text.split("\n")
    place = re.search(r"\(at line ([0-9]+), ", said)
    line = int(place[1]) if place else len(lines)
    key = re.match(r"[ \t\[]*([A-Za-z0-9_.-]{1,64})[ \t]*[=\]]", lines[line - 1])
    is_twice = said.startswith(("Cannot overwrite", "Cannot declare", "Duplicate"))
    reason = "written twice; keep one" if is_twice else "no TOML; check quotes, brackets and commas"
    raise DescriptionError(file, line, key[1] if key else "", reason)


def _check_own(top: Table, own: OwnRules) -> None:
    if top.text("id") in own.shipped_ids:
        raise top.error("id", "this id belongs to a shipped wallet; choose another")
    if "strategies" in top:
        raise top.error("strategies", "remove it; only shipped descriptions have strategies")


def _description(top: Table, own: OwnRules | None) -> Description:
    is_own = own is not None
    variants = _variants(top)
    fields = _fields(top, own)
    auth = request_grammar.auth(top, fields, is_own=is_own)
    return Description(
        source=_sources(top),
        checked=top.day("checked"),
        auth=auth,
        requests=request_grammar.requests(top, fields, auth, is_own=is_own),
        pick=reading_grammar.pick(top),
        amounts=reading_grammar.amounts(top, variants, is_own=is_own),
        unit=reading_grammar.unit(top, variants),
        expect=reading_grammar.expect(top),
        errors=reading_grammar.errors(top),
        unknown=reading_grammar.unknown(top),
        flags=reading_grammar.flags(top),
    )


def _check_service(top: Table, own: OwnRules | None) -> None:
    """Check what ``stated`` builds the provider from, but for the variants and fields."""
    top.matching("id", _ID, _AN_ID)
    for key in ("name", "doubt", "lag"):
        top.text(key)
    _check_confidence(top, is_own=own is not None)
    _base(top)
    top.seconds("min_interval_seconds")
    top.word("at_zero", AtZero)
    top.truth("refills", default=False)
    _check_key(top, own)
    reading_grammar.check_limits(top)
    pages = top.table("pages", "top_up console")
    if pages is not None:
        pages.page("top_up")
        pages.page("console")
    _check_strategies(top)


def _sources(top: Table) -> tuple[str, ...]:
    sources = top.pages("source")
    if not sources:
        raise top.error("source", "write at least one address of the documentation")
    return sources


def _check_confidence(top: Table, *, is_own: bool) -> None:
    confidence = top.word("confidence", Confidence)
    if is_own and confidence not in (None, Confidence.YOURS):
        raise top.error("confidence", 'write "yours", or remove it')
    if not is_own and confidence in (None, Confidence.YOURS):
        raise top.error("confidence", "write documented or seen")


def _base(table: Table) -> str:
    """Return the address before every path; "" where the user gives it."""
    if table.entries["base"] == "":
        return ""
    base = table.text("base")
    canonical = canonical_url(base)
    if canonical is None:
        raise table.error("base", "write an https address without user, query and fragment")
    if canonical != base:
        raise table.error("base", f'write it as "{canonical}"')
    path = base.split("/", 3)[3:]
    if "{" in base or (path and not request_grammar.is_plain_path("/" + path[0])):
        raise table.error("base", "write a path without .., // and special characters")
    return base


def _variants(top: Table) -> tuple[Variant, ...]:
    found: list[Variant] = []
    for table in top.tables("variant", _VARIANT):
        table.require("id", "name")
        variant = Variant(
            id=table.matching("id", _ID, _AN_ID),
            name=table.text("name"),
            base=_base(table) if "base" in table else "",
            unit=reading_grammar.unit_name(table, "unit"),
            kind=table.word("kind", UnitKind),
            top_up=table.page("top_up"),
            page=table.page("page"),
        )
        if any(variant.id == other.id for other in found):
            raise table.error("id", "this variant comes twice; choose another id")
        if found and bool(found[0].unit) != bool(variant.unit):
            raise table.error("unit", "write a unit in all variants, or in none")
        found.append(variant)
    return tuple(found)


def _fields(top: Table, own: OwnRules | None) -> tuple[Field, ...]:
    found: list[Field] = []
    for table in top.tables("field", _FIELD):
        table.require("id", "name")
        part = Field(
            id=table.matching("id", request_grammar.FIELD_ID, request_grammar.A_FIELD_ID),
            name=table.text("name"),
            hint=table.text("hint"),
            pattern=_pattern(table),
            environment=_environment(table, own),
            optional=table.truth("optional", default=False),
        )
        if any(part.id == other.id for other in found):
            raise table.error("id", "this field comes twice; choose another id")
        found.append(part)
    return tuple(found)


def _pattern(table: Table) -> str:
    names = f"one of {', '.join(FIELD_PATTERNS)}"
    return table.matching("pattern", "|".join(FIELD_PATTERNS), names) or "token"


def _check_key(top: Table, own: OwnRules | None) -> None:
    table = top.required_table("key", _KEY)
    table.require("name")
    table.text("name")
    table.required_word("kind", KeyKind)
    table.page("page")
    table.text("hint")
    table.truth("can_spend", default=False)
    _environment(table, own)
    table.texts("prefixes", _PREFIX, _A_PREFIX)
    table.texts("wrong_prefixes", _PREFIX, _A_PREFIX)


def _environment(table: Table, own: OwnRules | None) -> tuple[str, ...]:
    names = table.texts("environment", _VARIABLE, _A_VARIABLE)
    taken = own.shipped_variables() if own is not None and names else ()
    for index, name in enumerate(names):
        if name in taken:
            reason = "this variable belongs to a shipped wallet; name another"
            raise table.error(("environment", index), reason)
    return names


def _check_strategies(top: Table) -> None:
    table = top.table("strategies", " ".join(STRATEGIES))
    if table is not None:
        for key, names in STRATEGIES.items():
            table.matching(key, "|".join(names), f"one of {', '.join(names)}")
