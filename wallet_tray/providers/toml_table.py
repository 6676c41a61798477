"""A table of a description: typed access to its keys, with errors that say what to write.

Each error names the file, the line and the key. ``tomllib`` does not say where a key stands, so a
small scan finds it, and only when there is a mistake.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from wallet_tray.domain.account import is_page_url
from wallet_tray.providers.json_reader import Pointer
from wallet_tray.providers.model import Scalar
from wallet_tray.providers.provider import DescriptionError

MAX_TEXT_LENGTH = 200
MAX_DAY = 86_400  # seconds

Path = tuple[str | int, ...]
"""The way to a value: names of keys, and indices of lists."""

_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
# For the scan; only a mistake compiles them.
_SPACE = r"(?:[ \t\r\n]|#[^\n]*)*"
_BLANKS = r"[ \t]*"
_TEXT = r'"""(?:[^\\]|\\.)*?"{3,5}(?!")|' r"'''.*?'{3,5}(?!')|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'"
_BARE_KEY = r"[A-Za-z0-9_-]+"
_PLAIN_VALUE = r"[^,\]}#\r\n]*"  # a number, a truth, a time

_Word = TypeVar("_Word", bound=StrEnum)


class Table:
    """One table of the file. ``keys`` are all that it may have, in one text."""

    def __init__(self, file: str, text: str, path: Path, entries: object, keys: str) -> None:
        self._file = file
        self._text = text
        self._path = path
        if not isinstance(entries, dict):
            raise self.error("", f"write a table here, not {_named(entries)}")
        self._entries: dict[str, Any] = entries
        for key in entries:
            if keys and key not in keys.split():
                raise self.error(key, f"unknown key; {_instead(key, keys)}")

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def error(self, key: str | Path, reason: str) -> DescriptionError:
        """Return the error for a key of this table, or for the table itself if ``key`` is ""."""
        below: Path = (key,) if isinstance(key, str) and key else tuple(key)
        path = (*self._path, *below)
        name = ".".join(part for part in path if isinstance(part, str))
        return DescriptionError(self._file, line_of(self._text, path), name, reason)

    def require(self, *keys: str) -> None:
        """Raise DescriptionError unless all of the keys are there."""
        for key in keys:
            if key not in self._entries:
                raise self.error(key, "missing; add it")

    def exactly_one(self, *keys: str) -> str:
        """Return the only one of the keys that is there. Raises DescriptionError."""
        there = [key for key in keys if key in self._entries]
        if len(there) != 1:
            raise self.error(there[1] if there else "", f"write exactly one of {', '.join(keys)}")
        return there[0]

    def text(self, key: str) -> str:
        """Return the printable text, or "" if the key is not there."""
        return self._printable(key, self._entries.get(key)) if key in self else ""

    def matching(self, key: str, pattern: str, wanted: str) -> str:
        """Return the text that matches the pattern, or ""; ``wanted`` says what to write."""
        text = self.text(key)
        if key in self and not re.fullmatch(pattern, text):
            raise self.error(key, f"write {wanted}")
        return text

    def word(self, key: str, words: type[_Word]) -> _Word | None:
        """Return the word of a closed list, or None."""
        return self.required_word(key, words) if key in self else None

    def required_word(self, key: str, words: type[_Word]) -> _Word:
        """Return the word of a closed list. Raises DescriptionError if the key is not there."""
        self.require(key)
        text = self.text(key)
        for word in words:
            if word.value == text:
                return word
        raise self.error(key, f"write one of {', '.join(words)}")

    def truth(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self._entries.get(key, default)
        if type(value) is not bool:
            raise self.error(key, f"write true or false, not {_named(value)}")
        return value

    def whole(self, key: str, low: int, high: int) -> int | None:
        """Return the whole number within the limits, or None."""
        value = self._entries.get(key)
        if value is None:
            return None
        if type(value) is not int or not low <= value <= high:
            raise self.error(key, f"write a whole number from {low} to {high}")
        return value

    def seconds(self, key: str) -> timedelta | None:
        """Return the time of 1 to 86,400 seconds, or None."""
        value = self.whole(key, 1, MAX_DAY)
        return None if value is None else timedelta(seconds=value)

    def decimal(self, key: str) -> Decimal | None:
        """Return the number that is written as text, or None."""
        if key not in self:
            return None
        value = self._entries[key]
        if type(value) is not str or not _DECIMAL.fullmatch(value):
            raise self.error(key, 'write a decimal number in quotes, such as "0.01"')
        return Decimal(value)

    def day(self, key: str) -> date:
        """Return the date. The key must be there."""
        value = self._entries[key]
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.error(key, "write a date without quotes, such as 2026-11-29")
        return value

    def scalar(self, key: str) -> Scalar:
        """Return a text, a whole number, true or false. The key must be there."""
        value = self._entries[key]
        if type(value) is bool or type(value) is int:
            return value
        return self._printable(key, value)

    def pointer(self, key: str) -> Pointer:
        """Return the JSON pointer. The key must be there."""
        return self._pointer(key, self._entries[key])

    def pointers(self, key: str) -> tuple[Pointer, ...]:
        """Return the JSON pointers, at least one. The key must be there."""
        found = tuple(self._pointer(place, value) for place, value in self._list(key))
        if not found:
            raise self.error(key, "write at least one JSON pointer")
        return found

    def texts(self, key: str, pattern: str = ".+", wanted: str = "a text") -> tuple[str, ...]:
        """Return the texts of a list, each matching the pattern; none if the key is not there."""
        found = []
        for place, value in self._list(key) if key in self else ():
            text = self._printable(place, value)
            if not re.fullmatch(pattern, text):
                raise self.error(place, f"write {wanted}")
            if text in found:
                raise self.error(place, "this entry comes twice; keep one")
            found.append(text)
        return tuple(found)

    def page(self, key: str) -> str:
        """Return the https address of a page, or ""."""
        text = self.text(key)
        if text and not is_page_url(text):
            raise self.error(key, "write an https address")
        return text

    def pages(self, key: str) -> tuple[str, ...]:
        """Return a list of https addresses."""
        found = self.texts(key)
        for index, page in enumerate(found):
            if not is_page_url(page):
                raise self.error((key, index), "write an https address")
        return found

    def table(self, key: str, keys: str) -> "Table | None":
        """Return the table below, or None. ``keys`` are all that it may have; "" is any."""
        return self.required_table(key, keys) if key in self else None

    def tables(self, key: str, keys: str) -> "list[Table]":
        """Return the tables of the list below."""
        return [
            Table(self._file, self._text, (*self._path, *place), value, keys)
            for place, value in (self._list(key) if key in self else ())
        ]

    def required_table(self, key: str, keys: str) -> "Table":
        """Return the table below. Raises DescriptionError if it is not there."""
        self.require(key)
        return Table(self._file, self._text, (*self._path, key), self._entries[key], keys)

    @property
    def entries(self) -> dict[str, object]:
        """The values as they are, for a table with free keys."""
        return self._entries

    def _list(self, key: str) -> Iterator[tuple[Path, object]]:
        value = self._entries[key]
        if not isinstance(value, list):
            raise self.error(key, f"write a list in square brackets, not {_named(value)}")
        yield from (((key, index), entry) for index, entry in enumerate(value))

    def _pointer(self, place: str | Path, value: object) -> Pointer:
        pointer = Pointer.parse(value) if type(value) is str else None
        if pointer is None:
            raise self.error(place, 'write a JSON pointer in quotes, such as "/data/balance"')
        return pointer

    def _printable(self, place: str | Path, value: object) -> str:
        if type(value) is not str:
            raise self.error(place, f"write a text in quotes, not {_named(value)}")
        if not value.strip() or not value.isprintable() or len(value) > MAX_TEXT_LENGTH:
            raise self.error(place, f"write 1 to {MAX_TEXT_LENGTH} printable characters")
        return value


def _named(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a whole number",
        float: "a number with a point",
        str: "a text",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), "a time")


def _instead(key: str, keys: str) -> str:
    from difflib import get_close_matches  # a mistake is rare

    close = get_close_matches(key, keys.split(), n=1)
    return f'did you mean "{close[0]}"?' if close else f"known here: {', '.join(keys.split())}"


def line_of(text: str, path: Path) -> int:
    """Return the line of a key, else that of the table around it, else 1.

    An index stands for an entry of a list.
    """
    lines = _Scan(text).lines()
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Scan:
    """A walk through a text that ``tomllib`` accepts; any other text ends it early."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lines: dict[Path, int] = {}
        self._entries: dict[Path, int] = {}  # the last index of each array of tables

    def lines(self) -> dict[Path, int]:
        table: Path = ()
        self._step(_SPACE)
        while self._at < len(self._text):
            begin = self._at
            if self._next() == "[":
                table = self._header()
            else:
                self._pair(table)
            self._step(_SPACE)
            if self._at == begin:  # not TOML after all
                break
        return self._lines

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _step(self, pattern: str) -> str:
        match = re.compile(pattern, re.DOTALL).match(self._text, self._at)
        if match is None:
            return ""
        self._at = match.end()
        return match.group()

    def _skip(self, mark: str) -> bool:
        is_there = self._text.startswith(mark, self._at)
        self._at += len(mark) if is_there else 0
        return is_there

    def _note(self, path: Path) -> None:
        self._lines.setdefault(path, self._text.count("\n", 0, self._at) + 1)

    def _header(self) -> Path:
        begin = self._at
        is_array = self._skip("[[") or not self._skip("[")
        names = self._key()
        path: Path = ()
        for place, name in enumerate(names, start=1):
            path += (name,)
            if is_array and place == len(names):
                self._entries[path] = self._entries.get(path, -1) + 1
            if path in self._entries:
                path += (self._entries[path],)
        end = self._at
        self._at = begin
        self._note(path)
        self._at = end
        self._skip("]]" if is_array else "]")
        return path

    def _key(self) -> tuple[str, ...]:
        names = []
        while True:
            self._step(_BLANKS)
            quoted = self._step(_TEXT)
            names.append(quoted[1:-1] if quoted else self._step(_BARE_KEY))
            self._step(_BLANKS)
            if not self._skip("."):
                return tuple(names)

    def _pair(self, table: Path) -> None:
        begin = self._at
        names = self._key()
        end = self._at
        self._at = begin
        for count in range(1, len(names) + 1):
            self._note((*table, *names[:count]))
        self._at = end
        self._skip("=")
        self._step(_BLANKS)
        self._value((*table, *names))

    def _value(self, path: Path) -> None:
        if self._step(_TEXT):
            return
        if self._skip("["):
            self._members("]", path, is_list=True)
        elif self._skip("{"):
            self._members("}", path, is_list=False)
        else:
            self._step(_PLAIN_VALUE)

    def _members(self, end: str, path: Path, *, is_list: bool) -> None:
        index = 0
        self._step(_SPACE)
        while self._at < len(self._text) and not self._skip(end):
            begin = self._at
            if is_list:
                self._note((*path, index))
                self._value((*path, index))
            else:
                self._pair(path)
            self._step(_SPACE)
            self._skip(",")
            self._step(_SPACE)
            index += 1
            if self._at == begin:
                return
