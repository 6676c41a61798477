"""The last defence of a notification's text."""

import pytest

from wallet_tray.desktop.notifications.messages import marked_up, plain_body, plain_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Low balance: 84.10 BYC", "Low balance: 84.10 BYC"),
        ("nul\0 and\x1b[31m escape", "nul and[31m escape"),
        ("\u202eright to left\u2066", "right to left"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("lone \udc80 surrogate", "lone  surrogate"),
        ("private \ue000", "private "),
        ("two\nlines", "two lines"),
        ("a\u0308", "ä"),
        ("−3 and 1.25 M", "−3 and 1.25 M"),
        ("", ""),
        ("x" * 120, "x" * 120),
        ("x" * 121, "x" * 119 + "…"),
        ("x" * 100_000, "x" * 119 + "…"),
        ("\u200b" * 100_000, ""),
    ],
)
def test_a_title_is_one_harmless_line(text, title):
    assert plain_title(text) == title


def test_a_body_keeps_its_line_breaks_and_is_cut():
    assert plain_body("one\r\ntwo\tthree") == "one\ntwothree"
    assert plain_body("é" * 501) == "é" * 499 + "…"


def test_every_text_survives_the_way_to_the_bus():
    everything = "".join(map(chr, range(0x3000))) + "\ud800\udfff\U0010ffff"
    for start in range(0, len(everything), 400):
        text = plain_body(everything[start : start + 400])
        assert "\0" not in text
        text.encode()


def test_markup_becomes_text():
    assert marked_up("<img src='x'> & \"y\"") == "&lt;img src='x'&gt; &amp; \"y\""
