"""How long a popup takes from the click until it is drawn, and a bare window beside it.

Argument: how often to open each. Prints the milliseconds of every opening. "first" is in a process
that has just started, modules and all. "popup" are the later ones, with a new view each; "bare" is
the bare window.
"""

import sys
import time
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.support.recording_actions import RecordingActions
from tests.ui.popup_states import MANNER, curve, full
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.ui.popup.presenter import popup_view

times = int(sys.argv[1])
app = QApplication(["opening"])
app.setQuitOnLastWindowClosed(False)
wallet = full(ChartRange.MONTH)


class Drawn(QObject):
    """Hears when a window has been drawn for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def until_drawn(window: QWidget, drawn: Drawn) -> None:
    drawn.seen = False
    while not drawn.seen:
        app.processEvents()
    app.processEvents()


def tell(word: str, begun: float) -> None:
    print(word, 1000 * (time.perf_counter() - begun), flush=True)


drawn = Drawn()
begun = time.perf_counter()
from wallet_tray.ui.popup.popup import Popup  # noqa: E402

popup = Popup(RecordingActions())
popup.installEventFilter(drawn)
popup.show_accounts(["ByteNite"], 0)
popup.show_view(popup_view(wallet, MANNER, ChartRange.MONTH))
popup.open()
until_drawn(popup, drawn)
tell("first", begun)
for turn in range(times):
    popup.close()
    app.processEvents()
    wallet = replace(
        wallet, curve=curve(ChartRange.MONTH, str(85 + turn))
    )  # another line each time
    begun = time.perf_counter()
    popup.show_view(popup_view(wallet, MANNER, ChartRange.MONTH))
    popup.open()
    until_drawn(popup, drawn)
    tell("popup", begun)

    bare = QLabel("bare")
    bare.resize(popup.size())
    bare.installEventFilter(drawn)
    begun = time.perf_counter()
    bare.show()
    until_drawn(bare, drawn)
    tell("bare", begun)
    bare.close()
    bare.deleteLater()
