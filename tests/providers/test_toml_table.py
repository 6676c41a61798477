"""The line of a key is found in any TOML that the standard library accepts."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet_tray.providers.toml_table import Path, line_of

TEXT = '''# a comment with [brackets] and key = "value"
top = "# no comment"
"quoted.key" = 1
lit = 'a\\'   # after

multi = """
[table]
inside = 1
quotes \\""" and "" and more"""
raw = \'\'\'
[[array]]
it''s\'\'\'
dotted.a.b = true
[table]  # a comment
key = [
  "one", # ]
  { x = 1, "y]" = "}" },

  [ 1, 2,
    3 ],
]
other = { a.b = 1, c = [ { d = 2 } ] }
[[array]]
id = 1
[array.below]
deep = 1979-05-27T07:32:00Z
[[array]]
  id = 2
[[array.list]]
n = 1
[[array.list]]
n = 2
[ spaced . "name" ]
end = -1.5e3'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("quoted.key",), 3),
        (("lit",), 4),
        (("multi",), 6),
        (("raw",), 10),
        (("dotted",), 13),
        (("dotted", "a"), 13),
        (("dotted", "a", "b"), 13),
        (("table",), 14),
        (("table", "key"), 15),
        (("table", "key", 0), 16),
        (("table", "key", 1), 17),
        (("table", "key", 1, "x"), 17),
        (("table", "key", 1, "y]"), 17),
        (("table", "key", 2), 19),
        (("table", "key", 2, 2), 20),
        (("table", "other"), 22),
        (("table", "other", "a", "b"), 22),
        (("table", "other", "c", 0, "d"), 22),
        (("array", 0), 23),
        (("array", 0, "id"), 24),
        (("array", 0, "below"), 25),
        (("array", 0, "below", "deep"), 26),
        (("array", 1), 27),
        (("array", 1, "id"), 28),
        (("array", 1, "list", 0, "n"), 30),
        (("array", 1, "list", 1, "n"), 32),
        (("spaced", "name"), 33),
        (("spaced", "name", "end"), 34),
        # A missing key has the line of the table around it.
        (("array", 1, "missing"), 27),
        (("table", "key", 1, "missing"), 17),
        (("missing", "key"), 1),
        ((), 1),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_of_a_key(path: Path, line: int, ending: str) -> None:
    text = TEXT.replace("\n", ending)
    tomllib.loads(text)
    assert line_of(text, path) == line


NAMES = st.sampled_from(["a", "b", "c-d", "x_1"])
SCALARS = st.sampled_from(
    ["1", "-0.5", "true", '"x # y"', "'z]'", '"""\n[a]\nb = 1\n"""', "2026-11-29", "[]", "{}"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(
        lambda items: "[\n  # [a]\n  " + ",\n  ".join(items) + ",\n]"
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None, database=None)
@given(st.dictionaries(NAMES, VALUES), st.lists(st.dictionaries(NAMES, VALUES), max_size=3))
def test_each_key_stands_on_its_line(top: dict[str, str], tables: list[dict[str, str]]) -> None:
    lines: list[str] = []
    expected: dict[Path, int] = {}

    def write(path: Path, text: str) -> None:
        expected[path] = sum(line.count("\n") + 1 for line in lines) + 1
        lines.append(text)

    for name, value in top.items():
        write((name,), f"{name} = {value}")
    for index, table in enumerate(tables):
        write(("list", index), "[[list]]  # [[list]]")
        for name, value in table.items():
            write(("list", index, name), f"  {name}={value}  # {name} = 1")
    text = "\n".join(lines)
    tomllib.loads(text)
    for path, line in expected.items():
        assert line_of(text, path) == line


@settings(max_examples=300, deadline=None, database=None)
@given(st.text("ab=[]{}\"'\\\n,.# 1", max_size=60))
def test_any_text_has_a_line(text: str) -> None:
    """Also one that is no TOML: the scan ends."""
    assert 1 <= line_of(text, ("a", 0, "b")) <= text.count("\n") + 1
