"""The catalogues are complete and up to date, and whatever makes them otherwise is seen."""

from pathlib import Path

import pytest
from catalogue import (
    COMPILED,
    PLURALS,
    Catalogue,
    Entry,
    compile_catalogue,
    compiled_file,
    differences,
    read,
    source_file,
    write,
)
from catalogue_faults import faults
from source_texts import Text, gather
from unmarked_texts import unmarked

from wallet_tray.domain.alert import AlertKind
from wallet_tray.domain.problem import ProblemKind, RetryPolicy
from wallet_tray.domain.settings_schema import LANGUAGES
from wallet_tray.providers.provider import AtZero
from wallet_tray.text import alerts, problems, status

FINDINGS = gather()
TRANSLATED = [code for code in LANGUAGES if code != "en"]
DAYS = Text("words", "About %n day(s) left")
LIMIT = Text("words", "Below your limit of {limit}.")
OPEN = Text("TrayIcon", "Settings…")


# -- the catalogues that are there


def test_every_text_of_the_screen_can_be_gathered() -> None:
    assert FINDINGS.faults == []
    assert unmarked() == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_catalogue_is_complete_up_to_date_and_compiled(code: str) -> None:
    catalogue = read(source_file(code))
    assert catalogue.language == code
    assert faults(catalogue, FINDINGS.texts()) == []
    assert differences(catalogue, compiled_file(code)) == []


def test_there_is_a_catalogue_for_each_language_on_offer_and_no_other() -> None:
    assert {path.name for path in COMPILED.iterdir()} == {
        compiled_file(code).name for code in TRANSLATED
    }
    assert set(TRANSLATED) == {"de", "it", "es", "fr", "zh_CN"} == set(PLURALS)


def test_tables_of_sentences_are_marked() -> None:
    translatable = {text.source for text in FINDINGS.texts() if text.context == "words"}
    for kind in AlertKind:
        bodies = {alerts._body(kind, at_zero) for at_zero in (None, *AtZero)}
        assert {alerts._TITLES[kind], *bodies} <= translatable
    assert {*status._EMPTY.values(), *status._OVERDRAWN.values()} <= translatable
    for problem in ProblemKind:
        words = problems._WORDS[problem]
        shown = {words.short, words.what, words.do}
        if problem.pace is RetryPolicy.BACK_OFF:  # after a sign-in the terminal's words are shown
            shown.add(words.do_in_terminal)
        assert shown - {""} <= translatable


# -- what a catalogue may not be


def german(**forms: str) -> Catalogue:
    said = {
        "days_one": "Noch etwa %n Tag",
        "days": "Noch etwa %n Tage",
        "limit": "Unter Ihrer Grenze von {limit}.",
        "open": "Einstellungen\u00a0…",
        **forms,
    }
    return Catalogue(
        "de",
        {
            DAYS: Entry((said["days_one"], said["days"])),
            LIMIT: Entry((said["limit"],)),
            OPEN: Entry((said["open"],)),
        },
    )


TEXTS = [DAYS, LIMIT, OPEN]


def test_a_whole_catalogue_has_no_faults() -> None:
    assert faults(german(), TEXTS) == []


def test_a_missing_text_is_seen() -> None:
    (fault,) = faults(german(), [*TEXTS, Text("words", "Something new")])
    assert "Something new" in fault
    assert "is missing" in fault


def test_a_stale_text_is_seen() -> None:
    (fault,) = faults(german(), [DAYS, LIMIT])
    assert "is no text of the program any more" in fault


@pytest.mark.parametrize(
    "entry", [Entry(("Etwas",), finished=False), Entry(("",)), Entry(("",), finished=False)]
)
def test_an_unfinished_text_is_seen(entry: Entry) -> None:
    catalogue = german()
    catalogue.entries[LIMIT] = entry
    (fault,) = faults(catalogue, TEXTS)
    assert "is not translated" in fault


@pytest.mark.parametrize(
    ("forms", "said"),
    [
        ({"limit": "Unter Ihrer Grenze."}, "other places"),
        ({"limit": "Unter Ihrer Grenze von {Limit}."}, "other places"),
        ({"limit": "Unter {limit} und {limit}."}, "other places"),
        ({"limit": "Unter {limit} von {amount}."}, "other places"),
        ({"limit": "Unter {limit}}."}, "a brace"),
        ({"days": "Noch etwa {n} Tage"}, "other places"),
        ({"days_one": "Noch ein Tag"}, "other places"),
        ({"limit": " Unter {limit}."}, "blanks"),
        ({"limit": "Unter  {limit}."}, "blanks"),
        ({"limit": "Unter {limit}"}, "ends otherwise"),
        ({"open": "Einstellungen"}, "ends otherwise"),
        ({"open": "&Einstellungen\u00a0…"}, "letter mark"),
    ],
)
def test_a_translation_that_cannot_be_shown_is_seen(forms: dict[str, str], said: str) -> None:
    found = faults(german(**forms), TEXTS)
    assert found
    assert all(said in fault for fault in found)


def test_plurals_that_are_not_those_of_the_language_are_seen() -> None:
    catalogue = german()
    catalogue.entries[DAYS] = Entry(("Noch etwa %n Tage",))
    (fault,) = faults(catalogue, TEXTS)
    assert "1 forms instead of 2" in fault


def test_one_source_has_one_translation() -> None:
    catalogue = german()
    catalogue.entries[Text("Windows", OPEN.source)] = Entry(("Optionen\u00a0…",))
    (fault,) = faults(catalogue, list(catalogue.entries))
    assert "in several ways" in fault


# -- their files


def test_a_catalogue_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = source_file("de", tmp_path)
    catalogue = german(limit="„Unter“ & <b>'{limit}'</b>.")
    catalogue.entries[OPEN] = Entry(("",), finished=False)
    write(catalogue, path)
    assert read(path) == catalogue
    first = path.read_bytes()
    write(read(path), path)
    assert path.read_bytes() == first


def test_an_update_keeps_what_is_done_and_drops_what_is_gone() -> None:
    catalogue = german()
    new, again = Text("words", "Something new"), Text("Windows", OPEN.source)
    catalogue.update([DAYS, OPEN, new, again])
    assert catalogue.entries == {
        DAYS: german().entries[DAYS],
        OPEN: german().entries[OPEN],
        new: Entry(("",), finished=False),
        again: Entry(("Einstellungen\u00a0…",), finished=False),
    }


def test_a_compiled_catalogue_that_says_otherwise_is_seen(tmp_path: Path) -> None:
    source, compiled = source_file("de", tmp_path), compiled_file("de", tmp_path)
    assert differences(german(), compiled) == [f"{compiled.name} is missing"]
    write(german(), source)
    compile_catalogue(source, compiled)
    assert differences(german(), compiled) == []
    for change in ({"open": "Optionen\u00a0…"}, {"days": "Etwa %n Tage"}):
        (fault,) = differences(german(**change), compiled)
        assert "is older than its source" in fault


# -- what is gathered from the source

SOURCE = '''
from PySide6.QtCore import QCoreApplication, QObject

_TABLE = {1: translatable("From a table")}
_SPARED = for_terminal("Run 'wallet-tray'.")


class Window(QObject):
    """A docstring is no text."""

    def build(self, locale, n):
        self.setTitle(self.tr("The title"))
        self.setText(locale.translate("One" if n else "Other"))
        self.setNote(locale.plural("%n thing(s)", n))
        self.setUnit(_here("unit"))
        self.setRow(locale.translate(_TABLE[n]))


def _here(text):
    return QCoreApplication.translate("Here", text)
'''


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    (folder / "ui").mkdir(parents=True)
    (folder / "ui" / "window.py").write_text(SOURCE, encoding="utf-8")
    return folder


def add(package: Path, name: str, source: str) -> None:
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text(source, encoding="utf-8")


def test_texts_are_gathered_with_their_contexts(package: Path) -> None:
    findings = gather(package)
    assert findings.faults == []
    assert findings.texts() == [
        Text("Here", "unit"),
        Text("Window", "The title"),
        Text("words", "%n thing(s)"),
        Text("words", "From a table"),
        Text("words", "One"),
        Text("words", "Other"),
    ]
    assert unmarked(package) == []


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Not for everybody")',
        'label.setText("Unmarked…")',
        'label.setText(f"{number} more of them")',
        '_TABLE = {1: "Below your limit of {limit}."}',
        'title = "Settings"',
    ],
)
def test_a_sentence_that_is_not_marked_is_seen(package: Path, line: str) -> None:
    add(package, "ui/other.py", line + "\n")
    (fault,) = unmarked(package)
    assert fault.startswith("program/ui/other.py:1: “")


def test_terminals_logs_and_exceptions_speak_english(package: Path) -> None:
    add(package, "cli/answer.py", 'tell("An answer for a terminal")\n')
    add(package, "cli/messages.py", 'ANSWER = "An answer for a terminal"\n')
    add(package, "ui/logged.py", '_log.warning("A line for the log")\nraise OSError("A fault")\n')
    assert unmarked(package) == []


def test_a_text_that_is_made_up_on_the_way_is_seen(package: Path) -> None:
    add(package, "ui/w.py", 'class W(Q):\n    def f(self, x):\n        self.tr(f"{x} left")\n')
    (fault,) = gather(package).faults
    assert "not written out" in fault


def test_a_class_with_texts_has_no_subclasses(package: Path) -> None:
    add(package, "ui/special.py", "class Special(Window):\n    pass\n")
    (fault,) = gather(package).faults
    assert fault.startswith("Window has subclasses")
