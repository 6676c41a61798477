"""The lines on which the keys of a TOML text stand; ``tomllib`` does not say.

The text has been accepted by ``tomllib``, so this scan only has to find its way. It knows headers,
keys, texts, lists and inline tables, and steps over all other values.
"""

import re

from wallet_tray.providers.toml_table import Path

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANKS = re.compile(r"[ \t]*")
_TEXT = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")|' r"'''.*?'{3,5}(?!')|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_VALUE = re.compile(r"[^,\]}#\r\n]*")  # a number, a truth, a time


def line_of(text: str, path: Path) -> int:
    """Return the line of a key, else that of the table around it, else 1.

    An index stands for an entry of a list.
    """
    lines = _Scan(text).lines()
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Scan:
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

    def _step(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
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
