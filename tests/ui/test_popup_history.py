"""The popup with history: what it holds, that nothing jumps, and where it opens."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionComboBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.recording_actions import RecordingActions
from tests.ui.popup_states import MANNER, wallets
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.problem import Remedy
from wallet_tray.ui.chart.panel import HistoryPanel
from wallet_tray.ui.chart.widget import BalanceChart
from wallet_tray.ui.popup.drops import DropsList
from wallet_tray.ui.popup.placement import kept_on_screen, popup_position
from wallet_tray.ui.popup.popup import WIDTH, Popup
from wallet_tray.ui.popup.presenter import Banner, popup_view
from wallet_tray.ui.settings.account_choice import AccountChoice
from wallet_tray.ui.widgets.labels import ElidedLabel, MutedLabel, muted_label

VIEWS = {name: popup_view(wallet, MANNER) for name, wallet in wallets().items()}
HOSTILE = '<img src="/etc/passwd"><b>free</b> &amp; \u202eexe.' + "x" * 200


@pytest.fixture
def actions() -> RecordingActions:
    return RecordingActions()


@pytest.fixture
def popup(qtbot: QtBot, actions: RecordingActions) -> Popup:
    popup = Popup(actions)
    qtbot.addWidget(popup)
    popup.show_accounts(["ByteNite"], 0)
    popup.show_view(VIEWS["a week"])
    popup.open()
    return popup


def part(popup: Popup, kind: type[QWidget]) -> QWidget:
    (found,) = popup.findChildren(kind)
    return found


def place(popup: Popup, kind: type[QWidget]) -> QRect:
    widget = part(popup, kind)
    return QRect(widget.mapTo(popup, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(
    "name", ["empty history", "first refresh", "negative", "1.8e308", "a month", "not falling"]
)
def test_nothing_jumps_from_one_state_to_the_next(popup: Popup, name: str) -> None:
    kinds = (HistoryPanel, BalanceChart, DropsList)
    before = (popup.size(), [place(popup, kind) for kind in kinds])
    popup.show_view(VIEWS[name])
    QGuiApplication.processEvents()
    assert (popup.size(), [place(popup, kind) for kind in kinds]) == before


@pytest.mark.parametrize("name", VIEWS)
def test_every_state_fits(popup: Popup, name: str) -> None:
    popup.show_view(VIEWS[name])
    QGuiApplication.processEvents()
    assert popup.width() == WIDTH
    for label in popup.findChildren(QLabel):
        if label.isVisible() and not isinstance(label, ElidedLabel) and not label.wordWrap():
            assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width(), (
                label.text()
            )
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_chart_is_as_high_as_it_says(popup: Popup) -> None:
    assert 100 <= part(popup, BalanceChart).height() <= 140


def test_another_span_is_asked_for(popup: Popup, actions: RecordingActions) -> None:
    (month,) = (one for one in popup.findChildren(QToolButton) if one.text() == "30 d")
    month.click()
    assert actions.calls == [("choose_range", ChartRange.MONTH)]


def test_a_job_s_name_stays_text(popup: Popup) -> None:
    row = replace(VIEWS["a week"].drops[0], name=HOSTILE)
    popup.show_view(replace(VIEWS["a week"], drops=(row,)))
    (label, *_) = (one for one in popup.findChildren(QLabel) if one.text() == HOSTILE)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert popup.width() == WIDTH
    for widget in (popup, *popup.findChildren(QWidget)):
        said = (widget.toolTip(), widget.windowTitle(), widget.accessibleName())
        assert not any("passwd" in text for text in said)


def test_a_name_without_drops_is_gone(popup: Popup) -> None:
    popup.show_view(VIEWS["empty history"])
    texts = [one.text() for one in part(popup, DropsList).findChildren(QLabel) if one.isVisible()]
    assert [text for text in texts if text] == ["No spending seen yet"]


def test_unknown_drops_have_no_text(popup: Popup) -> None:
    popup.show_view(VIEWS["a week"])
    popup.show_view(VIEWS["signed out"])
    texts = [one.text() for one in part(popup, DropsList).findChildren(QLabel) if one.isVisible()]
    assert texts == []


def test_a_name_has_all_the_room_that_its_own_row_leaves(popup: Popup) -> None:
    drops = part(popup, DropsList)
    row, *_, longest = VIEWS["a week"].drops
    times = {
        one.text(): one.geometry() for one in drops.findChildren(MutedLabel) if one.isVisible()
    }
    (name,) = (one for one in drops.findChildren(ElidedLabel) if one.text() == row.name)
    assert times[row.time].left() == times[longest.time].left()
    assert times[row.time].right() < times[longest.time].right()
    assert name.geometry().left() - times[row.time].right() <= 9
    assert name.geometry().right() == drops.contentsRect().right()


def test_escape_closes_from_the_chart(popup: Popup, qtbot: QtBot) -> None:
    with qtbot.waitSignal(popup.closed):
        qtbot.keyClick(part(popup, BalanceChart), Qt.Key.Key_Escape)


def test_no_wallet_leaves_the_banner_alone(popup: Popup) -> None:
    tall = popup.height()
    popup.show_banner(Banner("Correct settings.toml.", Remedy.SETTINGS, "Settings…"))
    assert not part(popup, BalanceChart).isVisible()
    assert popup.height() < tall / 2
    popup.show_view(VIEWS["a week"])
    assert part(popup, BalanceChart).isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_does_not_open_the_account_list(qtbot: QtBot, key: Qt.Key) -> None:
    """Where Return presses buttons, the one that closed the list would open it again."""
    window = QWidget()
    qtbot.addWidget(window)
    choice = AccountChoice(window)
    choice.addItems(["ByteNite", "Team"])
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    choice.keyPressEvent(event)
    assert not event.isAccepted()
    assert not choice.view().isVisible()


def test_an_account_s_name_that_is_too_long_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    choice = AccountChoice(window)
    choice.addItems(["Rendering farm of the art department", "Team"])
    choice.setFixedWidth(120)
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    assert option.currentText.endswith("…")
    assert choice.fontMetrics().horizontalAdvance(option.currentText) < 120
    assert choice.currentText() == "Rendering farm of the art department"  # as a reader says it
    choice.setCurrentIndex(1)
    choice.initStyleOption(option)
    assert option.currentText == "Team"


def test_figures_have_a_description_for_screen_readers(popup: Popup) -> None:
    (total,) = (
        one for one in popup.findChildren(QLabel) if one.accessibleName() == "Total balance"
    )
    assert total.accessibleDescription() == "100.10\u00a0BYC"


def test_quiet_labels_follow_the_desktop_into_the_dark(qtbot: QtBot, qapp: QApplication) -> None:
    label = muted_label(text="Total")
    qtbot.addWidget(label)
    assert isinstance(label, MutedLabel)
    before = QPalette(qapp.palette())
    light = label.palette().color(QPalette.ColorRole.WindowText)
    try:
        dark = QPalette(QColor("#303030"), QColor("#202020"))
        dark.setColor(QPalette.ColorRole.WindowText, QColor("#ffffff"))
        qapp.setPalette(dark)
        qapp.processEvents()
        quiet = label.palette().color(QPalette.ColorRole.WindowText)
        assert quiet != light
        assert quiet.lightness() > 150
    finally:
        qapp.setPalette(before)
        qapp.processEvents()
    assert label.palette().color(QPalette.ColorRole.WindowText) == light


# -- where it opens


def test_a_popup_that_has_grown_stays_on_the_screen(popup: Popup) -> None:
    free = popup.screen().availableGeometry()
    popup.move(free.right() - popup.width() - 4, free.bottom() - popup.height() - 4)
    popup.show_view(replace(VIEWS["stale"]))
    QGuiApplication.processEvents()
    assert free.contains(popup.geometry())


def test_a_popup_with_room_stays_where_it_is() -> None:
    free = QGuiApplication.primaryScreen().availableGeometry()
    place = QRect(free.topLeft() + QPoint(40, 50), QSize(340, 480))
    assert kept_on_screen(place) == place.topLeft()


def test_it_opens_whole_on_the_screen() -> None:
    free = QGuiApplication.primaryScreen().availableGeometry()
    size = QSize(340, 480)
    assert free.contains(QRect(popup_position(size), size))
