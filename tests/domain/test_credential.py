"""Credentials: what people paste, and what never can be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_tray.domain.credential import (
    MAX_LENGTH,
    Credential,
    CredentialKind,
    UnusableCredentialError,
    UnusableReason,
    credential_from,
)

KEY = CredentialKind.API_KEY
VISIBLE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=40)
BARE = VISIBLE.filter(lambda text: text[0] not in "\"'" and text[-1] not in "\"'")
AROUND = st.text(" \t\r\n\u00a0\ufeff\u200b\u2060", max_size=4)
QUOTE = st.sampled_from(["", '"', "'"])


@given(BARE, AROUND, AROUND, QUOTE)
def test_characters_around_a_pasted_key_are_removed(
    text: str, before: str, after: str, quote: str
) -> None:
    pasted = f"{before}{quote}{text}{quote}{after}"
    assert credential_from(pasted, KEY) == Credential(KEY, text)


@given(st.text(max_size=30) | st.text("'\" \nab", max_size=12))
def test_every_text_is_a_credential_or_has_a_reason(text: str) -> None:
    try:
        credential = credential_from(text, KEY)
    except UnusableCredentialError:
        return
    assert 1 <= len(credential.text) <= MAX_LENGTH
    assert all("!" <= character <= "~" for character in credential.text)
    # What is stored is read the same way again.
    assert credential_from(credential.text, KEY) == credential


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", UnusableReason.EMPTY),
        (" \r\n\t", UnusableReason.EMPTY),
        ('""', UnusableReason.EMPTY),
        ('" "', UnusableReason.EMPTY),
        ("x" * 8193, UnusableReason.TOO_LONG),
        ("x" * 10_000, UnusableReason.TOO_LONG),
        ("two words", UnusableReason.BLANKS),
        ("two\nlines", UnusableReason.BLANKS),
        ("a\tb", UnusableReason.BLANKS),
        ("a\x00b", UnusableReason.CONTROLS),
        ("\x00a", UnusableReason.CONTROLS),
        ("a\x1b[0m", UnusableReason.CONTROLS),
        ("a\x7f", UnusableReason.CONTROLS),
        ("schlüssel", UnusableReason.NON_ASCII),
        ("а" * 20, UnusableReason.NON_ASCII),  # Cyrillic
        ("a\u200bb", UnusableReason.NON_ASCII),
        ("a\ud800", UnusableReason.NON_ASCII),
        ("١٢", UnusableReason.NON_ASCII),
    ],
)
def test_unusable_credential_has_a_reason(text: str, reason: UnusableReason) -> None:
    with pytest.raises(UnusableCredentialError) as caught:
        credential_from(text, KEY)
    assert caught.value.reason is reason
    assert str(caught.value) == reason.value


@pytest.mark.parametrize("pasted", ['""k""', "\"'k'\"", "' \"k\" '", "k"])
def test_stored_credential_parses_to_itself(pasted: str) -> None:
    assert credential_from(pasted, KEY).text == "k"


@pytest.mark.parametrize("length", [1, 8192])
def test_the_limits_are_inside(length: int) -> None:
    assert len(credential_from("k" * length, KEY).text) == length


@pytest.mark.parametrize("show", [repr, str, "{}".format])
def test_a_credential_is_never_shown(show: object) -> None:
    credential = credential_from("WTSENTINEL", CredentialKind.ACCESS_TOKEN)
    assert callable(show)
    assert "WTSENTINEL" not in show(credential)


def test_the_kinds_are_those_of_the_settings_file() -> None:
    assert [kind.value for kind in CredentialKind] == ["api-key", "access-token"]
