"""The alerts page: the limits of one account at a time, in its own unit."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wallet_tray.domain.account import NO_ACCOUNT_ID, Account, AccountId
from wallet_tray.domain.money import Figure
from wallet_tray.domain.settings import account_values
from wallet_tray.domain.settings_schema import AMOUNT_DUE, LIMITS, Unit
from wallet_tray.text.locale import Locale
from wallet_tray.ui.settings.account_choice import AccountChoice
from wallet_tray.ui.settings.page import SettingsPage
from wallet_tray.ui.settings.typed_fields import LimitField
from wallet_tray.ui.user_actions import UserActions
from wallet_tray.ui.widgets.labels import plain_label
from wallet_tray.ui.widgets.mnemonics import Mnemonics


class AlertsPage(SettingsPage):
    """A page that shows and changes the limits of the chosen account.

    The choice is hidden while there is only one account.
    """

    def __init__(self, actions: UserActions, mnemonics: Mnemonics, locale: Locale) -> None:
        super().__init__(mnemonics, locale, actions.save_settings)
        self._accounts: Sequence[Account] = ()
        self._shown: Account | None = None
        self._units: Mapping[AccountId, str] = {}
        self._choice = AccountChoice(self)
        self._choice.activated.connect(self._on_chosen)
        self._chooser = QWidget()
        row = QHBoxLayout(self._chooser)
        row.setContentsMargins(0, 0, 0, 0)
        label = plain_label(text=mnemonics.give(self.tr("Account")))
        label.setBuddy(self._choice)
        row.addWidget(label)
        row.addWidget(self._choice, stretch=1)
        self.column.addWidget(self._chooser)
        rows = self.rows()
        self._limits = [self.add_setting(rows, setting) for setting in LIMITS]
        test = self._button(self.tr("Test my alerts"), actions.test_alerts)
        self.column.addWidget(test, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Show the accounts in force. The chosen one stays chosen while it exists."""
        self._accounts = accounts
        ids = [one.id for one in accounts]
        chosen = self._shown.id if self._shown is not None else NO_ACCOUNT_ID
        place = ids.index(chosen) if chosen in ids else 0
        self._choice.clear()
        for one in accounts:
            self._choice.addItem(one.label, one.id)
        self._choice.setCurrentIndex(place if accounts else -1)
        self._chooser.setVisible(len(accounts) > 1)
        self._show(accounts[place] if accounts else None)

    def show_units(self, units: Mapping[AccountId, str]) -> None:
        """Take the units of the last balances; some wallets name theirs only in an answer."""
        if units != self._units:
            self._units = units
            self._show(self._shown)

    def _show(self, account: Account | None) -> None:
        before, self._shown = self._shown, account
        for field in self._limits:
            field.setEnabled(account is not None)
        if account is None:
            return
        unit = account.unit or self._units.get(account.id, "")
        self._show_units(account, unit)
        values = account_values(account, unit)
        if before is None or before.id != account.id:
            self.fields.restart(values)
        else:
            self.fields.show(values)
        self.show_row(AMOUNT_DUE, visible=Figure.DUE in account.provider.figures)

    def _show_units(self, account: Account, unit: str) -> None:
        usual = account.provider.usual_limits(unit, account.variant)
        suggestions = {"low_balance": usual.low, "critical_balance": usual.critical}
        units = {Unit.BALANCE: unit, Unit.AMOUNT_DUE: account.due_unit or unit}
        units[Unit.HOURS] = self.tr("hours")
        for field in self._limits:
            setting = field.setting
            if isinstance(field, LimitField) and setting.unit is not None:
                suggested = suggestions.get(setting.name)
                field.show_unit(units[setting.unit], suggested or setting.suggestion)

    def _on_changed(self, changes: Mapping[str, object]) -> None:
        if self._shown is not None:
            prefix = f"accounts[{self._shown.id}]."
            super()._on_changed({prefix + key: value for key, value in changes.items()})

    def _on_chosen(self, place: int) -> None:
        self.fields.flush()  # while the previous account is still shown
        self._show(self._accounts[place])
