"""The popup copies a view into its widgets and hands wishes up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.recording_actions import RecordingActions
from wallet_tray.domain.balance import Level
from wallet_tray.domain.money import Figure
from wallet_tray.domain.problem import Remedy
from wallet_tray.ui.chart.widget import BalanceChart
from wallet_tray.ui.popup.popup import WIDTH, Popup
from wallet_tray.ui.popup.presenter import Banner, PopupView
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice, SnoozeMenu

HOSTILE = '<img src="/etc/passwd"><b>free</b> &amp; \u202eexe.' + "x" * 200

VIEW = PopupView(
    label="ByteNite",
    level=Level.LOW,
    current=True,
    available="84.10",
    unit="BYC",
    exact="84.1 BYC",
    status="Low: below 100 BYC",
    others=(
        (Figure.TOTAL, "100.10 BYC"),
        (Figure.RESERVED, "16.00 BYC"),
        (Figure.DUE, "3.20 USD"),
    ),
    wallet_id="9725d173-f91f-4411-beb1-a62e9a26c8a0",
    updated="Updated 14:02",
    banner=None,
    refreshing=False,
    can_top_up=True,
    snoozed=False,
)


@pytest.fixture
def actions() -> RecordingActions:
    return RecordingActions()


@pytest.fixture
def popup(qtbot: QtBot, actions: RecordingActions) -> Popup:
    popup = Popup(actions)
    qtbot.addWidget(popup)
    popup.show_view(VIEW)
    popup.show_accounts(["ByteNite"], 0)
    return popup


def named(popup: QWidget, name: str) -> QLabel:
    """The one label with this accessible name."""
    (label,) = (label for label in popup.findChildren(QLabel) if label.accessibleName() == name)
    return label


def button(popup: QWidget, text: str) -> QToolButton | QPushButton:
    buttons = [*popup.findChildren(QToolButton), *popup.findChildren(QPushButton)]
    (found,) = (one for one in buttons if one.text() == text)
    return found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Available balance", "84.10"),
        ("Total balance", "100.10 BYC"),
        ("Reserved balance", "16.00 BYC"),
        ("Amount due", "3.20 USD"),
        ("Account ID", "9725d173-f91f-4411-beb1-a62e9a26c8a0"),
        ("Updated", "Updated 14:02"),
        ("Status", "Low: below 100 BYC"),
    ],
)
def test_every_figure_has_its_accessible_name(popup: Popup, name: str, text: str) -> None:
    assert named(popup, name).text() == text


def test_the_exact_balance_is_in_the_hover(popup: Popup) -> None:
    assert named(popup, "Available balance").toolTip() == "84.1 BYC"


def test_escape_closes(popup: Popup, qtbot: QtBot) -> None:
    popup.open()
    with qtbot.waitSignal(popup.closed):
        qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_every_button_is_reached_by_tab(popup: Popup, qtbot: QtBot) -> None:
    popup.show_view(replace(VIEW, banner=Banner("Trouble.", Remedy.TRY_AGAIN, "Try again")))
    popup.open()
    buttons = [
        one
        for one in [*popup.findChildren(QToolButton), *popup.findChildren(QPushButton)]
        if one.isVisible()
    ]
    texts = {one.text() for one in buttons}
    assert texts == {
        *("Snooze", "Top up…", "Copy", "Refresh", "Settings…", "Try again"),
        *("24 h", "7 d", "30 d"),
    }
    reached = set()
    for _ in range(3 * len(buttons)):
        qtbot.keyClick(popup.focusWidget() or popup, Qt.Key.Key_Tab)
        reached.add(popup.focusWidget())
    # Of the three spans the tab key reaches the one that is shown; the arrow keys do the rest.
    assert reached >= {one for one in buttons if one.text() not in ("24 h", "30 d")}
    assert reached & set(popup.findChildren(BalanceChart))


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Refresh", "refresh"),
        ("Settings…", "open_settings"),
        ("Top up…", "top_up"),
    ],
)
def test_buttons_call_their_actions(
    popup: Popup, actions: RecordingActions, text: str, action: str
) -> None:
    popup.open()
    button(popup, text).click()
    assert actions.calls == [(action,)]


def test_the_account_id_is_copied_whole(popup: Popup) -> None:
    button(popup, "Copy").click()
    assert QGuiApplication.clipboard().text() == VIEW.wallet_id
    assert button(popup, "Copied").isEnabled()


def test_nothing_to_copy_without_an_account_id(popup: Popup) -> None:
    popup.show_view(replace(VIEW, wallet_id=""))
    assert not button(popup, "Copy").isEnabled()


def test_the_banner_offers_its_one_button(popup: Popup, actions: RecordingActions) -> None:
    popup.open()
    banner = Banner("ByteNite rejects the API key.", Remedy.SIGN_IN, "Sign in…")
    popup.show_view(replace(VIEW, banner=banner))
    assert named(popup, "Problem").isVisible()
    button(popup, "Sign in…").click()
    assert actions.calls == [("apply_remedy", Remedy.SIGN_IN)]
    popup.show_view(VIEW)
    assert not named(popup, "Problem").isVisible()


def test_a_banner_without_a_remedy_has_no_button(popup: Popup) -> None:
    popup.open()
    popup.show_view(replace(VIEW, banner=Banner("Kept until you quit.", Remedy.NONE, "")))
    visible = [one.text() for one in popup.findChildren(QPushButton) if one.isVisible()]
    assert visible == ["Snooze", "Top up…"]


def test_hostile_text_stays_text(popup: Popup) -> None:
    popup.show_view(replace(VIEW, wallet_id=HOSTILE, label=HOSTILE, status=HOSTILE))
    popup.open()
    assert named(popup, "Account ID").text() == HOSTILE
    for label in popup.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
        assert not label.openExternalLinks()
    assert popup.width() == WIDTH


def test_a_refresh_moves_nothing(popup: Popup) -> None:
    popup.open()
    before = (popup.size(), button(popup, "Refresh").geometry())
    popup.show_view(replace(VIEW, refreshing=True))
    QGuiApplication.processEvents()
    assert (popup.size(), button(popup, "Refreshing…").geometry()) == before


def test_account_choice_is_shown_for_two_accounts(popup: Popup, actions: RecordingActions) -> None:
    popup.open()
    (choice,) = popup.findChildren(QComboBox)
    assert not choice.isVisible()
    popup.show_accounts(["ByteNite", "Team"], 1)
    assert choice.isVisible()
    assert choice.currentText() == "Team"
    choice.activated.emit(0)
    assert actions.calls == [("choose_account", 0)]


def test_snoozing_from_the_popup(popup: Popup, actions: RecordingActions) -> None:
    (menu,) = popup.findChildren(SnoozeMenu)
    choices = {action.text(): action for action in menu.actions() if not action.isSeparator()}
    choices["Until topped up"].trigger()
    assert actions.calls == [("snooze", SnoozeChoice.UNTIL_TOPPED_UP)]
    assert not choices["Resume alerts"].isVisible()
    popup.show_view(replace(VIEW, snoozed=True))
    assert choices["Resume alerts"].isVisible()
    assert button(popup, "Snoozed").isEnabled()


@pytest.mark.parametrize("points", [8, 10, 13])
@pytest.mark.parametrize(
    "available",
    ["−1,797.69", "−12,345.68", "987,654.32", "0.0001234", "−999.99 G", "−1.79e308", "•••"],
)
def test_every_amount_fits_beside_its_button(
    qtbot: QtBot, available: str, points: int, qapp: QApplication
) -> None:
    before = QFont(qapp.font())
    qapp.setFont(QFont(before.family(), points))
    try:
        popup = Popup(RecordingActions())
        qtbot.addWidget(popup)
        popup.show_view(replace(VIEW, available=available))
        popup.open()
        label, top_up = named(popup, "Available balance"), button(popup, "Top up…")
        needed = QFontMetrics(label.font()).horizontalAdvance(available)
        assert label.contentsRect().width() >= needed
        assert label.geometry().right() < top_up.geometry().left()
        assert popup.rect().contains(top_up.geometry())
    finally:
        qapp.setFont(before)


def test_short_amounts_keep_their_size(popup: Popup) -> None:
    popup.show_view(replace(VIEW, available="84.10"))
    large = named(popup, "Available balance").font().pointSizeF()
    popup.show_view(replace(VIEW, available="−123,456,789.12"))
    assert named(popup, "Available balance").font().pointSizeF() < large
    popup.show_view(replace(VIEW, available="84.20"))
    assert named(popup, "Available balance").font().pointSizeF() == large


def test_the_popup_is_no_higher_than_it_needs_to_be(popup: Popup) -> None:
    popup.open()
    height = popup.height()
    popup.show_view(replace(VIEW, banner=Banner("word " * 60, Remedy.TRY_AGAIN, "Try again")))
    QGuiApplication.processEvents()
    assert popup.height() > height
    popup.show_view(VIEW)
    QGuiApplication.processEvents()
    assert popup.height() == height


class GrowsWhenShown(QObject):
    """As some parts do by a pixel or two, once they are on a screen and in the style's hands."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            watched.setMinimumHeight(watched.sizeHint().height() + 40)
        return False


def test_part_that_grows_when_shown_leaves_the_others_their_size(popup: Popup) -> None:
    grows = GrowsWhenShown()
    popup._head.installEventFilter(grows)
    popup.open()
    QApplication.processEvents()
    (chart,) = popup.findChildren(BalanceChart)
    assert chart.height() == chart.sizeHint().height()


def test_a_long_label_is_cut_with_an_ellipsis_and_moves_nothing(popup: Popup) -> None:
    popup.open()
    popup.show_view(replace(VIEW, label="W" * 80))
    QGuiApplication.processEvents()
    assert popup.width() == WIDTH
    assert popup.rect().contains(button(popup, "Snooze").geometry())
