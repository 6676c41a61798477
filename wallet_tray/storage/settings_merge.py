"""Changes to the text of a settings.toml. This is the only file that imports tomlkit.

The user's comments, order, blank lines and unknown keys are preserved. One function
applies the changes to tomlkit's document and to a plain one. The result is parsed again and must
equal the plain one, so that an unusual hand-written file is never damaged.
"""

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from wallet_tray.domain.account import DEFAULT_ID
from wallet_tray.domain.setting_parsers import limit
from wallet_tray.domain.settings_schema import HOURS_LEFT, LIMITS, PLAIN, VERSION
from wallet_tray.providers import DEFAULT

if TYPE_CHECKING:
    from tomlkit.items import Item

_ACCOUNT = re.compile(r"accounts\[([a-z0-9_-]{1,32})\](?:\.([a-z_.]+))?\Z")
_ACCOUNT_HEADS = ("[[accounts]]", "[accounts.alerts]")
_PLAIN = frozenset(one.key for one in PLAIN)


class MergeError(Exception):
    """The changes do not fit into the structure of the text."""


class _RawFloat(str):
    """A float's source text: exact, and equal to itself even for nan."""


def merged(text: str, changes: Mapping[str, object]) -> str:
    """Return ``text``, a valid TOML document, with the changes (see SettingsStore.save) applied.

    Return ``text`` itself if nothing changes. Raises MergeError, and ValueError for an invalid key.
    """
    from tomlkit.exceptions import TOMLKitError

    try:
        return _merged(text, changes)
    # Their texts hold keys of the file, which may be anything. An IndexError is a fault of the
    # library, which some shapes cause.
    except (TOMLKitError, IndexError):
        raise MergeError("the file has a shape that cannot be changed") from None


def _merged(text: str, changes: Mapping[str, object]) -> str:
    import tomlkit

    wanted = _plain(text)
    effective = apply(wanted, changes)
    if not effective:
        return text
    # Without a final line end tomlkit would put a new table on that line.
    document = tomlkit.parse(text if not text or text.endswith("\n") else f"{text}\n")
    apply(document, effective)
    result = tomlkit.dumps(document)
    if any(result.count(head) > text.count(head) for head in _ACCOUNT_HEADS):
        result = _spaced(result, text)
    if "\r\n" in text and not re.search(r"(?<!\r)\n", text):
        result = re.sub(r"(?<!\r)\n", "\r\n", result)  # tomlkit ends its own lines with LF
    try:
        differs = _without_empty(_plain(result)) != _without_empty(wanted)
    except ValueError:
        differs = True
    if differs:
        raise MergeError("the file cannot be changed without changing more of it")
    return result


def _spaced(result: str, text: str) -> str:
    """Put a blank line above a table that now follows an added account at once."""
    before = text.splitlines()
    known = set(pairwise(before))
    lines = result.splitlines(keepends=True)
    spaced = lines[:1]
    for line, above in zip(lines[1:], lines, strict=False):
        pair = (above.rstrip("\r\n"), line.rstrip("\r\n"))
        if line.startswith("[") and above.strip() and pair not in known:
            spaced.append("\r\n" if above.endswith("\r\n") else "\n")
        spaced.append(line)
    return "".join(spaced)


def apply(container: dict[str, Any], changes: Mapping[str, object]) -> dict[str, object]:
    """Apply the changes to a plain document or to tomlkit's; return those that change anything."""
    if not container:
        container["version"] = VERSION
    _migrate(container)
    return {key: value for key, value in changes.items() if _change(container, key, value)}


def _migrate(container: dict[str, Any]) -> None:
    """Move the limits of version 1 from [alerts] into the accounts that they count for.

    A comment on a limit's line moves with it. While one of the limits is wrong, the document stays
    as it is: moved, the wrong one would switch its account off.
    """
    alerts, accounts = container.get("alerts", {}), container.get("accounts", [{}])
    if container.get("version", 1) != 1 or not isinstance(alerts, dict):
        return
    moved = [name for name in _MOVED if name in alerts]
    if not all(_is_limit(alerts[name]) for name in moved):
        return
    if not isinstance(accounts, list) or not all(isinstance(table, dict) for table in accounts):
        return
    if moved and "accounts" not in container:
        _add_account(container, DEFAULT_ID)  # it was implied
    for name in moved:
        alerts = container["alerts"]
        value = alerts.item(name) if hasattr(alerts, "item") else alerts[name]
        del container["alerts"][name]  # looked up each time: tomlkit's view of it is outdated then
        for table in container.get("accounts", []):
            if table.get("provider", DEFAULT) == DEFAULT:
                own = table.get("alerts")
                if own is None:
                    own = table["alerts"] = _new_table(table)
                    own = table["alerts"]
                if isinstance(own, dict) and name not in own:
                    _put(own, name, value)
    container["version"] = VERSION


def _put(table: dict[str, Any], name: str, value: Any) -> None:
    """Put a moved value into a table. One in a single line has no room for its line's comment."""
    if type(table) is not dict:
        import tomlkit

        if isinstance(table, tomlkit.items.InlineTable):
            _set(table, [name], Decimal(value.as_string()))
            return
    table[name] = value


_MOVED = tuple(one.name for one in LIMITS if one is not HOURS_LEFT)


def _is_limit(value: object) -> bool:
    is_number = isinstance(value, int | float | _RawFloat) and not isinstance(value, bool)
    return is_number and limit(Decimal(str(value))) is not None


def _plain(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=_RawFloat)


def _without_empty(value: Any) -> Any:
    """Remove empty tables, which mean nothing.

    A table of dotted keys disappears with its last key.
    """
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {key: _without_empty(item) for key, item in value.items()}
    return {key: item for key, item in inner.items() if item != {}}


def _change(container: dict[str, Any], key: str, value: object) -> bool:
    of_account = _ACCOUNT.match(key)
    if of_account is not None:
        return _change_account(container, of_account[1], of_account[2], value)
    if key not in _PLAIN:
        raise ValueError("the settings have no such key")
    return _set(container, key.split("."), value)


def _change_account(
    container: dict[str, Any], account_id: str, path: str | None, value: object
) -> bool:
    if path is None and value is not None:
        raise ValueError("an account is changed field by field")
    tables = container.get("accounts", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise MergeError("accounts is no list of tables")
    ids = [table.get("id", DEFAULT_ID) for table in tables]
    if account_id not in ids:
        if value is None:
            return False
        if "accounts" not in container and account_id != DEFAULT_ID:
            _add_account(container, DEFAULT_ID)  # it was implied
        _add_account(container, account_id)
        index = -1
    else:
        index = ids.index(account_id)
    if path is not None:
        return _set(container["accounts"][index], path.split("."), value)
    if len(tables) > 1:
        del tables[index]
    else:  # an empty list would mean no account at all
        del container["accounts"]
    return True


def _add_account(container: dict[str, Any], account_id: str) -> None:
    if not container.get("accounts"):
        container.pop("accounts", None)
        container["accounts"] = _new_list(container)
    table = _new_table(container["accounts"])
    table["id"] = account_id
    container["accounts"].append(table)


def _set(table: dict[str, Any], path: list[str], value: object) -> bool:
    """Set one value and create its tables. Return whether anything changed."""
    name = path[0]
    if len(path) > 1:
        if not isinstance(table.get(name), dict):
            if value is None:
                return False
            table[name] = _new_table(table)
        return _set(table[name], path[1:], value)
    if value is None:
        if name not in table:
            return False
        del table[name]
        return True
    plain = _plain_value(value)
    if name in table and _same(table[name], plain):
        return False
    table[name] = plain if type(table) is dict else _toml_value(plain)
    return True


def _new_list(parent: dict[str, Any]) -> list[Any]:
    if type(parent) is dict:
        return []
    import tomlkit

    _blank_line(parent)
    return tomlkit.aot()


def _new_table(parent: dict[str, Any] | list[Any]) -> dict[str, Any]:
    """Return a table of the parent's kind: a plain one, an inline one, or one with a header."""
    if type(parent) in (dict, list):
        return {}
    import tomlkit

    if isinstance(parent, tomlkit.items.InlineTable | tomlkit.items.Array):
        return tomlkit.inline_table()
    table = tomlkit.table()
    if not isinstance(parent, tomlkit.items.AoT):
        _blank_line(parent)
    elif parent and not parent[-1].as_string().endswith("\n\n"):
        table.trivia.indent = "\n"
    return table


def _blank_line(document: Any) -> None:
    """Separate the next addition from the existing text."""
    import tomlkit

    if not isinstance(document, tomlkit.TOMLDocument):
        return
    text = tomlkit.dumps(document).replace("\r\n", "\n")
    if text and not text.endswith("\n\n"):
        document.add(tomlkit.nl())


def _plain_value(value: object) -> bool | int | str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int | float | Decimal):
        number = Decimal(str(value))
        if not number.is_finite():
            raise ValueError("a setting must be a finite number")
        if abs(number) < 2**63 and number == number.to_integral_value():
            return int(number)
        return _RawFloat(number)
    raise ValueError("a setting is a text, a number, or true or false")


def _same(there: object, plain: bool | int | str) -> bool:
    if isinstance(there, bool) or isinstance(plain, bool):
        return there is plain
    if _is_number(there) and _is_number(plain):
        return Decimal(str(there)) == Decimal(str(plain))
    return type(there) is type(plain) and there == plain


def _is_number(value: object) -> bool:
    return isinstance(value, int | _RawFloat)


def _toml_value(plain: bool | int | str) -> "Item":
    import tomlkit

    if isinstance(plain, _RawFloat):
        return tomlkit.value(str(plain))  # float_ would round it
    return tomlkit.item(plain)
