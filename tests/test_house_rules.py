"""Rules of the house for the source's text: short sentences, current names, plain words, size."""

import ast
import inspect
import io
import re
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "packaging"))
from structure import figures  # noqa: E402

LONGEST_SENTENCE = 25  # words
MOST_MODULES = 240
LEAST_MEDIAN = 90  # lines
LONGEST_MODULE = 400  # lines
MOST_VAGUE_WORDS = 25

# Replaced names that are no words of English: they may stand nowhere.
GONE = {
    "refresh_wished",
    "WalletDesk",
    "WalletDesks",
    "SettingsDesk",
    "TrayProgram",
    "AccountErrands",
    "RequestLine",
    "RecordingLeave",
    "KeyringBell",
    "CredentialKeeper",
    "FormerUsers",
    "SpendingCourse",
    "SpentLine",
    "DailyRhythm",
    "LookUp",
    "WatchedWallet",
    "EndedError",
    "QuietLabel",
    "NoteLabel",
    "AsHighAsNeeded",
    "PopupFoot",
    "PopupHead",
    "EraseQuestion",
    "RemovalQuestion",
    "UnfinishedStarts",
    "CrashRecord",
    "HistoryReading",
    "SettingsWatch",
    "DesktopWatch",
    "ErasingEverything",
    "AlertStore",
    "AlertDrill",
    "put_out",
    "look_at_files",
    "own_command",
    "another_run",
    "in_sentence",
    "use_a_possible_zone",
    "quiet_label",
    "be_cautious",
    "counted_in_english",
    "drop_remembered",
    "NotKeptError",
    "not_kept_sentence",
    "not_forgotten_sentence",
    "forget_account",
    "forget_all",
    "forget_credential",
    "forget_erased",
    "forget_failures",
    "forget_missing",
    "forget_past",
    "forget_token",
    "drill_account",
    "drill_balances",
    "examination_json",
    "examination_lines",
    "examination_requested",
    "show_examining",
    "end_quietly_when_told",
    "tell_all",
    "telling_of_a_wait",
    "tells_from_zero",
    "telling_places",
    "nobodys",
    "look_at_autostart",
    "thin_out",
    "files_set_aside",
    "make_errands",
    "dollars_per_unit_from",
    "account_wished",
    "wish_no_more",
    "GARBAGE_BOOKS",
    "BooksAnswer",
}
# Replaced names that a sentence may contain: they are forbidden as names only.
GONE_AS_NAMES = {
    "Surroundings",
    "Errands",
    "Manner",
    "Regional",
    "Examination",
    "Obstacle",
    "Circumstances",
    "Interruptible",
    "Remembered",
    "surroundings",
    "regional",
    "manner",
    "keeper",
    "forget",
    "borrowed",
    "drill",
    "drilled",
    "examination",
    "stretches",
    "set_aside",
    "give_back",
    "_eras",
    "_hurry",
    "_telling",
    "_told_parts",
    "Wish",
    "_wishes",
    "books",
}
# The source says who or what is meant, and uses show, report or send.
VAGUE_WORDS = {"whoever", "nobody", "somebody", "anew", "told", "tells"}

# The name of a test starts with its subject, and names no private idea.
RIDDLE = re.compile(
    r"test_(what|who|whose|whether|nor|so)_|_(no_one|wish|wishes|errands|anew)(_|$)"
)

_WORD = re.compile(r"\w+")
_PART_OF_NAME = re.compile(r"[A-Za-z]+")
_SENTENCE_END = re.compile(r"[.?!]\s+|:\n|\n\s*\n|\n\s*- ")
_RULE = r"^ *=+(?: +=+)+ *$"  # of a reStructuredText table, which has three
_TABLE = re.compile(f"{_RULE}.*?{_RULE}.*?{_RULE}", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"`[^`\n]+`")


def python_files(*places: str) -> Iterator[tuple[str, str]]:
    """Yield the path below the checkout and the text of each file, without this one."""
    for place in places:
        found = [ROOT / place] if place.endswith(".py") else sorted((ROOT / place).rglob("*.py"))
        for path in found:
            if path != Path(__file__).resolve():
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def docstrings(source: str) -> Iterator[tuple[int, str]]:
    """Yield the first line and the text of each docstring."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node)
            if text is not None:
                yield node.body[0].lineno, text


def sentences(docstring: str) -> list[str]:
    """Split at the ends of sentences, empty lines and the items of lists; skip tables."""
    rows = inspect.cleandoc(docstring).splitlines()
    text = "\n".join(row for row in rows if not row.lstrip().startswith("|"))
    return _SENTENCE_END.split(_TABLE.sub("\n\n", text))


def names(source: str) -> set[str]:
    """Return the names in the code, and in programs that stand in its strings."""
    found = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.NAME:
            found.add(token.string)
        elif token.type == tokenize.STRING and "\n" in token.string:
            try:
                program = inspect.cleandoc(ast.literal_eval(token.string))
                ast.parse(program)
            except (ValueError, SyntaxError, TypeError, AttributeError):
                continue  # an f-string, bytes or a text that is no program
            found |= names(program)
    return found


def replaced_names(source: str) -> set[str]:
    """Return the names of earlier versions that Python source still contains."""
    words = set(_WORD.findall(source))
    left = words & GONE
    if words & GONE_AS_NAMES:
        left |= names(source) & GONE_AS_NAMES
    return left


def replaced_names_in_page(page: str) -> set[str]:
    """Return the names of earlier versions in a page of the documentation."""
    quoted = " ".join(_QUOTED.findall(page))
    return set(_WORD.findall(page)) & GONE | set(_WORD.findall(quoted)) & GONE_AS_NAMES


def vague_words(source: str) -> list[str]:
    """Return the vague words in names, comments and docstrings, one entry for each use."""
    if not any(word in source.lower() for word in VAGUE_WORDS):
        return []
    texts = [text for _line, text in docstrings(source)]
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    texts += [token.string for token in tokens if token.type in (tokenize.NAME, tokenize.COMMENT)]
    parts = (part.lower() for text in texts for part in _PART_OF_NAME.findall(text))
    return [part for part in parts if part in VAGUE_WORDS]


def test_sentences_of_docstrings_are_short() -> None:
    long = [
        f"{name}:{line}: {len(sentence.split())} words: {sentence[:60]}"
        for name, source in python_files("wallet_tray")
        for line, text in docstrings(source)
        for sentence in sentences(text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


def test_replaced_names_are_gone() -> None:
    left = {name: replaced_names(text) for name, text in python_files("wallet_tray", "tests")}
    for path in sorted((ROOT / "docs").rglob("*.md")):
        page = path.read_text(encoding="utf-8")
        left[path.relative_to(ROOT).as_posix()] = replaced_names_in_page(page)
    assert {name: found for name, found in left.items() if found} == {}


def test_vague_words_are_rare() -> None:
    places = ("wallet_tray", "tests", "packaging", "run.py")
    found = {name: vague_words(source) for name, source in python_files(*places)}
    counted = Counter({name: len(words) for name, words in found.items() if words})
    assert counted.total() <= MOST_VAGUE_WORDS, counted.most_common()


def test_modules_are_few_and_of_a_fair_size() -> None:
    structure = figures(ROOT)
    assert int(structure["modules"]) <= MOST_MODULES
    assert float(structure["median lines of a module"]) >= LEAST_MEDIAN
    lines, _, path = str(structure["largest module"]).partition(" ")
    assert int(lines) <= LONGEST_MODULE, path


WORDS = " ".join(["word"] * 20)


@pytest.mark.parametrize(
    ("docstring", "longest"),
    [
        (f"{WORDS}. {WORDS}? {WORDS}! {WORDS}", 20),
        (f"{WORDS}\n{WORDS}", 40),
        (f"{WORDS}\n\n{WORDS}", 20),
        (f"{WORDS}\n| {WORDS} |\n| {WORDS} |", 20),
        (f"{WORDS}\n\n==== ====\n{WORDS}\n==== ====\n{WORDS}\n==== ====\n\n{WORDS}", 20),
        (f"Signals:\n    changed({WORDS})", 20),
        (f"Rules:\n\n- {WORDS}\n- {WORDS}", 20),
    ],
)
def test_the_words_of_a_sentence_are_counted(docstring: str, longest: int) -> None:
    assert max(len(sentence.split()) for sentence in sentences(docstring)) == longest


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("keeper = 1", {"keeper"}),
        ("a.manner", {"manner"}),
        ("# a WalletDesk", {"WalletDesk"}),
        ('name = "WalletDesk"', {"WalletDesk"}),
        ('P = """\nimport os\nkeeper = os\n"""', {"keeper"}),
        ('"""The regional format.\n\nThe keeper of it."""', set()),
        ("account_keeper = WalletDeskRow = 1", set()),
    ],
)
def test_a_replaced_name_is_found(source: str, left: set[str]) -> None:
    assert replaced_names(source) == left


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("The keeper of AlertStore", {"AlertStore"}),
        ("The `keeper` of alerts", {"keeper"}),
        ("```\ntext/  the regional format\n```\n", set()),
        ("in a manner of speaking, `store`", set()),
    ],
)
def test_a_replaced_name_in_a_page_is_found(page: str, left: set[str]) -> None:
    assert replaced_names_in_page(page) == left


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("told = 1", ["told"]),
        ("_NOBODY = is_told()", ["nobody", "told"]),
        ('"""It tells."""  # anew', ["tells", "anew"]),
        ('text = "nobody was told"', []),
        ("untold = 1", []),
    ],
)
def test_a_vague_word_is_found(source: str, found: list[str]) -> None:
    assert vague_words(source) == found


def riddles(source: str) -> list[str]:
    """Return the names of tests that do not start with their subject."""
    names = re.findall(r"^ *def (test_\w+)", source, re.MULTILINE)
    return [name for name in names if RIDDLE.search(name)]


def test_names_of_tests_start_with_their_subject() -> None:
    found = {name: riddles(source) for name, source in python_files("tests")}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("name", "is_riddle"),
    [
        ("test_what_was_dismissed_stays_away", True),
        ("test_a_disk_that_hangs_holds_up_no_one", True),
        ("test_a_wish_is_met", True),
        ("test_dismissed_alert_stays_away", False),
        ("test_whole_refresh_has_one_limit", False),
    ],
)
def test_a_riddle_is_found(name: str, is_riddle: bool) -> None:
    assert bool(riddles(f"    def {name}(self): ...")) == is_riddle


def long_constructors(source: str) -> list[str]:
    """Return the classes whose ``__init__`` takes more than six positional arguments."""
    return [
        owner.name
        for owner in ast.walk(ast.parse(source))
        if isinstance(owner, ast.ClassDef)
        for method in owner.body
        if isinstance(method, ast.FunctionDef)
        and method.name == "__init__"
        and len(method.args.posonlyargs + method.args.args) > 1 + 6
    ]


def test_no_constructor_takes_more_than_six_positional_arguments() -> None:
    found = {
        f"{path.name}: {name}"
        for path in sorted((ROOT / "wallet_tray").rglob("*.py"))
        for name in long_constructors(path.read_text(encoding="utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    ("arguments", "found"), [("a, b, c, d, e, f, *, g", []), ("a, b, c, d, e, f, g=0", ["Long"])]
)
def test_a_long_constructor_is_found(arguments: str, found: list[str]) -> None:
    source = f"class Long:\n    def __init__(self, {arguments}): ..."
    assert long_constructors(source) == found
