"""The tray icon: built when a tray is there, updated only by what has changed."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.support.recording_actions import RecordingActions
from wallet_tray.domain.account_snapshot import Mark
from wallet_tray.ui.tray.icon import TrayIcon
from wallet_tray.ui.tray.painter import IconPainter
from wallet_tray.ui.tray.parts import IconState, Step
from wallet_tray.ui.tray.presenter import TrayView
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice

VIEW = TrayView(
    icon=IconState(Step.LOW, Mark.NONE),
    tooltip="Wallet Tray: 84.10 BYC at 14:02, low",
    rows=("Available: 84.10 BYC", "Total: 100.10 BYC, reserved: 16.00 BYC", "Updated 14:02, low"),
    offers_sign_in=False,
    can_top_up=True,
    snoozed=False,
    hide_amounts=False,
)
ITEMS = [
    "Open wallet",
    "Refresh now",
    "Pause refreshing",
    "Top up…",
    "Snooze alerts",
    "Hide amounts",
    "Settings…",
]


@pytest.fixture
def tray_there(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """The offscreen platform has no tray; this one says what stands in the list."""
    there = [True]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: there[0]))
    return there


@pytest.fixture
def tray(tray_there: list[bool], qtbot: QtBot) -> Iterator[TrayIcon]:
    tray = TrayIcon(IconPainter(), RecordingActions())
    tray.show_view(VIEW)
    yield tray
    tray.stop()


def menu_of(tray: TrayIcon) -> QMenu:
    icon = tray.qt_icon
    assert icon is not None
    return icon.contextMenu()


def visible_texts(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if one.isVisible() and not one.isSeparator()]


def item(tray: TrayIcon, text: str) -> QAction:
    (found,) = (one for one in menu_of(tray).actions() if one.text() == text)
    return found


def test_no_icon_is_built_before_there_is_a_tray(tray: TrayIcon, tray_there: list[bool]) -> None:
    tray_there[0] = False
    tray.start()
    assert tray.qt_icon is None


def test_the_icon_comes_with_the_tray(tray: TrayIcon, tray_there: list[bool], qtbot: QtBot) -> None:
    tray_there[0] = False
    tray.start()
    tray_there[0] = True
    with qtbot.waitSignal(tray.built) as built:
        pass
    assert built.args == [tray.qt_icon]
    assert tray.qt_icon is not None
    assert tray.qt_icon.toolTip() == VIEW.tooltip


def test_a_reported_tray_is_looked_for_soon(tray: TrayIcon, tray_there: list[bool]) -> None:
    tray_there[0] = False
    tray.start()
    for _ in range(9):
        tray._look.timeout.emit()  # each look in vain doubles the time to the next one
    slowest = tray._look.interval()
    tray.look_soon()
    assert tray._look.interval() < slowest
    tray_there[0] = True
    tray._look.timeout.emit()
    tray.look_soon()
    assert not tray._look.isActive(), "the icon is there"


def test_a_missing_tray_is_reported_once(
    tray: TrayIcon, tray_there: list[bool], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray_there[0] = False
    tray._missing.setInterval(10)
    with qtbot.waitSignal(tray.tray_missing):
        tray.start()
    assert not tray._missing.isActive()


def test_the_menu_begins_with_the_figures(tray: TrayIcon) -> None:
    tray.start()
    assert visible_texts(menu_of(tray)) == [*VIEW.rows, *ITEMS, "Quit"]
    assert all(one.isEnabled() for one in menu_of(tray).actions() if one.isVisible())


def test_signed_out_the_menu_offers_to_sign_in(tray: TrayIcon) -> None:
    tray.start()
    tray.show_view(
        TrayView(VIEW.icon, "Wallet Tray", ("Not signed in",), True, False, False, False)
    )
    texts = visible_texts(menu_of(tray))
    assert texts[0] == "Not signed in"
    assert "Sign in…" in texts
    assert "Top up…" not in texts


def test_an_ampersand_is_no_mnemonic(tray: TrayIcon) -> None:
    tray.start()
    tray.show_view(TrayView(VIEW.icon, "", ("R&D: 5.00 BYC",), False, True, False, False))
    assert visible_texts(menu_of(tray))[0] == "R&&D: 5.00 BYC"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (VIEW.rows[0], "open_popup"),
        ("Open wallet", "open_popup"),
        ("Refresh now", "refresh_all"),
        ("Top up…", "top_up"),
        ("Settings…", "open_settings"),
        ("Quit", "quit"),
    ],
)
def test_items_call_their_actions(tray: TrayIcon, text: str, action: str) -> None:
    tray.start()
    item(tray, text).trigger()
    assert tray._actions.calls == [(action,)]


def test_hiding_amounts_is_a_check_mark(tray: TrayIcon, qtbot: QtBot) -> None:
    tray.start()
    item(tray, "Hide amounts").trigger()
    assert tray._actions.calls == [("hide_amounts", True)]
    assert not item(tray, "Hide amounts").isChecked(), "only once the settings say so"


def test_snoozing_from_the_menu(tray: TrayIcon, qtbot: QtBot) -> None:
    tray.start()
    submenu = item(tray, "Snooze alerts").menu()
    assert isinstance(submenu, QMenu)
    (hour,) = (one for one in submenu.actions() if one.text() == "For 1 hour")
    hour.trigger()
    assert tray._actions.calls == [("snooze_all", SnoozeChoice.AN_HOUR)]


@pytest.mark.parametrize(
    ("reason", "action"),
    [
        (QSystemTrayIcon.ActivationReason.Trigger, "toggle_popup"),
        (QSystemTrayIcon.ActivationReason.DoubleClick, "toggle_popup"),
        (QSystemTrayIcon.ActivationReason.MiddleClick, "refresh_all"),
    ],
)
def test_clicks(tray: TrayIcon, reason: QSystemTrayIcon.ActivationReason, action: str) -> None:
    tray.start()
    assert tray.qt_icon is not None
    tray.qt_icon.activated.emit(reason)
    assert tray._actions.calls == [(action,)]


def test_unchanged_view_sends_nothing(tray: TrayIcon, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each call is a message on D-Bus, and the panel draws again."""
    tray.start()
    calls: list[str] = []
    for name in ("setIcon", "setToolTip"):
        monkeypatch.setattr(QSystemTrayIcon, name, lambda *_, name=name: calls.append(name))
    for _ in range(20):
        tray.show_view(TrayView(**{field: getattr(VIEW, field) for field in VIEW.__slots__}))
    assert calls == []
    tray.show_view(TrayView(VIEW.icon, "Wallet Tray: new", VIEW.rows, False, True, False, False))
    assert calls == ["setToolTip"]
