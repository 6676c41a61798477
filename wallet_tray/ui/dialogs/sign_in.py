"""The sign-in window: the credential is stored only after verification."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import (
    CredentialKind,
    UnusableCredentialError,
    credential_from,
)
from wallet_tray.text.amounts import isolate
from wallet_tray.text.locale import Locale
from wallet_tray.text.problems import unusable_sentence
from wallet_tray.ui.user_actions import UserActions
from wallet_tray.ui.widgets.accessibility import announce
from wallet_tray.ui.widgets.fitting import grow
from wallet_tray.ui.widgets.labels import muted_label, plain_label
from wallet_tray.ui.widgets.mnemonics import Mnemonics

_WIDTH = 420
_WIDTH_CHARACTERS = 48  # a large font needs more


class SignInDialog(QDialog):
    """A window that takes the API key (or an access token) of one account.

    The field hides the input, keeps no history of it and is cleared when the window closes.

    Signals:
        sign_in_requested(Credential): verify this one, then call ``show_success`` or
            ``show_failure``.
    """

    sign_in_requested = Signal(object)

    def __init__(self, account: Account, actions: UserActions, locale: Locale) -> None:
        super().__init__()
        self._locale = locale
        self.setWindowTitle(
            self.tr("Sign in to {service}").replace("{service}", isolate(account.label))
        )
        letters = Mnemonics()
        kinds = (self.tr("API key"), self.tr("Access token"))
        self._letters_of_kinds = dict(zip(kinds, letters.give_either(*kinds), strict=True))
        self._intro = plain_label(
            text=self.tr(
                "Enter an API key for {service}. It is checked with one call and then kept in your "
                "keyring; where there is none, in memory until you quit."
            ).replace("{service}", isolate(account.label))
        )
        self._intro.setWordWrap(True)
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._field.textChanged.connect(self._edited)
        self._kind = plain_label()
        self._kind.setBuddy(self._field)
        self._is_token = QCheckBox(letters.give(self.tr("This is an access token")))
        self._is_token.setChecked(account.credential is CredentialKind.ACCESS_TOKEN)
        self._is_token.toggled.connect(self._show_kind)
        self._token_note = muted_label(
            text=self.tr("It works for an hour at most; then you will be asked again.")
        )
        self._token_note.setWordWrap(True)
        self._message = plain_label(self.tr("Status"))
        self._message.setWordWrap(True)
        self._page = QPushButton(letters.give(self.tr("Get an API key…")))
        self._page.setAutoDefault(False)
        self._page.clicked.connect(actions.open_keys_page)
        self._buttons = QDialogButtonBox()
        self._sign_in = self._buttons.addButton(
            letters.give(self.tr("Sign in")), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._cancel = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._submit)
        self._buttons.rejected.connect(self.reject)
        self.rejected.connect(actions.cancel_sign_in)
        self._arrange()
        self._show_kind()
        self._show_waiting(False)
        self._edited()

    @property
    def credential_kind(self) -> CredentialKind:
        """The kind of credential being entered."""
        token = self._is_token.isChecked()
        return CredentialKind.ACCESS_TOKEN if token else CredentialKind.API_KEY

    def show_failure(self, sentence: str) -> None:
        """Show that the credential was rejected; nothing was stored."""
        self._show_waiting(False)
        self._say(sentence)
        self._field.setFocus()
        self._field.selectAll()

    def show_success(self, sentence: str) -> None:
        """Show that the credential works.

        If ``sentence`` is not empty, the window stays open for it.
        """
        self._field.clear()
        self._show_waiting(False)
        if not sentence:
            self.accept()
            return
        self._say(sentence)
        self._intro.setVisible(False)
        self._kind.setVisible(False)
        self._field.setEnabled(False)
        self._is_token.setEnabled(False)
        self._sign_in.setVisible(False)
        self._page.setVisible(False)
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._field.clear()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Clear the input however the window is closed."""
        self._field.clear()
        super().done(result)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        usual = _WIDTH_CHARACTERS * self.fontMetrics().averageCharWidth()
        layout.addStrut(min(max(_WIDTH, usual), self.screen().availableGeometry().width()))
        layout.addWidget(self._intro)
        layout.addWidget(self._kind)
        layout.addWidget(self._field)
        layout.addWidget(self._is_token)
        layout.addWidget(self._token_note)
        layout.addWidget(self._message)
        layout.addStretch()
        row = QHBoxLayout()
        row.addWidget(self._page)
        row.addStretch()
        row.addWidget(self._buttons)
        layout.addLayout(row)

    def _show_kind(self) -> None:
        name = self.tr("Access token") if self._is_token.isChecked() else self.tr("API key")
        self._kind.setText(self._letters_of_kinds[name])
        self._field.setAccessibleName(name)
        self._token_note.setVisible(self._is_token.isChecked())
        grow(self)

    def _edited(self) -> None:
        self._message.clear()
        self._field.setAccessibleDescription("")
        self._message.setVisible(True)
        self._sign_in.setEnabled(bool(self._field.text().strip()))

    def _submit(self) -> None:
        try:
            credential = credential_from(self._field.text(), self.credential_kind)
        except UnusableCredentialError as error:
            self.show_failure(unusable_sentence(error.reason, self.credential_kind, self._locale))
            return
        self._show_waiting(True)
        self._say(self.tr("Checking…"))
        self.sign_in_requested.emit(credential)

    def _say(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._field.setAccessibleDescription(sentence)
        announce(self._message, sentence)
        grow(self)

    def _show_waiting(self, waiting: bool) -> None:
        for widget in (self._field, self._is_token):
            widget.setEnabled(not waiting)
        self._sign_in.setEnabled(not waiting and bool(self._field.text().strip()))
