"""The settings window, built from the declarations; every change applies at once."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
)

from wallet_tray.domain.account import AccountId
from wallet_tray.domain.problem import Remedy
from wallet_tray.domain.results import AutostartState
from wallet_tray.domain.settings import Settings, plain_values
from wallet_tray.domain.settings_schema import PLAIN
from wallet_tray.text.locale import ENGLISH, Locale
from wallet_tray.ui.popup.banner import BannerBox
from wallet_tray.ui.popup.presenter import Banner
from wallet_tray.ui.settings.account_page import AccountPage
from wallet_tray.ui.settings.alerts_page import AlertsPage
from wallet_tray.ui.settings.general_page import GeneralPage
from wallet_tray.ui.user_actions import UserActions
from wallet_tray.ui.widgets.mnemonics import Mnemonics

_GRID = 8
_CHARACTERS = 80  # minimum width of a page
_SHARE_OF_SCREEN = 0.9


class SettingsDialog(QDialog):
    """A window that shows the settings in force and requests the user's changes."""

    def __init__(
        self,
        settings: Settings,
        actions: UserActions,
        *,
        signed_in: bool,
        locale: Locale = ENGLISH,
    ) -> None:
        super().__init__()
        self._actions = actions
        self.setWindowTitle(self.tr("Settings of Wallet Tray"))
        around = Mnemonics()
        titles = (self.tr("General"), self.tr("Alerts"), self.tr("Accounts"))
        tabs = [around.give(title) for title in titles]
        foot = self._foot(around)
        self._general = GeneralPage(actions, Mnemonics(around.taken), locale)
        self._alerts = AlertsPage(actions, Mnemonics(around.taken), locale)
        self._accounts = AccountPage(actions, Mnemonics(around.taken), locale)
        self._pages = (self._general, self._alerts, self._accounts)
        self._tabs = QTabWidget()
        for page, title in zip(self._pages, tabs, strict=True):
            self._tabs.addTab(page, title)
        self._note = BannerBox()
        layout = QVBoxLayout(self)
        layout.setSpacing(_GRID)
        layout.addWidget(self._note)
        layout.addWidget(self._tabs, stretch=1)
        layout.addLayout(foot)
        self.show_settings(settings)
        self.show_signed_out(() if signed_in else [one.id for one in settings.accounts])
        self._was_shown = False
        self._fitted: QSize | None = None

    def show_settings(self, settings: Settings) -> None:
        """Show the settings in force; input in progress stays."""
        self._general.show_values(plain_values(settings))
        self._alerts.show_accounts(settings.accounts)
        self._accounts.show_accounts(settings.accounts)

    def show_refused(self) -> None:
        """Show the values in force again, after the user's change was not saved."""
        for page in self._pages:
            page.show_refused()

    def show_signed_out(self, account_ids: Collection[AccountId]) -> None:
        """Mark the accounts without a credential."""
        self._accounts.show_signed_out(account_ids)

    def show_units(self, units: Mapping[AccountId, str]) -> None:
        """Show the limits in the units of the last balances."""
        self._alerts.show_units(units)

    def show_autostart(self, state: AutostartState, trouble: str = "") -> None:
        """Show the state of start at login; the row is hidden before the first call."""
        self._general.show_autostart(state, trouble)
        if self.size() == self._fitted:  # the row came after the window, and its size is unchanged
            self._fit()

    def show_export(self, account_id: AccountId, sentence: str) -> None:
        """Show the result of the export of that account's recorded balances."""
        self._accounts.show_export(account_id, sentence)

    def show_erasing(self) -> None:
        """Show that everything is being erased."""
        self._general.show_erasing()

    def show_erasure(self, sentence: str) -> None:
        """Show the result of erasing everything."""
        self._general.show_erasure(sentence)

    def show_note(self, note: str) -> None:
        """Show the problem of the settings file; "" for none."""
        self._note.show_banner(Banner(note, Remedy.NONE, "") if note else None)

    def take_place_of(self, other: "SettingsDialog") -> None:
        """Open at the position of ``other``, on its page and with the same field focused."""
        self.move(other.pos())
        self._tabs.setCurrentIndex(other._tabs.currentIndex())
        if (held := other.focusWidget()) is not None:
            place = other.findChildren(type(held)).index(held)
            self.findChildren(type(held))[place].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        if not self._was_shown:
            self._was_shown = True
            self._fit()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._flush()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Apply the last input however the window is closed."""
        self._flush()
        super().done(result)

    def _flush(self) -> None:
        for page in self._pages:
            page.fields.flush()

    def _foot(self, mnemonics: Mnemonics) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, slot in (
            (self.tr("Close"), self.reject),
            (self.tr("About"), self._actions.open_about),
            (self.tr("Reset…"), self._ask_to_reset),
            (self.tr("Open the file"), self._on_open_file),
        ):
            button = QPushButton(mnemonics.give(text))
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.insertWidget(0, button)
        row.insertStretch(2)
        return row

    def _fit(self) -> None:
        """Resize to the largest page, as far as the screen has room."""
        room = self.screen().availableGeometry().size() * _SHARE_OF_SCREEN
        frame = self.sizeHint() - self._tabs.sizeHint()
        bar = self._tabs.tabBar().sizeHint()
        usual = _CHARACTERS * self.fontMetrics().averageCharWidth()
        width = max(usual, bar.width(), *(one.inside.sizeHint().width() for one in self._pages))
        height = max(one.inside.heightForWidth(width) for one in self._pages) + bar.height()
        size = QSize(width + 2 * _GRID, height + _GRID) + frame
        self._fitted = size.boundedTo(room).expandedTo(self.minimumSizeHint())
        self.resize(self._fitted)

    def _on_open_file(self) -> None:
        self._flush()
        self._actions.open_settings_file()

    def _ask_to_reset(self) -> None:
        question = QMessageBox(self)
        question.setWindowTitle(self.tr("Reset the settings"))
        question.setIcon(QMessageBox.Icon.Question)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setText(self.tr("Set everything but your accounts back to its default?"))
        reset = question.addButton(
            Mnemonics().give(self.tr("Reset")), QMessageBox.ButtonRole.DestructiveRole
        )
        cancel = question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(cancel)
        question.setEscapeButton(cancel)
        reset.clicked.connect(self._reset)
        question.finished.connect(question.deleteLater)
        question.open()

    def _reset(self) -> None:
        self._actions.save_settings({one.key: None for one in PLAIN})
