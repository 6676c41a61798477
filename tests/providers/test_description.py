"""The closed grammar: what a description may say, and what its errors say."""

import tomllib
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.wallet_answers import described, description, shipped, shipped_ids
from wallet_tray.domain.balance import Flag
from wallet_tray.domain.money import Figure
from wallet_tray.providers import model
from wallet_tray.providers.description import OwnRules, parse
from wallet_tray.providers.json_reader import Pointer
from wallet_tray.providers.model import (
    AllZero,
    Confidence,
    Contains,
    ErrorRule,
    Expect,
    FixedUnit,
    FlagSpec,
    Is,
    Meaning,
    PickedUnit,
    Term,
    VariantUnit,
)
from wallet_tray.providers.provider import (
    MAX_SIZE,
    DescriptionError,
    Limits,
    UnitKind,
)
from wallet_tray.providers.registry import SHIPPED

OWN = OwnRules({"deepseek"}, lambda: {"DEEPSEEK_API_KEY"})


def refused(text: str, own: OwnRules | None = None) -> DescriptionError:
    with pytest.raises(DescriptionError) as caught:
        parse(text.encode(), "acme.toml", own)
    error = caught.value
    assert str(error).startswith(f"acme.toml:{error.line}: ")
    assert error.__cause__ is None
    return error


def line_with(text: str, piece: str) -> int:
    lines = [number for number, line in enumerate(text.splitlines(), 1) if piece in line]
    return lines[0] if piece else 1


def test_smallest_description() -> None:
    provider = described()
    assert provider.name == "Acme"
    assert provider.description.checked == date(2026, 11, 29)
    assert provider.description.auth == model.BearerAuth()
    assert provider.description.requests == (model.RequestSpec(path="/balance"),)
    assert provider.description.amounts[Figure.AVAILABLE].parts == (
        Term(pointer=Pointer(("balance",))),
    )
    assert provider.description.unit == FixedUnit("USD")
    assert provider.kind_of("USD") is UnitKind.MONEY
    assert provider.variant("") is None


def test_everything_else_is_kept() -> None:
    provider = described(
        """
[[variant]]
id = "eu"
name = "Europe"
base = "https://eu.acme.example/v2"
unit = "EUR"

[[variant]]
id = "us"
name = "America"
unit = "USD"
kind = "points"

[[field]]
id = "team"
name = "Team"
pattern = "digits"
environment = ["ACME_TEAM"]

[[expect]]
at = "/ok"
is = true
otherwise = "bad-key"

[[error]]
status = 422
at = "/message"
contains = "slow down"
means = "rate-limited"

[[unknown]]
all_zero = ["/a", "/b"]
means = "no-permission"
advice = "admin-key"

[flags]
auto_top_up = { at = "/auto", is = 1 }

[limits]
low = "5.50"
""",
        base='base = "https://acme.example"\nmin_interval_seconds = 60\nrefills = true',
        path='path = "/teams/{team}/"\nquery = { expand = "all" }\nheaders = { Accept = "a/b" }',
        fixed="",
    )
    assert [variant.id for variant in provider.variants] == ["eu", "us"]
    assert provider.description.unit == VariantUnit()
    assert provider.kind_of("USD", "us") is UnitKind.POINTS
    assert provider.fields[0].pattern == "digits"
    assert provider.min_interval == timedelta(minutes=1)
    assert provider.refills
    assert provider.description.requests[0].query == (("expand", "all"),)
    assert provider.description.requests[0].headers == (("Accept", "a/b"),)
    ok = Pointer(("ok",))
    assert provider.description.expect == (Expect(at=ok, value=True, otherwise=Meaning.BAD_KEY),)
    assert provider.description.errors == (
        ErrorRule(
            means=Meaning.RATE_LIMITED,
            status=422,
            at=Pointer(("message",)),
            condition=Contains("slow down"),
        ),
    )
    assert provider.description.unknown[0].condition == AllZero((Pointer(("a",)), Pointer(("b",))))
    assert provider.description.flags == (
        FlagSpec(flag=Flag.AUTO_TOP_UP, at=Pointer(("auto",)), value=1),
    )
    assert provider.limits == Limits(Decimal("5.50"), None)


@pytest.mark.parametrize(
    ("unit", "low", "critical"), [("USD", 10, 2), ("CNY", 70, 15), ("points", None, None)]
)
def test_limits_of_a_new_account(unit: str, low: int | None, critical: int | None) -> None:
    limits = described(fixed=f'fixed = "{unit}"').usual_limits(unit)
    assert (limits.low, limits.critical) == (low, critical)


LINE = "\n[[error]]\nstatus = 400\nmeans = 'service'\n"
FIELD = "[[field]]\nid = 'team'\nname = 'Team'\n"
OPTIONAL = FIELD + "optional = true\n"
VARIANT = "[[variant]]\nid = 'a'\nname = 'A'\n"
PICK = "[pick]\nlist = '/l'\nunit = '/u'\nworth = '/w'\n"

FAULTS = {
    # name: (text, the line's piece, key, a piece of the reason)
    "missing name": (description(**{'name = "Acme': ""}), "", "", "missing; add it"),
    "misspelt key": (description(**{'name = "Acme': 'nmae = "Acme"'}), "nmae", "nmae", '"name"?'),
    "unknown table": (description("[prices]"), "[prices]", "prices", "unknown key"),
    "unknown key of a table": (
        description(kind='kind = "ordinary"\nrights = "all"'),
        "rights",
        "key.rights",
        "known here: name, kind",
    ),
    "unknown key of a term": (
        description(
            available='available.terms = [\n  { at = "/a" },\n  { at = "/b", sclae = "1" }]'
        ),
        "sclae",
        "amounts.available.terms.sclae",
        '"scale"?',
    ),
    "text instead of a table": (
        description(
            schema="schema = 1\nkey = 'x'", **{"[key]": "[pages]", 'name = "API': "", "kind": ""}
        ),
        "key = 'x'",
        "key",
        "a table here, not a text",
    ),
    "key twice": (
        description(base='base = "https://a.example"\nbase = ""'),
        'base = ""',
        "base",
        "twice",
    ),
    "table twice": (description('[unit]\nfixed = "EUR"'), "", "", "twice"),
    "no TOML": (description(base="base = https://a.example"), "base", "base", "check quotes"),
    "no closing quote": (description(checked='checked = "a'), "", "", "check quotes"),
    "endless number": (description("x = " + "1" * 5000), "", "", "check quotes"),
    "newer schema": (
        description("[new]\na = 1", schema="schema = 2"),
        "schema",
        "schema",
        "update it, or write 1",
    ),
    "schema of another type": (description(schema='schema = "1"'), "schema", "schema", "whole"),
    "schema 0": (description(schema="schema = 0"), "schema", "schema", "from 1 to 1"),
    "schema as a truth": (description(schema="schema = true"), "schema", "schema", "whole"),
    "no schema": (description(schema=""), "", "", "missing; add it"),
    "capital id": (description(id='id = "Acme"'), "id", "id", "a-z"),
    "id of a path": (description(id='id = "../acme"'), "id", "id", "a-z"),
    "long id": (description(id=f'id = "{"a" * 33}"'), "id", "id", "1 to 32"),
    "name with a line break": (
        description(**{'name = "Acme': 'name = "A\\nB"'}),
        "name",
        "name",
        "printable",
    ),
    "name with a bidi mark": (
        description(**{'name = "Acme': 'name = "A\u202eB"'}),
        "name",
        "name",
        "printable",
    ),
    "long name": (description(**{'name = "Acme': f'name = "{"a" * 201}"'}), "name", "name", "200"),
    "empty name": (description(**{'name = "Acme': 'name = " "'}), "name", "name", "printable"),
    "number as a name": (
        description(**{'name = "Acme': "name = 5"}),
        "name",
        "name",
        "not a whole number",
    ),
    "no source": (description(source="source = []"), "source", "source", "at least one"),
    "source over http": (
        description(source='source = [\n  "https://a.example",\n  "http://a.example",\n]'),
        '"http://',
        "source",
        "https",
    ),
    "checked as text": (
        description(checked='checked = "2026-11-29"'),
        "checked",
        "checked",
        "without quotes",
    ),
    "checked with a time": (
        description(checked="checked = 2026-11-29T10:00:00Z"),
        "checked",
        "checked",
        "a date",
    ),
    "confidence of a user": (
        description(confidence='confidence = "yours"'),
        "confidence",
        "confidence",
        "documented or seen",
    ),
    "no confidence": (description(confidence=""), "", "confidence", "documented or seen"),
    "at_zero of another word": (
        description(checked="checked = 2026-11-29\nat_zero = 'explodes'"),
        "at_zero",
        "at_zero",
        "stops, deletes, debt, blocks, normal",
    ),
    "interval of a fraction": (
        description(checked="checked = 2026-11-29\nmin_interval_seconds = 1.5"),
        "min_interval",
        "min_interval_seconds",
        "from 1 to 86400",
    ),
    "refills as a number": (
        description(checked="checked = 2026-11-29\nrefills = 1"),
        "refills",
        "refills",
        "true or false",
    ),
    "form of auth": (description(form='form = "digest"'), "form", "auth.form", "bearer, header"),
    "prefix of bearer": (
        description(form='form = "bearer"\nprefix = "Key "'),
        "prefix",
        "auth.prefix",
        "remove it",
    ),
    "header without a name": (
        description(form='form = "header"'),
        "[auth]",
        "auth.name",
        "missing",
    ),
    "prefix without its blank": (
        description(form='form = "header"\nname = "Authorization"\nprefix = "Key"'),
        "prefix",
        "auth.prefix",
        "a blank",
    ),
    "basic without a field": (
        description(form='form = "basic"\nuser = "team"'),
        "user",
        "auth.user",
        "[[field]]",
    ),
    "basic with an optional field": (
        description(OPTIONAL, form='form = "basic"\nuser = "team"'),
        "user",
        "auth.user",
        "not optional",
    ),
    "field twice": (description(FIELD + FIELD.replace("Team", "Two")), "", "field.id", "twice"),
    "capital field": (description(FIELD.replace("team", "Team_1")), "Team_1", "field.id", "a-z"),
    "pattern of a field": (
        description(FIELD + "pattern = '.*'"),
        "'.*'",
        "field.pattern",
        "digits",
    ),
    "variable of the program": (
        description(FIELD + "environment = ['WALLET_TRAY_KEY_A']"),
        "environment",
        "field.environment",
        "ACME_API_KEY",
    ),
    "variable in small letters": (
        description(kind="kind = 'ordinary'\nenvironment = ['path']"),
        "environment",
        "key.environment",
        "variable",
    ),
    "two of the same variable": (
        description(kind="kind = 'ordinary'\nenvironment = ['A', 'A']"),
        "environment",
        "key.environment",
        "twice",
    ),
    "no request": (description(**{"[[request]]": "", "path": ""}), "", "", "missing; add it"),
    "three requests": (
        description("[[request]]\npath = '/b'\n[[request]]\npath = '/c'"),
        "",
        "request",
        "one or two",
    ),
    "first of two takes nothing": (
        description("[[request]]\npath = '/b'"),
        "[[request]]",
        "request.take",
        "missing",
    ),
    "last of two takes": (
        description(path="path = '/a'\ntake = { name = 'a', at = '/a' }"),
        "take",
        "request.take",
        "first of two",
    ),
    "taken in the first path": (
        description(
            "[[request]]\npath = '/b/{it}'",
            path="path = '/a/{it}'\ntake = { name = 'it', at = '/a' }",
        ),
        "/a/{it}",
        "request.path",
        "{it}",
    ),
    "taken under a field's name": (
        description(
            FIELD + "[[request]]\npath = '/b/{team}'",
            path="path = '/a'\ntake = { name = 'team', at = '/a' }",
        ),
        "take",
        "request.take.name",
        "choose another",
    ),
    "unknown field in a path": (
        description(path="path = '/{team}'"),
        "{team}",
        "request.path",
        "{team}",
    ),
    "optional field in a path": (
        description(OPTIONAL, path="path = '/{team}'"),
        "{team}",
        "request.path",
        "optional",
    ),
    "field as a part of a segment": (
        description(FIELD, path="path = '/a{team}'"),
        "a{team}",
        "request.path",
        "begin with one /",
    ),
    "body of a GET": (description(path="path = '/a'\nbody = {}"), "body", "request.body", "POST"),
    "key in the body of a GET": (
        description(form="form = 'body'\nname = 'key'"),
        "[[request]]",
        "request.body",
        "POST",
    ),
    "float in a body": (
        description(path="path = '/a'\nmethod = 'POST'\n[request.body]\na = [\n 1,\n 1.5]"),
        "1.5",
        "request.body.a",
        "whole number",
    ),
    "time in a body": (
        description(path="path = '/a'\nmethod = 'POST'\nbody = { a = 2026-11-29 }"),
        "body",
        "request.body.a",
        "whole number",
    ),
    "field in a body": (
        description(FIELD, path="path = '/a'\nmethod = 'POST'\nbody = { a = '{team}' }"),
        "body",
        "request.body",
        "no {field}",
    ),
    "field in a query": (
        description(FIELD, path="path = '/a'\nquery = { a = '{team}' }"),
        "query",
        "request.query.a",
        "without a {field}",
    ),
    "number in a query": (
        description(path="path = '/a'\nquery = { a = 1 }"),
        "query",
        "request.query.a",
        "in quotes",
    ),
    "other method": (
        description(path="path = '/a'\nmethod = 'DELETE'"),
        "method",
        "request.method",
        "GET",
    ),
    "header of the connection": (
        description(path="path = '/a'\nheaders = { Host = 'evil.example' }"),
        "headers",
        "request.headers.Host",
        "never sent",
    ),
    "cookie": (
        description(path="path = '/a'\nheaders = { Cookie = 'a=b' }"),
        "headers",
        "request.headers.Cookie",
        "never sent",
    ),
    "line break in a header": (
        description(path='path = "/a"\nheaders = { Accept = "a\\r\\nHost: b" }'),
        "headers",
        "request.headers.Accept",
        "printable",
    ),
    "umlaut in a header": (
        description(path='path = "/a"\nheaders = { Accept = "ä" }'),
        "headers",
        "request.headers.Accept",
        "visible ASCII",
    ),
    "unknown field in a header": (
        description(path='path = "/a"\nheaders = { Accept = "{team}" }'),
        "headers",
        "request.headers.Accept",
        "[[field]]",
    ),
    "half a field in a header": (
        description(FIELD, path='path = "/a"\nheaders = { Accept = "{team" }'),
        "headers",
        "request.headers.Accept",
        "[[field]]",
    ),
    "key's header twice": (
        description(path='path = "/a"\nheaders = { authorization = "x" }'),
        "headers",
        "request.headers.authorization",
        "already",
    ),
    "header twice": (
        description(path='path = "/a"\nheaders = { Accept = "x", accept = "y" }'),
        "headers",
        "request.headers.accept",
        "already",
    ),
    "no amounts": (
        description(**{"[amounts]": "", "available": ""}),
        "",
        "",
        "missing; add it",
    ),
    "no available amount": (
        description(available='total.terms = [{ at = "/a" }]'),
        "[amounts]",
        "amounts.available",
        "missing",
    ),
    "unknown figure": (
        description(available='available.terms = [{ at = "/a" }]\nspent.terms = [{ at = "/b" }]'),
        "spent",
        "amounts.spent",
        "unknown key",
    ),
    "no terms": (
        description(available="available.terms = []"),
        "available",
        "amounts.available.terms",
        "one term",
    ),
    "terms as a text": (
        description(available="available.terms = '/a'"),
        "available",
        "amounts.available.terms",
        "square brackets",
    ),
    "term without a place": (
        description(available='available.terms = [{ scale = "1" }]'),
        "available",
        "amounts.available.terms",
        "exactly one of at, entry",
    ),
    "term with two places": (
        description(PICK, available='available.terms = [{ at = "/a", entry = "/b" }]', fixed=""),
        "available",
        "amounts.available.terms.entry",
        "exactly one of at, entry",
    ),
    "entry without a pick": (
        description(available='available.terms = [{ entry = "/b" }]'),
        "available",
        "amounts.available.terms.entry",
        "[pick]",
    ),
    "no pointer": (
        description(available='available.terms = [{ at = "a.b" }]'),
        "available",
        "amounts.available.terms.at",
        "/data/balance",
    ),
    "number as a pointer": (
        description(available="available.terms = [{ at = 0 }]"),
        "available",
        "amounts.available.terms.at",
        "in quotes",
    ),
    "float as a scale": (
        description(available='available.terms = [{ at = "/a", scale = 0.01 }]'),
        "available",
        "amounts.available.terms.scale",
        '"0.01"',
    ),
    "whole number as a scale": (
        description(available='available.terms = [{ at = "/a", scale = 1 }]'),
        "available",
        "amounts.available.terms.scale",
        "in quotes",
    ),
    "scale with an exponent": (
        description(available='available.terms = [{ at = "/a", scale = "1e-2" }]'),
        "available",
        "amounts.available.terms.scale",
        "decimal",
    ),
    "scale of nothing": (
        description(available='available.terms = [{ at = "/a", scale = "-0.00" }]'),
        "available",
        "amounts.available.terms.scale",
        "than 0",
    ),
    "magnitude as a number": (
        description(available='available.terms = [{ at = "/a", magnitude = 1 }]'),
        "available",
        "amounts.available.terms.magnitude",
        "true or false",
    ),
    "unknown variant of a term": (
        description(VARIANT, available='available.terms = [{ at = "/a", variant = "b" }]'),
        "available",
        "amounts.available.terms.variant",
        "[[variant]]",
    ),
    "variant without a term": (
        description(
            VARIANT + VARIANT.replace("'a'", "'b'"),
            available='available.terms = [{ at = "/a", variant = "a" }]',
        ),
        "available",
        "amounts.available",
        '"b"',
    ),
    "variant twice": (
        description(VARIANT + VARIANT.replace("'A'", "'B'")),
        "",
        "variant.id",
        "twice",
    ),
    "unit in one variant": (
        description(VARIANT + "unit = 'EUR'\n" + VARIANT.replace("'a'", "'b'"), fixed=""),
        "",
        "variant.unit",
        "in all variants",
    ),
    "deducted of another figure": (
        description(available='available = { terms = [{ at = "/a" }], deducted = true }'),
        "available",
        "amounts.available.deducted",
        "reserved",
    ),
    "unit of another figure": (
        description(available='available = { terms = [{ at = "/a" }], unit = "EUR" }'),
        "available",
        "amounts.available.unit",
        "due",
    ),
    "no unit": (description(**{"[unit]": "", "fixed": ""}), "", "unit", "exactly one source"),
    "two units": (
        description(fixed='fixed = "USD"\nat = "/u"'),
        "[unit]",
        "unit",
        "exactly one source",
    ),
    "unit and pick": (description(PICK), "[unit]", "unit", "exactly one source"),
    "unit and variants": (
        description(VARIANT + "unit = 'EUR'"),
        "[unit]",
        "unit",
        "exactly one source",
    ),
    "unit of two words": (
        description(fixed='fixed = "US dollars"'),
        "fixed",
        "unit.fixed",
        "letters",
    ),
    "error of nothing": (
        description("[[error]]\nmeans = 'service'"),
        "[[error]]",
        "error",
        "status, at",
    ),
    "error without a meaning": (
        description("[[error]]\nstatus = 400"),
        "[[error]]",
        "error.means",
        "missing",
    ),
    "error of a good status": (
        description(LINE.replace("400", "200")),
        "status = 200",
        "error.status",
        "300",
    ),
    "status as a text": (
        description(LINE.replace("400", "'400'")),
        "status",
        "error.status",
        "whole",
    ),
    "condition without a place": (description(LINE + "is = 1"), "[[error]]", "error", "key at"),
    "two conditions": (
        description(LINE + "at = '/a'\nis = 1\ncontains = 'b'"),
        "contains",
        "error.contains",
        "exactly one of is, contains",
    ),
    "float as a value": (
        description(LINE + "at = '/a'\nis = 1.0"),
        "is = 1.0",
        "error.is",
        "with a point",
    ),
    "meaning that only the program has": (
        description(LINE.replace("'service'", "'not-understood'")),
        "not-understood",
        "error.means",
        "itself",
    ),
    "advice in own words": (
        description(LINE + "advice = 'Buy more'"),
        "advice",
        "error.advice",
        "management-key",
    ),
    "expected of nothing": (
        description("[[expect]]\nat = '/a'"),
        "[[expect]]",
        "expect.is",
        "missing",
    ),
    "two unknown readings in one": (
        description("[[unknown]]\nnull = '/a'\nempty = '/b'\nmeans = 'service'"),
        "empty",
        "unknown.empty",
        "exactly one of",
    ),
    "no zeros": (
        description("[[unknown]]\nall_zero = []\nmeans = 'service'"),
        "all_zero",
        "unknown.all_zero",
        "at least one",
    ),
    "unknown flag": (
        description("[flags]\nopen = { at = '/a', is = 1 }"),
        "open",
        "flags.open",
        "unknown",
    ),
    "flag without a place": (
        description("[flags]\nblocked = { is = true }"),
        "blocked",
        "flags.blocked.at",
        "missing",
    ),
    "limit as a number": (description("[limits]\nlow = 5"), "low = 5", "limits.low", "in quotes"),
    "limit below nothing": (description("[limits]\nlow = '-5'"), "low", "limits.low", "0 or more"),
    "limits the wrong way round": (
        description("[limits]\nlow = '5'\ncritical = '6'"),
        "critical",
        "limits.critical",
        "at most",
    ),
    "page over http": (
        description("[pages]\ntop_up = 'http://a.example'"),
        "top_up",
        "pages.top_up",
        "https",
    ),
    "unknown strategy": (
        description("[strategies]\nauth = 'magic'"),
        "auth = 'magic'",
        "strategies.auth",
        "exchange",
    ),
}


@pytest.mark.parametrize(("text", "piece", "key", "reason"), FAULTS.values(), ids=FAULTS.keys())
def test_fault_names_line_key_and_what_to_write(
    text: str, piece: str, key: str, reason: str
) -> None:
    error = refused(text)
    assert reason in error.reason
    assert error.key == key or not key
    if piece:
        assert error.line == line_with(text, piece)


@pytest.mark.parametrize(
    "base",
    [
        "http://api.acme.example",
        "http://127.0.0.1",
        "https://user@api.acme.example",
        "https://user:pass@api.acme.example",
        "https://api.acme.example/",
        "https://api.acme.example?x=1",
        "https://api.acme.example#x",
        "https://API.acme.example",
        "https://api.acme.example:443",
        "https://api.acme.example/a/../b",
        "https://api.acme.example/a//b",
        "https://api.acme.example/%2e%2e",
        "https://api.acme.example/{team}",
        "ftp://api.acme.example",
        "//api.acme.example",
        "api.acme.example",
        "https://",
        " ",
        "https://api.acme.example\\\\@evil.example",
    ],
)
def test_base_is_one_plain_https_address(base: str) -> None:
    error = refused(description(base=f'base = "{base}"'))
    assert (error.line, error.key) == (7, "base")
    assert refused(description(VARIANT + f'base = "{base}"')).key == "variant.base"


def test_base_may_be_left_to_the_user() -> None:
    assert described(base='base = ""').base == ""


@pytest.mark.parametrize(
    "path",
    [
        "balance",
        "//evil.example/balance",
        "/a//b",
        "/a/../b",
        "/..",
        "/.",
        "/a/./b",
        "/a b",
        "/a?b=1",
        "/a#b",
        "/a%2fb",
        "/a\\\\b",
        "/a:b",
        "/a@b",
        "/{}",
        "/{Team}",
        "/ä",
        "https://evil.example/",
    ],
)
def test_path_is_plain(path: str) -> None:
    error = refused(description(path=f'path = "{path}"'))
    assert error.key == "request.path"
    assert error.line == line_with(description(path=f'path = "{path}"'), "path = ")


@pytest.mark.parametrize("path", ["/", "/a", "/a/", "/v1/users/me.json", "/a~b/-_.x"])
def test_plain_path_is_kept(path: str) -> None:
    assert described(path=f'path = "{path}"').description.requests[0].path == path


OWN_FAULTS = {
    "shipped id": ('id = "deepseek"', "id", "choose another"),
    "documented": ('confidence = "documented"', "confidence", "yours"),
    "POST": ('path = "/a"\nmethod = "POST"', "request.method", "write GET"),
    "key in the query": ('form = "query"\nname = "key"', "auth.form", "write header"),
    "key in the body": ('form = "body"\nname = "key"', "auth.form", "write header"),
    "variable of a shipped wallet": (
        'kind = "ordinary"\nenvironment = ["MINE", "DEEPSEEK_API_KEY"]',
        "key.environment",
        "name another",
    ),
    "strategy": ('fixed = "USD"\n[strategies]\nanswer = "proto3-balance"', "strategies", "remove"),
    "unit of the amount due": (
        'available.terms = [{ at = "/a" }]\ndue = { terms = [{ at = "/b" }], unit = "EUR" }',
        "amounts.due.unit",
        "shipped",
    ),
}


@pytest.mark.parametrize(("lines", "key", "reason"), OWN_FAULTS.values(), ids=OWN_FAULTS.keys())
def test_own_description_may_do_less(lines: str, key: str, reason: str) -> None:
    begin = lines.partition(" ")[0]
    begin = "available" if begin.startswith("available") else begin
    text = description(**{"confidence": "", begin: lines} if begin != "confidence" else {})
    error = refused(text, OWN)
    assert (error.key, reason in error.reason) == (key, True)


def test_own_description_is_yours() -> None:
    for line in ("", 'confidence = "yours"'):
        text = description(confidence=line)
        assert parse(text.encode(), "acme.toml", OWN).confidence == Confidence.YOURS


def test_own_variable_is_compared_only_if_there_is_one() -> None:
    def asked() -> frozenset[str]:
        raise AssertionError("no description was to be opened")

    parse(description(confidence="").encode(), "acme.toml", OwnRules((), asked))


def test_size_is_limited() -> None:
    text = description() + "#" * MAX_SIZE
    assert "65536 bytes" in refused(text).reason
    fits = description()
    parse((fits + "#" * (MAX_SIZE - len(fits))).encode(), "acme.toml")


@pytest.mark.parametrize(
    ("body", "line"), [(b"\xff", 1), (b"a = 1\nb = '\xff'", 2), ("a = 1".encode("utf-16"), 1)]
)
def test_file_is_utf_8(body: bytes, line: int) -> None:
    with pytest.raises(DescriptionError, match="UTF-8") as caught:
        parse(body, "acme.toml")
    assert caught.value.line == line


@pytest.mark.parametrize("opening", ["a = " + "[" * 60_000, "a = " + "{a=" * 20_000, "[" * 60_000])
def test_deep_nesting_is_refused(opening: str) -> None:
    refused(opening)


def error_of(text: str, own: OwnRules | None) -> DescriptionError | None:
    try:
        parse(text.encode(), "acme.toml", own)
    except DescriptionError as error:
        return error
    return None


@settings(max_examples=400, deadline=None, database=None)
@given(st.data())
def test_any_damaged_description_is_read_or_refused(data: st.DataObject) -> None:
    """Nothing but DescriptionError is raised, and its line is one of the file."""
    lines = list(data.draw(st.sampled_from(TEXTS)))
    pieces = ["= 1.5", "= true", "= []", "= {}", "= ''", "= 1", "[amounts]", "[[field]]", "= nan"]
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "repeat", "value", "characters"])):
            case "drop":
                del lines[place]
            case "repeat":
                lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines[place])
            case "value":
                piece = data.draw(st.sampled_from(pieces))
                lines[place] = lines[place].partition("=")[0] + piece
            case _:
                cut = data.draw(st.integers(0, len(lines[place])))
                lines[place] = lines[place][:cut] + data.draw(
                    st.text("=\"'[]{}.a1 \\#", max_size=3)
                )
    text = "\n".join(lines)
    for own in (None, OWN):
        error = error_of(text, own)
        if error is not None:
            assert 1 <= error.line <= text.count("\n") + 1, error
            assert error.reason


TEXTS = [
    (SHIPPED / f"{identity}.toml").read_text(encoding="utf-8").splitlines()
    for identity in shipped_ids()
]


@pytest.mark.parametrize("identity", shipped_ids())
def test_shipped_description_is_whole(identity: str) -> None:
    """It has sources and a page of about 30 lines, and its id is the file's name."""
    provider = shipped(identity)
    text = (SHIPPED / f"{identity}.toml").read_text(encoding="utf-8")
    assert provider.id == identity
    assert provider.description.source
    assert text.endswith("\n")
    assert tomllib.loads(text)["schema"] == 1
    assert text.count("\n") <= 60


@pytest.mark.parametrize("identity", shipped_ids())
def test_rule_after_one_that_always_matches_is_never_reached(identity: str) -> None:
    seen: set[int] = set()
    for rule in shipped(identity).description.errors:
        assert rule.status not in seen or rule.status is None
        if rule.at is None and rule.status is not None:
            seen.add(rule.status)


def test_things_left_out_are_not_known() -> None:
    provider = described("[flags]\nblocked = { at = '/a' }")
    assert provider.at_zero is None
    assert provider.key.can_spend is None
    assert provider.min_interval is None
    assert provider.description.flags == (
        FlagSpec(flag=Flag.BLOCKED, at=Pointer(("a",)), value=True),
    )


def test_picked_unit_has_its_own_source() -> None:
    provider = described(PICK, **{"[unit]": "", "fixed": ""})
    assert provider.description.unit == PickedUnit()


def test_condition_keeps_its_type() -> None:
    for value, wanted in (("true", True), ("1", 1), ("'1'", "1"), ("-5", -5)):
        (rule,) = described(LINE + f"at = '/a'\nis = {value}").description.errors
        assert isinstance(rule.condition, Is)
        assert (type(rule.condition.value), rule.condition.value) == (type(wanted), wanted)
