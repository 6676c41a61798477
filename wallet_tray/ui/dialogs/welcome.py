"""The first start: a short welcome that leads to a verified key or the demo."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from wallet_tray.domain.account import Account
from wallet_tray.domain.results import AutostartState
from wallet_tray.text.amounts import isolate
from wallet_tray.ui.tray.painter import application_icon
from wallet_tray.ui.user_actions import UserActions
from wallet_tray.ui.widgets.fitting import grow
from wallet_tray.ui.widgets.labels import HintLabel, plain_label
from wallet_tray.ui.widgets.mnemonics import Mnemonics

_GRID = 8
_ICON = 64
_WIDTH_CHARACTERS = 64


class WelcomeDialog(QDialog):
    """A window that says what the program does and what it needs.

    Signals:
        finished(int): it was closed in any way; do not show it again.
    """

    def __init__(self, account: Account, actions: UserActions) -> None:
        super().__init__()
        self._account = account
        self._actions = actions
        self.setWindowTitle(self.tr("Welcome to Wallet Tray"))
        mnemonics = Mnemonics()
        title = plain_label(text=self.tr("Welcome to Wallet Tray"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        title.setFont(font)
        title.setWordWrap(True)
        purpose = self.tr(
            "It shows what is left in your {service} wallet, and tells you before it runs dry. "
            "You find it in the tray, as a small wallet that empties with yours."
        )
        needs = self.tr(
            "To begin it needs an API key for {service}. The key is checked with one call and kept "
            "in your keyring."
        )
        self._sign_in = QPushButton(mnemonics.give(self.tr("Sign in…")))
        self._sign_in.setDefault(True)
        self._sign_in.clicked.connect(self._ask_to_sign_in)
        demo = QPushButton(mnemonics.give(self.tr("Look at the demo")))
        demo.setAutoDefault(False)
        demo.clicked.connect(actions.start_demo)
        later = QPushButton(mnemonics.give(self.tr("Not now")))
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        self._autostart = QCheckBox(mnemonics.give(self.tr("Start at login")))
        self._autostart.clicked.connect(actions.set_autostart)
        self._trouble = HintLabel("", self._autostart)
        words = QVBoxLayout()
        words.setSpacing(_GRID)
        words.addWidget(title)
        for text in (purpose, needs):
            label = plain_label(text=text.replace("{service}", isolate(account.label)))
            label.setWordWrap(True)
            words.addWidget(label)
        words.addWidget(self._autostart)
        words.addWidget(self._trouble)
        icon = QLabel()
        icon.setTextFormat(Qt.TextFormat.PlainText)
        icon.setPixmap(application_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatio()))
        icon.setAccessibleName(self.tr("Icon of Wallet Tray"))
        head = QHBoxLayout()
        head.setSpacing(2 * _GRID)
        head.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, stretch=1)
        foot = QHBoxLayout()
        foot.addWidget(later)
        foot.addStretch()
        foot.addWidget(demo)
        foot.addWidget(self._sign_in)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * _GRID, 2 * _GRID, 2 * _GRID, 2 * _GRID)
        layout.setSpacing(2 * _GRID)
        layout.addLayout(head)
        layout.addStretch()
        layout.addLayout(foot)
        self.setMinimumWidth(_WIDTH_CHARACTERS * self.fontMetrics().averageCharWidth())
        self.show_autostart(AutostartState.UNAVAILABLE)
        self._sign_in.setFocus()

    def show_autostart(self, state: AutostartState, trouble: str = "") -> None:
        """Show the state of start at login; ``trouble`` explains a failed change."""
        self._autostart.setVisible(state is not AutostartState.UNAVAILABLE)
        self._autostart.setChecked(state is AutostartState.ON)
        self._trouble.show_advice(trouble)
        grow(self)

    def show_no_demo(self) -> None:
        """Show that the requested demo is not available."""
        self._trouble.show_advice(
            self.tr("The demo did not start. Type “wallet-tray --demo” in a terminal to see why.")
        )
        grow(self)

    def _ask_to_sign_in(self) -> None:
        self._actions.ask_to_sign_in(self._account.id)
