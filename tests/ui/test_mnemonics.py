"""Letters: unique on a page, in every script."""

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from wallet_tray.ui.widgets.mnemonics import Mnemonics


def letters(texts: list[str]) -> list[str]:
    return [QKeySequence.mnemonic(text).toString() for text in texts]


def test_the_first_letter_of_a_word_is_preferred(qtbot: QtBot) -> None:
    given = Mnemonics("c")
    assert given.give("Close all") == "Close &all"
    assert given.give("About") == "A&bout"


def test_no_letter_is_given_twice(qtbot: QtBot) -> None:
    given = Mnemonics()
    texts = [given.give(text) for text in ("Name", "Nein", "Nase", "Einnahme", "Ünnütz", "Имя")]
    assert len(set(letters(texts))) == len(texts)


def test_a_script_without_such_letters_gets_one_behind(qtbot: QtBot) -> None:
    given = Mnemonics("a")
    assert [given.give("设置"), given.give("名称")] == ["设置(&B)", "名称(&C)"]
    assert given.give("添加…") == "添加(&D)…"


def test_a_text_whose_letters_are_all_in_use_has_none() -> None:
    assert Mnemonics("abc").give("Cab") == "Cab"


def test_texts_of_which_one_is_seen_share_a_letter() -> None:
    given = Mnemonics()
    assert given.give_either("Sign in…", "Sign in again…") == ["&Sign in…", "&Sign in again…"]
    assert given.give("Size") == "S&ize"


def test_an_ampersand_of_the_text_is_no_letter(qtbot: QtBot) -> None:
    text = Mnemonics().give("& more")
    assert text == "&& &more"
    assert letters([text]) == ["Alt+M"]
