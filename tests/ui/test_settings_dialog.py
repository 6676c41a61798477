"""The settings window asks for what differs, and for nothing else."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from wallet_tray.domain.alert_limits import AlertLimits
from wallet_tray.domain.settings import IconStyle, Settings
from wallet_tray.ui.settings_dialog import SettingsDialog

FINE = AlertLimits(Decimal("100.12345"), Decimal(20), Decimal(0))


def shown(qtbot: QtBot, settings: Settings, *, signed_in: bool = True) -> SettingsDialog:
    dialog = SettingsDialog(settings, signed_in=signed_in)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def accept(dialog: SettingsDialog) -> None:
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def press(dialog: SettingsDialog, text: str) -> None:
    (found,) = (one for one in dialog.findChildren(QPushButton) if one.text() == text)
    found.click()


def test_untouched_settings_are_not_saved(qtbot: QtBot) -> None:
    """Not even rounded: the field shows two decimals of a limit that has five."""
    settings = replace(Settings(), limits=FINE, refresh_interval=timedelta(seconds=77))
    dialog = shown(qtbot, settings)
    with qtbot.assertNotEmitted(dialog.changes_requested):
        accept(dialog)
    assert not dialog.isVisible()


def test_what_was_changed_is_asked_for(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    dialog.findChildren(QDoubleSpinBox)[0].setValue(250.5)
    dialog.findChildren(QSpinBox)[-1].setValue(60)
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    icon = dialog.findChildren(QComboBox)[0]
    icon.setCurrentIndex(icon.findData(IconStyle.NUMBER.value))
    with qtbot.waitSignal(dialog.changes_requested) as wish:
        accept(dialog)
    assert wish.args == [
        {
            "alerts.low_balance": 250.5,
            "refresh.interval_seconds": 60,
            "display.hide_amounts": True,
            "display.icon": "number",
        }
    ]


def test_cancel_changes_nothing(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    dialog.findChildren(QDoubleSpinBox)[0].setValue(1)
    with qtbot.assertNotEmitted(dialog.changes_requested):
        dialog.reject()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Sign in again…", "sign_in_requested"),
        ("Sign out", "sign_out_requested"),
        ("Test my alerts", "alert_test_requested"),
    ],
)
def test_buttons_hand_wishes_up(qtbot: QtBot, text: str, signal: str) -> None:
    dialog = shown(qtbot, Settings())
    with qtbot.waitSignal(getattr(dialog, signal)):
        press(dialog, text)


def test_signed_out_there_is_nothing_to_sign_out_of(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings(), signed_in=False)
    texts = {one.text() for one in dialog.findChildren(QPushButton)}
    assert "Sign in…" in texts
    assert "Sign out" not in texts


def test_no_usable_account_is_survived(qtbot: QtBot) -> None:
    dialog = shown(qtbot, replace(Settings(), accounts=()))
    assert dialog.isVisible()
