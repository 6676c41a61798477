"""Changes to the text of a settings.toml. This is the only file that imports tomlkit.

The user's comments, order, blank lines and unknown keys are preserved. The result is parsed again
and compared with the intended settings, so that an unusual hand-written file is never damaged.
"""

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.settings import VERSION

if TYPE_CHECKING:
    from tomlkit.items import Item

_ACCOUNT = re.compile(r"accounts\[([a-z0-9_-]{1,32})\](?:\.([a-z_.]+))?\Z")
_PLAIN = re.compile(r"(?!accounts\b|version\b)[a-z_]+\.[a-z_]+\Z")


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
    except TOMLKitError:  # its text holds keys of the file, which may be anything
        raise MergeError("the file has a shape that cannot be changed") from None


def _merged(text: str, changes: Mapping[str, object]) -> str:
    import tomlkit

    wanted = _plain(text)
    # Without a final line end tomlkit would put a new table on that line.
    document: Any = tomlkit.parse(text if not text or text.endswith("\n") else f"{text}\n")
    if not wanted:
        document["version"] = wanted["version"] = VERSION
    changed = [_change(document, wanted, key, value) for key, value in changes.items()]
    if not any(changed):
        return text
    result = tomlkit.dumps(document)
    try:
        differs = _without_empty(_plain(result)) != _without_empty(wanted)
    except ValueError:
        differs = True
    if differs:
        raise MergeError("the file cannot be changed without changing more of it")
    return result


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


# Below, ``document`` is tomlkit's view and ``wanted`` the plain one; they change together.


def _change(document: Any, wanted: dict[str, Any], key: str, value: object) -> bool:
    of_account = _ACCOUNT.match(key)
    if of_account is not None:
        return _change_account(document, wanted, AccountId(of_account[1]), of_account[2], value)
    if not _PLAIN.match(key):
        raise ValueError("the settings have no such key")
    return _set(document, wanted, key.split("."), value)


def _change_account(
    document: Any, wanted: dict[str, Any], account_id: AccountId, path: str | None, value: object
) -> bool:
    if path is None and value is not None:
        raise ValueError("an account is changed field by field")
    tables = wanted.get("accounts", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise MergeError("accounts is no list of tables")
    index = _index_of(tables, account_id)
    if path is None:
        return index is not None and _remove_account(document, wanted, index)
    if index is None:
        if value is None:
            return False
        if "accounts" not in wanted and account_id != Account().id:
            _add_account(document, wanted, Account().id)  # it was implied
        index = _add_account(document, wanted, account_id)
    table = wanted["accounts"][index]
    return _set(document["accounts"][index], table, path.split("."), value)


def _index_of(tables: list[dict[str, Any]], account_id: AccountId) -> int | None:
    for index, table in enumerate(tables):
        if table.get("id", Account().id) == account_id:
            return index
    return None


def _remove_account(document: Any, wanted: dict[str, Any], index: int) -> bool:
    del wanted["accounts"][index]
    if wanted["accounts"]:
        del document["accounts"][index]
    else:  # an empty list would mean no account at all
        del wanted["accounts"]
        document.remove("accounts")
    return True


def _add_account(document: Any, wanted: dict[str, Any], account_id: AccountId) -> int:
    import tomlkit

    if not wanted.get("accounts"):
        document.pop("accounts", None)
        _blank_line(document)
        document["accounts"] = tomlkit.aot()
        wanted["accounts"] = []
    tables = document["accounts"]
    is_array = not isinstance(tables, tomlkit.items.AoT)
    table = tomlkit.inline_table() if is_array else tomlkit.table()
    table["id"] = account_id
    if tables and not is_array and not tables[-1].as_string().endswith("\n\n"):
        table.trivia.indent = "\n"
    tables.append(table)
    wanted["accounts"].append({"id": account_id})
    return len(tables) - 1


def _set(table: Any, wanted: dict[str, Any], path: list[str], value: object) -> bool:
    """Set one value and create its tables. Return whether anything changed."""
    import tomlkit

    name = path[0]
    if len(path) == 1:
        if value is None:
            if name not in wanted:
                return False
            del wanted[name]
            table.remove(name)
            return True
        plain = _plain_value(value)
        if name in wanted and _same(wanted[name], plain):
            return False
        wanted[name] = plain
        table[name] = _toml_value(plain)
        return True
    if not isinstance(wanted.get(name), dict) or name not in table:
        if value is None:
            return False
        wanted[name] = {}
        _blank_line(table)
        inline = isinstance(table, tomlkit.items.InlineTable)
        table[name] = tomlkit.inline_table() if inline else tomlkit.table()
    return _set(table[name], wanted[name], path[1:], value)


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
