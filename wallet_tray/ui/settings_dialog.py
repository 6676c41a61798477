"""The settings window: the few things that most people want to change."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from wallet_tray.domain.settings import INTERVAL_SECONDS, IconStyle, IconTheme, Settings
from wallet_tray.ui.elided_label import ElidedLabel

_MOST = 1e12


class SettingsDialog(QDialog):
    """Shows the settings; OK asks for those that differ.

    Signals:
        changes_requested(dict): dotted keys of settings.toml and their new values.
        sign_in_requested(), sign_out_requested(): of the first account.
        alert_test_requested(): walk through the alerts.
    """

    changes_requested = Signal(object)
    sign_in_requested = Signal()
    sign_out_requested = Signal()
    alert_test_requested = Signal()

    def __init__(self, settings: Settings, *, signed_in: bool) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Settings of Wallet Tray"))
        self._read: dict[str, tuple[object, Callable[[], object]]] = {}
        account = settings.accounts[0] if settings.accounts else None
        unit = account.provider.unit if account else ""
        due_unit = account.provider.amount_due_unit if account else ""
        layout = QVBoxLayout(self)
        layout.addWidget(self._account_box(account.label if account else "", signed_in))

        form = self._box(layout, self.tr("Alerts"))
        limits = settings.limits
        self._amount(form, "alerts.low_balance", self.tr("Low below"), limits.low_balance, unit)
        self._amount(
            form,
            "alerts.critical_balance",
            self.tr("Critical below"),
            limits.critical_balance,
            unit,
        )
        self._amount(
            form, "alerts.amount_due", self.tr("Amount due above"), limits.amount_due, due_unit
        )
        test = QPushButton(self.tr("Test my alerts"))
        test.setAutoDefault(False)
        test.clicked.connect(self.alert_test_requested)
        form.addRow("", test)

        form = self._box(layout, self.tr("Display"))
        self._choice(
            form,
            "display.icon",
            self.tr("Icon shows"),
            settings.icon,
            ((IconStyle.METER, self.tr("a meter")), (IconStyle.NUMBER, self.tr("the number"))),
        )
        self._choice(
            form,
            "display.theme",
            self.tr("Icon is drawn for"),
            settings.theme,
            (
                (IconTheme.AUTO, self.tr("the desktop's colours")),
                (IconTheme.DARK, self.tr("a dark panel")),
                (IconTheme.LIGHT, self.tr("a light panel")),
                (IconTheme.COLOR, self.tr("any panel, in colour")),
            ),
        )
        hide = QCheckBox(self.tr("Hide amounts"))
        hide.setChecked(settings.hide_amounts)
        form.addRow("", hide)
        self._read["display.hide_amounts"] = (settings.hide_amounts, hide.isChecked)

        form = self._box(layout, self.tr("Refresh"))
        interval = QSpinBox()
        interval.setRange(*INTERVAL_SECONDS)
        interval.setSuffix(self.tr(" s"))
        seconds = int(settings.refresh_interval.total_seconds())
        interval.setValue(seconds)
        form.addRow(self.tr("Every"), interval)
        self._read["refresh.interval_seconds"] = (interval.value(), interval.value)

        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def changes(self) -> dict[str, object]:
        """What differs from the settings that were shown."""
        now = {key: read() for key, (_, read) in self._read.items()}
        return {key: value for key, value in now.items() if value != self._read[key][0]}

    def _accept(self) -> None:
        changes = self.changes()
        if changes:
            self.changes_requested.emit(changes)
        self.accept()

    def _account_box(self, label: str, signed_in: bool) -> QWidget:
        box = QGroupBox(self.tr("Account"))
        row = QHBoxLayout(box)
        name = ElidedLabel(self.tr("Account"), Qt.TextElideMode.ElideRight)
        name.setText(label)
        row.addWidget(name, stretch=1)
        sign_in = QPushButton(
            self.tr("Sign in again…") if signed_in else self.tr("Sign in…"), autoDefault=False
        )
        sign_in.clicked.connect(self.sign_in_requested)
        row.addWidget(sign_in)
        if signed_in:
            sign_out = QPushButton(self.tr("Sign out"), autoDefault=False)
            sign_out.clicked.connect(self.sign_out_requested)
            sign_out.clicked.connect(self.reject)
            row.addWidget(sign_out)
        return box

    def _box(self, layout: QVBoxLayout, title: str) -> QFormLayout:
        box = QGroupBox(title)
        layout.addWidget(box)
        return QFormLayout(box)

    def _amount(self, form: QFormLayout, key: str, title: str, limit: Decimal, unit: str) -> None:
        field = QDoubleSpinBox()
        field.setRange(0, _MOST)
        field.setDecimals(2)
        field.setSuffix(f"\u00a0{unit}")
        field.setSpecialValueText(self.tr("off"))
        field.setValue(float(limit))
        form.addRow(title, field)
        # A limit with more decimals than the field shows stays as it is unless it is touched.
        self._read[key] = (field.value(), field.value)

    def _choice(
        self,
        form: QFormLayout,
        key: str,
        title: str,
        chosen: str,
        choices: tuple[tuple[str, str], ...],
    ) -> None:
        field = QComboBox()
        for value, text in choices:
            field.addItem(text, str(value))
        field.setCurrentIndex(field.findData(str(chosen)))
        form.addRow(title, field)
        self._read[key] = (str(chosen), field.currentData)
