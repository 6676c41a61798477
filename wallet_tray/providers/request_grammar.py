"""The part of a description's grammar that says what is asked, and where the key goes."""

import json
import re

from wallet_tray.providers import model
from wallet_tray.providers.provider import Field
from wallet_tray.providers.toml_table import Table

FIELD_ID = r"[a-z_]{1,32}"
A_FIELD_ID = "1 to 32 of a-z and _"
HEADERS = frozenset(
    {
        "accept",
        "api-key",
        "authorization",
        "content-type",
        "x-api-key",
        "x-api-version",
        "x-auth-key",
        "x-auth-token",
        "x-secret-api-key",
        "xi-api-key",
    }
)

_AUTH = "form name prefix user"
_AUTH_FORMS = {
    "bearer": (),
    "header": ("name", "prefix"),
    "basic": ("user",),
    "query": ("name",),
    "body": ("name",),
}
_REQUEST = "path method query headers body take"

_PATH = re.compile(r"/|(/([A-Za-z0-9._~-]+|\{[a-z_]{1,32}\}))+/?")
_PLACE = re.compile(r"\{([^{}]*)\}")
_PARAMETER = r"[A-Za-z0-9_.-]{1,64}"
_VISIBLE = r"[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?"

Fields = tuple[Field, ...]


def is_plain_path(path: str) -> bool:
    """Return whether an address can take the path as it is: no ``..``, no ``//``."""
    dots = {".", ".."}.intersection(path.split("/"))
    return _PATH.fullmatch(path) is not None and not dots


def auth(top: Table, fields: Fields, *, is_own: bool) -> model.Auth:
    """Return where the key goes."""
    table = top.required_table("auth", _AUTH)
    table.require("form")
    form = table.matching("form", "|".join(_AUTH_FORMS), f"one of {', '.join(_AUTH_FORMS)}")
    for key in ("name", "prefix", "user"):
        if key in table and key not in _AUTH_FORMS[form]:
            raise table.error(key, f'remove it; the form "{form}" has no such key')
    if is_own and form in ("query", "body"):
        raise table.error("form", "only a shipped description sends the key there; write header")
    table.require(*_AUTH_FORMS[form][:1])
    match form:
        case "bearer":
            return model.BearerAuth()
        case "basic":
            user = table.text("user")
            if not any(part.id == user and not part.optional for part in fields):
                raise table.error("user", "write the id of a [[field]] that is not optional")
            return model.BasicAuth(user)
        case "header":
            _check_header(table, "name", table.text("name"))
            prefix = table.matching("prefix", "[A-Za-z]{1,16} ", 'a word and a blank, as "Key "')
            return model.HeaderAuth(table.text("name"), prefix)
    name = table.matching("name", _PARAMETER, "the name of a parameter")
    return model.QueryAuth(name) if form == "query" else model.BodyAuth(name)


def requests(
    top: Table, fields: Fields, key: model.Auth, *, is_own: bool
) -> tuple[model.RequestSpec, ...]:
    """Return the one or two requests of a refresh."""
    top.require("request")
    tables = top.tables("request", _REQUEST)
    if not 1 <= len(tables) <= 2:
        raise top.error("request", "write one or two [[request]] tables")
    *first, last = tables
    if "take" in last:
        raise last.error("take", "remove it; only the first of two requests has it")
    in_path = {part.id for part in fields if not part.optional}
    found = []
    for table in first:
        take = _take(table, fields)
        found.append(_request(table, fields, key, take=take, in_path=in_path, is_own=is_own))
        in_path = in_path | {take.name}
    found.append(_request(last, fields, key, take=None, in_path=in_path, is_own=is_own))
    return tuple(found)


def _take(table: Table, fields: Fields) -> model.Take:
    take = table.required_table("take", "name at")
    take.require("name", "at")
    name = take.matching("name", FIELD_ID, A_FIELD_ID)
    if any(part.id == name for part in fields):
        raise take.error("name", "a field has this name; choose another")
    return model.Take(name, take.pointer("at"))


def _request(
    table: Table,
    fields: Fields,
    key: model.Auth,
    *,
    take: model.Take | None,
    in_path: set[str],
    is_own: bool,
) -> model.RequestSpec:
    table.require("path")
    path = table.text("path")
    if not is_plain_path(path):
        raise table.error("path", "begin with one /, without .., // and special characters")
    for name in _PLACE.findall(path):
        if name not in in_path:
            raise table.error("path", f"{{{name}}} is no [[field]] of this file, or is optional")
    method = table.matching("method", "GET|POST", "GET or POST") or "GET"
    if is_own and method != "GET":
        raise table.error("method", "only a shipped description sends POST; write GET")
    if method == "GET" and ("body" in table or isinstance(key, model.BodyAuth)):
        raise table.error("body", "a GET has no body; remove it, or write method POST")
    return model.RequestSpec(
        path=path,
        method=method,
        query=_query(table, fields),
        headers=_headers(table, fields, key),
        body=_body(table, fields),
        take=take,
    )


def _query(request: Table, fields: Fields) -> tuple[tuple[str, str], ...]:
    table = request.table("query", "")
    if table is None:
        return ()
    for key in table.entries:
        if not re.fullmatch(_PARAMETER, key) or _names_a_field(table.text(key), fields):
            raise table.error(key, "write plain parameters, without a {field}")
    return tuple((key, table.text(key)) for key in table.entries)


def _headers(request: Table, fields: Fields, key: model.Auth) -> tuple[tuple[str, str], ...]:
    table = request.table("headers", "")
    if table is None:
        return ()
    sent = {key.name.lower() if isinstance(key, model.HeaderAuth) else "authorization"}
    known = {part.id for part in fields}
    for name in table.entries:
        _check_header(table, name, name)
        if name.lower() in sent:
            raise table.error(name, "this header is sent already; remove it")
        value = table.matching(name, _VISIBLE, "visible ASCII")
        is_odd = not {"{", "}"}.isdisjoint(_PLACE.sub("", value))
        if is_odd or not known.issuperset(_PLACE.findall(value)):
            raise table.error(name, "write the id of a [[field]] of this file in the braces")
        sent.add(name.lower())
    return tuple((name, table.text(name)) for name in table.entries)


def _check_header(table: Table, key: str, name: str) -> None:
    if name.lower() not in HEADERS:
        raise table.error(key, f"this header is never sent; known: {', '.join(sorted(HEADERS))}")


def _body(request: Table, fields: Fields) -> str | None:
    table = request.table("body", "")
    if table is None:
        return None
    _check_body(table, (), table.entries)
    text = json.dumps(table.entries)
    if _names_a_field(text, fields):
        raise request.error("body", "write no {field} here; a field goes into path or headers")
    return text


def _check_body(table: Table, place: tuple[str | int, ...], value: object) -> None:
    if isinstance(value, dict):
        for key, below in value.items():
            _check_body(table, (*place, key), below)
    elif isinstance(value, list):
        for index, below in enumerate(value):
            _check_body(table, (*place, index), below)
    elif type(value) not in (str, int, bool):
        raise table.error(place, "write a text, a whole number, true or false")


def _names_a_field(text: str, fields: Fields) -> bool:
    return any(f"{{{part.id}}}" in text for part in fields)
