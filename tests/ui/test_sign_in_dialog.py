"""The sign-in window: refuses what cannot be a key, keeps nothing of what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.builders import make_account
from tests.support.recording_actions import RecordingActions
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.text.locale import ENGLISH
from wallet_tray.ui.dialogs.sign_in import SignInDialog

KEY = "WTSENTINEL" + "k" * 300


@pytest.fixture
def dialog(qtbot: QtBot) -> SignInDialog:
    dialog = SignInDialog(make_account(), RecordingActions(), ENGLISH)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def field(dialog: SignInDialog) -> QLineEdit:
    (found,) = dialog.findChildren(QLineEdit)
    return found


def message(dialog: SignInDialog) -> str:
    (found,) = (one for one in dialog.findChildren(QLabel) if one.accessibleName() == "Status")
    return found.text()


def sign_in(dialog: SignInDialog) -> QPushButton:
    (found,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "&Sign in")
    return found


def test_the_key_is_hidden(dialog: SignInDialog) -> None:
    assert field(dialog).echoMode() is QLineEdit.EchoMode.Password


def test_nothing_to_sign_in_with_yet(dialog: SignInDialog) -> None:
    assert not sign_in(dialog).isEnabled()
    field(dialog).setText("  \n ")
    assert not sign_in(dialog).isEnabled()


def test_sign_in_emits_the_key_without_surrounding_characters(
    dialog: SignInDialog, qtbot: QtBot
) -> None:
    field(dialog).setText(f"  {KEY}\u00a0")
    with qtbot.waitSignal(dialog.sign_in_requested) as wish:
        sign_in(dialog).click()
    assert wish.args == [Credential(CredentialKind.API_KEY, KEY)]
    assert message(dialog) == "Checking…"
    assert not sign_in(dialog).isEnabled()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a key", "spaces"),
        ("kéy", "characters in it that are not allowed"),
        ("k\x01y", "control characters"),
        ("k" * 10_000, "8,192"),
    ],
)
def test_invalid_key_is_refused_without_a_request(
    dialog: SignInDialog, qtbot: QtBot, text: str, word: str
) -> None:
    field(dialog).setText(text)
    with qtbot.assertNotEmitted(dialog.sign_in_requested):
        sign_in(dialog).click()
    assert word in message(dialog)
    assert field(dialog).text() == text  # nothing typed is lost


def test_an_access_token_says_that_it_ends(dialog: SignInDialog, qtbot: QtBot) -> None:
    (check,) = dialog.findChildren(QCheckBox)
    check.setChecked(True)
    texts = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert any("an hour at most" in text for text in texts)
    field(dialog).setText("token")
    with qtbot.waitSignal(dialog.sign_in_requested) as wish:
        sign_in(dialog).click()
    assert wish.args == [Credential(CredentialKind.ACCESS_TOKEN, "token")]


def test_a_refused_key_can_be_mended(dialog: SignInDialog) -> None:
    field(dialog).setText(KEY)
    sign_in(dialog).click()
    dialog.show_failure("ByteNite rejects the API key.")
    assert message(dialog) == "ByteNite rejects the API key."
    assert sign_in(dialog).isEnabled()
    assert field(dialog).text() == KEY


def test_success_closes_and_forgets(dialog: SignInDialog) -> None:
    field(dialog).setText(KEY)
    sign_in(dialog).click()
    dialog.show_success("")
    assert not dialog.isVisible()
    assert field(dialog).text() == ""


def test_success_with_a_word_stays_until_it_is_read(dialog: SignInDialog) -> None:
    field(dialog).setText(KEY)
    sign_in(dialog).click()
    dialog.show_success("There is no keyring here, so the key is kept in memory until you quit.")
    assert dialog.isVisible()
    assert "no keyring" in message(dialog)
    assert field(dialog).text() == ""


@pytest.mark.parametrize("how", ["escape", "close"])
def test_closing_in_any_way_forgets(dialog: SignInDialog, qtbot: QtBot, how: str) -> None:
    field(dialog).setText(KEY)
    if how == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert field(dialog).text() == ""
    assert not field(dialog).isUndoAvailable()


def test_every_label_is_plain_text(dialog: SignInDialog) -> None:
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
