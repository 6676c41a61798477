"""Notifications through Qt's tray icon, as on Windows and macOS."""

import sys

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.desktop.notifications.notifier import make_notifier
from wallet_tray.desktop.notifications.tray import TrayMessageNotifier

KIND = QSystemTrayIcon.MessageIcon
LOW = Notification("default", "Low\0 balance", "Below\u202e 100.")
EMPTY = Notification("default", "Empty", "Nothing is left.", urgent=True)


class WritingTray(QSystemTrayIcon):
    """Writes messages down: there is no tray without a screen."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def showMessage(self, *message):  # noqa: N802 - Qt's name
        self.shown.append(message)


@pytest.fixture
def tray(qapp):
    return WritingTray()


def test_messages_are_warnings_never_information(qtbot, tray):
    notifier = TrayMessageNotifier(tray)
    with qtbot.waitSignal(notifier.delivered) as delivered:
        notifier.show(LOW)
    notifier.show(EMPTY)
    assert delivered.args == ["default"]
    assert [message[:3] for message in tray.shown] == [
        ("Low balance", "Below 100.", KIND.Warning),
        ("Empty", "Nothing is left.", KIND.Critical),
    ]


def test_a_click_is_the_default_action_until_it_is_closed(qtbot, tray):
    notifier = TrayMessageNotifier(tray)
    notifier.show(LOW)
    with qtbot.waitSignal(notifier.action_invoked) as invoked:
        tray.messageClicked.emit()
    assert invoked.args == ["default", "default"]
    notifier.close("other")
    with qtbot.waitSignal(notifier.action_invoked):
        tray.messageClicked.emit()
    notifier.close("default")
    with qtbot.assertNotEmitted(notifier.action_invoked):
        tray.messageClicked.emit()
    notifier.stop()


def test_notification_waits_for_the_icon(qtbot, tray):
    notifier = TrayMessageNotifier()
    with qtbot.assertNotEmitted(notifier.delivered):
        notifier.show(LOW)
    with qtbot.waitSignal(notifier.delivered):
        notifier.use_tray(tray)
    assert [message[0] for message in tray.shown] == ["Low balance"]
    notifier.stop()


def test_notification_closed_before_the_icon_is_not_shown(tray):
    notifier = TrayMessageNotifier()
    notifier.show(LOW)
    notifier.close("default")
    notifier.use_tray(tray)
    assert tray.shown == []
    notifier.stop()


def test_other_words_are_for_what_still_waits(tray):
    notifier = TrayMessageNotifier()
    notifier.show(LOW)
    notifier.reword(Notification("default", "Niedrig", "Unter 100."))
    notifier.reword(Notification("other", "Other", ""))
    notifier.use_tray(tray)
    notifier.reword(LOW)
    assert [message[0] for message in tray.shown] == ["Niedrig"]
    notifier.stop()


def test_nothing_of_an_earlier_run_stands_there(qtbot, tray):
    notifier = TrayMessageNotifier(tray)
    with qtbot.waitSignal(notifier.dismissed) as gone:
        notifier.take_over([LOW])
    assert gone.args == ["default"]
    assert tray.shown == []
    notifier.stop()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_these_systems_get_it(tray, monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    assert type(make_notifier(tray=tray)) is TrayMessageNotifier
