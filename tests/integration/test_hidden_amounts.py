"""Hidden amounts are hidden on every surface at once, by the setting and by a locked screen."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.integration.running_program import RunningProgram, shown
from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.history.history import History
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.ui.chart.widget import BalanceChart
from wallet_tray.ui.dialogs.diagnostics import DiagnosisDialog
from wallet_tray.ui.tray.parts import Step

# Digits that nothing else on the screen has: no time, no limit, no count.
AVAILABLE, TOTAL, DUE = "64.3719", "97.8246", "31.6478"
TELLING = ("64.37", "97.82", "33.45", "31.64", "31.65")
# Whatever else looks like one: a number and a unit of money.
AMOUNT = re.compile(r"\d[\d.,]*\s?(BYC|USD)")
HEAD = '[display]\nicon = "number"\n'


@pytest.fixture
def wallet(
    running: RunningProgram, make_service: Callable[..., SimulatedService]
) -> SimulatedService:
    service = make_service("300")
    running.write_settings([{"id": "own", "label": "Own", "api_url": service.api_url}], HEAD)
    running.keyring.write(
        make_account(id="own", api_url=service.api_url).keyring_user, service.api_key
    )
    _record_a_drop(running, service)
    program = running.start()
    running.wait(lambda: "300.00" in running.tooltip())
    service.set_balance(available=Decimal(AVAILABLE), total=Decimal(TOTAL), amount_due=Decimal(DUE))
    running.choose("Refresh now")
    running.wait(lambda: "64.37" in running.tooltip())
    program.actions.open_settings()
    program.actions.open_about()
    program.actions.open_diagnosis()
    (diagnosis,) = shown(DiagnosisDialog)
    running.wait(lambda: "Service" in str(list(_all_texts(diagnosis))))
    running.choose("Open wallet")  # last: a popup closes when another window opens
    running.wait(lambda: bool(running.popup().findChild(BalanceChart)._view.lines))
    _read_the_last_value(running)
    assert "own" in running.screen.now  # the alert that it is low
    running.wait(lambda: any("≈" in text for _, text in surfaces(running)))  # in dollars
    return service


def _record_a_drop(running: RunningProgram, service: SimulatedService) -> None:
    """An hour ago: 45.45 BYC in ten minutes."""
    history = History(running.folders.history_file)
    now = datetime.now(UTC)
    for minutes, amount in ((70, "345.45"), (65, "345.45"), (60, "300"), (55, "300")):
        at, value = now - timedelta(minutes=minutes), Decimal(amount)
        wallet_id = service.statement.wallet_id
        balance = builders.balance(value, at=at, wallet_id=wallet_id)
        history.record(make_account(id="own", api_url=service.api_url), balance)
    history.close()


def _read_the_last_value(running: RunningProgram) -> None:
    """The chart's cursor rests on a value, which is shown beside it."""
    chart = running.popup().findChild(BalanceChart)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart._cursor is not None


def surfaces(running: RunningProgram) -> Iterator[tuple[str, str]]:
    """Every text that can be seen or heard, with where it stands."""
    yield "tooltip", running.tooltip()
    assert running.program is not None
    view = running.program._tray._view
    yield "number in the icon", str(view.icon.number or "")
    for row in running.menu():
        yield "menu", row
    for note in running.screen.now.values():
        yield "notification", f"{note.title} {note.body}"
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield from _all_texts(window)


def _all_texts(window: QWidget) -> Iterator[tuple[str, str]]:
    for widget in (window, *window.findChildren(QWidget)):
        yield from _texts(widget, type(window).__name__)


def _texts(widget: QWidget, place: str) -> Iterator[tuple[str, str]]:
    name = f"{place}: {type(widget).__name__} {widget.accessibleName()}"
    for reader in ("text", "toPlainText", "currentText", "title"):
        if hasattr(widget, reader):
            yield name, str(getattr(widget, reader)())
    for text in (widget.toolTip(), widget.accessibleDescription(), widget.windowTitle()):
        yield name, text
    if isinstance(widget, BalanceChart):
        for axis in (*widget._view.values, *widget._view.times):
            yield f"{name} axis", axis.text
        yield name, widget._view.summary
    for action in widget.actions():
        if isinstance(action, QAction):
            yield f"{name} action", action.text()


def telling(running: RunningProgram) -> list[tuple[str, str]]:
    """The texts that give an amount away. The settings' own fields hold limits, to be changed."""
    return [
        (at, text)
        for at, text in surfaces(running)
        if any(one in text for one in TELLING)
        or (AMOUNT.search(text) and not at.startswith("SettingsDialog"))
    ]


def test_the_walk_finds_the_amounts_where_they_are_shown(
    running: RunningProgram, wallet: SimulatedService
) -> None:
    places = {place.split(":")[0] for place, _ in telling(running)}
    assert {"tooltip", "menu", "notification", "Popup"} <= places
    assert ("number in the icon", "64") in list(surfaces(running))
    shown_texts = " ".join(text for _, text in telling(running))
    for part in ("45.45", "≈", "Below your limit of"):  # a drop, dollars, the notification's body
        assert part in shown_texts, part


@pytest.mark.parametrize("by", ["menu", "lock"])
def test_hidden_amounts_stand_nowhere_and_come_back(
    running: RunningProgram, wallet: SimulatedService, by: str
) -> None:
    before = telling(running)
    _hide(running, by, hidden=True)
    assert telling(running) == []
    view = running.program._tray._view
    assert view.icon.number is None  # the meter instead
    assert view.icon.step is Step.LOW
    popup = running.popup().findChild(BalanceChart)
    assert popup._view.lines  # its shape stays
    assert {label.text for label in popup._view.values} == {"•••"}
    assert list(running.screen.now) == ["own"]

    _hide(running, by, hidden=False)
    assert {place for place, _ in telling(running)} == {place for place, _ in before}
    assert view is not running.program._tray._view
    assert running.program._tray._view.icon.number == "64"


def test_a_lock_changes_nothing_where_amounts_are_hidden_anyway(
    running: RunningProgram, wallet: SimulatedService
) -> None:
    _hide(running, "menu", hidden=True)
    said = list(running.screen.titles)
    _hide(running, "lock", hidden=True)
    _hide(running, "lock", hidden=False)
    assert running.screen.titles == said
    assert telling(running) == []


def test_balance_arriving_on_a_locked_screen_is_masked(
    running: RunningProgram, wallet: SimulatedService
) -> None:
    _hide(running, "lock", hidden=True)
    wallet.set_balance(available=Decimal("63.2719"), total=Decimal("63.2719"))
    asked = wallet.request_count()
    running.program._sessions.request_refresh()
    running.wait(lambda: wallet.request_count() > asked)
    session = running.program._sessions.at(0)
    running.wait(lambda: not session.refreshes.refreshing)
    assert "63.27" not in str(list(surfaces(running)))
    _hide(running, "lock", hidden=False)
    assert "63.27" in running.tooltip()


def _hide(running: RunningProgram, by: str, *, hidden: bool) -> None:
    program = running.program
    if by == "menu":
        running.choose("Hide amounts")
        running.wait(lambda: program._settings.settings.hide_amounts is hidden)
    else:
        program._desktop._reporter(program._desktop._note_saver)(hidden)  # as a bus thread does
        running.wait(lambda: program._locked is hidden)
