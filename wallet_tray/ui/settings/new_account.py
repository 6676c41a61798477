"""The dialog for a new account: its name, service and kind of credential."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from wallet_tray.domain.account import free_account_id
from wallet_tray.domain.settings import account_values
from wallet_tray.domain.settings_schema import API_URL, CREDENTIAL, LABEL, Setting
from wallet_tray.providers.registry import usual_account
from wallet_tray.text.locale import Locale
from wallet_tray.ui.settings.fields import SettingField
from wallet_tray.ui.settings.page import SettingsPage
from wallet_tray.ui.widgets.labels import HintLabel, plain_label
from wallet_tray.ui.widgets.mnemonics import Mnemonics

_WIDTH = 460
_SETTINGS: tuple[Setting[object], ...] = (LABEL, API_URL, CREDENTIAL)


class NewAccountDialog(QDialog):
    """A dialog that adds an account only when all fields are valid.

    Signals:
        account_requested(str, dict): the new account's id, and the changes that add it.
    """

    account_requested = Signal(str, object)

    def __init__(self, taken: Collection[str], locale: Locale, parent: QWidget) -> None:
        super().__init__(parent)
        self._taken = taken
        self.setWindowTitle(self.tr("Add an account"))
        self.setMinimumWidth(_WIDTH)
        mnemonics = Mnemonics()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = self._buttons.addButton(
            mnemonics.give(self.tr("Add")), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._buttons.accepted.connect(self._request)
        self._buttons.rejected.connect(self.reject)
        self._page = SettingsPage(mnemonics, locale)
        self._page.column.setContentsMargins(0, 0, 0, 0)
        rows = self._page.rows()
        self._fields: dict[str, SettingField] = {}
        for setting in _SETTINGS:
            field = self._page.add_setting(rows, setting)
            field.edited.connect(self._judge)
            self._fields[setting.key] = field
        self._id = plain_label(self.tr("Id"), selectable=True)
        note = HintLabel(self.tr("It stays the same when the account is renamed."), self._id)
        rows.add(self._page.label_of(self._id, self.tr("Id on the command line")), self._id, note)
        values = account_values(usual_account())  # a file of the package, as its modules are
        self._usual = {one.key: values[one.key] for one in _SETTINGS}
        self._page.show_values(self._usual)
        self._page.column.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self._page)
        layout.addWidget(self._buttons)
        self._judge()
        name = self._fields[LABEL.key].control
        name.setFocus()
        if isinstance(name, QLineEdit):
            name.selectAll()

    def _judge(self) -> None:
        label = self._fields[LABEL.key].value()
        self._id.setText(free_account_id(str(label), self._taken) if label else "–")
        self._add.setEnabled(all(one.value() is not None for one in self._fields.values()))

    def _request(self) -> None:
        account_id = self._id.text()
        values = {key: one.value() for key, one in self._fields.items()}
        changes = {
            f"accounts[{account_id}].{one.key}": values[one.key]
            for one in _SETTINGS
            if one is LABEL or values[one.key] != self._usual[one.key]
        }
        self.account_requested.emit(account_id, changes)
        self.accept()
