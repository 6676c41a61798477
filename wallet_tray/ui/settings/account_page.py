"""The accounts page: one account at a time, with all of its own settings."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from wallet_tray.domain.account import NO_ACCOUNT_ID, Account, AccountId
from wallet_tray.domain.settings import account_values
from wallet_tray.domain.settings_schema import (
    API_URL,
    CREDENTIAL,
    LABEL,
    TOP_UP_URL,
)
from wallet_tray.text.locale import Locale
from wallet_tray.ui.settings.account_choice import AccountChoice
from wallet_tray.ui.settings.confirmations import RemovalConfirmation
from wallet_tray.ui.settings.fields import ExportField
from wallet_tray.ui.settings.new_account import NewAccountDialog
from wallet_tray.ui.settings.page import SettingsPage, SettingsRows
from wallet_tray.ui.user_actions import UserActions
from wallet_tray.ui.widgets.labels import plain_label
from wallet_tray.ui.widgets.mnemonics import Mnemonics


class AccountPage(SettingsPage):
    """A page that shows the chosen account and adds, renames and removes accounts."""

    def __init__(
        self,
        actions: UserActions,
        mnemonics: Mnemonics,
        locale: Locale,
    ) -> None:
        super().__init__(mnemonics, locale, actions.save_settings)
        self._actions = actions
        self._accounts: Sequence[Account] = ()
        self._signed_out: Collection[str] = ()
        self._shown: Account | None = None
        self._wanted = NO_ACCOUNT_ID  # the account just added, not in force yet
        # Comes first, as short texts have the fewest letters to choose from.
        texts = mnemonics.give_either(self.tr("Sign in…"), self.tr("Sign in again…"))
        self._sign_in_text, self._sign_in_again_text = texts
        self._add_choice()
        rows = self.rows()
        self.add_settings(rows, (LABEL, API_URL, CREDENTIAL))
        self._add_sign_in(rows)
        self.add_settings(rows, (TOP_UP_URL,))
        self._export = ExportField(mnemonics.give(self.tr("Export history…")))
        self._export.export_requested.connect(actions.export_history)
        rows.add(plain_label(text=self.tr("History")), self._export, self._export.note)
        self.column.addStretch()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Show the accounts in force. The chosen one stays chosen while it exists."""
        self._accounts = accounts
        ids = [one.id for one in accounts]
        chosen = self._shown.id if self._shown is not None else NO_ACCOUNT_ID
        if self._wanted in ids:
            chosen, self._wanted = self._wanted, NO_ACCOUNT_ID
        place = ids.index(chosen) if chosen in ids else 0
        self._choice.clear()
        for one in accounts:
            self._choice.addItem(one.label, one.id)
        self._choice.setCurrentIndex(place if accounts else -1)
        self._remove.setEnabled(len(accounts) > 1)
        self._show(accounts[place] if accounts else None)

    def show_refused(self) -> None:
        """Show the values in force again, after a change was not saved."""
        self.fields.take_back()

    def show_signed_out(self, account_ids: Collection[AccountId]) -> None:
        """Mark the accounts without a credential."""
        self._signed_out = account_ids
        self._show_sign_in()

    def show_export(self, account_id: AccountId, sentence: str) -> None:
        """Show the result of the export of this account's recorded balances."""
        self._export.show_done(account_id, sentence)

    def _add_choice(self) -> None:
        self._choice = AccountChoice(self)
        self._choice.activated.connect(self._on_chosen)
        self._add = self._button(self.tr("Add…"), self._on_add)
        self._remove = self._button(self.tr("Remove…"), self._on_remove)
        label = plain_label(text=self._mnemonics.give(self.tr("Account")))
        label.setBuddy(self._choice)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._choice, stretch=1)
        row.addWidget(self._add)
        row.addWidget(self._remove)
        self.column.addLayout(row)

    def _add_sign_in(self, rows: SettingsRows) -> None:
        self._status = plain_label(self.tr("Status"))
        self._sign_in = QPushButton(autoDefault=False)
        self._sign_in.clicked.connect(self._on_sign_in)
        self._sign_out = self._button(self.tr("Sign out"), self._on_sign_out)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._status, stretch=1)
        for button in (self._sign_in, self._sign_out):
            row.addWidget(button)
        rows.add(plain_label(text=self.tr("Status")), box)

    def _show(self, account: Account | None) -> None:
        before, self._shown = self._shown, account
        self._export.show_account(NO_ACCOUNT_ID if account is None else account.id)
        if account is None:
            self._show_sign_in()
            return
        values = account_values(account)
        if before is None or before.id != account.id:
            self.fields.restart(values)
        else:
            self.fields.show(values)
        self._show_sign_in()

    def _show_sign_in(self) -> None:
        there = self._shown is not None
        signed_in = self._shown is not None and self._shown.id not in self._signed_out
        self._status.setText(self.tr("Signed in") if signed_in else self.tr("Not signed in"))
        self._sign_in.setText(self._sign_in_again_text if signed_in else self._sign_in_text)
        self._sign_in.setEnabled(there)
        self._sign_out.setVisible(signed_in)

    def _on_changed(self, changes: Mapping[str, object]) -> None:
        if self._shown is not None:
            prefix = f"accounts[{self._shown.id}]."
            self._actions.save_settings({prefix + key: value for key, value in changes.items()})

    def _on_chosen(self, place: int) -> None:
        self.fields.flush()  # while the previous account is still shown
        self._show(self._accounts[place])

    def _on_add(self) -> None:
        taken = {one.id for one in self._accounts}
        dialog = NewAccountDialog(taken, self._locale, self)
        dialog.account_requested.connect(self._on_requested)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_requested(self, account_id: AccountId, changes: Mapping[str, object]) -> None:
        self._wanted = account_id
        self._actions.save_settings(changes)

    def _on_remove(self) -> None:
        if self._shown is not None:
            question = RemovalConfirmation(self._shown, self)
            question.agreed.connect(self._on_removal_agreed)
            question.finished.connect(question.deleteLater)
            question.open()

    def _on_removal_agreed(self, account_id: AccountId, erase_data: bool) -> None:
        self.fields.restart({})
        self._actions.remove_account(account_id, erase_data)

    def _on_sign_in(self) -> None:
        if self._shown is not None:
            self.fields.flush()
            self._actions.ask_to_sign_in(self._shown.id)

    def _on_sign_out(self) -> None:
        if self._shown is not None:
            self._actions.sign_out(self._shown.id)
